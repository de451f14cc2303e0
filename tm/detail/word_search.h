// SPDX-License-Identifier: Apache-2.0
#pragma once

// The keys of an image that hold given words.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tm/detail/concordance_query.h"
#include "tm/detail/image.h"
#include "tm/detail/image_search.h"

namespace egiz::detail {

// A unit that holds the words of a concordance query.  Ordered as hits are shown: short texts first.
struct WordHit {
  std::uint64_t length = 0;  // of the key, in letters
  std::int64_t id = 0;
  std::int64_t language = 0;

  auto operator<=>(const WordHit&) const = default;
};

// The first max_hits (0 is all) of the units that are not dead, may answer, and hold the words, in order.
// Throws IndexDamaged.
std::vector<WordHit> search_words(const Image& image, const UnitIds& dead, const SectionRules& rules,
                                  const ConcordanceQuery& query, std::size_t max_hits);

}  // namespace egiz::detail
