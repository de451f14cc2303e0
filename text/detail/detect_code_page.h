// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which code page makes words of bytes?

#include <string_view>

#include "text/decode.h"

namespace egiz::detail {

// The code page in which the words of bytes cost least by the letter models, with a price for signs inside text,
// for bytes that stand for nothing and for capitals in the middle of words.  Where pages give the same text
// windows-1251 goes before the Kazakh ones, and windows-1252 before all when there is no Cyrillic letter.
// REQUIRES: bytes holds a byte of 0x80 or more
Encoding detect_code_page(std::string_view bytes);

}  // namespace egiz::detail
