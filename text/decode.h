// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes of a file to UTF-8.

#include <string>
#include <string_view>
#include <vector>

namespace egiz {

enum class Encoding {
  utf_8, utf_16le, utf_16be, windows_1251, koi8_r, ibm866, mac_cyrillic, windows_1252,
  kz_1048,  // STRK1048-2002, RK1048
  pt154,    // ParaType Asian Cyrillic
};

// The IANA name: "UTF-8", "windows-1251", "KZ-1048".
std::string_view encoding_name(Encoding encoding);

// Throws Error{invalid_argument} for a name that is none of the above (aliases and case are levelled).
Encoding encoding_from_name(std::string_view name);

struct DecodedText {
  std::string text;                 // valid UTF-8, without a byte order mark; line ends as they were
  Encoding encoding = Encoding::utf_8;
  bool had_byte_order_mark = false;
  std::vector<std::string> notes;   // what was repaired, each a sentence with its place
};

// The encoding that bytes are most likely in.  ASCII is UTF-8.  nullopt-free: throws Error{parse}
// when the bytes are no text at all (binary: NUL bytes outside UTF-16, or mostly control characters).
Encoding detect_encoding(std::string_view bytes);

// Decodes in the detected encoding.  Throws Error{parse} with the byte offset when that fails.
DecodedText decode(std::string_view bytes);

// Decodes in a given encoding.  Throws Error{parse} with the byte offset of what does not fit.
DecodedText decode(std::string_view bytes, Encoding encoding);

}  // namespace egiz
