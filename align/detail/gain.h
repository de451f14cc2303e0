// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a claim is worth to the decoders.

namespace egiz::align_detail {

// Expected strict F1 grows by the posterior of a claimed bead or omission and shrinks by nearly half a hit for every
// claim (docs/alignment.md).
inline constexpr float kClaimPenalty = 0.45F;

inline float gain(float posterior) { return posterior - kClaimPenalty; }

}  // namespace egiz::align_detail
