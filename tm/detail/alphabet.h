// SPDX-License-Identifier: Apache-2.0
#pragma once

// Letters to one-byte codes, and codes to the classes a letter bag counts.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tm/detail/half_bags.h"

namespace egiz::detail {

// How often each letter stands in a collection of keys.
class LetterCounts {
 public:
  void add(char32_t letter) { ++(letter < kDirect ? direct_[letter] : others_[letter]); }

  // The letters, the most frequent first; letters of one count by code point.
  std::vector<std::pair<char32_t, std::uint64_t>> sorted() const;

 private:
  static constexpr std::size_t kDirect = 0x600;

  std::array<std::uint64_t, kDirect> direct_{};
  std::unordered_map<char32_t, std::uint64_t> others_;
};

// The 255 most frequent letters have a code of their own; all others share kRareLetter, so that comparing codes
// never finds two texts less alike than they are.
class Alphabet {
 public:
  static constexpr std::uint8_t kRareLetter = 0;

  explicit Alphabet(const LetterCounts& counts);

  // From its stored form: the letter of each code, 0 where there is none, and the bucket of each code.
  Alphabet(const std::array<std::uint32_t, 256>& letters, const Buckets& buckets);

  std::uint8_t code(char32_t letter) const {
    if (letter < kDirect) return direct_[letter];
    const auto found = others_.find(letter);
    return found == others_.end() ? kRareLetter : found->second;
  }
  std::uint8_t bucket(std::uint8_t code) const { return buckets_[code]; }

  const std::array<std::uint32_t, 256>& letters() const { return letters_; }
  const Buckets& buckets() const { return buckets_; }

  std::vector<std::uint8_t> encode(std::u32string_view key) const;

 private:
  static constexpr std::size_t kDirect = 0x600;

  void index_letters();

  std::array<std::uint32_t, 256> letters_{};
  Buckets buckets_{};
  std::array<std::uint8_t, kDirect> direct_{};
  std::unordered_map<char32_t, std::uint8_t> others_;
};

}  // namespace egiz::detail
