// SPDX-License-Identifier: Apache-2.0
#pragma once

// Length evidence: translations have lengths in proportion.

#include <array>
#include <span>

#include "align/detail/bead_types.h"
#include "align/detail/corpus.h"

namespace egiz::align_detail {

// What all pairs of one language pair share.
struct LengthSpread {
  double base = 4.0;  // variance of the difference, per character: base (mean + 4) + (relative mean)^2
  double relative = 0.12;
};

// One two-sided bead as the length model sees it.
struct LengthSample {
  double source = 0;  // characters
  double target = 0;
  double weight = 0;  // posterior
};

// Log likelihood ratio, in nats, of two lengths under "translations" against "two unrelated texts of these
// documents".  After Gale & Church 1993, with heavy tails and a null.
class LengthModel {
 public:
  LengthModel() = default;

  // ratio: target characters for each source character.
  LengthModel(const Side& source, const Side& target, double ratio, const LengthSpread& spread);

  // Lengths in characters of a bead of `type`.  Symmetric in the two sides.
  float score(float source, float target, const BeadType& type) const;

  double ratio() const { return ratio_; }

 private:
  // Density of the sum of the lengths of n independent segments.
  class Gamma {
   public:
    Gamma() = default;
    explicit Gamma(const Side& side);
    float log_density(float length, float log_length, unsigned n) const {
      return (shape_ * static_cast<float>(n) - 1) * log_length - length / scale_ - normaliser_[n];
    }

   private:
    float shape_ = 1;
    float scale_ = 1;
    std::array<float, kMaxSide + 1> normaliser_{};
  };

  Gamma source_;
  Gamma target_;
  double ratio_ = 1;
  LengthSpread spread_;
};

// The spread under which the samples, whose lengths are already brought to one scale by `ratio`, are most likely.
// Few samples leave `start` nearly as it is.
LengthSpread estimate_spread(std::span<const LengthSample> samples, const LengthSpread& start);

}  // namespace egiz::align_detail
