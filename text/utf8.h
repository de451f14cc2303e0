// SPDX-License-Identifier: Apache-2.0
#pragma once

// UTF-8: validation at the door, and positions in other units.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace egiz {

// The byte offset of the first byte that is not well-formed UTF-8 (Unicode 15, table 3-7), or nullopt.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

inline bool is_valid_utf8(std::string_view text) { return !find_invalid_utf8(text); }

// Whether a byte of well-formed UTF-8 goes on a character that began before it.
constexpr bool is_utf8_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Reads the code point at offset and moves offset behind it.
// REQUIRES: text is valid UTF-8, offset < text.size() and at the start of a code point
char32_t next_code_point(std::string_view text, std::size_t& offset);

// Appends code_point, which must be a Unicode scalar value, as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

// REQUIRES: text is valid UTF-8
std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
std::size_t count_code_points(std::string_view text);

// Byte offsets, ascending, as offsets in code points (Python) or in UTF-16 units (JavaScript, ICU).
// REQUIRES: text is valid UTF-8, offsets ascend and lie on code points
std::vector<std::size_t> code_point_offsets(std::string_view text, const std::vector<std::size_t>& byte_offsets);
std::vector<std::size_t> utf16_offsets(std::string_view text, const std::vector<std::size_t>& byte_offsets);

}  // namespace egiz
