// SPDX-License-Identifier: Apache-2.0
#pragma once

// Three documents at once: the triple beads that the three pairs together believe most.

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

// The sequence of triple beads whose projections to the three pairs have the greatest expected gain together
// (decode.h).  Confidence is the geometric mean of what the pairs say, so that a triangle that disagrees lowers it.
TripleAlignment decode_triple(const TripleBelief& belief, std::size_t a_size, std::size_t b_size, std::size_t c_size);

}  // namespace egiz::align_detail
