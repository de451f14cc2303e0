// SPDX-License-Identifier: Apache-2.0
// Moved passages in their places.

#include "align/moves.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace egiz {

std::vector<Bead> with_moves(const Alignment& alignment) {
  if (alignment.moves.empty()) return alignment.beads;
  std::unordered_set<std::size_t> sources;
  std::unordered_set<std::size_t> targets;
  std::vector<Bead> moved;
  for (const Move& move : alignment.moves) {
    for (const Bead& bead : move.beads) {
      if (bead.source.empty() || bead.target.empty()) continue;
      for (std::size_t i = bead.source.begin; i < bead.source.end; ++i) sources.insert(i);
      for (std::size_t j = bead.target.begin; j < bead.target.end; ++j) targets.insert(j);
      moved.push_back(bead);
    }
  }
  std::vector<Bead> beads;
  std::ranges::copy_if(alignment.beads, std::back_inserter(beads), [&](const Bead& bead) {
    return !(bead.target.empty() && sources.contains(bead.source.begin)) &&
           !(bead.source.empty() && targets.contains(bead.target.begin));
  });
  beads.insert(beads.end(), moved.begin(), moved.end());
  return beads;
}

}  // namespace egiz
