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

  // So many segments of one side, which have so many characters together: what their length by itself says.
  struct Lengths {
    float characters = 0;
    float rarity = 0;  // 1 / density of such a length in the document, up to the factor that Student's t lacks
  };
  Lengths source(float characters, unsigned segments) const { return source_.lengths(characters, segments); }
  Lengths target(float characters, unsigned segments) const { return target_.lengths(characters, segments); }

  // Of a bead.  Symmetric in the two sides.
  float score(const Lengths& source, const Lengths& target) const;

  double ratio() const { return ratio_; }

 private:
  // Density of the sum of the lengths of n independent segments.
  class Gamma {
   public:
    Gamma() = default;
    explicit Gamma(const Side& side);
    Lengths lengths(float characters, unsigned segments) const;

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
