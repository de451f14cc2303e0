// SPDX-License-Identifier: Apache-2.0
#include "text/detail/surroundings.h"

#include <algorithm>

namespace egiz::detail {
namespace {

constexpr std::size_t kLongestToken = 160;  // bytes; whatever is longer is no word

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ'; }

// What a word cannot hold: "и/или", "(см", "Алматы,Абай".
bool separates(CharKind kind, char32_t c) {
  return kind == CharKind::opener || kind == CharKind::closer || kind == CharKind::comma || kind == CharKind::space ||
         (kind == CharKind::quote && !is_apostrophe(c)) || (kind == CharKind::dash && c != U'-' && c != U'‑') ||
         c == U'=' || c == U'+' || c == U'>' || c == U'|' || c == U'…' || c == U'!' || c == U'?';
}

std::size_t find_token_begin(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  while (at > begin && end - at < kLongestToken) {
    const std::size_t previous = previous_offset(text, at);
    const char32_t c = code_point_at(text, previous);
    if (separates(kind_of(c), c)) break;
    at = previous;
  }
  while (at < end && is_apostrophe(code_point_at(text, at))) at = next_offset(text, at);
  return at;
}

// Behind the last digit and the hyphens that follow it.
std::size_t find_word_begin(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = end;
  while (at > begin && kind_before(text, at) != CharKind::digit) at = previous_offset(text, at);
  if (at == begin) return begin;
  while (at < end && !is_letter(kind_at(text, at))) at = next_offset(text, at);
  return at;
}

struct Letters {
  std::size_t all = 0;
  std::size_t upper = 0;
  bool is_dotted = false;
};

Letters count_letters(std::string_view word) {
  Letters letters;
  for (std::size_t at = 0; at < word.size(); at = next_offset(word, at)) {
    const char32_t c = code_point_at(word, at);
    const CharKind kind = kind_of(c);
    if (is_letter(kind)) ++letters.all;
    if (kind == CharKind::upper) ++letters.upper;
    if (c == U'.') letters.is_dotted = true;
  }
  return letters;
}

// Behind quotation marks, brackets, bullets, ellipses and dashes.
std::size_t skip_leaders(std::string_view text, std::size_t at, After& after) {
  constexpr int kMostLeaders = 12;
  for (int i = 0; i < kMostLeaders && at < text.size(); ++i) {
    const char32_t c = code_point_at(text, at);
    const CharKind kind = kind_of(c);
    if (kind == CharKind::quote || kind == CharKind::opener) {
      after.has_opener = true;
    } else if (kind == CharKind::dash) {
      // A hyphen belongs to what follows it unless white space or another dash does.
      const CharKind next = kind_at(text, next_offset(text, at));
      if (c == U'-' && (next == CharKind::lower || next == CharKind::digit)) return at;
      after.has_dash = true;
    } else if (c != U'…' && c != U'•' && c != U'*' && c != U'·' && !(c == U'.' && text.substr(at, 2) == "..") &&
               !(c == U'.' && text.substr(0, at).ends_with("."))) {
      return at;
    }
    at = skip_white_space(text, next_offset(text, at));
  }
  return at;
}

std::size_t find_word_end(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const char32_t c = code_point_at(text, at);
    if (!is_letter(kind_of(c)) && !(is_apostrophe(c) && is_letter(kind_at(text, next_offset(text, at))))) break;
    at = next_offset(text, at);
  }
  return at;
}

}  // namespace

Before look_before(std::string_view text, std::size_t begin, std::size_t mark) {
  Before before;
  before.token_begin = find_token_begin(text, begin, mark);
  before.word_begin = find_word_begin(text, before.token_begin, mark);
  before.has_number = before.word_begin > before.token_begin;
  before.is_number = before.has_number && before.word_begin == mark;
  before.word = text.substr(before.word_begin, mark - before.word_begin);
  const Letters letters = count_letters(before.word);
  before.letters = letters.all;
  before.is_dotted = letters.is_dotted;
  before.is_capitalised = kind_at(before.word, 0) == CharKind::upper;
  before.is_all_capitals = letters.all > 1 && letters.upper == letters.all;
  before.is_initial = before.is_capitalised && letters.all == 1 && !letters.is_dotted && !before.has_number;
  return before;
}

After look_after(std::string_view text, std::size_t end) {
  After after;
  after.begin = skip_white_space(text, end);
  after.is_spaced = after.begin > end;
  const std::size_t at = skip_leaders(text, after.begin, after);
  after.word_begin = at;
  after.start = kind_at(text, at);
  const std::size_t word_end = find_word_end(text, at);
  after.word = text.substr(at, word_end - at);
  if (after.word.empty()) return after;
  const Letters letters = count_letters(after.word);
  after.is_address = after.word == "http" || after.word == "https" || after.word == "www";
  after.is_latin = static_cast<unsigned char>(after.word.front()) < 0xD0;
  after.is_capitalised = after.start == CharKind::upper || letters.upper > 0;
  after.is_all_capitals = letters.all > 1 && letters.upper == letters.all;
  after.is_abbreviated = text.substr(word_end, 1) == ".";
  after.is_initial = letters.all == 1 && letters.upper == 1 && after.is_abbreviated;
  return after;
}

std::string_view token_before(std::string_view text, std::size_t begin, std::size_t offset) {
  std::size_t end = offset;
  while (end > begin && kind_before(text, end) == CharKind::space) end = previous_offset(text, end);
  std::size_t at = end;
  while (at > begin && end - at < kLongestToken && kind_before(text, at) != CharKind::space)
    at = previous_offset(text, at);
  return text.substr(at, end - at);
}

bool has_digit(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool is_roman_numeral(std::string_view text) {
  constexpr std::u32string_view kRoman = U"IVXLCDMІХСМ";
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); at = next_offset(text, at), ++length) {
    const char32_t c = code_point_at(text, at);
    if (c == U'-' || c == U'–' || c == U'—') continue;
    if (length == 9 || kRoman.find(c) == std::u32string_view::npos) return false;
  }
  return length > 0;
}

}  // namespace egiz::detail
