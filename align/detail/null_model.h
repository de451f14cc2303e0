// SPDX-License-Identifier: Apache-2.0
#pragma once

// NullModel: words that have no counterpart.

#include <vector>

#include "align/detail/corpus.h"

namespace egiz::align_detail {

// For each word the probability that it has no counterpart, kLeastNull to 1.
struct NullModel {
  std::vector<float> source;
  std::vector<float> target;
};

NullModel initial_nulls(const Corpus& corpus);

// The probabilities of the words of one side, from how often each was seen and how often it came from nowhere; a word
// that was seen little leans on the words that are as frequent as it is.
std::vector<float> nulls_with_back_off(const Vocabulary& words, const std::vector<double>& null_count,
                                       const std::vector<double>& all_count);

}  // namespace egiz::align_detail
