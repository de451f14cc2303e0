// SPDX-License-Identifier: Apache-2.0
// Word order: the words of a translation stand at about the height of those that explain them.

#include "align/detail/word_order.h"

#include <algorithm>
#include <cmath>

#include "align/detail/fast_math.h"

namespace egiz::align_detail {
namespace {

constexpr float kSpread = 0.7F;  // of words in order, in bead lengths times the root of the words of both sides
constexpr float kPi = 3.1415927F;
constexpr float kLeastMass = 1e-6F;

}  // namespace

HeightOdds::HeightOdds(float made, float given)
    : closeness_(std::sqrt(made + given) / kSpread), peak_((1 - kAnywhere) * closeness_ / kPi) {}

float PlacedWords::log_odds(float first, float made, float given) const {
  const HeightOdds odds(made, given);
  const float scale = 1 / given;
  return log_of_product(count_, [&](std::size_t k) {
    // The distance between the heights, as a fraction: one division for each word is enough.
    const float height = (first + static_cast<float>(k) + 0.5F) / made;
    const float ratio = mass_[k] * scale;
    const float mass = std::max(ratio, kLeastMass);
    const float distance = odds.closeness() * (height * mass - moment_[k] * scale * scale);
    const float square = mass * mass;
    const float both = square + distance * distance;
    const float explained = (1 - nulls_[k]) * ratio;
    const float other = nulls_[k] + (1 - nulls_[k]) * background_ * scale;
    return ((other + HeightOdds::kAnywhere * explained) * both + explained * odds.peak() * square) /
           ((other + explained) * both);
  });
}

}  // namespace egiz::align_detail
