// SPDX-License-Identifier: Apache-2.0
#pragma once

// Consonant skeletons: names and international words across scripts.

#include <string>
#include <string_view>

namespace egiz::align_detail {

// The consonants of a lower-case word in Latin letters, levelled so that a name comes out the same from Cyrillic and
// Latin spelling ("шекспир", "shakespeare": skspr).  A first vowel stays, as "*".  Empty for other scripts.
std::string consonant_skeleton(std::string_view word);

// Kazakh letters as the Russian ones they stand for in loan words, Latin letters without diacritics.
char32_t level_letter(char32_t c);

}  // namespace egiz::align_detail
