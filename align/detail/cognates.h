// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cognates: words that are recognised by their spelling.

#include <vector>

#include "align/detail/vocabulary.h"
#include "align/detail/word_prior.h"

namespace egiz::align_detail {

// Numbers, Latin words, punctuation, names and international words that the two vocabularies share, by equal
// spelling, common beginning, or consonant skeleton across scripts.
std::vector<WordPair> find_cognates(const Vocabulary& source, const Vocabulary& target);

// The strength of one pair of forms, 0 for words that have nothing in common.
float cognate_strength(std::string_view source, std::string_view target);

}  // namespace egiz::align_detail
