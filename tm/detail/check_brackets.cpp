// SPDX-License-Identifier: Apache-2.0

// Check "brackets": every kind of bracket as often as in the source.

#include <algorithm>
#include <array>

#include "tm/detail/check.h"

namespace egiz::detail {
namespace {

constexpr std::string_view kBrackets = "()[]{}";

using Counts = std::array<std::ptrdiff_t, kBrackets.size()>;

// An enumerator "1)" has a bracket of its own.
Counts count_brackets(const CheckedText& text) {
  Counts counts{};
  std::size_t begin = 0;
  if (!text.tokens.empty() && text.tokens.front().kind == TokenKind::list_marker) begin = text.tokens.front().range.end;
  const std::string_view rest = std::string_view(text.text()).substr(begin);
  for (std::size_t i = 0; i < kBrackets.size(); ++i) counts[i] = std::ranges::count(rest, kBrackets[i]);
  return counts;
}

}  // namespace

void check_brackets(const CheckedText& source, const CheckedText& target, FindingList& findings) {
  const Counts wanted = count_brackets(source);
  const Counts found = count_brackets(target);
  for (std::size_t i = 0; i < kBrackets.size(); ++i) {
    if (wanted[i] == found[i]) continue;
    const std::string counts =
        std::to_string(wanted[i]) + " in " + source.tag() + ", " + std::to_string(found[i]) + " here";
    const std::size_t at = target.text().rfind(kBrackets[i]);
    const std::string message = std::string("brackets \"") + kBrackets[i] + "\": " + counts;
    if (found[i] > wanted[i] && at != std::string::npos) {
      findings.add("brackets", target, {at, at + 1}, message);
    } else {
      findings.add_at_end("brackets", target, message);
    }
    return;
  }
}

}  // namespace egiz::detail
