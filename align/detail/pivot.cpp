// SPDX-License-Identifier: Apache-2.0
// What a third document says about the beads of a pair.

#include "align/detail/pivot.h"

#include <algorithm>
#include <cmath>

#include "align/detail/bead_types.h"

namespace egiz::align_detail {
namespace {

// Likelihood ratios of a third document that has its say: e for a bead, 1 / e against it.
constexpr float kFor = 2.718F;
constexpr float kAgainst = 0.368F;

struct Partner {
  std::uint32_t segment = 0;
  float probability = 0;
};

// For each segment of one side of a belief its partners on the other, in order.
std::vector<std::vector<Partner>> partners(const Belief& belief, bool of_source) {
  std::vector<std::vector<Partner>> result((of_source ? belief.source_omitted : belief.target_omitted).size());
  for (const BeadPosterior& bead : belief.beads) {
    const BeadType& type = kBeadTypes[bead.type];
    for (std::uint32_t a = 0; a < type.source; ++a) {
      for (std::uint32_t b = 0; b < type.target; ++b) {
        const std::uint32_t own = of_source ? bead.source + a : bead.target + b;
        const std::uint32_t other = of_source ? bead.target + b : bead.source + a;
        result[own].push_back({other, bead.probability});
      }
    }
  }
  for (auto& list : result) {
    std::ranges::sort(list, {}, &Partner::segment);
    std::size_t last = 0;
    for (std::size_t k = 1; k < list.size(); ++k) {
      if (list[k].segment == list[last].segment) {
        list[last].probability = std::min(1.0F, list[last].probability + list[k].probability);
      } else {
        list[++last] = list[k];
      }
    }
    list.resize(std::min(list.size(), last + 1));
  }
  return result;
}

std::vector<float> present(const std::vector<float>& omitted) {
  std::vector<float> result(omitted.size());
  std::ranges::transform(omitted, result.begin(), [](float value) { return 1 - value; });
  return result;
}

}  // namespace

PivotEvidence::PivotEvidence(const Belief& source, const Belief& target)
    : source_present_(present(source.source_omitted)), target_present_(present(target.source_omitted)) {
  const auto thirds = partners(source, true);
  const auto targets = partners(target, false);
  std::vector<Support> row;
  for (const auto& list : thirds) {
    row.clear();
    for (const Partner& third : list) {
      for (const Partner& other : targets[third.segment]) {
        row.push_back({other.segment, third.probability * other.probability});
      }
    }
    std::ranges::stable_sort(row, {}, &Support::target);
    for (const Support& support : row) {
      if (supports_.size() > offsets_.back() && supports_.back().target == support.target) {
        supports_.back().value = std::min(1.0F, supports_.back().value + support.value);
      } else {
        supports_.push_back(support);
      }
    }
    offsets_.push_back(supports_.size());
  }
}

float PivotEvidence::cell(std::size_t i, std::size_t j) const {
  const auto first = supports_.begin() + static_cast<std::ptrdiff_t>(offsets_[i]);
  const auto last = supports_.begin() + static_cast<std::ptrdiff_t>(offsets_[i + 1]);
  const auto found = std::lower_bound(first, last, j, [](const Support& s, std::size_t t) { return s.target < t; });
  const float support = found != last && found->target == j ? found->value : 0.0F;
  const float heard = std::max(source_present_[i], target_present_[j]);
  return std::log(1 - heard + heard * (support * kFor + (1 - support) * kAgainst));
}

void PivotEvidence::add(std::size_t i, std::size_t j, TypeScores& scores) const {
  std::array<std::array<float, kMaxSide>, kMaxSide> cells{};
  for (std::size_t a = 0; a < kMaxSide && i + a < source_present_.size(); ++a) {
    for (std::size_t b = 0; b < kMaxSide && j + b < target_present_.size(); ++b) {
      cells[a][b] = cell(i + a, j + b);
    }
  }
  for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
    const BeadType& type = kBeadTypes[t];
    if (scores[t] < kForbidden / 2) {
      continue;
    }
    float sum = 0;
    for (std::size_t a = 0; a < type.source; ++a) {
      for (std::size_t b = 0; b < type.target; ++b) {
        sum += cells[a][b];
      }
    }
    // The mean over the partners of each segment, summed over the segments of both sides and halved.
    scores[t] += 0.5F * sum * (1 / static_cast<float>(type.source) + 1 / static_cast<float>(type.target));
  }
}

}  // namespace egiz::align_detail
