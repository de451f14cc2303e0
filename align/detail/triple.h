// SPDX-License-Identifier: Apache-2.0
#pragma once

// Three documents at once: the triple beads that the three pairs together believe most.

#include <array>
#include <cstddef>

#include "align/bead.h"
#include "align/detail/belief.h"

namespace egiz::align_detail {

// What is believed of the pairs a-b, a-c and b-c, the first always the source.
struct TripleBelief {
  Belief ab;
  Belief ac;
  Belief bc;
};

// The finest sequence of triple beads within which the beads of the three pairs have the greatest expected gain
// together (gain.h), and those beads, their posteriors as confidences.
TripleAlignment decode_triple(const TripleBelief& belief, std::size_t a_size, std::size_t b_size, std::size_t c_size);

// The confidence of each triple bead: the geometric mean over its pairs of the least confidence of their beads there.
void set_triple_confidences(TripleAlignment& alignment);

}  // namespace egiz::align_detail
