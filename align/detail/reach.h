// SPDX-License-Identifier: Apache-2.0
#pragma once

// Reach: the beads that fit into a band, and what must be known to score them.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/detail/bead_types.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

// A half-open range of columns.
struct Columns {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  bool contains(std::size_t j) const { return j >= begin && j < end; }
};

// A bead fits when it starts and ends at nodes of the band and passes over no gate.  The other ranges are the smallest
// that hold all that the beads that fit need, and may hold a little more.
class Reach {
 public:
  // m: segments of the target.  type_count: how many of kBeadTypes are looked at.
  Reach(const Band& band, std::size_t m, std::size_t type_count);

  // Source segments.
  std::size_t size() const { return rows_.size(); }

  // The nodes (i, j) where beads of a type start that fit.
  const Columns& starts(std::size_t i, std::size_t type) const { return rows_[i].starts[type]; }

  // The target segments that stand in one bead with source segment i.  Both ends ascend with i.
  const Columns& cells(std::size_t i) const { return rows_[i].cells; }

  // The target segments that stand in one bead with exactly `count` source segments, i the first of them.
  const Columns& targets(std::size_t i, std::size_t count) const { return rows_[i].targets[count - 1]; }

  // The first target segments of beads that hold source segment i and `count` target segments.
  const Columns& first_targets(std::size_t i, std::size_t count) const { return rows_[i].first_targets[count - 1]; }

 private:
  struct Row {
    std::array<Columns, kBeadTypeCount> starts;
    Columns cells{~0U, 0};
    std::array<Columns, kMaxSide> targets{};
    std::array<Columns, kMaxSide> first_targets{};
  };

  void add(std::size_t i, const BeadType& type, const Columns& starts);
  void make_ascend(std::size_t m);

  std::vector<Row> rows_;
};

}  // namespace egiz::align_detail
