// SPDX-License-Identifier: Apache-2.0
// PairIndex: pairs of words as consecutive numbers.

#include "align/detail/pair_index.h"

#include <algorithm>
#include <bit>

namespace egiz::align_detail {
namespace {

std::size_t hash(std::uint64_t key, unsigned shift) { return (key * 0x9E3779B97F4A7C15ULL) >> shift; }

}  // namespace

void PairIndex::reserve(std::size_t expected) {
  const std::size_t slots = std::bit_ceil(std::max<std::size_t>(expected * 2, 64));
  slots_.assign(slots, 0);
  shift_ = 64U - static_cast<unsigned>(std::countr_zero(slots));
  keys_.reserve(expected);
}

std::uint32_t PairIndex::add(WordId source, WordId target) {
  const std::uint64_t key = (static_cast<std::uint64_t>(source) << 32) | target;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = hash(key, shift_);
  while (slots_[slot] != 0) {
    if (keys_[slots_[slot] - 1] == key) {
      return slots_[slot] - 1;
    }
    slot = (slot + 1) & mask;
  }
  keys_.push_back(key);
  const auto number = static_cast<std::uint32_t>(keys_.size());
  slots_[slot] = number;
  if (keys_.size() * 2 > slots_.size()) {
    grow();
  }
  return number - 1;
}

void PairIndex::grow() {
  slots_.assign(slots_.size() * 2, 0);
  --shift_;
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = 0; i < keys_.size(); ++i) {
    std::size_t slot = hash(keys_[i], shift_);
    while (slots_[slot] != 0) {
      slot = (slot + 1) & mask;
    }
    slots_[slot] = static_cast<std::uint32_t>(i + 1);
  }
}

}  // namespace egiz::align_detail
