// SPDX-License-Identifier: Apache-2.0
#pragma once

// How two texts differ, word by word, and how a terminal shows it.

#include <string>
#include <string_view>
#include <vector>

namespace egiz::cli {

// A run of words and what is between them.
struct DiffPart {
  enum class Kind { same, removed, added };

  Kind kind = Kind::same;
  std::string_view text;

  bool operator==(const DiffPart&) const = default;
};

// What to take from before and what to put in, in order, to come to after: a longest common subsequence of words.
// Neighbours differ in kind, except that a removal and an addition may alternate.  Views into before and after.  Texts
// of more words than a screen shows are told as one removal and one addition.
std::vector<DiffPart> word_diff(std::string_view before, std::string_view after);

// The same with ANSI colours: what goes is red and struck through, what comes is green.
std::string coloured_diff(std::string_view before, std::string_view after);

}  // namespace egiz::cli
