// SPDX-License-Identifier: Apache-2.0
#pragma once

// The engine always sees the two sides of a pair in one order, so that swapping the documents swaps the beads and
// nothing else.

#include "align/bead.h"
#include "text/document.h"

namespace egiz::align_detail {

// Is this the order of the engine?
bool comes_first(const Document& a, const Document& b);

Bead swapped(const Bead& bead);
void swap_sides(Alignment& alignment);

}  // namespace egiz::align_detail
