// SPDX-License-Identifier: Apache-2.0
#pragma once

// Small rectangles of a pair's lattice: what the best sequence of beads inside one is worth.

#include <array>
#include <cstddef>
#include <vector>

#include "align/bead.h"
#include "align/detail/belief.h"

namespace egiz::align_detail {

inline constexpr std::size_t kRectangleSide = 4;  // most segments on a side

// By number of source and target segments.
using RectangleGains = std::array<std::array<float, kRectangleSide + 1>, kRectangleSide + 1>;

// Decodes rectangles by expected gain (gain.h).  A rectangle with segments on both sides holds at least one two-sided
// bead: its sides say the same as a whole, whatever is left alone within.
class RectangleDecoder {
 public:
  explicit RectangleDecoder(const Belief& belief);

  // The best gain of every rectangle that starts at a node.
  RectangleGains gains(std::size_t i, std::size_t j) const;

  // The beads of the best sequence within one; their confidences are posteriors.
  std::vector<Bead> decode(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const;

 private:
  struct Cell {  // [0] without, [1] with a two-sided bead on the way
    std::array<float, 2> gain;
    std::array<Bead, 2> last{};
    std::array<bool, 2> after_bead{};
  };
  using Cells = std::array<std::array<Cell, kRectangleSide + 1>, kRectangleSide + 1>;

  Cells search(std::size_t i, std::size_t a, std::size_t j, std::size_t b) const;

  const Belief& belief_;
  std::vector<std::size_t> rows_;  // by source segment, into belief_.beads
};

}  // namespace egiz::align_detail
