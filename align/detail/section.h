// SPDX-License-Identifier: Apache-2.0
#pragma once

// Section: a stretch of one document pair that is aligned by itself, and what is believed about it.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/bead.h"

namespace egiz::align_detail {

// Nodes of the lattice that are looked at: for each row i (source segments before the node) a half-open range of
// columns j (target segments before it).  Rows 0 to n; both ends ascend; (0,0) and (n,m) are in it.  A row of one node is
// decided.
struct Band {
  struct Row {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool is_gate = false;  // decided, and next to no bead passed over it: every path goes through its node

    bool is_decided() const { return end == begin + std::uint64_t{1}; }
  };
  std::vector<Row> rows;

  bool contains(std::size_t i, std::size_t j) const { return j >= rows[i].begin && j < rows[i].end; }
  std::size_t node_count() const;
};

// Widens rows so that both ends ascend, every row holds a node and shares a column with the next, and (0,0) and (n,m)
// are in the band.  m: segments of the target.
void connect(Band& band, std::size_t m);

// The probability that two segments stand in one bead.
struct SegmentLink {
  std::uint32_t source = 0;  // both counted from the start of the section
  std::uint32_t target = 0;
  float weight = 0;
};

// The probability of one two-sided bead that starts at a node.
struct BeadPosterior {
  std::uint32_t source = 0;
  std::uint32_t target = 0;
  std::uint8_t type = 0;
  float probability = 0;
};

struct Section {
  std::size_t pair = 0;  // index into Corpus::pairs
  SegmentRange source;   // in the documents of the pair
  SegmentRange target;
  Band band;

  // Of both sides.
  std::size_t segment_count() const { return source.size() + target.size(); }

  // What the last pass believes.
  std::vector<BeadPosterior> beads;   // those that are not negligible, in order of their start
  std::vector<SegmentLink> links;     // in order of target, then source
  std::vector<float> source_omitted;  // probability of each segment to have no partner
  std::vector<float> target_omitted;
  double score = 0;  // nats; log likelihood ratio of the whole section

  // Denominators of the last E-step, for each word of the section; empty when nothing was learnt from it.
  std::vector<float> target_denominators;
  std::vector<float> source_denominators;
};

}  // namespace egiz::align_detail
