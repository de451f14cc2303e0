// SPDX-License-Identifier: Apache-2.0
#pragma once

// WordModel: IBM Model 1 (Brown et al. 1993) in one direction, the last time with its words in order.

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "align/detail/cooccurrence.h"
#include "align/detail/translation_table.h"
#include "align/detail/word_order.h"

namespace egiz::align_detail {

// What one direction learns from.  Must outlive the model.
struct WordModelInput {
  const WordRow& given;
  const WordRow& made;
  std::span<const LinkedPair> linked;
  const ListsByWord& places;     // of the given words
  const ListsByWord& partners;   // of the given words
  std::span<const float> nulls;  // of each word of the made vocabulary
};

// What the first E-step sees.  All but the totals by place of the partners.
struct WordModelStart {
  std::vector<WordTotals> totals;  // of each given word: their counts and priors
  std::vector<float> priors;
  std::vector<float> counts;
};

// In the last E-step a made word is likelier made by a given word at about its own height (HeightOdds), as in models
// that start from Model 1 (Vogel et al. 1996); its background is not. Expected counts are summed given word by given
// word, over its places, so that what is summed up lies close together in memory whatever the size of the corpus; and a
// word that has been counted is at once ready for the next iteration. The given words are cut into blocks that are
// worked on in parallel; what they give to one made word is summed in their order, so that the result is the same at
// any number of threads.
class WordModel {
 public:
  WordModel(const WordModelInput& input, WordModelStart start);

  // iterations: at least 1.
  void train(int iterations);

  // For each place of the made row the mean over the given words of t / p, the counts of its own segment left out.
  // Call after train().
  std::vector<float> leave_one_out_mass() const;

  // By place of the partners.  After train(), t is what the last E-step saw, without its background.
  const std::vector<float>& counts() const { return counts_; }
  const std::vector<float>& priors() const { return priors_; }
  const std::vector<float>& probabilities() const { return t_; }
  const std::vector<WordTotals>& totals() const { return totals_; }
  // Of the last E-step; 0 where nothing was linked.
  const std::vector<float>& denominators() const { return denominators_; }

 private:
  // What a made word gives to a given word whose t is 1, and to one whose background is 1.
  struct Share {
    float explicit_part = 0;
    float background = 0;
  };

  // Given words, and what is computed of them at a time.
  struct Block {
    WordId first = 0, last = 0;
    std::vector<float> denominators;  // by place of the made row: what these words add
    std::vector<float> backgrounds;   // by linked pair
    std::vector<Share> sums;          // by partner of the word that is counted
    std::vector<float> odds;          // of a place, by made word of its linked pair: of their two heights
  };

  void number_partners();
  void find_heights();
  template <class Work>
  void for_each_block(const Work& work);
  template <bool kInOrder, class Before>
  void maximize_all(const Before& before);
  void set_odds(std::size_t place, std::uint32_t linked, Block& block);
  void maximize(WordId word);
  template <bool kInOrder>
  void add_denominators(WordId word, Block& block);
  void join_denominators();
  void share_out();
  template <bool kInOrder>
  void count(WordId word, Block& block);
  void sum_explicit(WordId word);
  void add_mass(const Block& block, std::vector<float>& mass, std::vector<float>& unknown) const;

  WordModelInput input_;
  std::vector<WordTotals> totals_;
  std::vector<float> priors_;
  std::vector<float> counts_;
  std::vector<float> t_;
  std::vector<std::size_t> first_numbers_;    // of each given word, into numbers_
  std::unique_ptr<std::uint32_t[]> numbers_;  // for each place of a given word the made words there, as its partners
  std::vector<float> heights_;                // of each place of a given word
  std::vector<HeightOdds> height_odds_;       // by linked pair
  std::size_t most_made_ = 0;                 // made words of a linked pair
  std::vector<float> null_mass_;              // by place of the made row: what speaks for "no counterpart"
  std::vector<float> denominators_;
  std::vector<Share> shares_;  // by place of the made row
  std::vector<Block> blocks_;
};

}  // namespace egiz::align_detail
