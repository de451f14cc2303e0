// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/unit_ids.h"

#include <random>
#include <set>
#include <vector>

#include "tests/support/catch.h"

namespace egiz::detail {

TEST_CASE("a set of units is a set", "[property]") {
  std::mt19937_64 random(29);
  for (const std::int64_t reach : {100, 10'000, 1 << 30}) {
    UnitIds ids;
    std::set<std::int64_t> twin;
    CHECK(ids.empty());
    for (int i = 0; i < 2'000; ++i) {
      const auto id = static_cast<std::int64_t>(random()) % reach;
      REQUIRE(ids.insert(id) == twin.insert(id).second);
      const auto other = static_cast<std::int64_t>(random()) % reach;
      REQUIRE(ids.contains(other) == twin.contains(other));
    }
    REQUIRE(ids.size() == twin.size());
    std::vector<std::int64_t> visited;
    ids.for_each([&visited](std::int64_t id) { visited.push_back(id); });
    REQUIRE(visited == std::vector(twin.begin(), twin.end()));
  }
}

}  // namespace egiz::detail
