// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words that were broken at the end of a line.

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>

namespace egiz::exchange {

// Puts lines together, by the words of their document: "дого-" + "вор" is "договор", "кто-" + "то" is "кто-то".
class LineJoiner {
 public:
  // Learns the words of a line, all but the last when it ends with a hyphen; and whether lines are hyphenated at all.
  void learn(std::string_view line);

  // Appends the next line of a paragraph to text: with a space, or when text ends with a hyphen, without one and with the
  // hyphen only when it belongs to the word.
  void append(std::string& text, std::string_view line) const;

 private:
  bool keeps_hyphen(std::string_view left, std::string_view right) const;

  std::unordered_set<std::string> words_;  // in lower case, with the hyphens in them
  std::size_t lines_ = 0;
  std::size_t broken_lines_ = 0;  // that end with a hyphen
};

}  // namespace egiz::exchange
