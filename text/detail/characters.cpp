// SPDX-License-Identifier: Apache-2.0
#include "text/detail/characters.h"

#include <unicode/uchar.h>

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

}  // namespace

CharKind find_kind(char32_t c) {
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
