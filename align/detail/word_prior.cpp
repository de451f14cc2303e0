// SPDX-License-Identifier: Apache-2.0
// Word pairs that are believed to translate each other before any text is looked at.

#include "align/detail/word_prior.h"

#include <tbb/parallel_sort.h>

#include <algorithm>

namespace egiz::align_detail {

std::vector<WordPair> merge_word_pairs(std::vector<WordPair> pairs) {
  tbb::parallel_sort(pairs.begin(), pairs.end(), [](const WordPair& a, const WordPair& b) {
    return a.target != b.target   ? a.target < b.target
           : a.source != b.source ? a.source < b.source
                                  : a.strength > b.strength;
  });
  std::vector<WordPair> merged;
  for (const WordPair& pair : pairs) {
    if (!merged.empty() && merged.back().source == pair.source && merged.back().target == pair.target) {
      // Many forms of one word say the same thing again: the strongest counts.
      merged.back().strength = std::max(merged.back().strength, pair.strength);
    } else {
      merged.push_back(pair);
    }
  }
  return merged;
}

}  // namespace egiz::align_detail
