// SPDX-License-Identifier: Apache-2.0
#pragma once

// The shapes a two-sided bead can have.

#include <array>
#include <cstddef>

namespace egiz::align_detail {

struct BeadType {
  unsigned source = 1;  // segments
  unsigned target = 1;
  double prior = 0;  // share among two-sided beads, before anything is learnt
};

inline constexpr std::size_t kMaxSide = 5;  // most segments on one side of a bead

inline constexpr std::array<BeadType, 18> kBeadTypes{{
    {1, 1, 0.880},
    {1, 2, 0.045},
    {2, 1, 0.045},
    {2, 2, 0.0060},
    {1, 3, 0.0060},
    {3, 1, 0.0060},
    {2, 3, 0.0012},
    {3, 2, 0.0012},
    {1, 4, 0.0012},
    {4, 1, 0.0012},
    {3, 3, 0.0004},
    {2, 4, 0.0004},
    {4, 2, 0.0004},
    {1, 5, 0.0004},
    {5, 1, 0.0004},
    {3, 4, 0.0002},
    {4, 3, 0.0002},
    {4, 4, 0.0002},
}};

inline constexpr std::size_t kBeadTypeCount = kBeadTypes.size();

// The types that the first pass considers, and those that a look does which only asks where to cut.
inline constexpr std::size_t kBasicTypeCount = 6;
inline constexpr std::size_t kCutTypeCount = 3;

}  // namespace egiz::align_detail
