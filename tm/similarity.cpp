// SPDX-License-Identifier: Apache-2.0
#include "tm/similarity.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "text/utf8.h"
#include "tm/detail/letter_rows.h"
#include "tm/detail/threshold.h"

namespace egiz {
namespace {

// A column of the distance matrix as differences between rows: bit set in plus where the value grows by one
// downwards, in minus where it shrinks.
struct Word {
  std::uint64_t plus = ~std::uint64_t{0};
  std::uint64_t minus = 0;
};

// What a word hands to the one below it: the differences along its last row, and the carry of its sum.
struct Carry {
  std::uint64_t plus = 0;
  std::uint64_t minus = 0;
};

// One column of one word (Hyyro 2003, figure 8).  last is the bit whose horizontal difference goes on.
Carry advance(Word& word, std::uint64_t matches, Carry in, std::uint64_t last) {
  const std::uint64_t x = matches | in.minus;
  const std::uint64_t zero = (((x & word.plus) + word.plus) ^ word.plus) | x | word.minus;
  std::uint64_t plus = word.minus | ~(zero | word.plus);
  std::uint64_t minus = word.plus & zero;
  const Carry out{(plus & last) != 0 ? 1U : 0U, (minus & last) != 0 ? 1U : 0U};
  plus = (plus << 1) | in.plus;
  minus = (minus << 1) | in.minus;
  word.plus = minus | ~(zero | plus);
  word.minus = plus & zero;
  return out;
}

std::size_t distance_of_trimmed(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const detail::LetterRows rows(a);
  std::vector<Word> words(rows.words());
  const std::uint64_t last_bit = std::uint64_t{1} << ((a.size() - 1) % 64);
  std::size_t score = a.size();
  for (std::size_t column = 0; column < b.size(); ++column) {
    const std::uint64_t* matches = rows.row(b[column]);
    Carry carry{1, 0};  // the top row of the matrix grows by one per column
    for (std::size_t w = 0; w < words.size(); ++w) {
      const std::uint64_t last = w + 1 == words.size() ? last_bit : std::uint64_t{1} << 63;
      carry = advance(words[w], matches[w], carry, last);
    }
    score = score + carry.plus - carry.minus;
    const std::size_t columns_left = b.size() - column - 1;
    if (score > columns_left && score - columns_left > limit) return limit + 1;
  }
  return score <= limit ? score : limit + 1;
}

}  // namespace

std::size_t levenshtein(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  a.remove_prefix(static_cast<std::size_t>(head));
  b.remove_prefix(static_cast<std::size_t>(head));
  const auto tail = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  a.remove_suffix(static_cast<std::size_t>(tail));
  b.remove_suffix(static_cast<std::size_t>(tail));
  if (a.empty()) return b.size() <= limit ? b.size() : limit + 1;
  return distance_of_trimmed(a, b, limit);
}

double similarity(std::string_view key_a, std::string_view key_b) {
  const std::u32string a = to_utf32(key_a);
  const std::u32string b = to_utf32(key_b);
  return detail::similarity_of(levenshtein(a, b), std::max(a.size(), b.size()));
}

}  // namespace egiz
