// SPDX-License-Identifier: Apache-2.0
// Edge evidence: how segments start and end.

#include "align/detail/edge_model.h"

#include <algorithm>
#include <cmath>

namespace egiz::align_detail {
namespace {

constexpr double kPrior = 40;    // beads
constexpr double kAlike = 0.33;  // share of beads believed beforehand to have equal kinds on both sides
constexpr double kMostOdds = 3;  // nats

// Log odds of a joint table against the product of the two chances.
template <std::size_t kKinds>
std::array<std::array<float, kKinds>, kKinds> joint_odds(const std::array<double, kKinds>& source,
                                                         const std::array<double, kKinds>& target,
                                                         const std::array<std::array<double, kKinds>, kKinds>& counts) {
  double sum = kPrior;
  for (const auto& row : counts) {
    for (const double count : row) {
      sum += count;
    }
  }
  std::array<std::array<float, kKinds>, kKinds> odds{};
  for (std::size_t s = 0; s < kKinds; ++s) {
    for (std::size_t t = 0; t < kKinds; ++t) {
      const double chance = source[s] * target[t];
      const double same = s == t ? std::sqrt(source[s] * target[t]) : 0.0;
      const double expected = (1 - kAlike) * chance + kAlike * same;
      const double share = (counts[s][t] + kPrior * expected) / sum;
      odds[s][t] = static_cast<float>(std::clamp(std::log(share / chance), -kMostOdds, kMostOdds));
    }
  }
  return odds;
}

}  // namespace

EdgeModel::EdgeModel(const EdgeChances& source, const EdgeChances& target, const EdgeCounts& counts)
    : start_(joint_odds(source.start, target.start, counts.start)),
      end_(joint_odds(source.end, target.end, counts.end)) {}

}  // namespace egiz::align_detail
