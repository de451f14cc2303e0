// SPDX-License-Identifier: Apache-2.0
#pragma once

// The best match of each text of a document.

#include <optional>
#include <span>
#include <vector>

#include "base/progress.h"
#include "tm/memory.h"

namespace egiz {

// For each text the match that find_in puts first, neighbours taken into account; nullopt where there is none.  The
// neighbours and max_matches of options do not matter.  In parallel; same answer at any thread count.  Throws what
// Memory::find_all throws.
std::vector<std::optional<Match>> best_matches_all(std::span<const MemoryToAsk> memories,
                                                   std::span<const TextInContext> texts, const Language& from,
                                                   const Language& to, const FindOptions& options = {},
                                                   const Progress& progress = {});

}  // namespace egiz
