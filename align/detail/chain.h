// SPDX-License-Identifier: Apache-2.0
#pragma once

// Anchor chains: where two long documents run side by side.

#include <span>
#include <vector>

#include "align/bead.h"
#include "align/detail/corpus.h"
#include "align/detail/word_prior.h"

namespace egiz::align_detail {

// Two segments that probably stand near each other.
struct Anchor {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  float weight = 0;
};

// The heaviest sequence of anchors that goes up on both sides (not strictly).  O(k log k).
std::vector<Anchor> heaviest_chain(std::vector<Anchor> anchors);

// `words` in order of target.  The anchors that believed word pairs give within a rectangle of the pair, words that are
// rare there on both sides only; chained, and freed of those that stand alone against their neighbours.
std::vector<Anchor> find_anchors(const Pair& pair, SegmentRange source, SegmentRange target,
                                 std::span<const WordPair> words);

}  // namespace egiz::align_detail
