// SPDX-License-Identifier: Apache-2.0
#include "api/pairing.h"

#include <array>
#include <map>

#include "api/detail/folder_files.h"
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

Naming naming_at(std::string_view path, std::size_t begin, std::span<const std::pair<std::string, Language>> more) {
  Naming longest;
  const auto consider = [&](std::string_view name, std::string_view tag) {
    if (path.substr(begin).starts_with(name) && is_separator(path, begin + name.size()) && name.size() > longest.size) {
      longest = {begin, name.size(), tag};
    }
  };
  for (const NamedLanguage& known : kNames) consider(known.name, known.tag);
  for (const auto& [name, language] : more) consider(name, language.tag());
  return longest;
}

std::vector<Naming> namings(std::string_view path, std::span<const std::pair<std::string, Language>> more) {
  std::vector<Naming> found;
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (i > 0 && !is_separator(path, i - 1)) continue;
    const Naming longest = naming_at(path, i, more);
    if (longest.size == 0) continue;
    found.push_back(longest);
    i += longest.size - 1;
  }
  return found;
}

}  // namespace

std::optional<std::pair<std::string, Language>> language_of_name(const std::filesystem::path& file,
                                                                 std::span<const Language> more) {
  std::vector<std::pair<std::string, Language>> names;  // as they stand in a levelled path
  for (const Language& language : more) names.emplace_back(match_key(language.tag(), Language()), language);
  std::string path = match_key(file.generic_string(), Language());
  const std::vector<Naming> found = namings(path, names);
  if (found.size() != 1) return std::nullopt;
  const Language language(found[0].tag);
  path.replace(found[0].begin, found[0].size, "*");
  return std::pair(std::move(path), language);
}

std::vector<DocumentGroup> find_groups(const std::filesystem::path& folder, std::span<const Language> more) {
  // Name without language -> language -> files; more than one file for a language is ambiguous and left alone.
  std::map<std::string, std::map<std::string, std::vector<std::filesystem::path>>> by_name;
  for (const std::filesystem::path& file : detail::files_of(folder)) {
    if (const auto named = language_of_name(file.lexically_relative(folder), more)) {
      by_name[named->first][named->second.tag()].push_back(file);
    }
  }
  std::vector<DocumentGroup> groups;
  for (const auto& [name, languages] : by_name) {
    DocumentGroup group;
    for (const auto& [tag, files] : languages) {
      if (files.size() != 1) continue;
      group.files.push_back(files.front());
      group.languages.emplace_back(tag);
    }
    if (group.files.size() < 2) continue;
    group.has_like_names = true;
    detail::order_by_language(group);
    groups.push_back(std::move(group));
  }
  return groups;
}

}  // namespace egiz
