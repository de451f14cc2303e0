// SPDX-License-Identifier: Apache-2.0
#include "text/detail/acronyms.h"

#include <array>
#include <string>
#include <unordered_map>

#include "text/detail/embedded_text_data.h"
#include "text/match_key.h"

namespace egiz::detail {
namespace {

constexpr std::array<std::string_view, 3> kColumns = {"kk", "ru", "en"};

// Takes the part of text before separator off it.
std::string_view take(std::string_view& text, char separator) {
  const auto end = text.find(separator);
  const auto part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

using Table = std::unordered_map<std::string, std::string_view>;

// One table a language, and all of them together at the end.
std::array<Table, 4> read_tables() {
  std::array<Table, 4> tables;
  std::string_view rest = embedded::text_data::acronyms_tsv;
  while (!rest.empty()) {
    std::string_view line = take(rest, '\n');
    if (line.empty() || line[0] == '#') continue;
    const std::string_view value = take(line, '\t');
    for (std::size_t i = 0; i < kColumns.size(); ++i) {
      std::string_view forms = take(line, '\t');
      while (!forms.empty()) {
        const std::string key = match_key(take(forms, ' '), Language(kColumns[i]));
        tables[i].emplace(key, value);
        tables.back().emplace(key, value);
      }
    }
  }
  return tables;
}

}  // namespace

std::optional<std::string_view> acronym_value(std::string_view key, const Language& language) {
  static const std::array<Table, 4> tables = read_tables();
  const std::string wanted(key);
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    if (language.primary() != kColumns[i]) continue;
    if (const auto found = tables[i].find(wanted); found != tables[i].end()) return found->second;
  }
  const auto found = tables.back().find(wanted);
  return found == tables.back().end() ? std::nullopt : std::optional(found->second);
}

}  // namespace egiz::detail
