// SPDX-License-Identifier: Apache-2.0
#include "api/pairing.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/error.h"
#include "text/match_key.h"

namespace egiz {
namespace {

struct NamedLanguage {
  std::string_view name;
  std::string_view tag;
};

constexpr std::array kNames = {
    NamedLanguage{"kk", "kk"},    NamedLanguage{"kaz", "kk"},   NamedLanguage{"kz", "kk"},
    NamedLanguage{"qaz", "kk"},   NamedLanguage{"каз", "kk"},   NamedLanguage{"қаз", "kk"},
    NamedLanguage{"kk-kz", "kk"}, NamedLanguage{"kk_kz", "kk"}, NamedLanguage{"ru", "ru"},
    NamedLanguage{"rus", "ru"},   NamedLanguage{"рус", "ru"},   NamedLanguage{"ru-ru", "ru"},
    NamedLanguage{"ru_ru", "ru"}, NamedLanguage{"en", "en"},    NamedLanguage{"eng", "en"},
    NamedLanguage{"англ", "en"},  NamedLanguage{"ағыл", "en"},  NamedLanguage{"en-us", "en"},
    NamedLanguage{"en_us", "en"}, NamedLanguage{"en-gb", "en"}, NamedLanguage{"en_gb", "en"},
};

// Places in the order of presentation and of every group.
constexpr std::array<std::string_view, 3> kOrder = {"ru", "kk", "en"};

constexpr std::string_view kSeparators = "._- /";

bool is_separator(std::string_view path, std::size_t i) {
  return i == path.size() || kSeparators.find(path[i]) != kSeparators.npos;
}

// Where in path a language is named as a word of its own; the longest name at a place counts.
struct Naming {
  std::size_t begin = 0;
  std::size_t size = 0;
  std::string_view tag;
};

std::vector<Naming> namings(std::string_view path) {
  std::vector<Naming> found;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0 && !is_separator(path, i - 1)) continue;
    Naming longest;
    for (const NamedLanguage& candidate : kNames) {
      if (path.substr(i).starts_with(candidate.name) && is_separator(path, i + candidate.name.size()) &&
          candidate.name.size() > longest.size) {
        longest = {i, candidate.name.size(), candidate.tag};
      }
    }
    if (longest.size == 0) continue;
    found.push_back(longest);
    i += longest.size - 1;
  }
  return found;
}

}  // namespace

std::optional<std::pair<std::string, Language>> language_of_name(const std::filesystem::path& file) {
  std::string path = match_key(file.generic_string(), Language());
  const std::vector<Naming> found = namings(path);
  if (found.size() != 1) return std::nullopt;
  path.replace(found[0].begin, found[0].size, "*");
  return std::pair(std::move(path), Language(found[0].tag));
}

std::vector<DocumentGroup> find_groups(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) {
    throw Error(ErrorCode::not_found, folder.string() + ": there is no such folder; check the name");
  }
  // Name without language -> language -> files; more than one file for a language is ambiguous and left alone.
  std::map<std::string, std::map<std::string, std::vector<std::filesystem::path>>> by_name;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    if (const auto named = language_of_name(entry.path().lexically_relative(folder))) {
      by_name[named->first][named->second.tag()].push_back(entry.path());
    }
  }
  std::vector<DocumentGroup> groups;
  for (const auto& [name, languages] : by_name) {
    DocumentGroup group;
    for (const std::string_view tag : kOrder) {
      const auto files = languages.find(std::string(tag));
      if (files == languages.end() || files->second.size() != 1) continue;
      group.files.push_back(files->second.front());
      group.languages.emplace_back(tag);
    }
    if (group.files.size() >= 2) groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace egiz
