// SPDX-License-Identifier: Apache-2.0
#pragma once

// Refining scores: what is dear to compute is added where it may matter only.

#include <cstddef>
#include <functional>
#include <vector>

#include "align/detail/bead_scorer.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

// nats that the refined part of one bead, and the choice among other ways, seldom make good.
inline constexpr float kLost = 20;

// Adds more(i, j, type) to the score of each bead that scores above 0, from the end of the band on; but not where the
// bead, with the best way on from its end, stays `lost` nats behind the best way from its start, both refined so far.
// scores: for each node of the band, row by row, the beads that start there.
// REQUIRES: a score for each node of the band, which is connected (section.h)
void refine(const Band& band, float lost, const std::function<float(std::size_t, std::size_t, std::size_t)>& more,
            std::vector<TypeScores>& scores);

}  // namespace egiz::align_detail
