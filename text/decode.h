// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bytes of a file to UTF-8.

#include <string>
#include <string_view>
#include <vector>

namespace egiz {

enum class Encoding {
  utf_8,
  utf_16le,
  utf_16be,
  windows_1251,
  koi8_r,
  ibm866,
  mac_cyrillic,
  windows_1252,
  kz_1048,  // STRK1048-2002, RK1048
  pt154,    // ParaType Asian Cyrillic
};

// The IANA name: "UTF-8", "windows-1251", "KZ-1048".
std::string_view encoding_name(Encoding encoding);

// Throws Error{invalid_argument} for a name that is none of the above (aliases and case are levelled).
Encoding encoding_from_name(std::string_view name);

struct DecodedText {
  std::string text;  // valid UTF-8, without a byte order mark; line ends as they were
  Encoding encoding = Encoding::utf_8;
  bool had_byte_order_mark = false;
  std::vector<std::string> notes;  // what was repaired, each a sentence with its place
};

// The encoding that bytes are most likely in: by byte order mark, then as UTF-16 by its high bytes, then as UTF-8, then
// as the code page in which the words are likeliest.  ASCII is UTF-8; so is text of UTF-8 that is damaged here and
// there or cut at the end, which decode() then refuses with the place.  Throws Error{parse} when the bytes are no text
// at all (binary: NUL bytes outside UTF-16, or more than 1 in 100 control characters).
Encoding detect_encoding(std::string_view bytes);

// Decodes in the detected encoding, and repairs text that had been read in a wrong encoding before when that is
// certain (text/repair.h), with a note.  Throws Error{parse} with the byte offset when decoding fails.
DecodedText decode(std::string_view bytes);

// Decodes in a given encoding; repairs nothing.  Throws Error{parse} with the byte offset of what does not fit.
DecodedText decode(std::string_view bytes, Encoding encoding);

}  // namespace egiz
