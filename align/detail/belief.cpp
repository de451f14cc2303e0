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

void add_section(const Section& section, Belief& belief) {
  const auto i0 = static_cast<std::uint32_t>(section.source.begin);
  const auto j0 = static_cast<std::uint32_t>(section.target.begin);
  for (BeadPosterior bead : section.beads) {
    bead.source += i0;
    bead.target += j0;
    belief.beads.push_back(bead);
  }
  std::ranges::copy(section.source_omitted, belief.source_omitted.begin() + i0);
  std::ranges::copy(section.target_omitted, belief.target_omitted.begin() + j0);
  for (std::size_t i = 0; i < section.band.rows.size(); ++i) {
    Band::Row& row = belief.band.rows[i0 + i];
    row.begin = std::min(row.begin, section.band.rows[i].begin + j0);
    row.end = std::max(row.end, section.band.rows[i].end + j0);
  }
}

void add_fixed(const Bead& bead, Belief& belief) {
  for (std::size_t i = bead.source.begin; i <= bead.source.end; ++i) {
    Band::Row& row = belief.band.rows[i];
    row.begin = std::min(row.begin, static_cast<std::uint32_t>(bead.target.begin));
    row.end = std::max(row.end, static_cast<std::uint32_t>(bead.target.end) + 1);
  }
  const bool is_omission = bead.source.empty() || bead.target.empty();
  for (std::size_t i = bead.source.begin; is_omission && i < bead.source.end; ++i) {
    belief.source_omitted[i] = 1;
  }
  for (std::size_t j = bead.target.begin; is_omission && j < bead.target.end; ++j) {
    belief.target_omitted[j] = 1;
  }
  for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
    if (kBeadTypes[t].source == bead.source.size() && kBeadTypes[t].target == bead.target.size()) {
      belief.beads.push_back({static_cast<std::uint32_t>(bead.source.begin),
                              static_cast<std::uint32_t>(bead.target.begin), static_cast<std::uint8_t>(t), 1.0F});
    }
  }
}

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
