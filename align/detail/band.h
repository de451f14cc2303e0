// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bands: which part of the lattice is looked at.

#include <cstddef>
#include <span>

#include "align/detail/chain.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

// The band of a section of a pair: everything when that is little, else a corridor along the anchors of the words, and
// where the anchors leave a large gap, along the anchors of words that are rare within the gap.  Where there are none
// all columns of the gap are in it.
Band find_band(const Pair& pair, SegmentRange source, SegmentRange target, std::span<const WordPair> words);

// The part of a band between two nodes of it, as a band of its own.
Band clip(const Band& band, std::size_t i0, std::size_t j0, std::size_t i1, std::size_t j1);

// Twice as wide around the given rows.
Band widen(const Band& band, std::span<const std::size_t> rows, std::size_t m);

}  // namespace egiz::align_detail
