// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looking at the characters of a UTF-8 text, forwards and backwards.

#include <array>
#include <cassert>
#include <cstddef>
#include <string_view>

#include "text/document.h"
#include "text/utf8.h"

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

// kind_of() for any character, by its Unicode category.
CharKind find_kind(char32_t c);

// The kinds of ASCII and of Cyrillic up to U+052F, which nearly all our text is made of; none
// where find_kind() has to be asked.
inline constexpr std::array<CharKind, 0x530> kKinds = [] {
  std::array<CharKind, 0x530> kinds{};
  const auto fill = [&](std::size_t begin, std::size_t end, CharKind kind) {
    for (std::size_t c = begin; c < end; ++c) kinds[c] = kind;
  };
  const auto set = [&](std::string_view characters, CharKind kind) {
    for (const char c : characters) kinds[static_cast<std::size_t>(c)] = kind;
  };
  fill(0x00, 0x80, CharKind::symbol);
  fill('0', '9' + 1, CharKind::digit);
  fill('A', 'Z' + 1, CharKind::upper);
  fill('a', 'z' + 1, CharKind::lower);
  set("\t\n\v\f\r ", CharKind::space);
  set(".!?", CharKind::mark);
  set("\"'`", CharKind::quote);
  set(",;:", CharKind::comma);
  set("([{", CharKind::opener);
  set(")]}", CharKind::closer);
  set("-", CharKind::dash);
  fill(0x400, 0x430, CharKind::upper);
  fill(0x430, 0x460, CharKind::lower);
  // Extended Cyrillic has a capital at each even place and its small letter behind it.
  for (std::size_t c = 0x48A; c < 0x530; ++c) {
    if (c < 0x4C0 || c >= 0x4D0) kinds[c] = c % 2 == 0 ? CharKind::upper : CharKind::lower;
  }
  return kinds;
}();

inline CharKind kind_of(char32_t c) {
  if (c < kKinds.size() && kKinds[c] != CharKind::none) return kKinds[c];
  return find_kind(c);
}

constexpr bool is_letter(CharKind kind) {
  return kind == CharKind::upper || kind == CharKind::lower || kind == CharKind::letter;
}

// The code point at offset; 0 behind the end.
// REQUIRES: text is valid UTF-8, offset is at the start of a code point or at or behind the end
inline char32_t code_point_at(std::string_view text, std::size_t offset) {
  if (offset >= text.size()) return 0;
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return lead;
  if (lead < 0xE0) return ((lead & 0x1FU) << 6) | (static_cast<unsigned char>(text[offset + 1]) & 0x3FU);
  return next_code_point(text, offset);
}

// The offset of the code point behind the one at offset.
// REQUIRES: offset < text.size()
inline std::size_t next_offset(std::string_view text, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(text[offset]);
  if (lead < 0x80) return offset + 1;
  if (lead < 0xE0) return offset + 2;
  return offset + (lead < 0xF0 ? 3 : 4);
}

// The offset of the code point before offset.
// REQUIRES: offset > 0
inline std::size_t previous_offset(std::string_view text, std::size_t offset) {
  assert(offset > 0 && offset <= text.size());
  --offset;
  while (offset > 0 && is_utf8_continuation(text[offset])) --offset;
  return offset;
}

// The code point that ends before offset; 0 at the begin.
inline char32_t code_point_before(std::string_view text, std::size_t offset) {
  return offset > 0 ? code_point_at(text, previous_offset(text, offset)) : 0;
}

inline CharKind kind_at(std::string_view text, std::size_t offset) {
  return offset < text.size() ? kind_of(code_point_at(text, offset)) : CharKind::none;
}

inline CharKind kind_before(std::string_view text, std::size_t offset) {
  return offset > 0 ? kind_of(code_point_before(text, offset)) : CharKind::none;
}

bool is_white_space(char32_t c);

// The first offset at or behind offset that is not white space.
std::size_t skip_white_space(std::string_view text, std::size_t offset);

// range without the white space at both ends; an empty range at its begin when there is nothing else.
ByteRange trim(std::string_view text, ByteRange range);

}  // namespace egiz::detail
