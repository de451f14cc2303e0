// SPDX-License-Identifier: Apache-2.0
#pragma once

// NumbersSieve: the keys that may differ from a query in its numbers only, told apart fast.

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"

namespace egiz::detail {

class NumbersSieve {
 public:
  // Of a text without numbers.
  NumbersSieve() = default;

  // key: the match key of text.
  NumbersSieve(std::string_view text, std::string_view key, const Language& language);

  // The least similarity that a key can have and differ in numbers only: they may grow by kMostGrowth letters in all.
  // Infinite when the query has no number.
  double floor() const { return floor_; }

  // False when a key surely differs in something else: its words without digits are others, but for as many as numbers
  // have months and endings.
  bool passes(std::u32string_view key) const;

 private:
  using Words = std::vector<std::u32string_view>;
  static Words words_without_digits(std::u32string_view key);

  static constexpr std::size_t kMostGrowth = 8;
  static constexpr std::size_t kWordsOfNumber = 2;  // "11-сінде наурыздың"

  std::u32string key_;
  std::size_t most_other_words_ = 0;
  double floor_ = std::numeric_limits<double>::infinity();
};

}  // namespace egiz::detail
