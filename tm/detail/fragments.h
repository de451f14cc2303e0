// SPDX-License-Identifier: Apache-2.0
#pragma once

// The longest parts of a text that a memory holds.

#include <functional>
#include <span>
#include <vector>

#include "tm/detail/concordance_query.h"
#include "tm/memory.h"

namespace egiz::detail {

// The units that hold words one after the other.
using LookUpWords = std::function<std::vector<ConcordanceHit>(std::span<const PlacedWord> words)>;

// The parts of words, of at least min_words, that look_up finds and that no longer part it finds holds.  What holds a
// part holds every part of it, so that two ends that only move on see them all, with at most two look-ups a word.
// REQUIRES: min_words > 0
std::vector<Fragment> longest_fragments(std::span<const PlacedWord> words, std::size_t min_words,
                                        const LookUpWords& look_up);

}  // namespace egiz::detail
