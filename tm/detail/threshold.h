// SPDX-License-Identifier: Apache-2.0
#pragma once

// Distances and similarities: one place for the arithmetic, so that every search agrees to the last bit.

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace egiz::detail {

// 100 x (1 - distance / longer); 100 when longer is 0.
inline double similarity_of(std::size_t distance, std::size_t longer) {
  if (longer == 0) return 100;
  return 100.0 * static_cast<double>(longer - distance) / static_cast<double>(longer);
}

// The largest distance whose similarity reaches min_similarity.
// REQUIRES: min_similarity <= 100
inline std::size_t max_distance(std::size_t longer, double min_similarity) {
  const double share = std::clamp((100.0 - min_similarity) / 100.0, 0.0, 1.0);
  auto distance = std::min(longer, static_cast<std::size_t>(std::floor(share * static_cast<double>(longer))) + 1);
  while (distance > 0 && similarity_of(distance, longer) < min_similarity) --distance;
  return distance;
}

}  // namespace egiz::detail
