// SPDX-License-Identifier: Apache-2.0
#pragma once

// How words of Kazakh, Russian and English are inflected, as far as their letters show it: endings of paradigms, as
// match keys.  Light: no list of words, no vowels that come and go, no consonants that change within a stem.

#include <span>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace egiz::detail {

// One of some endings, or nothing where it may lack.
struct EndingSlot {
  std::span<const std::string_view> endings;
  bool may_lack = false;
};
using EndingRow = std::vector<EndingSlot>;

// The forms of a word are a stem of it with a row of endings.
struct Paradigm {
  EndingRow asked;  // that the word which is asked for may have behind its stem
  EndingRow forms;  // that its forms have
};

// True when ending is one of each slot of a row after another.
bool stands_in_row(std::string_view ending, std::span<const EndingSlot> row);

// Empty for languages other than Kazakh, Russian and English.
std::span<const Paradigm> paradigms_of(const Language& language);

}  // namespace egiz::detail
