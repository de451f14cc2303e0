// SPDX-License-Identifier: Apache-2.0
#pragma once

// PairIndex: pairs of words as consecutive numbers.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/detail/vocabulary.h"

namespace egiz::align_detail {

// A hash table with open addressing; numbers are given in the order of first appearance.
class PairIndex {
 public:
  PairIndex() { reserve(0); }

  // Makes room for `expected` pairs before the first is added.
  void reserve(std::size_t expected);

  std::uint32_t add(WordId source, WordId target);

  std::size_t size() const { return keys_.size(); }
  WordId source(std::size_t pair) const { return static_cast<WordId>(keys_[pair] >> 32); }
  WordId target(std::size_t pair) const { return static_cast<WordId>(keys_[pair]); }

 private:
  void grow();

  std::vector<std::uint32_t> slots_;  // number + 1; 0 is free
  std::vector<std::uint64_t> keys_;
  unsigned shift_ = 0;
};

}  // namespace egiz::align_detail
