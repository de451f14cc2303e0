// SPDX-License-Identifier: Apache-2.0
#include "bench/memory/full_scan.h"

#include <algorithm>
#include <functional>

#include "tm/detail/bit_parallel.h"
#include "tm/detail/letter_rows.h"
#include "tm/detail/threshold.h"

namespace egiz::bench {

std::vector<double> FullScan::similarities(const std::u32string& query, double min_similarity) const {
  const detail::LetterRows rows(query);
  std::vector<double> found;
  for (const std::u32string& key : keys_) {
    const std::size_t longer = std::max(key.size(), query.size());
    const std::size_t limit = detail::max_distance(longer, min_similarity);
    if (longer - std::min(key.size(), query.size()) > limit) continue;
    const std::size_t distance = detail::bit_parallel_distance(
        query.size(), key, [&rows](char32_t letter) { return rows.row(letter); }, limit);
    if (distance <= limit) found.push_back(detail::similarity_of(distance, longer));
  }
  std::ranges::sort(found, std::greater<>());
  return found;
}

}  // namespace egiz::bench
