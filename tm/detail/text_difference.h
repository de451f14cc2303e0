// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a match key levels, seen again: how two texts with one key differ.

#include <string_view>

namespace egiz::detail {

struct TextDifference {
  bool letter_case = false;  // capital and small letters
  bool punctuation = false;  // white space, quotes, dashes, characters that are not seen
  bool spelling = false;     // ё and е, look-alike letters, another script

  bool operator==(const TextDifference&) const = default;
};

// White space at the ends does not count.
// REQUIRES: both are valid UTF-8 and have the same match key
TextDifference text_difference(std::string_view a, std::string_view b);

}  // namespace egiz::detail
