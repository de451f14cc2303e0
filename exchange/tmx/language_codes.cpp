// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx/language_codes.h"

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

std::string full_language_code(const Language& language) {
  const auto usual = std::find_if(kUsual.begin(), kUsual.end(),
                                  [&](const Usual& entry) { return entry.language == language.tag(); });
  return usual == kUsual.end() ? language.tag() : std::string(usual->full);
}

bool is_full_language_code(std::string_view tag) {
  return std::any_of(kUsual.begin(), kUsual.end(), [&](const Usual& entry) { return entry.full == tag; });
}

std::string full_language_codes() {
  std::string text;
  for (const Usual& entry : kUsual) {
    if (!text.empty()) text += ' ';
    text.append(entry.full).append("=").append(entry.language);
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
