// SPDX-License-Identifier: Apache-2.0
#include "tm/similarity.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"
#include "tm/detail/bit_parallel.h"
#include "tm/detail/letter_rows.h"
#include "tm/detail/threshold.h"

namespace egiz {
namespace {

std::size_t distance_of_trimmed(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  const detail::LetterRows rows(a);
  return detail::bit_parallel_distance(a.size(), b, [&rows](char32_t letter) { return rows.row(letter); }, limit);
}

}  // namespace

std::size_t levenshtein(std::u32string_view a, std::u32string_view b, std::size_t limit) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > limit) return limit + 1;
  const auto head = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin();
  a.remove_prefix(static_cast<std::size_t>(head));
  b.remove_prefix(static_cast<std::size_t>(head));
  const auto tail = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend()).first - a.rbegin();
  a.remove_suffix(static_cast<std::size_t>(tail));
  b.remove_suffix(static_cast<std::size_t>(tail));
  if (a.empty()) return b.size() <= limit ? b.size() : limit + 1;
  return distance_of_trimmed(a, b, limit);
}

double similarity(std::string_view key_a, std::string_view key_b) {
  const std::u32string a = to_utf32(key_a);
  const std::u32string b = to_utf32(key_b);
  return detail::similarity_of(levenshtein(a, b), std::max(a.size(), b.size()));
}

}  // namespace egiz
