// SPDX-License-Identifier: Apache-2.0
#pragma once

// Encodings of one byte a character.

#include <array>

#include "text/decode.h"

namespace egiz::detail {

// The characters of bytes 0x80 to 0xFF; 0 for a byte that stands for nothing.  Lower bytes are ASCII.
using CodePage = std::array<char16_t, 128>;

// REQUIRES: encoding is none of the Unicode ones
const CodePage& code_page(Encoding encoding);

}  // namespace egiz::detail
