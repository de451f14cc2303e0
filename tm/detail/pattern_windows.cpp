// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/pattern_windows.h"

#include <algorithm>

namespace egiz::detail {
namespace {

// A row is the next one moved on by a bit.  Its layout is known here, so that the compiler does many slots at once.
template <std::size_t kWords, std::size_t kSlots, bool kHasSlotsWhole>
void move_on(const std::uint32_t* next, std::uint32_t* row) {
  constexpr std::size_t kNextWord = kHasSlotsWhole ? 1 : kSlots;
  constexpr std::size_t kNextSlot = kHasSlotsWhole ? kWords : 1;
  for (std::size_t k = 0; k < kWords; ++k) {
    for (std::size_t slot = 0; slot < kSlots; ++slot) {
      const std::size_t i = k * kNextWord + slot * kNextSlot;
      row[i] = k == 0 ? next[i] << 1 : next[i] << 1 | next[i - kNextWord] >> 31;
    }
  }
}

using MoveOn = void (*)(const std::uint32_t* next, std::uint32_t* row);

template <std::size_t kWords>
MoveOn move_on_for(std::size_t slots, bool has_slots_whole) {
  if (slots == kFewSlots) return has_slots_whole ? move_on<kWords, kFewSlots, true> : move_on<kWords, kFewSlots, false>;
  return has_slots_whole ? move_on<kWords, kAllSlots, true> : move_on<kWords, kAllSlots, false>;
}

MoveOn move_on_for(std::size_t words, std::size_t slots, bool has_slots_whole) {
  if (words == kBandWords[0]) return move_on_for<kBandWords[0]>(slots, has_slots_whole);
  if (words == kBandWords[1]) return move_on_for<kBandWords[1]>(slots, has_slots_whole);
  if (words == kBandWords[2]) return move_on_for<kBandWords[2]>(slots, has_slots_whole);
  if (words == kBandWords[3]) return move_on_for<kBandWords[3]>(slots, has_slots_whole);
  return move_on_for<kBandWords[4]>(slots, has_slots_whole);
}

}  // namespace

// A band begins at most its limit before the query and ends at most its limit behind it.  A row is the next one moved on,
// with the letter it begins with put in.
PatternTable::PatternTable(std::span<const std::uint8_t> query, std::size_t words, bool has_slots_whole)
    : head_(32 * words), length_(query.size()) {
  const bool has_low_codes_only = query.empty() || *std::ranges::max_element(query) < kFewSlots - 1;
  slots_ = has_low_codes_only ? kFewSlots : kAllSlots;
  const std::size_t row_words = words * slots_;
  const std::size_t next_slot = has_slots_whole ? words : 1;
  const MoveOn move_on = move_on_for(words, slots_, has_slots_whole);
  const std::size_t behind = head_ + query.size();
  rows_ = std::make_unique_for_overwrite<std::uint32_t[]>((behind + 32 * words) * row_words);
  std::fill_n(rows_.get() + behind * row_words, 32 * words * row_words, 0U);
  for (std::size_t r = behind; r-- > 0;) {
    std::uint32_t* row = rows_.get() + r * row_words;
    move_on(row + row_words, row);
    if (r >= head_) row[query[r - head_] * next_slot] |= 1;
  }
}

}  // namespace egiz::detail
