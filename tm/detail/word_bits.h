// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which words may stand in a text: a few bits for each word of it, so that a concordance looks at few texts
// (superimposed coding; Mooers 1948, Roberts 1979).

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "tm/detail/alphabet.h"
#include "tm/detail/hash.h"

namespace egiz::detail {

// A text of `length` letters has so many bits.  About a third of them are set.
inline std::size_t word_bits(std::size_t length) { return (length + 15) / 8 * 8; }

// The one of them that a mark sets: the share of all marks that are lower (Lemire 2019), which takes no division.
inline std::size_t word_bit(std::uint64_t mark, std::size_t length) {
  return static_cast<std::size_t>(static_cast<Uint128>(mark) * word_bits(length) >> 64);
}

// Words as codes: runs of codes that are part of a word.  A letter without a code separates, too.
class WordCodes {
 public:
  explicit WordCodes(const Alphabet& alphabet);

  bool contains(std::uint8_t code) const { return is_word_code_[code]; }

  // Calls visit(hash) for what a text with these codes is marked with: the whole of each word, and its beginnings.
  template <class Visit>
  void mark(std::span<const std::uint8_t> text, Visit visit) const {
    for (std::size_t begin = 0; begin < text.size();) {
      if (!contains(text[begin])) {
        ++begin;
        continue;
      }
      std::size_t end = begin + 1;
      while (end < text.size() && contains(text[end])) ++end;
      const auto word = text.subspan(begin, end - begin);
      visit(hash(word, 0));
      mark_beginnings(word, visit);
      begin = end;
    }
  }

  // What every text has that holds this word, or a word that begins so.  Empty when nothing is certain.
  std::vector<std::uint64_t> marks_of(std::span<const std::uint8_t> word, bool is_beginning) const;

 private:
  static constexpr std::array<std::size_t, 2> kBeginnings{3, 5};  // letters

  static std::uint64_t hash(std::span<const std::uint8_t> letters, std::uint64_t seed);

  template <class Visit>
  static void mark_beginnings(std::span<const std::uint8_t> word, Visit visit) {
    for (const std::size_t letters : kBeginnings) {
      if (word.size() >= letters) visit(hash(word.first(letters), letters));
    }
  }

  std::array<bool, 256> is_word_code_{};
};

}  // namespace egiz::detail
