// SPDX-License-Identifier: Apache-2.0
#pragma once

// Moved passages in their places.

#include <vector>

#include "align/bead.h"

namespace egiz {

// The beads of an alignment with those of its moves behind them, in place of the omissions that these were: every
// segment of both sides once.
std::vector<Bead> with_moves(const Alignment& alignment);

}  // namespace egiz
