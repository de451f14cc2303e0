// SPDX-License-Identifier: Apache-2.0
#pragma once

// Belief: what the last pass believes of one document pair, whatever is decoded from it.

#include <cstddef>
#include <vector>

#include "align/bead.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

struct Belief {
  std::vector<BeadPosterior> beads;  // of the whole documents, in order of their start
  std::vector<float> source_omitted;
  std::vector<float> target_omitted;
  Band band;  // the nodes that matter
};

// Adds what a section believes; its band, whose rows must be there and start as {max, 0}.
void add_section(const Section& section, Belief& belief);

// Adds a bead that was given.
void add_fixed(const Bead& bead, Belief& belief);

// The belief about the same pair with its sides exchanged.  target_size: segments of the target of `belief`.
Belief swapped(const Belief& belief, std::size_t target_size);

}  // namespace egiz::align_detail
