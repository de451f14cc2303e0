// SPDX-License-Identifier: Apache-2.0
#pragma once

// The pieces of each pair to one alignment.

#include <span>
#include <vector>

#include "align/bead.h"
#include "align/detail/engine.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

// A bead of a section, counted from the start of the documents.
Bead placed(const Bead& bead, const Section& section);

// Beads of sections, which are in order, and fixed beads between them; posteriors as confidence, 1 for what is fixed.
// Costs are summed; moves and parallelism are left out.  `decoded` has the beads of each section.
std::vector<Alignment> assemble(std::span<const EnginePair> pairs, std::span<const Section> sections,
                                std::span<const std::vector<Bead>> decoded);

}  // namespace egiz::align_detail
