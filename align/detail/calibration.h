// SPDX-License-Identifier: Apache-2.0
#pragma once

// From posteriors to probabilities that can be trusted.

#include <cstddef>
#include <span>

#include "align/bead.h"
#include "align/detail/corpus.h"

namespace egiz::align_detail {

// The probability that a decoded bead is exactly right.  The posterior of the model is too sure of itself, since it
// takes words for independent; a logistic regression over it levels that (docs/alignment.md says on what it was
// fitted). corpus_segments: of all documents of the call, both sides.
double calibrated(double posterior, const Bead& bead, std::size_t corpus_segments);

// The probability that two documents are translations: by the share of the characters of the side that is covered
// better that stand in beads, weighted by posterior.  A translation with gaps covers its shorter side.
// The beads' confidences are posteriors here.
double parallelism(const Pair& pair, std::span<const Bead> beads);

}  // namespace egiz::align_detail
