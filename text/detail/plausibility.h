// SPDX-License-Identifier: Apache-2.0
#pragma once

// How likely is it that a text was written, and not read in a wrong encoding?

#include <string>
#include <string_view>
#include <vector>

namespace egiz::detail {

// Adds up what a text costs in bits: its words by the letter models in the cheapest language of each script, its signs,
// capitals and marks where they do not belong, and characters that stand for nothing (U+0000).  Readings of the same
// bytes compare by it.
class Plausibility {
 public:
  Plausibility();

  void add(std::u32string_view text);

  // What another text costs, which a blank parts from this one.
  Plausibility& operator+=(const Plausibility& other);

  double bits() const;

  std::size_t letters() const { return letters_; }

  bool has_cyrillic() const { return has_cyrillic_; }

 private:
  void add_word(const std::u32string& word);

  std::vector<double> cyrillic_;
  std::vector<double> latin_;
  double bits_ = 0;
  std::size_t letters_ = 0;
  bool has_cyrillic_ = false;
};

}  // namespace egiz::detail
