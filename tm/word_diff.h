// SPDX-License-Identifier: Apache-2.0
#pragma once

// How two texts differ, word by word.

#include <string_view>
#include <vector>

namespace egiz {

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

// 100 x (m - d) / m, rounded down: d the Levenshtein distance of the two match keys in pieces, m the pieces of the
// longer one; 100 when both are empty.  A piece is a word, a number, or any other single character, blanks included:
// the third figure of OmegaT, which is billed by. REQUIRES: both are valid UTF-8
int word_similarity(std::string_view key_a, std::string_view key_b);

}  // namespace egiz
