// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/alphabet.h"

#include <algorithm>

namespace egiz::detail {

std::vector<std::pair<char32_t, std::uint64_t>> LetterCounts::sorted() const {
  std::vector<std::pair<char32_t, std::uint64_t>> letters;
  for (std::size_t letter = 0; letter < kDirect; ++letter) {
    if (direct_[letter] != 0) letters.emplace_back(static_cast<char32_t>(letter), direct_[letter]);
  }
  letters.insert(letters.end(), others_.begin(), others_.end());
  std::ranges::sort(letters, [](const auto& a, const auto& b) {
    return a.second != b.second ? a.second > b.second : a.first < b.first;
  });
  return letters;
}

Alphabet::Alphabet(const LetterCounts& counts) {
  // The most frequent letters get buckets of their own; the others join the bucket with the fewest letters so far,
  // so that all buckets tell about as much.
  std::array<std::uint64_t, kBuckets> load{};
  std::uint8_t code = 0;
  for (const auto& [letter, count] : counts.sorted()) {
    if (code == 255) break;
    if (letter == 0) continue;  // 0 says that a code has no letter
    ++code;
    const auto lightest = static_cast<std::uint8_t>(std::ranges::min_element(load) - load.begin());
    letters_[code] = letter;
    buckets_[code] = lightest;
    load[lightest] += count;
  }
  buckets_[kRareLetter] = kBuckets - 1;
  index_letters();
}

Alphabet::Alphabet(const std::array<std::uint32_t, 256>& letters, const Buckets& buckets)
    : letters_(letters), buckets_(buckets) {
  index_letters();
}

void Alphabet::index_letters() {
  for (std::size_t code = 1; code < letters_.size(); ++code) {
    const std::uint32_t letter = letters_[code];
    if (letter == 0) continue;
    if (letter < kDirect) {
      direct_[letter] = static_cast<std::uint8_t>(code);
    } else {
      others_.emplace(static_cast<char32_t>(letter), static_cast<std::uint8_t>(code));
    }
  }
}

std::vector<std::uint8_t> Alphabet::encode(std::u32string_view key) const {
  std::vector<std::uint8_t> codes(key.size(), kRareLetter);
  std::ranges::transform(key, codes.begin(), [this](char32_t letter) { return code(letter); });
  return codes;
}

}  // namespace egiz::detail
