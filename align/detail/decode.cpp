// SPDX-License-Identifier: Apache-2.0
// The best path by expected gain: the decoder of the lattice.

#include <algorithm>
#include <utility>

#include "align/detail/gain.h"
#include "align/detail/lattice.h"

namespace egiz::align_detail {
namespace {

enum class Step : std::uint8_t { none, bead, source, target };

struct Best {
  float gain = -1e30F;
  Step step = Step::none;
  std::uint8_t type = 0;
  float probability = 0;
};

}  // namespace

std::vector<Bead> Lattice::decode(const Section& section) const {
  std::vector<Best> best(offsets_[n_ + 1]);
  best[0].gain = 0;
  const auto offer = [&](std::size_t node, const Best& candidate) {
    if (candidate.gain > best[node].gain) {
      best[node] = candidate;
    }
  };
  auto bead = section.beads.begin();
  for (std::size_t i = 0; i <= n_; ++i) {
    for (std::size_t j = band_.rows[i].begin; j < band_.rows[i].end; ++j) {
      const float value = best[index(i, j)].gain;
      for (; bead != section.beads.end() && bead->source == i && bead->target == j; ++bead) {
        const BeadType& type = kBeadTypes[bead->type];
        offer(index(i + type.source, j + type.target),
              {value + gain(bead->probability), Step::bead, bead->type, bead->probability});
      }
      if (i < n_ && band_.contains(i + 1, j)) {
        const float omitted = section.source_omitted[i];
        offer(index(i + 1, j), {value + omission_gain(omitted), Step::source, 0, omitted});
      }
      if (j + 1 < band_.rows[i].end) {
        const float omitted = section.target_omitted[j];
        offer(index(i, j + 1), {value + omission_gain(omitted), Step::target, 0, omitted});
      }
    }
  }
  std::vector<Bead> beads;
  std::size_t i = n_;
  std::size_t j = m_;
  while (i > 0 || j > 0) {
    const Best& last = best[index(i, j)];
    const std::size_t a = last.step == Step::bead ? kBeadTypes[last.type].source : last.step == Step::source ? 1 : 0;
    const std::size_t b = last.step == Step::bead ? kBeadTypes[last.type].target : last.step == Step::target ? 1 : 0;
    beads.push_back({{i - a, i}, {j - b, j}, static_cast<double>(last.probability)});
    i -= a;
    j -= b;
  }
  std::ranges::reverse(beads);
  return beads;
}

}  // namespace egiz::align_detail
