// SPDX-License-Identifier: Apache-2.0
#pragma once

// Lexemes: what tokens are put together from.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/detail/look_alikes.h"
#include "text/document.h"
#include "text/language.h"

namespace egiz::detail {

// A run of letters, a run of digits, any other single character, or a web or mail address or file name whole.
struct Lexeme {
  enum class Kind : std::uint8_t { word, digits, symbol, address };
  enum class Gap : std::uint8_t { none, one, more };  // white space directly before

  Kind kind = Kind::symbol;
  Gap gap = Gap::none;
  Script script = Script::none;  // of a word, look-alikes levelled
  bool is_upper = false;         // a word in capitals only
  bool is_capitalized = false;   // a word with a capital at its beginning
  std::uint8_t capitals = 0;     // how many letters of a word are capital, 255 at most
  char32_t symbol = 0;
  ByteRange range;
  std::string key;  // of a word its match key, of digits ASCII digits
};

// The lexemes of text, in order; white space is left out.
// REQUIRES: text is valid UTF-8
std::vector<Lexeme> scan(std::string_view text, const Language& language);

// The end of the web or mail address or file name that begins at offset, or offset when there is none.
std::size_t address_end(std::string_view text, std::size_t offset);

}  // namespace egiz::detail
