// SPDX-License-Identifier: Apache-2.0
#pragma once

// Moves: passages that stand elsewhere in the other document.

#include <functional>
#include <span>
#include <vector>

#include "align/bead.h"

namespace egiz::align_detail {

// What came of aligning a rectangle by itself: beads with posteriors as confidence, and the log likelihood ratio.
struct TriedBlock {
  std::vector<Bead> beads = {};
  double score = 0;  // nats
};

using TryBlock = std::function<TriedBlock(SegmentRange source, SegmentRange target)>;

// Runs of three omitted segments or more, on both sides, that translate each other although they do not stand in one
// place.  beads: the whole alignment, posteriors as confidence.  try_block is asked of rectangles that have together at
// most 20 nodes for each segment of the alignment, those of the longest runs first: time stays linear.  Ordered by
// source.
std::vector<Move> find_moves(std::span<const Bead> beads, const TryBlock& try_block);

}  // namespace egiz::align_detail
