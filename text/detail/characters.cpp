// SPDX-License-Identifier: Apache-2.0
#include "text/detail/characters.h"

#include <cassert>

#include <unicode/uchar.h>

#include "text/utf8.h"

namespace egiz::detail {

char32_t code_point_at(std::string_view text, std::size_t offset) { return next_code_point(text, offset); }

std::size_t previous_offset(std::string_view text, std::size_t offset) {
  assert(offset > 0 && offset <= text.size());
  --offset;
  while (offset > 0 && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) --offset;
  return offset;
}

bool is_white_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c));
}

ByteRange trim(std::string_view text, ByteRange range) {
  while (range.begin < range.end) {
    std::size_t next = range.begin;
    if (!is_white_space(next_code_point(text, next))) break;
    range.begin = next;
  }
  while (range.end > range.begin) {
    const std::size_t last = previous_offset(text, range.end);
    if (!is_white_space(code_point_at(text, last))) break;
    range.end = last;
  }
  return range;
}

}  // namespace egiz::detail
