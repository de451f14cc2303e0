// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/pattern_windows.h"

#include <algorithm>

namespace egiz::detail {

// A band begins at most its limit before the query and ends at most its limit behind it.  Each row is the next one
// moved on by a bit, with the letter it begins with put in.
PatternTable::PatternTable(std::span<const std::uint8_t> query, std::size_t words, bool has_slots_whole)
    : head_(32 * words), length_(query.size()) {
  const bool has_low_codes_only = query.empty() || *std::ranges::max_element(query) < kFewSlots - 1;
  slots_ = has_low_codes_only ? kFewSlots : kAllSlots;
  const std::size_t row_words = words * slots_;
  const std::size_t next_word = has_slots_whole ? 1 : slots_;
  const std::size_t next_slot = has_slots_whole ? words : 1;
  rows_.assign((head_ + query.size() + 32 * words) * row_words, 0);
  for (std::size_t r = head_ + query.size(); r-- > 0;) {
    std::uint32_t* row = rows_.data() + r * row_words;
    const std::uint32_t* next = row + row_words;
    for (std::size_t slot = 0; slot < slots_; ++slot) {
      const std::size_t first = slot * next_slot;
      row[first] = next[first] << 1;
      for (std::size_t k = 1; k < words; ++k) {
        const std::size_t i = first + k * next_word;
        row[i] = (next[i] << 1) | (next[i - next_word] >> 31);
      }
    }
    if (r >= head_) row[query[r - head_] * next_slot] |= 1;
  }
}

}  // namespace egiz::detail
