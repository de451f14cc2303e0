// SPDX-License-Identifier: Apache-2.0
// Length evidence: translations have lengths in proportion.

#include "align/detail/length_model.h"

#include <algorithm>
#include <cmath>

#include "align/detail/fast_math.h"

namespace egiz::align_detail {
namespace {

constexpr float kAnything = 0.02F;         // share of true beads whose lengths say nothing
constexpr float kMostRatio = 1e13F;        // about e^30
constexpr float kLogStudent = -0.980829F;  // logarithm of the normaliser of Student's t with four degrees of freedom
constexpr double kPriorSamples = 40;

float variance(const LengthSpread& spread, float mean) {
  const auto relative = static_cast<float>(spread.relative) * mean;
  return static_cast<float>(spread.base) * (mean + 4) + relative * relative;
}

// The density of Student's t with four degrees of freedom is e^kLogStudent / sqrt(this).  REQUIRES: difference^2 /
// variance below 1e5, as it is when the difference is at most twice the mean.
float student_spread(float difference, float variance) {
  const float y = 1 + difference * difference / (4 * variance);
  const float y2 = y * y;
  return y2 * y2 * y * variance;
}

}  // namespace

LengthModel::Gamma::Gamma(const Side& side) {
  double sum = 60;  // one segment of everyday length, so that one segment has a spread too
  double squares = 60.0 * 60.0 * 1.5;
  for (std::size_t i = 0; i < side.size(); ++i) {
    sum += side.length(i);
    squares += static_cast<double>(side.length(i)) * side.length(i);
  }
  const double n = static_cast<double>(side.size()) + 1;
  const double mean = sum / n;
  const double spread = std::max(squares / n - mean * mean, 0.05 * mean * mean);
  const double shape = mean * mean / spread;
  shape_ = static_cast<float>(shape);
  scale_ = static_cast<float>(spread / mean);
  for (unsigned k = 1; k <= kMaxSide; ++k) {
    const double nth = shape * k;
    normaliser_[k] = static_cast<float>(nth * std::log(static_cast<double>(scale_)) + std::lgamma(nth));
  }
}

LengthModel::Lengths LengthModel::Gamma::lengths(float characters, unsigned segments) const {
  const float log_density =
      (shape_ * static_cast<float>(segments) - 1) * fast_log(characters) - characters / scale_ - normaliser_[segments];
  return {characters, fast_exp(std::min(kLogStudent - log_density, 80.0F))};
}

LengthModel::LengthModel(const Side& source, const Side& target, double ratio, const LengthSpread& spread)
    : source_(source), target_(target), ratio_(ratio), spread_(spread) {}

float LengthModel::score(const Lengths& source, const Lengths& target) const {
  const auto ratio = static_cast<float>(ratio_);
  // The likelihood ratio of one direction: the density of a translation over that of the document's own segments.
  const auto ratio_of = [this](const Lengths& made, float expected) {
    const float spread = variance(spread_, 0.5F * (made.characters + expected));
    const float density = 1 / std::sqrt(student_spread(made.characters - expected, spread));
    return kAnything + (1 - kAnything) * std::min(density * made.rarity, kMostRatio);
  };
  return 0.5F * fast_log(ratio_of(target, source.characters * ratio) * ratio_of(source, target.characters / ratio));
}

LengthSpread estimate_spread(std::span<const LengthSample> samples, const LengthSpread& start) {
  constexpr std::array<double, 7> kBase{0.5, 1, 2, 3, 4, 6, 9};
  constexpr std::array<double, 6> kRelative{0.03, 0.06, 0.09, 0.12, 0.17, 0.24};
  LengthSpread best = start;
  double best_likelihood = -1e300;
  for (const double base : kBase) {
    for (const double relative : kRelative) {
      const LengthSpread spread{base, relative};
      // The prior: as many samples as kPriorSamples, at the distance from `start` in octaves.
      const double away = std::abs(std::log(base / start.base)) + std::abs(std::log(relative / start.relative));
      double likelihood = -0.05 * kPriorSamples * away * away;
      for (const LengthSample& sample : samples) {
        const auto mean = static_cast<float>(0.5 * (sample.source + sample.target));
        const auto difference = static_cast<float>(sample.target - sample.source);
        likelihood -=
            0.5 * sample.weight * static_cast<double>(fast_log(student_spread(difference, variance(spread, mean))));
      }
      if (likelihood > best_likelihood) {
        best_likelihood = likelihood;
        best = spread;
      }
    }
  }
  return best;
}

}  // namespace egiz::align_detail
