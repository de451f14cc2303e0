// SPDX-License-Identifier: Apache-2.0
// The aligner's tokens: what is counted when two segments are compared.

#include "align/detail/tokenizer.h"

#include <utility>

#include "align/detail/letters.h"
#include "text/utf8.h"

namespace egiz::align_detail {
namespace {

// The class of a punctuation mark, 0 for one that says nothing (comma, full stop).
char32_t punctuation_class(char32_t c) {
  switch (c) {
    case '?':
    case 0x37E:
    case 0x61F:
    case 0xFF1F:
      return '?';
    case '!':
    case 0xFF01:
      return '!';
    case ':':
    case 0xFF1A:
      return ':';
    case ';':
    case 0xFF1B:
      return ';';
    case '"':
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x2039:
    case 0x203A:
      return '"';
    case 0x2013:
    case 0x2014:
    case 0x2015:
      return '-';
    case '%':
    case 0x2030:
      return '%';
    case 0x2026:
      return 0x2026;
    case '(':
    case '[':
      return '(';
    case 0xA7:
    case 0x2116:
    case '#':
      return 0xA7;
    case '&':
    case '@':
    case '$':
    case 0x20AC:
    case 0x20B8:
    case '=':
    case '+':
    case '*':
    case '<':
    case '{':
      return c;
    default:
      return 0;
  }
}

bool is_dash(char32_t c) { return c == '-' || punctuation_class(c) == '-' || c == 0x2022; }

bool is_quote(char32_t c) {
  return punctuation_class(c) == '"' || punctuation_class(c) == '(' || c == ')' || c == ']' || c == 0x27 || c == '<' ||
         c == '>' || c == 0x2019 || c == 0x2018;
}

bool ends_sentence(char32_t c) { return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == 0x3002 || c == 0xFF1F; }

class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(to_utf32(text)) {}

  SegmentTokens scan() {
    while (at_ < text_.size()) {
      switch (character_class(text_[at_])) {
        case CharacterClass::letter:
          scan_word();
          break;
        case CharacterClass::ideograph:
          add_single(text_[at_]);
          break;
        case CharacterClass::digit:
          scan_number();
          break;
        case CharacterClass::other:
          scan_mark();
          break;
        case CharacterClass::space:
        case CharacterClass::mark:
          ++at_;
          break;
      }
    }
    result_.start = start_kind();
    result_.end = end_kind();
    return std::move(result_);
  }

 private:
  StartKind start_kind() const {
    for (const char32_t c : text_) {
      switch (character_class(c)) {
        case CharacterClass::letter:
          return fold_letter(c) != c ? StartKind::upper : StartKind::lower;
        case CharacterClass::digit:
          return StartKind::digit;
        case CharacterClass::space:
          break;
        default:
          return is_dash(c) ? StartKind::dash : is_quote(c) ? StartKind::quote : StartKind::other;
      }
    }
    return StartKind::other;
  }

  EndKind end_kind() const {
    for (std::size_t k = text_.size(); k-- > 0;) {
      const char32_t c = text_[k];
      if (character_class(c) == CharacterClass::space || is_quote(c)) {
        continue;
      }
      switch (c) {
        case '.':
          return k >= 2 && text_[k - 1] == '.' && text_[k - 2] == '.' ? EndKind::ellipsis : EndKind::full_stop;
        case 0x3002:
          return EndKind::full_stop;
        case 0x2026:
          return EndKind::ellipsis;
        case ',':
          return EndKind::comma;
        default:
          break;
      }
      switch (punctuation_class(c)) {
        case '?':
          return EndKind::question;
        case '!':
          return EndKind::exclamation;
        case ':':
          return EndKind::colon;
        case ';':
          return EndKind::semicolon;
        case '-':
          return EndKind::dash;
        default:
          return EndKind::none;
      }
    }
    return EndKind::none;
  }

  char32_t peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : U' '; }
  bool is_digit_at(std::size_t ahead) const { return character_class(peek(ahead)) == CharacterClass::digit; }
  bool is_space_at(std::size_t ahead) const { return character_class(peek(ahead)) == CharacterClass::space; }

  void add(std::string form, std::string stem) {
    if (result_.tokens.size() < kMaxSegmentTokens) {
      result_.tokens.push_back({std::move(form), std::move(stem)});
    }
  }

