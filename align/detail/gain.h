// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a claim is worth to the decoders.

namespace egiz::align_detail {

// With P and R near F, expected strict F1 grows by p - F / 2 for a claimed two-sided bead of posterior p.  A claimed
// omission counts in precision only, by (p - F) / 2; the weight between that half and a whole keeps the omissions that
// are found (docs/alignment.md).
inline constexpr float kClaimPenalty = 0.45F;
inline constexpr float kOmissionWeight = 0.7F;


inline float gain(float posterior) { return posterior - kClaimPenalty; }
inline float omission_gain(float posterior) { return kOmissionWeight * posterior - kClaimPenalty; }

}  // namespace egiz::align_detail
