// SPDX-License-Identifier: Apache-2.0
#pragma once

// The longest parts of a text that texts hold, by trying every part: the twin of Memory::fragments.

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace egiz::reference {

using WordList = std::vector<std::string>;
using WordRange = std::pair<std::size_t, std::size_t>;  // first word, and the one behind the last

inline bool holds(const std::vector<WordList>& texts, const WordList& words, const WordRange& part) {
  return std::any_of(texts.begin(), texts.end(), [&](const WordList& text) {
    return std::search(text.begin(), text.end(), words.begin() + static_cast<std::ptrdiff_t>(part.first),
                       words.begin() + static_cast<std::ptrdiff_t>(part.second)) != text.end();
  });
}

// In the order of their first words.
inline std::vector<WordRange> longest_parts(const std::vector<WordList>& texts, const WordList& words,
                                            std::size_t min_words) {
  std::vector<WordRange> longest;
  for (std::size_t begin = 0; begin < words.size(); ++begin) {
    for (std::size_t end = begin + min_words; end <= words.size(); ++end) {
      const bool goes_on_left = begin > 0 && holds(texts, words, {begin - 1, end});
      const bool goes_on_right = end < words.size() && holds(texts, words, {begin, end + 1});
      if (holds(texts, words, {begin, end}) && !goes_on_left && !goes_on_right) longest.emplace_back(begin, end);
    }
  }
  return longest;
}

}  // namespace egiz::reference
