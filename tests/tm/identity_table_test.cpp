// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/identity_table.h"

#include <algorithm>
#include <map>
#include <random>
#include <vector>

#include "tests/support/catch.h"

namespace egiz::detail {

TEST_CASE("a table of identities is a multimap, in order at the end", "[property]") {
  std::mt19937_64 random(71);
  for (int round = 0; round < 20; ++round) {
    IdentityTable table;
    std::multimap<std::uint64_t, std::int64_t> twin;
    const std::uint64_t identities = round % 2 == 0 ? 50 : 1'000'000;
    for (std::int64_t unit = 1; unit < 3000; ++unit) {
      const std::uint64_t identity = random() % identities * 0x9E3779B97F4A7C15;
      if (random() % 5 == 0 && !twin.empty()) {
        const auto old = twin.begin();
        table.erase(old->first, old->second);
        twin.erase(old);
      }
      table.erase(identity, -5);
      table.insert(identity, unit);
      twin.emplace(identity, unit);
      std::vector<std::int64_t> found;
      table.for_each_with(identity, [&found](std::int64_t one) { found.push_back(one); });
      std::vector<std::int64_t> expected;
      const auto [begin, end] = twin.equal_range(identity);
      std::transform(begin, end, std::back_inserter(expected), [](const auto& entry) { return entry.second; });
      std::ranges::sort(found);
      std::ranges::sort(expected);
      REQUIRE(found == expected);
    }
    REQUIRE(table.size() == twin.size());

    const auto sorted = table.take_sorted();

    REQUIRE(sorted.size() == twin.size());
    for (std::size_t i = 1; i < sorted.size(); ++i) {
      REQUIRE(std::pair(static_cast<std::int64_t>(sorted[i - 1].first), sorted[i - 1].second) <
              std::pair(static_cast<std::int64_t>(sorted[i].first), sorted[i].second));
    }
    REQUIRE(table.size() == 0);
    table.insert(7, 7);
    REQUIRE(table.take_sorted().size() == 1);
  }
}

}  // namespace egiz::detail
