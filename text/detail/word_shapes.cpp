// SPDX-License-Identifier: Apache-2.0
#include "text/detail/word_shapes.h"

#include <algorithm>
#include <array>

#include "text/detail/characters.h"

namespace egiz::detail {
namespace {

bool has_vowel(std::string_view word) {
  constexpr std::u32string_view kVowels = U"aeiouyаеёиоуыэюяәөұүіäöüūıáóúýAEIOUYАЕЁИОУЫЭЮЯӘӨҰҮІÄÖÜŪÁÓÚÝ";
  for (std::size_t at = 0; at < word.size(); at = next_offset(word, at)) {
    if (kVowels.find(code_point_at(word, at)) != std::u32string_view::npos) return true;
  }
  return false;
}

}  // namespace

bool says_something(std::string_view text) {
  constexpr std::size_t kFarEnough = 200;  // bytes; keeps hostile texts from taking quadratic time
  if (text.size() > kFarEnough) return true;
  for (std::size_t at = 0; at < text.size(); at = next_offset(text, at)) {
    const CharKind kind = kind_at(text, at);
    if (is_letter(kind) || kind == CharKind::digit || (kind == CharKind::symbol && code_point_at(text, at) > 0x7F)) {
      return true;
    }
  }
  return false;
}

bool lacks_vowels(const Before& before) {
  const bool is_long_enough = before.letters >= 2 || kind_at(before.word, 0) == CharKind::lower;
  return is_long_enough && before.letters <= 5 && !before.is_all_capitals && !before.has_number && !before.is_dotted &&
         !has_vowel(before.word);
}

bool is_dotted_name(std::string_view word) {
  if (word.find('/') != std::string_view::npos) return true;
  constexpr std::size_t kLongestPart = 4;  // letters
  constexpr auto kDomains =
      std::to_array<std::string_view>({"com", "net", "org", "edu",  "gov", "info", "ru",  "kz",   "рф",  "қаз", "io",
                                       "js",  "exe", "doc", "docx", "pdf", "txt",  "zip", "html", "xls", "xlsx"});
  std::size_t letters = 0;
  bool has_long_part = false;
  for (std::size_t at = 0; at < word.size(); at = next_offset(word, at)) {
    letters = is_letter(kind_at(word, at)) ? letters + 1 : 0;
    has_long_part = has_long_part || letters > kLongestPart;
  }
  return has_long_part || std::ranges::find(kDomains, word.substr(word.rfind('.') + 1)) != kDomains.end();
}

bool is_in_address(std::string_view text, std::size_t offset) {
  constexpr std::size_t kLongestAddress = 200;  // bytes, to either side
  std::size_t begin = offset;
  const std::size_t first = offset - std::min(offset, kLongestAddress);
  while (begin > first && static_cast<unsigned char>(text[begin - 1]) > ' ') --begin;
  text = text.substr(0, offset + kLongestAddress);
  const std::size_t end = std::min(text.find_first_of(" \t\r\n", offset), text.size());
  const std::string_view token = text.substr(begin, end - begin);
  constexpr auto kSigns = std::to_array<std::string_view>({"@", "_", "\\", "://", "www.", ".com", ".html", ".php"});
  return std::ranges::any_of(kSigns, [&](std::string_view sign) { return token.find(sign) != std::string_view::npos; });
}

bool has_more_words(std::string_view text, std::size_t count) {
  std::size_t space = 0;
  while (count-- > 0) {
    space = text.find(' ', space);
    if (space++ == std::string_view::npos) return false;
  }
  return true;
}

bool ends_as_full_word(const Before& before) {
  constexpr std::u32string_view kLast = U"аеёиоуыэюяйьәіө";
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"ых", "их", "ов", "ев", "ах", "ях", "ам", "ям", "ом", "ем", "ет", "ит", "ут", "ют", "ят"});
  if (before.letters < 4 || before.is_dotted) return false;
  return kLast.find(code_point_before(before.word, before.word.size())) != std::u32string_view::npos ||
         (before.letters > 4 &&
          std::ranges::any_of(kEndings, [&](auto ending) { return before.word.ends_with(ending); }));
}

bool is_rule(std::string_view text) {
  return text.size() > 2 && text.find_first_not_of("-*_=~#") == std::string_view::npos;
}

bool says_more(std::string_view text) {
  constexpr int kFarEnough = 80;  // characters
  const char32_t first = code_point_at(text, 0);
  if (std::u32string_view(U"#№§&%").find(first) != std::u32string_view::npos) return false;
  for (std::size_t at = 0, i = 0; at < text.size() && i < kFarEnough; at = next_offset(text, at), ++i) {
    const CharKind kind = kind_at(text, at);
    if (is_letter(kind) || kind == CharKind::digit) return true;
  }
  return false;
}

bool is_omission(std::string_view text) {
  return text.starts_with("[...]") || text.starts_with("[…]") || text.starts_with("(...)") || text.starts_with("(…)");
}

bool opens_quote(std::string_view text, std::size_t offset) {
  const std::size_t quote = previous_offset(text, offset);
  const CharKind before = kind_before(text, quote);
  return before == CharKind::none || before == CharKind::space || before == CharKind::opener ||
         before == CharKind::comma || before == CharKind::dash;
}

bool begins_in_small_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size(); at = next_offset(text, at)) {
    const CharKind kind = kind_at(text, at);
    if (is_letter(kind)) return kind == CharKind::lower;
  }
  return false;
}

}  // namespace egiz::detail
