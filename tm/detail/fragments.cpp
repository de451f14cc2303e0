// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/fragments.h"

#include <algorithm>
#include <utility>

namespace egiz::detail {

std::vector<Fragment> longest_fragments(std::span<const PlacedWord> words, std::size_t min_words,
                                        const LookUpWords& look_up) {
  std::vector<Fragment> fragments;
  std::size_t end = 0;  // words from begin to end are found, or too few
  for (std::size_t begin = 0; begin + min_words <= words.size(); ++begin) {
    end = std::max(end, begin + min_words - 1);
    std::vector<ConcordanceHit> hits;
    while (end < words.size()) {
      auto longer = look_up(words.subspan(begin, end + 1 - begin));
      if (longer.empty()) break;
      hits = std::move(longer);
      ++end;
    }
    if (hits.empty()) continue;
    fragments.push_back({{words[begin].range.begin, words[end - 1].range.end}, end - begin, std::move(hits)});
  }
  std::ranges::stable_sort(fragments, std::greater<>(), &Fragment::words);
  return fragments;
}

}  // namespace egiz::detail
