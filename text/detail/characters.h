// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looking at the characters of a UTF-8 text, forwards and backwards.

#include <cstddef>
#include <string_view>

#include "text/document.h"

namespace egiz::detail {

// What a character is to someone who looks for the end of a sentence.
enum class CharKind {
  none,  // behind the end or before the begin of the text
  space,
  upper,  // and title case
  lower,
  letter,  // of a script without case; combining marks too
  digit,
  mark,    // . ! ? … and their relatives
  quote,   // of any side: who opens and who closes is a matter of neighbours
  opener,  // ( [ {
  closer,  // ) ] }
  dash,    // of any length, hyphens too
  comma,   // , ; : which a sentence goes on behind
  symbol,  // everything else
};

CharKind kind_of(char32_t c);

constexpr bool is_letter(CharKind kind) {
  return kind == CharKind::upper || kind == CharKind::lower || kind == CharKind::letter;
}

// The code point at offset; 0 behind the end.
// REQUIRES: text is valid UTF-8, offset is at the start of a code point or at or behind the end
char32_t code_point_at(std::string_view text, std::size_t offset);

// The code point that ends before offset; 0 at the begin.
char32_t code_point_before(std::string_view text, std::size_t offset);

inline CharKind kind_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? kind_of(code_point_at(text, offset)) : CharKind::none;
}

inline CharKind kind_before(std::string_view text, std::size_t offset) {
  return offset > 0 ? kind_of(code_point_before(text, offset)) : CharKind::none;
}

// The offset of the code point behind the one at offset.
// REQUIRES: offset < text.size()
std::size_t next_offset(std::string_view text, std::size_t offset);

// The offset of the code point before offset.
// REQUIRES: offset > 0
std::size_t previous_offset(std::string_view text, std::size_t offset);

bool is_white_space(char32_t c);

// The first offset at or behind offset that is not white space.
std::size_t skip_white_space(std::string_view text, std::size_t offset);

// range without the white space at both ends; an empty range at its begin when there is nothing else.
ByteRange trim(std::string_view text, ByteRange range);

}  // namespace egiz::detail
