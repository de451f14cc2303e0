// SPDX-License-Identifier: Apache-2.0
#pragma once

// The tables of a query that the kernels read.

#include <cstdint>
#include <memory>
#include <span>

#include "tm/detail/kernels.h"

namespace egiz::detail {

// Owns the windows of a query for bands of one size.
class PatternTable {
 public:
  // words: one of kBandWords.  has_slots_whole: slot after slot, else word after word.
  PatternTable(std::span<const std::uint8_t> query, std::size_t words, bool has_slots_whole);

  PatternWindows windows() const { return {rows_.get(), head_, slots_, length_}; }

 private:
  std::size_t head_;
  std::size_t slots_;
  std::size_t length_;
  std::unique_ptr<std::uint32_t[]> rows_;
};

}  // namespace egiz::detail
