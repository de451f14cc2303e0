// SPDX-License-Identifier: Apache-2.0
#pragma once

// Moved passages in their places.

#include <vector>

#include "align/bead.h"

namespace egiz {

// The beads of an alignment with those of its moves behind them, in place of the omissions that these were: every
// segment of both sides once.
std::vector<Bead> with_moves(const Alignment& alignment);

// The same for three documents, from the moves of its pairs, the surest first: a bead that one of them moves takes with
// it the segments of the third document that stand with either side.  What would tear a bead apart stays where it is.
// REQUIRES: the beads cover every segment that a move has
std::vector<TripleBead> with_moves(const TripleAlignment& alignment);

}  // namespace egiz
