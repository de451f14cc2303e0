// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/pattern_windows.h"

#include <algorithm>

namespace egiz::detail {

// A band begins at most its limit before the query and ends at most its limit behind it.  Each row is the next one
// moved on by a bit, with the letter it begins with put in.
PatternTable::PatternTable(std::span<const std::uint8_t> query, std::size_t words)
    : head_(32 * words), length_(query.size()) {
  const bool has_low_codes_only = query.empty() || *std::ranges::max_element(query) < kFewSlots - 1;
  slots_ = has_low_codes_only ? kFewSlots : kAllSlots;
  const std::size_t row_words = words * slots_;
  const std::size_t rows = head_ + query.size() + 32 * words;
  rows_.assign(rows * row_words, 0);
  for (std::size_t r = head_ + query.size(); r-- > 0;) {
    std::uint32_t* row = rows_.data() + r * row_words;
    const std::uint32_t* next = row + row_words;
    for (std::size_t slot = 0; slot < slots_; ++slot) row[slot] = next[slot] << 1;
    for (std::size_t i = slots_; i < row_words; ++i) row[i] = (next[i] << 1) | (next[i - slots_] >> 31);
    if (r >= head_) row[query[r - head_]] |= 1;
  }
}

}  // namespace egiz::detail
