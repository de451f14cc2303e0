// SPDX-License-Identifier: Apache-2.0
#pragma once

// The first law of every alignment.

#include <cstddef>

#include "align/bead.h"
#include "tests/support/catch.h"
#include "text/document.h"

namespace egiz {

// Beads hold all segments of both sides, in order, each once.
inline void require_cover(const Alignment& alignment, const Document& source, const Document& target) {
  std::size_t i = 0;
  std::size_t j = 0;
  for (const Bead& bead : alignment.beads) {
    REQUIRE(bead.source.begin == i);
    REQUIRE(bead.target.begin == j);
    i = bead.source.end;
    j = bead.target.end;
  }
  REQUIRE(i == source.size());
  REQUIRE(j == target.size());
}

}  // namespace egiz
