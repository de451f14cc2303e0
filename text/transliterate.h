// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names across scripts.

#include <string>
#include <string_view>

namespace egiz {

// What is left of a word when alphabets are forgotten: its consonants, in classes that spelling traditions mix up
// (c k q қ; v w в; g h kh г ғ х; s z ts с з ц; j zh дж ж; sh ch ш ч), doubled ones once, and "a" for a vowel that opens
// it.  ASCII small letters; empty for a word without letters.  Case endings only add at the end, so skeletons of
// inflected words are compared by their beginnings.  Pure; any thread.
// REQUIRES: word is valid UTF-8
//   name_skeleton("Nazarbayev") == name_skeleton("Назарбаев")  // "nsrbv"
//   name_skeleton("Tokayev") == name_skeleton("Тоқаев")        // "tkv"
std::string name_skeleton(std::string_view word);

}  // namespace egiz
