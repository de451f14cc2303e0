// SPDX-License-Identifier: Apache-2.0
#pragma once

// Regions: where in two documents that translate each other the translation stops.

#include <vector>

#include "align/bead.h"
#include "text/document.h"

namespace egiz {

// A stretch of both documents that is no translation; one side may be empty, not both.
struct Region {
  SegmentRange source;
  SegmentRange target;

  bool operator==(const Region&) const = default;
};

// The maximal stretches in which what has no partner outweighs what has (Ruzzo & Tompa 1999, on the characters of each
// bead and its confidence), five segments or longer; moved passages have their partner elsewhere.  In text order, without
// overlap.  O(beads).
// REQUIRES: alignment is of these documents
std::vector<Region> find_untranslated(const Alignment& alignment, const Document& source, const Document& target);

}  // namespace egiz