  void add_single(char32_t c) {
    std::string form;
    append_utf8(form, c);
    ++result_.characters;
    ++at_;
    add(form, form);
  }

  void scan_word() {
    std::string form;
    std::string stem;
    std::size_t letters = 0;
    for (; at_ < text_.size(); ++at_) {
      const char32_t c = text_[at_];
      const CharacterClass kind = character_class(c);
      const bool is_inner_apostrophe = (c == '\'' || c == 0x2019) && character_class(peek(1)) == CharacterClass::letter;
      if (kind == CharacterClass::letter || kind == CharacterClass::digit) {
        append_utf8(form, fold_letter(c));
        ++letters;
        if (letters == kStemLetters) {
          stem = form;
        }
        ++result_.characters;
      } else if (is_inner_apostrophe) {
        ++result_.characters;
      } else if (kind != CharacterClass::mark) {
        break;
      }
    }
    last_word_letters_ = letters;
    if (stem.empty()) stem = form;
    add(std::move(form), std::move(stem));
  }

  // True when what stands here separates thousands: a mark, three digits, and then no further digit.
  bool is_thousands_separator() const {
    const char32_t c = peek(0);
    const bool is_separator = c == ' ' || c == 0xA0 || c == 0x202F || c == 0x2009 || c == ',' || c == '.' || c == '\'';
    return is_separator && is_digit_at(1) && is_digit_at(2) && is_digit_at(3) && !is_digit_at(4);
  }

  void scan_number() {
    std::string value = "#";
    std::size_t leading = 0;  // digits before the first separator
    bool has_fraction = false;
    while (at_ < text_.size()) {
      const char32_t c = peek(0);
      if (is_digit_at(0)) {
        value.push_back(static_cast<char>(c));
        ++result_.characters;
        leading += !has_fraction;
        ++at_;
      } else if (!has_fraction && leading <= 3 * 5 && value != "#0" && is_thousands_separator()) {
        result_.characters += !is_space_at(0);
        ++at_;
      } else if (!has_fraction && (c == ',' || c == '.') && is_digit_at(1)) {
        value.push_back('.');
        has_fraction = true;
        ++result_.characters;
        ++at_;
      } else {
        break;
      }
    }
    last_word_letters_ = 3;  // a sentence may end in a number
    add(value, value);
  }

  void scan_mark() {
    const char32_t c = text_[at_];
    ++result_.characters;
    count_sentence_end(c);
    char32_t kind = punctuation_class(c);
    if (c == '-' && is_space_at(1) && (at_ == 0 || character_class(text_[at_ - 1]) == CharacterClass::space)) {
      kind = '-';
    }
    if (c == '.' && peek(1) == '.' && peek(2) == '.') {
      kind = 0x2026;
      at_ += 2;
      result_.characters += 2;
    }
    ++at_;
    if (kind != 0) {
      std::string form;
      append_utf8(form, kind);
      add(form, form);
    }
  }

  // A sentence ends at . ! ? … behind a word of three letters or more, before white space and more text that does
  // not go on in lower case.
  void count_sentence_end(char32_t c) {
    if (!ends_sentence(c) || (c == '.' && last_word_letters_ < 3)) {
      return;
    }
    std::size_t ahead = 1;
    while (at_ + ahead < text_.size() && character_class(peek(ahead)) == CharacterClass::other) {
      ++ahead;
    }
    const std::size_t space = ahead;
    while (at_ + ahead < text_.size() && character_class(peek(ahead)) != CharacterClass::letter &&
           character_class(peek(ahead)) != CharacterClass::digit) {
      ++ahead;
    }
    const char32_t next = peek(ahead);
    const bool goes_on_in_lower_case = character_class(next) == CharacterClass::letter && fold_letter(next) == next &&
                                       (is_latin(next) || is_cyrillic(next));
    const bool has_space = is_space_at(space) || c == 0x3002;
    result_.sentences += at_ + ahead < text_.size() && has_space && !goes_on_in_lower_case;
  }

  std::u32string text_;
  std::size_t at_ = 0;
  std::size_t last_word_letters_ = 0;
  SegmentTokens result_;
};

}  // namespace

SegmentTokens tokenize_segment(std::string_view text) { return Scanner(text).scan(); }

}  // namespace egiz::align_detail
