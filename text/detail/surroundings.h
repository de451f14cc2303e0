// SPDX-License-Identifier: Apache-2.0
#pragma once

// What stands before and behind the possible end of a sentence.

#include <cstddef>
#include <string_view>

#include "text/detail/characters.h"

namespace egiz::detail {

// The word that a mark ends, and what it says about itself.
//
//   ... около (5 куб.м.
//              ^token    "5" is the number, "куб.м" the word
struct Before {
  std::size_t token_begin = 0;   // behind white space and openers
  std::size_t word_begin = 0;    // behind a number that sticks to the word
  std::string_view word;         // up to the mark, may hold full stops and hyphens; empty for a number
  std::size_t letters = 0;       // of word
  bool is_capitalised = false;   // begins with a capital
  bool is_all_capitals = false;  // of two letters or more
  bool is_initial = false;       // one capital letter
  bool is_dotted = false;        // holds a full stop: "a.m", "К.И"
  bool is_number = false;        // digits with their separators: "12", "2.3", "1 000"
  bool has_number = false;       // a number sticks to the word: "5куб.м", "2-т"
};

// REQUIRES: begin <= mark
Before look_before(std::string_view text, std::size_t begin, std::size_t mark);

// What might be the next sentence.
struct After {
  std::size_t begin = 0;            // the first character behind the white space
  bool is_spaced = false;           // there is white space
  bool has_dash = false;            // a dash that stands alone leads it
  bool has_opener = false;          // a quotation mark or bracket opens before the word
  CharKind start = CharKind::none;  // of the first character behind dashes and openers
  std::size_t word_begin = 0;       // where that is
  std::string_view word;            // its first word: letters and apostrophes; empty when there is none
  bool is_capitalised = false;      // or written as iPhone and eGov are
  bool is_all_capitals = false;     // of two letters or more
  bool is_latin = false;
  bool is_initial = false;      // one capital letter and a full stop
  bool is_abbreviated = false;  // a full stop follows the word
  bool is_address = false;      // of the web
};

After look_after(std::string_view text, std::size_t end);

// The token that ends before offset (white space between), not before begin; empty when there is none.
std::string_view token_before(std::string_view text, std::size_t begin, std::size_t offset);

bool has_digit(std::string_view text);

// XIX, also written with Cyrillic letters (ХІХ).
bool is_roman_numeral(std::string_view text);

}  // namespace egiz::detail
