// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a code point is to the aligner's tokeniser.

#include <array>
#include <cstddef>
#include <cstdint>

namespace egiz::align_detail {

enum class CharacterClass : std::uint8_t {
  letter,     // part of a word
  ideograph,  // a word by itself: scripts that are written without spaces
  digit,      // ASCII digits
  space,
  mark,   // combining: part of the word before it
  other,  // punctuation and symbols
};

// Latin, Greek and Cyrillic are looked up.
inline constexpr std::size_t kCommonLetters = 0x530;
extern const std::array<CharacterClass, kCommonLetters> kCommonClasses;
extern const std::array<char16_t, kCommonLetters> kCommonFolds;

CharacterClass find_class(char32_t c);
char32_t find_fold(char32_t c);

inline CharacterClass character_class(char32_t c) { return c < kCommonLetters ? kCommonClasses[c] : find_class(c); }

// Lower case for Latin, Greek, Cyrillic and Armenian; ё is е.  Every other code point is returned as it is.
inline char32_t fold_letter(char32_t c) { return c < kCommonLetters ? kCommonFolds[c] : find_fold(c); }

bool is_cyrillic(char32_t c);
bool is_latin(char32_t c);

}  // namespace egiz::align_detail
