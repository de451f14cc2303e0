// SPDX-License-Identifier: Apache-2.0
#include "text/detail/lexeme.h"

#include <unicode/uchar.h>

#include "text/detail/characters.h"
#include "text/match_key.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

bool is_letter(char32_t c) {
  if (c < 0x80) return script_of(c) != Script::none;
  if (c >= 0x400 && c < 0x482) return true;
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

// A character that a word may hold behind its first letter.
bool continues_word(char32_t c) {
  if (is_letter(c)) return true;
  if (c < 0xAD) return false;
  return c == 0xAD || c == 0x200B || u_charType(static_cast<UChar32>(c)) == U_NON_SPACING_MARK;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == U'ʼ' || c == U'`'; }

bool is_upper_letter(char32_t c) {
  if (c < 0x80) return c >= U'A' && c <= U'Z';
  return u_isupper(static_cast<UChar32>(c)) != 0;
}

bool is_digit(char32_t c) { return c < 0x80 ? c >= U'0' && c <= U'9' : u_isdigit(static_cast<UChar32>(c)) != 0; }

class Scanner {
 public:
  Scanner(std::string_view text, const Language& language) : text_(text), language_(language) {}

  std::vector<Lexeme> run() {
    lexemes_.reserve(text_.size() / 8 + 4);
    while (at_ < text_.size()) step();
    return std::move(lexemes_);
  }

 private:
  void step() {
    const std::size_t begin = at_;
    const char32_t c = next_code_point(text_, at_);
    if (is_white_space(c)) {
      gap_ = gap_ == Lexeme::Gap::none ? Lexeme::Gap::one : Lexeme::Gap::more;
      return;
    }
    Lexeme lexeme;
    lexeme.gap = gap_;
    gap_ = Lexeme::Gap::none;
    if (c < 0x80 && (is_letter(c) || is_digit(c)) && read_address(begin)) {
      lexeme.kind = Lexeme::Kind::address;
    } else if (is_letter(c)) {
      read_word(begin, c, lexeme);
    } else if (is_digit(c)) {
      read_digits(begin, lexeme);
    } else {
      lexeme.symbol = c;
    }
    lexeme.range = {begin, at_};
    lexemes_.push_back(std::move(lexeme));
  }

  // An address begins where a word may begin: not right behind a letter or a digit.
  bool read_address(std::size_t begin) {
    if (!lexemes_.empty() && lexemes_.back().range.end == begin && lexemes_.back().kind != Lexeme::Kind::symbol) {
      return false;
    }
    const std::size_t end = address_end(text_, begin);
    if (end == begin) return false;
    at_ = end;
    return true;
  }

  void read_word(std::size_t begin, char32_t first, Lexeme& lexeme) {
    lexeme.kind = Lexeme::Kind::word;
    lexeme.is_capitalized = is_upper_letter(first);
    lexeme.capitals = lexeme.is_capitalized ? 1 : 0;
    std::size_t letters = 1;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = next_code_point(text_, next);
      if (!continues_word(c)) {
        if (!is_apostrophe(c) || next == text_.size() || !is_letter(code_point_at(text_, next))) break;
      } else if (is_letter(c)) {
        ++letters;
        if (is_upper_letter(c) && lexeme.capitals < 255) ++lexeme.capitals;
      }
      at_ = next;
    }
    lexeme.is_upper = lexeme.capitals == letters;
    lexeme.key = match_key(text_.substr(begin, at_ - begin), language_);
    lexeme.script = lexeme.key.empty() ? Script::none : script_of(code_point_at(lexeme.key, 0));
    // A capital that stands alone is the sign it looks like ("axis X"); a small letter may be a slip ("c" for "с").
    if (at_ - begin == 1 && lexeme.is_upper) lexeme.script = Script::latin;
  }

  void read_digits(std::size_t begin, Lexeme& lexeme) {
    lexeme.kind = Lexeme::Kind::digits;
    at_ = begin;
    while (at_ < text_.size()) {
      std::size_t next = at_;
      const char32_t c = next_code_point(text_, next);
      if (!is_digit(c)) break;
      lexeme.key.push_back(static_cast<char>('0' + u_charDigitValue(static_cast<UChar32>(c))));
      at_ = next;
    }
  }

  std::string_view text_;
  const Language& language_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  Lexeme::Gap gap_ = Lexeme::Gap::none;
};

}  // namespace

std::vector<Lexeme> scan(std::string_view text, const Language& language) { return Scanner(text, language).run(); }

}  // namespace egiz::detail
