// SPDX-License-Identifier: Apache-2.0
#pragma once

// The cutter: long sections into short ones.

#include <functional>
#include <span>

#include "align/detail/inference.h"
#include "align/detail/word_prior.h"

namespace egiz::align_detail {

inline constexpr double kPruneNats = 10;  // a node less likely than e^-10 is not looked at again
inline constexpr std::uint32_t kPruneMargin = 1;

// The band of a section is found, and what is long, or where the anchors leave much open, is cut window by window: each
// at the last place where a first look is sure that one bead ends and another starts.  `take` is given the pieces in
// order, each when it is found; what it throws comes through.  prior: in order of target.
void cut_section(Section section, const Inference& inference, std::span<const WordPair> prior, EvidenceScratch& scratch,
                 const std::function<void(Section&&)>& take);

}  // namespace egiz::align_detail
