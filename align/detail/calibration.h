// SPDX-License-Identifier: Apache-2.0
#pragma once

// From posteriors to probabilities that can be trusted.

#include <span>

#include "align/bead.h"
#include "align/detail/corpus.h"

namespace egiz::align_detail {

// Turns the posteriors of the beads of one pair into probabilities that exactly they are right.  The posterior of the
// model is too sure of itself, since it takes words for independent; a logistic regression over it, the kind of the
// bead, how badly its lengths fit and how sure the document is on the whole levels that (docs/alignment.md says on
// what it was fitted).  Beads whose confidence is 1, which were given, keep it.
void calibrate(const Pair& pair, std::span<Bead> beads);

// The same for some beads of a document whose beads have this mean posterior.
void calibrate(const Pair& pair, std::span<Bead> beads, double mean_posterior);

// 0 without beads.
double mean_confidence(std::span<const Bead> beads);

// The probability that two documents are translations: by the share of the characters of the side that is covered
// better that stand in beads, weighted by posterior.  A translation with gaps covers its shorter side.
// The beads' confidences are posteriors here.
double parallelism(const Pair& pair, std::span<const Bead> beads);

}  // namespace egiz::align_detail
