// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a reader left out or repaired.

#include <cstddef>
#include <string>
#include <vector>

namespace egiz {

// A place in a file and what happened there, in words.
struct Finding {
  std::string place;   // "notes.tmx:41:7"; "book.docx: paragraph 12"
  std::string reason;  // "no <seg> in this <tuv>; skipped"

  bool operator==(const Finding&) const = default;
};

// What a reader of units did.  findings holds at most kMaxFindings; the counts are always whole.
struct ReadReport {
  static constexpr std::size_t kMaxFindings = 1000;

  std::size_t read = 0;      // units that were delivered
  std::size_t skipped = 0;   // units that were not, each with a finding
  std::size_t repaired = 0;  // units delivered after a repair, each with a finding
  std::vector<Finding> findings;
};

}  // namespace egiz
