// SPDX-License-Identifier: Apache-2.0
#pragma once

// Word order: the words of a translation stand at about the height of those that explain them.

#include <algorithm>
#include <array>
#include <cstddef>

#include "align/detail/tokenizer.h"

namespace egiz::align_detail {

// How much likelier than by chance words explain each other that stand at two heights of a bead: places as shares of
// the words of their sides.  Below 1 in beads of fewer than five words, where an order says nothing.
class HeightOdds {
 public:
  // Words of the two sides, at least one in all.
  HeightOdds(float made, float given);

  float at(float distance) const { return at_scaled(scaled(distance)); }

  // The same in two steps, where many distances are asked for.
  float scaled(float distance) const { return distance * closeness_; }
  float at_scaled(float distance) const { return kAnywhere + peak_ / (1 + distance * distance); }

  float closeness() const { return closeness_; }  // 1 / the scale of a Cauchy density
  float peak() const { return peak_; }            // what distance 0 adds to kAnywhere

  static constexpr float kAnywhere = 0.2F;  // of the words, those that stand anywhere

 private:
  float closeness_;
  float peak_;
};

// The middle of word k among `count`, as a share of them.
inline float height(std::size_t k, float count) { return (static_cast<float>(k) + 0.5F) / count; }

// The words of one segment of a bead, while the segments of the other side explain them one after another.  Model 1
// takes the words of a bead for a bag; a bead whose words stand in order gains over that, one that ends early or late
// on one side loses.  (Models with such a prior: Vogel et al. 1996; Dyer et al. 2013.)
class PlacedWords {
 public:
  // nulls: for each of `count` words its probability to have no counterpart; at most kMaxSegmentTokens.
  PlacedWords(const float* nulls, std::size_t count) : nulls_(nulls), count_(count) {
    std::fill_n(mass_.begin(), count, 0.0F);
    std::fill_n(moment_.begin(), count, 0.0F);
  }

  // One more segment that explains them, which stands behind `first` words of its side of the bead.  mass, moment: as
  // in CellEvidence, for each word.
  void add(const float* mass, const float* moment, float background, float first) {
    for (std::size_t k = 0; k < count_; ++k) {
      mass_[k] += mass[k];
      moment_[k] += moment[k] + first * mass[k];
    }
    background_ += background;
  }

  // Nats of "each word stands where it should" against "it stands anywhere in the bead".  The words stand behind
  // `first` others of their side.  made, given: words of the two sides of the bead, at least one each.
  float log_odds(float first, float made, float given) const;

 private:
  const float* nulls_;
  std::size_t count_;
  std::array<float, kMaxSegmentTokens> mass_;
  std::array<float, kMaxSegmentTokens> moment_;
  float background_ = 0;
};

}  // namespace egiz::align_detail
