// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bead, Alignment: which segments translate each other.

#include <array>
#include <cstddef>
#include <vector>

namespace egiz {

// Half-open range of indices into Document::segments().
struct SegmentRange {
  std::size_t begin = 0;
  std::size_t end = 0;

  std::size_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool operator==(const SegmentRange&) const = default;
};

// Segments that translate each other.  One side may be empty (an omission, then of one segment), not both.
struct Bead {
  SegmentRange source;
  SegmentRange target;
  double confidence = 0;  // probability, 0 to 1, that exactly this bead is right; calibrated

  bool operator==(const Bead&) const = default;
};

// A passage that stands elsewhere in the other document: omissions on both sides that translate each other.
struct Move {
  SegmentRange source;
  SegmentRange target;
  std::vector<Bead> beads;  // in text order, of these segments; a few may be omissions

  bool operator==(const Move&) const = default;
};

// Beads in text order that cover every segment of both sides exactly once.
struct Alignment {
  std::vector<Bead> beads;
  std::vector<Move> moves = {};  // by source; their segments are omissions in beads
  double cost = 0;               // nats; negative log likelihood of the whole against "not translations"
  double parallelism = 0;        // 0 to 1: are these two documents translations of each other at all?
};

// Segments of three documents that say the same.  At least one side is not empty.
struct TripleBead {
  SegmentRange a;
  SegmentRange b;
  SegmentRange c;
  double confidence = 0;

  bool operator==(const TripleBead&) const = default;
};

// Beads in text order that cover every segment of the three sides exactly once.
struct TripleAlignment {
  std::vector<TripleBead> beads;
  std::array<Alignment, 3> pairs;  // a-b, a-c, b-c, with their moves: finer than the beads; each bead lies inside one
  double parallelism = 0;
};

}  // namespace egiz
