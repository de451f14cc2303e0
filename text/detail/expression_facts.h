// SPDX-License-Identifier: Apache-2.0
#pragma once

// What is certain of a regular expression of ICU without running it, for running it seldom and on little text.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace egiz::detail {

inline constexpr char16_t kAnything = 0xFFFF;  // no character

struct ExpressionFacts {
  // Whatever matches ends with one of these; kAnything stands for one character that may be any.  "" when nothing is
  // certain.  "\b(проф|ул)\.\s" gives "проф.", "ул." and kAnything behind each.
  std::vector<std::u16string> tails;
  std::optional<std::size_t> longest;  // UTF-16 units that a match has at most; nullopt when there is no bound
  bool asks_for_begin = false;         // "^", "\A" or "\G" stands in it
};

ExpressionFacts find_facts(std::u16string_view expression);

// Tails, to be asked often.
class TailSet {
 public:
  TailSet() = default;
  explicit TailSet(const std::vector<std::u16string>& tails);

  // May text end in one of them?
  bool may_end(std::u16string_view text) const;

  // The characters that all of them end in; empty when one may end in any.
  std::u16string_view lasts() const { return open_.empty() ? std::u16string_view(lasts_) : std::u16string_view(); }

 private:
  std::vector<std::u16string> open_;  // those that end in any character
  std::u16string lasts_;              // of the others
  std::map<std::pair<char16_t, char16_t>, std::vector<std::u16string>> closed_;  // by their last two characters
};

}  // namespace egiz::detail
