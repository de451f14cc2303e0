// SPDX-License-Identifier: Apache-2.0
// Edge evidence: how segments start and end.

#include "align/detail/edge_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace egiz::align_detail {
namespace {

constexpr double kPrior = 40;       // beads
constexpr double kAlike = 0.33;     // share of beads believed beforehand to have equal kinds on both sides
constexpr double kMostOdds = 3;     // nats
constexpr double kInnerPrior = 20;  // boundaries

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

InnerModel::Odds InnerModel::odds(const BoundaryCounts& inner, const BoundaryCounts& all) {
  const auto sum_of = [](const BoundaryCounts& counts) { return std::accumulate(counts.begin(), counts.end(), 0.0); };
  const double all_sum = sum_of(all);
  const double inner_sum = std::min(sum_of(inner), all_sum);
  Odds odds{};
  for (std::size_t kind = 0; kind < kBoundaryKinds; ++kind) {
    if (all[kind] > 0) {
      const double prior = kInnerPrior * all[kind] / all_sum;
      const double inside = (inner[kind] + prior) / (inner_sum + kInnerPrior);
      const double between = (std::max(all[kind] - inner[kind], 0.0) + prior) / (all_sum - inner_sum + kInnerPrior);
      odds[kind] = static_cast<float>(std::clamp(std::log(inside / between), -kMostOdds, kMostOdds));
    }
  }
  return odds;
}

}  // namespace egiz::align_detail
