// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/half_bags.h"

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "tests/reference/levenshtein.h"
#include "tests/support/catch.h"

namespace egiz::detail {
namespace {

std::size_t surplus_of(const BagPair& query, const PackedBags& unit, bool wants_query_surplus) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < kBuckets; ++i) {
    const int head = query.head[i] - unit[i] % 16;
    const int tail = query.tail[i] - unit[i] / 16;
    sum += static_cast<std::size_t>(std::max(0, wants_query_surplus ? head : -head));
    sum += static_cast<std::size_t>(std::max(0, wants_query_surplus ? tail : -tail));
  }
  return sum;
}

// The least cost that the halves leave possible.
std::size_t lower_bound(const BagQuery::Windows& windows, const PackedBags& unit) {
  const std::size_t anywhere = surplus_of(windows.anywhere, unit, windows.wants_query_surplus);
  std::size_t best_part = windows.parts.empty() ? anywhere : unit.size() * 2 * kMaxCount;
  for (const BagPair& part : windows.parts) {
    best_part = std::min(best_part, surplus_of(part, unit, windows.wants_query_surplus));
  }
  return std::max(anywhere, best_part) + windows.length_difference;
}

std::vector<std::uint8_t> random_text(std::mt19937& random, std::size_t length, unsigned letters) {
  std::vector<std::uint8_t> codes(length);
  for (auto& code : codes) code = static_cast<std::uint8_t>(random() % letters);
  return codes;
}

}  // namespace

TEST_CASE("the halves of a text never rule out what is near enough", "[property]") {
  std::mt19937 random(31);
  Buckets buckets;
  for (std::size_t i = 0; i < buckets.size(); ++i) buckets[i] = static_cast<std::uint8_t>(i % kBuckets);
  std::size_t told_apart = 0;
  for (int round = 0; round < 4000; ++round) {
    const unsigned letters = round % 3 == 0 ? 3 : 40;
    const auto query = random_text(random, random() % (round % 10 == 0 ? 300 : 40), letters);
    auto unit = random_text(random, random() % 40, letters);
    if (round % 2 == 0) {  // a near copy, moved to one side
      unit = query;
      const auto put = random_text(random, random() % 9, letters);
      unit.insert(unit.begin() + static_cast<std::ptrdiff_t>(random() % (unit.size() + 1)), put.begin(), put.end());
      unit.resize(unit.size() - std::min<std::size_t>(unit.size(), random() % 9));
    }
    const std::u32string query_letters(query.begin(), query.end());
    const std::u32string unit_letters(unit.begin(), unit.end());

    const std::size_t bound =
        lower_bound(BagQuery(query, buckets).windows(unit.size()), packed_bags(unit, buckets));

    REQUIRE(bound <= reference::levenshtein(query_letters, unit_letters));
    if (bound > query.size() / 2) ++told_apart;
  }
  CHECK(told_apart > 500);
}

TEST_CASE("halves that trade places are told apart, which whole texts are not") {
  Buckets buckets{};
  buckets['b'] = 1;
  const std::vector<std::uint8_t> query{'a', 'a', 'a', 'a', 'b', 'b', 'b', 'b'};
  const std::vector<std::uint8_t> unit{'b', 'b', 'b', 'b', 'a', 'a', 'a', 'a'};

  CHECK(lower_bound(BagQuery(query, buckets).windows(unit.size()), packed_bags(unit, buckets)) == 8);
  CHECK(letter_bag(query, buckets) == letter_bag(unit, buckets));
}

}  // namespace egiz::detail
