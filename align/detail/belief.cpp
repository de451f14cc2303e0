// SPDX-License-Identifier: Apache-2.0
// Belief: what the last pass believes of one document pair, whatever is decoded from it.

#include "align/detail/belief.h"

#include <algorithm>

#include "align/detail/bead_types.h"

namespace egiz::align_detail {
namespace {

std::uint8_t transposed(std::uint8_t type) {
  const BeadType& from = kBeadTypes[type];
  for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
    if (kBeadTypes[t].source == from.target && kBeadTypes[t].target == from.source) {
      return static_cast<std::uint8_t>(t);
    }
  }
  return type;
}

// Both ends of a band ascend, so that the rows that hold a column are a range.
Band transposed(const Band& band, std::size_t columns) {
  Band result;
  result.rows.resize(columns, {~0U, 0});
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    for (std::size_t j = band.rows[i].begin; j < band.rows[i].end; ++j) {
      result.rows[j].begin = std::min(result.rows[j].begin, static_cast<std::uint32_t>(i));
      result.rows[j].end = static_cast<std::uint32_t>(i) + 1;
    }
  }
  return result;
}

}  // namespace

Belief swapped(const Belief& belief, std::size_t target_size) {
  Belief result;
  result.source_omitted = belief.target_omitted;
  result.target_omitted = belief.source_omitted;
  result.band = transposed(belief.band, target_size + 1);
  for (const BeadPosterior& bead : belief.beads) {
    result.beads.push_back({bead.target, bead.source, transposed(bead.type), bead.probability});
  }
  std::ranges::stable_sort(result.beads, [](const BeadPosterior& a, const BeadPosterior& b) {
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  return result;
}

}  // namespace egiz::align_detail
