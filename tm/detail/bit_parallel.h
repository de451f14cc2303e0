// SPDX-License-Identifier: Apache-2.0
#pragma once

// Levenshtein distance in words of bits, for patterns of any length (Myers 1999, Hyyro 2003).

#include <cstddef>
#include <cstdint>
#include <vector>

namespace egiz::detail {

// A column of the distance matrix as differences between rows: bit set in plus where the value grows by one
// downwards, in minus where it shrinks.
struct ColumnWord {
  std::uint64_t plus = ~std::uint64_t{0};
  std::uint64_t minus = 0;
};

// What a word hands to the one below it: the differences along its last row.
struct ColumnCarry {
  std::uint64_t plus = 0;
  std::uint64_t minus = 0;
};

// One column of one word (Hyyro 2003, figure 8).  last is the bit whose horizontal difference goes on.
inline ColumnCarry advance(ColumnWord& word, std::uint64_t matches, ColumnCarry in, std::uint64_t last) {
  const std::uint64_t x = matches | in.minus;
  const std::uint64_t zero = (((x & word.plus) + word.plus) ^ word.plus) | x | word.minus;
  std::uint64_t plus = word.minus | ~(zero | word.plus);
  std::uint64_t minus = word.plus & zero;
  const ColumnCarry out{(plus & last) != 0 ? 1U : 0U, (minus & last) != 0 ? 1U : 0U};
  plus = (plus << 1) | in.plus;
  minus = (minus << 1) | in.minus;
  word.plus = minus | ~(zero | plus);
  word.minus = plus & zero;
  return out;
}

// The distance of a pattern of `length` letters to text, or limit + 1 when it is more than limit.  row_of(letter)
// gives the words of bits where the pattern has letter.
// REQUIRES: length > 0
template <class Text, class RowOf>
std::size_t bit_parallel_distance(std::size_t length, const Text& text, RowOf row_of, std::size_t limit) {
  std::vector<ColumnWord> words((length + 63) / 64);
  const std::uint64_t last_bit = std::uint64_t{1} << ((length - 1) % 64);
  std::size_t score = length;
  std::size_t columns_left = text.size();
  for (const auto letter : text) {
    --columns_left;
    const std::uint64_t* matches = row_of(letter);
    ColumnCarry carry{1, 0};  // the top row of the matrix grows by one per column
    for (std::size_t w = 0; w < words.size(); ++w) {
      const std::uint64_t last = w + 1 == words.size() ? last_bit : std::uint64_t{1} << 63;
      carry = advance(words[w], matches[w], carry, last);
    }
    score = score + carry.plus - carry.minus;
    if (score > columns_left && score - columns_left > limit) return limit + 1;
  }
  return score <= limit ? score : limit + 1;
}

}  // namespace egiz::detail
