// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/half_bags.h"

#include <algorithm>

namespace egiz::detail {
namespace {

constexpr std::size_t kMaxParts = 4;
constexpr std::size_t kLettersPerPart = 2;  // of difference in length; fewer do not pay for another look

using Counts = std::array<std::uint32_t, kBuckets>;

Counts count_letters(std::span<const std::uint8_t> codes, const Buckets& buckets) {
  Counts counts{};
  for (const std::uint8_t code : codes) ++counts[buckets[code]];
  return counts;
}

std::uint8_t held(std::size_t count) { return static_cast<std::uint8_t>(std::min<std::size_t>(count, kMaxCount)); }

}  // namespace

PackedBags packed_bags(std::span<const std::uint8_t> codes, const Buckets& buckets) {
  const std::size_t middle = codes.size() / 2;
  const Counts head = count_letters(codes.first(middle), buckets);
  const Counts tail = count_letters(codes.subspan(middle), buckets);
  PackedBags bags;
  for (std::size_t i = 0; i < kBuckets; ++i) bags[i] = static_cast<std::uint8_t>(held(head[i]) | held(tail[i]) << 4);
  return bags;
}

LetterBag letter_bag(std::span<const std::uint8_t> codes, const Buckets& buckets) {
  LetterBag bag;
  std::ranges::transform(count_letters(codes, buckets), bag.begin(), held);
  return bag;
}

BagQuery::BagQuery(std::span<const std::uint8_t> codes, const Buckets& buckets)
    : length_(codes.size()), before_(codes.size() + 1) {
  for (std::size_t i = 0; i < codes.size(); ++i) {
    before_[i + 1] = before_[i];
    ++before_[i + 1][buckets[codes[i]]];
  }
}

BagPair BagQuery::pair(std::size_t head_end, std::size_t tail_begin) const {
  BagPair bags;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    bags.head[i] = held(before_[head_end][i]);
    bags.tail[i] = held(before_[length_][i] - before_[tail_begin][i]);
  }
  return bags;
}

BagQuery::Windows BagQuery::windows(std::size_t unit_length) const {
  Windows windows;
  windows.wants_query_surplus = length_ < unit_length;
  windows.length_difference = windows.wants_query_surplus ? unit_length - length_ : length_ - unit_length;
  const std::size_t difference = windows.length_difference;
  const std::size_t middle = unit_length / 2;
  const std::size_t first = !windows.wants_query_surplus ? middle : middle - std::min(middle, difference);
  const std::size_t last = std::min(length_, windows.wants_query_surplus ? middle : middle + difference);
  const auto between = [&](std::size_t low, std::size_t high) {
    return windows.wants_query_surplus ? pair(low, high) : pair(high, low);
  };
  windows.anywhere = between(first, last);
  const std::size_t parts = std::min(kMaxParts, (last - first) / kLettersPerPart);
  for (std::size_t i = 0; parts > 1 && i < parts; ++i) {
    windows.parts.push_back(between(first + (last - first) * i / parts, first + (last - first) * (i + 1) / parts));
  }
  return windows;
}

}  // namespace egiz::detail
