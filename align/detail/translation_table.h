// SPDX-License-Identifier: Apache-2.0
#pragma once

// TranslationTable: which words translate which, in both directions.

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

#include "align/detail/vocabulary.h"
#include "align/detail/word_prior.h"

namespace egiz::align_detail {

inline constexpr float kDiscount = 0.3F;       // taken from every expected count when it is used
inline constexpr float kPriorWeight = 15.0F;   // pseudo-counts of a word's prior translations
inline constexpr float kUnknownWeight = 0.5F;  // pseudo-counts of "any word", in proportion to its frequency
inline constexpr float kLeastNull = 0.3F;      // least probability of a word to have no counterpart

// One direction of a link or of a word: expected counts of EM.
struct Direction {
  float count = 0;     // expected number of times the pair was aligned
  float prior = 0;     // 0 to 1; the share of the given word's prior that this pair has
  float previous = 0;  // t without its background and order, as the last E-step saw it; for leaving one out
};

// A source and a target word that may translate each other.
struct Link {
  Direction forward;   // t(target | source)
  Direction backward;  // t(source | target)
};

// Of a link: t without its background, nothing left out.
struct Translation {
  float forward = 0;   // target given source
  float backward = 0;  // source given target
};

// What is known of one word in its role as the given side.
struct WordTotals {
  float count = 0;                // sum of the counts of its links
  float prior = 0;                // sum of the priors of its links, at most 1
  float explicit_mass = 0;        // sum of discounted counts and weighted priors
  float background = 1;           // share of "any word", nothing left out
  float previous_background = 1;  // share that went to "any word" in the last E-step
};

// t(f|e) = (max(count - discount, 0) + weight prior) / (total + weight priors + unknown) + background(e) p(f),
// background being what is left.  Built from priors alone, then learnt (learner.h).
class TranslationTable {
 public:
  TranslationTable() = default;

  // `pairs` ordered as merge_word_pairs leaves them.
  TranslationTable(std::size_t source_words, std::size_t target_words, std::span<const WordPair> pairs);

  // Links, their source words and their translations must be ordered by target; offsets has one entry per target word
  // and one more.  All that is a sum over links is summed already (sum_up).
  TranslationTable(std::vector<std::size_t> offsets, std::vector<WordId> sources, std::vector<Translation> translations,
                   std::vector<Link> links, std::vector<WordTotals> source, std::vector<WordTotals> target);

  std::size_t source_size() const { return source_.size(); }
  std::size_t target_size() const { return target_.size(); }

  // The links of a target word, the source words they lead to, and their t.
  std::span<const Link> links_of(WordId target) const {
    return std::span(links_).subspan(offsets_[target], offsets_[target + 1] - offsets_[target]);
  }
  std::span<const WordId> sources_of(WordId target) const {
    return std::span(sources_).subspan(offsets_[target], offsets_[target + 1] - offsets_[target]);
  }
  std::span<const Translation> translations_of(WordId target) const {
    return std::span(translations_).subspan(offsets_[target], offsets_[target + 1] - offsets_[target]);
  }
  const WordTotals& source_totals(WordId word) const { return source_[word]; }
  const WordTotals& target_totals(WordId word) const { return target_[word]; }

 private:
  void sum_links();

  std::vector<std::size_t> offsets_{0};
  // Of each link, and apart, since most searches look at nothing else.
  std::vector<WordId> sources_;
  std::vector<Translation> translations_;
  std::vector<Link> links_;
  std::vector<WordTotals> source_;
  std::vector<WordTotals> target_;
};

inline float explicit_count(const Direction& direction, float own_count) {
  return std::max(direction.count - own_count - kDiscount, 0.0F) + kPriorWeight * direction.prior;
}

inline float denominator(const WordTotals& totals, float own_count) {
  return std::max(totals.count - own_count, 0.0F) + kPriorWeight * totals.prior + kUnknownWeight;
}

// t without its background, nothing left out.
inline float probability(const Direction& direction, const WordTotals& totals) {
  return explicit_count(direction, 0) / denominator(totals, 0);
}

// What follows from the sums over the links of a word.
inline void sum_up(WordTotals& totals, float explicit_mass) {
  totals.explicit_mass = explicit_mass;
  totals.background = std::max(1 - explicit_mass / denominator(totals, 0), 0.0F);
}

}  // namespace egiz::align_detail
