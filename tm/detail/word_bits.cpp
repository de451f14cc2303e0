// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/word_bits.h"

#include <algorithm>
#include <string_view>

#include "tm/detail/key_words.h"

namespace egiz::detail {

WordCodes::WordCodes(const Alphabet& alphabet) {
  for (std::size_t code = 1; code < is_word_code_.size(); ++code) {
    is_word_code_[code] = is_word_character(alphabet.letters()[code]);
  }
}

std::vector<std::uint64_t> WordCodes::marks_of(std::span<const std::uint8_t> word, bool is_beginning) const {
  std::vector<std::uint64_t> marks;
  if (!std::ranges::all_of(word, [this](std::uint8_t code) { return contains(code); })) return marks;
  if (!is_beginning) marks.push_back(hash(word, 0));
  mark_beginnings(word, [&marks](std::uint64_t mark) { marks.push_back(mark); });
  return marks;
}

std::uint64_t WordCodes::hash(std::span<const std::uint8_t> letters, std::uint64_t seed) {
  return hash_bytes({reinterpret_cast<const char*>(letters.data()), letters.size()}, seed);
}

}  // namespace egiz::detail
