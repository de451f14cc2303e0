// SPDX-License-Identifier: Apache-2.0
// The order of the two sides of a pair.

#include "align/detail/sides.h"

#include <algorithm>
#include <utility>

namespace egiz::align_detail {

bool comes_first(const Document& a, const Document& b) {
  return a.language() != b.language() ? a.language() < b.language() : a.text() <= b.text();
}

Bead swapped(const Bead& bead) { return {bead.target, bead.source, bead.confidence}; }

void swap_sides(Alignment& alignment) {
  std::ranges::transform(alignment.beads, alignment.beads.begin(), [](const Bead& bead) { return swapped(bead); });
  for (Move& move : alignment.moves) {
    std::swap(move.source, move.target);
    std::ranges::transform(move.beads, move.beads.begin(), [](const Bead& bead) { return swapped(bead); });
  }
  std::ranges::sort(alignment.moves, {}, [](const Move& move) { return move.source.begin; });
}

}  // namespace egiz::align_detail
