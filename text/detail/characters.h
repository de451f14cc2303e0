// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looking at the characters of a UTF-8 text, forwards and backwards.

#include <cstddef>
#include <string_view>

#include "text/document.h"

namespace egiz::detail {

// The code point at offset.
// REQUIRES: text is valid UTF-8, offset is at the start of a code point
char32_t code_point_at(std::string_view text, std::size_t offset);

// The offset of the code point before offset.
// REQUIRES: offset > 0
std::size_t previous_offset(std::string_view text, std::size_t offset);

bool is_white_space(char32_t c);

// range without the white space at both ends; an empty range at its begin when there is nothing else.
ByteRange trim(std::string_view text, ByteRange range);

}  // namespace egiz::detail
