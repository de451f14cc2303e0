// SPDX-License-Identifier: Apache-2.0
// The pieces of each pair to one alignment.

#include "align/detail/assemble.h"

namespace egiz::align_detail {

Bead placed(const Bead& bead, const Section& section) {
  const std::size_t i = section.source.begin;
  const std::size_t j = section.target.begin;
  return {{bead.source.begin + i, bead.source.end + i}, {bead.target.begin + j, bead.target.end + j}, bead.confidence};
}

std::vector<Alignment> assemble(std::span<const EnginePair> pairs, std::span<const Section> sections,
                                std::span<const std::vector<Bead>> decoded) {
  std::vector<Alignment> alignments(pairs.size());
  std::vector<std::size_t> next_fixed(pairs.size());
  const auto take_fixed = [&](std::size_t p) {
    alignments[p].beads.push_back(pairs[p].fixed[next_fixed[p]++]);
    alignments[p].beads.back().confidence = 1;
  };
  const auto is_fixed_next = [&](const Section& section) {
    const std::size_t p = section.pair;
    if (next_fixed[p] == pairs[p].fixed.size()) return false;
    const Bead& bead = pairs[p].fixed[next_fixed[p]];
    return bead.source.end <= section.source.begin && bead.target.end <= section.target.begin;
  };
  for (std::size_t s = 0; s < sections.size(); ++s) {
    Alignment& alignment = alignments[sections[s].pair];
    while (is_fixed_next(sections[s])) take_fixed(sections[s].pair);
    for (const Bead& bead : decoded[s]) alignment.beads.push_back(placed(bead, sections[s]));
    alignment.cost -= sections[s].score;
  }
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    while (next_fixed[p] < pairs[p].fixed.size()) take_fixed(p);
  }
  return alignments;
}

}  // namespace egiz::align_detail
