// SPDX-License-Identifier: Apache-2.0
#pragma once

// Cooccurrence: which words stand in linked segments together.  "Given" is the side that generates, "made" the other.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/detail/vocabulary.h"
#include "align/detail/word_prior.h"

namespace egiz::align_detail {

// The words of one side, segment after segment, as far as they are learnt from.
struct WordRow {
  std::vector<WordId> words;
  std::vector<float> inverse_probabilities;
};

// One pair of segments that probably stand in one bead; its words as places in the two rows.
struct LinkedPair {
  std::uint32_t given_begin = 0, given_end = 0;
  std::uint32_t made_begin = 0, made_end = 0;
  float weight = 0;    // probability that they do
  float presence = 0;  // probability that the made segment has a partner at all

  float given_size() const { return static_cast<float>(given_end - given_begin); }
  std::size_t made_size() const { return made_end - made_begin; }
};

// Lists of numbers, one list for each word.
struct ListsByWord {
  std::vector<std::size_t> offsets{0};  // one for each word, and one more
  std::vector<std::uint32_t> items;

  std::size_t size() const { return offsets.size() - 1; }
  std::span<const std::uint32_t> of(WordId word) const {
    return std::span(items).subspan(offsets[word], offsets[word + 1] - offsets[word]);
  }
};

// Words that cut the lists into blocks of about the same number of items, for work in parallel: the first word of each
// block, and the number of words.
std::vector<WordId> block_starts(const ListsByWord& lists);

// For each given word the linked pairs it stands in, as often as it stands there.
ListsByWord places_of_words(std::span<const WordId> given, std::span<const LinkedPair> linked, std::size_t given_words);

// For each given word the made words that it shares a linked pair or a prior with, each once.  prior: in order of the
// made word.
ListsByWord partners_of_words(const ListsByWord& places, std::span<const WordId> made,
                              std::span<const LinkedPair> linked, std::span<const WordPair> prior,
                              std::size_t made_words);

// The same pairs of words from the other side.
struct Transposed {
  ListsByWord lists;                  // each ascends
  std::vector<std::uint32_t> origin;  // of each item: its place in the lists that were transposed
};
Transposed transpose(const ListsByWord& lists, std::size_t words);

}  // namespace egiz::align_detail
