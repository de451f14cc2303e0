// SPDX-License-Identifier: Apache-2.0
#pragma once

// The best match of each text of a document.

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "tm/memory.h"

namespace egiz {

struct TextInContext {
  std::string_view text;
  std::string_view previous;  // the segment before it; may be empty
  std::string_view next;
};

// For each text the match that Memory::find puts first, neighbours taken into account; nullopt below min_similarity.
// In parallel; same answer at any thread count.  Throws what Memory::find_all throws.
std::vector<std::optional<Match>> best_matches_all(const Memory& memory, std::span<const TextInContext> texts,
                                                   const Language& from, const Language& to, double min_similarity,
                                                   const Progress& progress = {});

}  // namespace egiz
