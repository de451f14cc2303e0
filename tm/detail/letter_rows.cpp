// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/letter_rows.h"

namespace egiz::detail {

LetterRows::LetterRows(std::u32string_view pattern) : words_((pattern.size() + 63) / 64), bits_(words_, 0) {
  std::size_t rows = 1;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    const char32_t letter = pattern[i];
    std::size_t number = row_number(letter);
    if (number == 0) {
      number = rows++;
      bits_.resize(rows * words_, 0);
      if (letter < kDirect) {
        direct_[letter] = static_cast<std::uint16_t>(number);
      } else {
        others_.emplace(letter, number);
      }
    }
    bits_[number * words_ + i / 64] |= std::uint64_t{1} << (i % 64);
  }
}

}  // namespace egiz::detail
