// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a code point is to the aligner's tokeniser.

namespace egiz::align_detail {

enum class CharacterClass {
  letter,     // part of a word
  ideograph,  // a word by itself: scripts that are written without spaces
  digit,      // ASCII digits
  space,
  mark,   // combining: part of the word before it
  other,  // punctuation and symbols
};

CharacterClass character_class(char32_t c);

// Lower case for Latin, Greek, Cyrillic and Armenian; ё is е.  Every other code point is returned as it is.
char32_t fold_letter(char32_t c);

bool is_cyrillic(char32_t c);
bool is_latin(char32_t c);

}  // namespace egiz::align_detail
