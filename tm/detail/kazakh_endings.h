// SPDX-License-Identifier: Apache-2.0
#pragma once

// Kazakh endings behind numbers and months: which case they are, and the same case behind another word.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace egiz::detail {

// What an ending takes from the word before it: its vowels, and its last sound.
struct KazakhSound {
  enum class Last { vowel, nasal, sonorant, voiced, voiceless };

  bool is_back = true;  // а, ы; else е, і
  Last last = Last::vowel;
};

// How a whole number is read aloud at its end: "2014" is төрт; nullopt for what is no run of digits.
std::optional<KazakhSound> sound_of_number(std::string_view digits);

// The cases that an ending may be behind a word of that sound, as bits; 0 when it is none.  No ending is a case too.
std::uint32_t kazakh_cases(std::string_view ending, const KazakhSound& sound);

// The ending of the lowest of cases behind a word of that sound.
// REQUIRES: cases != 0
std::string kazakh_ending(std::uint32_t cases, const KazakhSound& sound);

}  // namespace egiz::detail
