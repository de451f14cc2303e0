// SPDX-License-Identifier: Apache-2.0
#include "exchange/detail/language_codes.h"

#include <algorithm>
#include <array>

namespace egiz::exchange {
namespace {

struct Usual {
  std::string_view language;
  std::string_view full;
};

constexpr std::array<Usual, 5> kUsual = {{{"ru", "ru-RU"},
                                          {"kk", "kk-KZ"},
                                          {"kk-Latn", "kk-Latn-KZ"},
                                          {"kk-Arab", "kk-Arab-CN"},
                                          {"en", "en-US"}}};

}  // namespace

LanguageCodes::LanguageCodes(bool has_regions, const std::map<Language, Language>& chosen) {
  for (const Usual& entry : kUsual) {
    if (has_regions && !chosen.contains(Language(entry.language))) {
      entries_.push_back({std::string(entry.language), std::string(entry.full)});
    }
  }
  for (const auto& [language, code] : chosen) {
    if (language != code) entries_.push_back({language.tag(), code.tag()});
  }
}

const std::string& LanguageCodes::code_of(const Language& language) const {
  const auto entry =
      std::find_if(entries_.begin(), entries_.end(), [&](const Entry& e) { return e.tag == language.tag(); });
  return entry == entries_.end() ? language.tag() : entry->code;
}

bool LanguageCodes::is_taken(std::string_view code) const {
  return std::any_of(entries_.begin(), entries_.end(), [&](const Entry& entry) { return entry.code == code; });
}

std::string LanguageCodes::table() const {
  std::string text;
  for (const Entry& entry : entries_) {
    if (!text.empty()) text += ' ';
    text.append(entry.code).append("=").append(entry.tag);
  }
  return text;
}

std::map<std::string, std::string> parse_language_codes(std::string_view text) {
  std::map<std::string, std::string> codes;
  while (!text.empty()) {
    const std::size_t space = std::min(text.size(), text.find(' '));
    const std::string_view pair = text.substr(0, space);
    const std::size_t equals = pair.find('=');
    if (equals != std::string_view::npos) codes.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    text.remove_prefix(std::min(text.size(), space + 1));
  }
  return codes;
}

}  // namespace egiz::exchange
