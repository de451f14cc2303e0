// SPDX-License-Identifier: Apache-2.0
#include "text/detail/characters.h"

#include <array>
#include <cassert>

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace egiz::detail {
namespace {

CharKind kind_by_category(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
      return CharKind::upper;
    case U_LOWERCASE_LETTER:
      return CharKind::lower;
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER:
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
      return CharKind::letter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return CharKind::digit;
    case U_DASH_PUNCTUATION:
      return CharKind::dash;
    case U_INITIAL_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return CharKind::quote;
    case U_START_PUNCTUATION:
      return CharKind::opener;
    case U_END_PUNCTUATION:
      return CharKind::closer;
    default:
      return u_isUWhiteSpace(static_cast<UChar32>(c)) ? CharKind::space : CharKind::symbol;
  }
}

CharKind kind_of_ascii(char32_t c) {
  switch (c) {
    case U'.':
    case U'!':
    case U'?':
      return CharKind::mark;
    case U'"':
    case U'\'':
    case U'`':
      return CharKind::quote;
    case U',':
    case U';':
    case U':':
      return CharKind::comma;
    default:
      return kind_by_category(c);
  }
}

CharKind kind_of_other(char32_t c) {
  switch (c) {
    case U'…':
    case U'‼':
    case U'⁇':
    case U'⁈':
    case U'⁉':
    case U'؟':  // Arabic question mark
    case U'۔':  // Arabic full stop
    case U'。':
    case U'！':
    case U'？':
    case U'．':
      return CharKind::mark;
    case U'„':
    case U'‚':
    case U'‟':
      return CharKind::quote;
    case U'،':
    case U'؛':
      return CharKind::comma;
    case U'−':
    case U'⁃':
      return CharKind::dash;
    default:
      return kind_by_category(c);
  }
}

}  // namespace

CharKind kind_of(char32_t c) {
  static const std::array<CharKind, 128> ascii = [] {
    std::array<CharKind, 128> kinds{};
    for (char32_t i = 0; i < 128; ++i) kinds[i] = kind_of_ascii(i);
    return kinds;
  }();
  if (c < 128) return ascii[c];
  if (c >= U'а' && c <= U'я') return CharKind::lower;
  if (c >= U'А' && c <= U'Я') return CharKind::upper;
  return kind_of_other(c);
}

char32_t code_point_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? next_code_point(text, offset) : 0;
}

char32_t code_point_before(std::string_view text, std::size_t offset) {
  return offset > 0 ? code_point_at(text, previous_offset(text, offset)) : 0;
}

std::size_t next_offset(std::string_view text, std::size_t offset) {
  next_code_point(text, offset);
  return offset;
}

std::size_t previous_offset(std::string_view text, std::size_t offset) {
  assert(offset > 0 && offset <= text.size());
  --offset;
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) --offset;
  return offset;
}

bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return c < 0x400 || c > 0x52F ? u_isUWhiteSpace(static_cast<UChar32>(c)) : false;
}

std::size_t skip_white_space(std::string_view text, std::size_t offset) {
  while (offset < text.size()) {
    std::size_t next = offset;
    if (!is_white_space(next_code_point(text, next))) break;
    offset = next;
  }
  return offset;
}

ByteRange trim(std::string_view text, ByteRange range) {
  range.begin = skip_white_space(text.substr(0, range.end), range.begin);
  while (range.end > range.begin) {
    const std::size_t last = previous_offset(text, range.end);
    if (!is_white_space(code_point_at(text, last))) break;
    range.end = last;
  }
  return range;
}

}  // namespace egiz::detail
