// SPDX-License-Identifier: Apache-2.0
#pragma once

// The form of a word that the tables of the segmenter are asked for.

#include <array>
#include <cstddef>
#include <string_view>

namespace egiz::detail {

// A word in lower case, ё as е, without the white space behind full stops ("т. д" is "т.д"), and in a word
// that has Cyrillic letters the Latin look-alikes as Cyrillic ones.  Kept in place, for the segmenter asks often; a
// word longer than that is cut short and equals no entry.
class FoldedWord {
 public:
  // REQUIRES: word is valid UTF-8
  explicit FoldedWord(std::string_view word);

  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  void append(char32_t c);

  static constexpr std::size_t kLongest = 96;  // bytes; the longest entry has half of it

  std::array<char, kLongest> bytes_;
  std::size_t size_ = 0;
};

}  // namespace egiz::detail
