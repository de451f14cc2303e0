// SPDX-License-Identifier: Apache-2.0
#pragma once

// Stems of Kazakh, Russian and English words: what is left without endings.  Light, made to rank equals, not to search.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace egiz::detail {

// The stem of a word that is a match key: the longest ending of its language is taken off while three letters are left;
// in Kazakh, whose endings stand in rows, again and again.  Words of other languages are their own stems.
std::string_view stem_of(std::string_view word, const Language& language);

// The stems of the words of a text, sorted.
std::vector<std::string> stems_of(std::string_view text, const Language& language);

// How many are in both; a stem that stands twice in both counts twice.
// REQUIRES: both are sorted
std::size_t shared_stems(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace egiz::detail
