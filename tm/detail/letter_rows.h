// SPDX-License-Identifier: Apache-2.0
#pragma once

// Where each letter stands in a pattern, as rows of bits: the table of every bit-parallel algorithm.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace egiz::detail {

// Bit i of row(c) is set when pattern[i] == c.
class LetterRows {
 public:
  explicit LetterRows(std::u32string_view pattern);

  std::size_t words() const { return words_; }

  // words() words; all zero for a letter that is not in the pattern.  The pointer lives as long as this.
  const std::uint64_t* row(char32_t letter) const { return bits_.data() + row_number(letter) * words_; }

 private:
  static constexpr std::size_t kDirect = 0x600;  // Latin, Greek, Cyrillic: the common case without a look-up

  std::size_t row_number(char32_t letter) const {
    if (letter < kDirect) return direct_[letter];
    const auto found = others_.find(letter);
    return found == others_.end() ? 0 : found->second;
  }

  std::size_t words_;
  std::array<std::uint16_t, kDirect> direct_{};
  std::unordered_map<char32_t, std::size_t> others_;
  std::vector<std::uint64_t> bits_;  // row 0 is empty
};

}  // namespace egiz::detail
