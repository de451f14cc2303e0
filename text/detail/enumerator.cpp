// SPDX-License-Identifier: Apache-2.0
#include "text/detail/enumerator.h"

#include <algorithm>

#include "text/detail/characters.h"
#include "text/detail/surroundings.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kLongestHead = 80;  // bytes

std::string_view strip(std::string_view text) {
  const ByteRange range = trim(text, {0, text.size()});
  return text.substr(range.begin, range.size());
}

// Without bullets, brackets, quotation marks and the signs of paragraph and number at the begin.
std::string_view strip_leaders(std::string_view text) {
  for (;;) {
    text = strip(text);
    const char32_t c = code_point_at(text, 0);
    const CharKind kind = kind_of(c);
    const bool leads =
        kind == CharKind::opener || kind == CharKind::quote || kind == CharKind::dash || kind == CharKind::symbol;
    if (text.empty() || !leads) return text;
    text.remove_prefix(next_offset(text, 0));
  }
}

// Groups of one to three digits with full stops between them: "12", "2.3.1".
bool is_outline_number(std::string_view text) {
  std::size_t digits = 0;
  for (const char c : text) {
    if (c == '.') {
      if (digits == 0) return false;
      digits = 0;
    } else if (c < '0' || c > '9' || ++digits > 3) {
      return false;
    }
  }
  return digits > 0;
}

bool is_single_letter(std::string_view text) {
  return !text.empty() && is_letter(kind_at(text, 0)) && next_offset(text, 0) == text.size();
}

bool is_label(std::string_view text) {
  return is_outline_number(text) || is_single_letter(text) || is_roman_numeral(text);
}

std::string_view without_full_stop(std::string_view word) {
  if (word.ends_with(".")) word.remove_suffix(1);
  return word;
}

bool is_heading_word(std::string_view word, const WordBook& words) {
  return words.find(without_full_stop(word)).has(WordClass::heading);
}

// "12-бап", "3 тарау".
bool is_numbered_heading(std::string_view text, const WordBook& words) {
  std::size_t at = 0;
  while (at < text.size() && text[at] >= '0' && text[at] <= '9') ++at;
  if (at == 0 || at > 3) return false;
  const std::size_t word = text.find_first_not_of("- ", at);
  return word != std::string_view::npos && word > at && is_heading_word(text.substr(word), words);
}

}  // namespace

bool is_enumerator(std::string_view text, const WordBook& words) {
  if (text.size() > kLongestHead) return false;
  const std::string_view head = strip_leaders(text);
  if (is_label(head)) return true;
  const std::size_t space = head.find(' ');
  if (space != std::string_view::npos && kind_at(head, 0) == CharKind::upper &&
      is_heading_word(head.substr(0, space), words) && is_label(strip_leaders(head.substr(space)))) {
    return true;
  }
  return is_numbered_heading(head, words);
}

bool is_imprint(std::string_view text) {
  const std::size_t word_end = std::min(text.find_first_of(" ,:;"), text.size());
  const std::string_view word = text.substr(0, word_end);
  const std::string_view rest = text.substr(word_end, 60);
  const bool is_pages = is_single_letter(without_full_stop(word)) && rest.size() > 1 && has_digit(rest.substr(1, 1));
  if (is_pages && word.ends_with(".")) return true;
  if (has_digit(word)) {
    const std::string_view unit = strip(rest).substr(0, 3);
    return word.ends_with(".") || unit == "с." || unit == "б." || unit.starts_with("p.") || unit.starts_with("s.");
  }
  // A town, perhaps a publisher, and the year.
  if (kind_at(text, 0) != CharKind::upper || rest.empty() || (rest[0] != ',' && rest[0] != ':')) return false;
  const std::size_t comma = rest.rfind(", ", rest.find_first_of(".!?"));
  return comma != std::string_view::npos && is_outline_number(rest.substr(comma + 2, 2)) &&
         is_outline_number(rest.substr(comma + 4, 2));
}

}  // namespace egiz::detail
