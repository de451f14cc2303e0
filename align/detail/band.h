// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bands: which part of the lattice is looked at.

#include <cstddef>
#include <span>

#include "align/detail/chain.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

// All nodes of an n by m section.
Band full_band(std::size_t n, std::size_t m);

// A band around the diagonal of an n by m section.
Band diagonal_band(std::size_t n, std::size_t m);

// The band of a section of a pair: everything when that is little, else a corridor along the anchors of the words,
// and where the anchors leave a large gap, along the anchors of words that are rare within the gap.
Band find_band(const Pair& pair, SegmentRange source, SegmentRange target, std::span<const WordPair> words);

// Twice as wide in every row.
Band widen(const Band& band, std::size_t m);

}  // namespace egiz::align_detail
