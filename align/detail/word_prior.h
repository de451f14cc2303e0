// SPDX-License-Identifier: Apache-2.0
#pragma once

// Word pairs that are believed to translate each other before any text is looked at.

#include <vector>

#include "align/detail/vocabulary.h"

namespace egiz::align_detail {

struct WordPair {
  WordId source = 0;
  WordId target = 0;
  float strength = 0;  // 0 to 1
};

// One entry for each pair, with the greatest of its strengths; ordered by target, then source.
std::vector<WordPair> merge_word_pairs(std::vector<WordPair> pairs);

}  // namespace egiz::align_detail
