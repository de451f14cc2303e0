// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/key_spool.h"

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

using SpooledKeys = std::vector<std::pair<std::uint64_t, std::u32string>>;

std::u32string spooled_key(std::mt19937& random, std::size_t length) {
  std::u32string key(length, U' ');
  for (char32_t& letter : key) letter = random() % 9 == 0 ? U'界' : static_cast<char32_t>(U'а' + random() % 32);
  return key;
}

SpooledKeys taken(const KeySpool& spool, std::size_t length, std::size_t at_a_time) {
  SpooledKeys keys;
  SpoolReader reader(spool, length);
  while (true) {
    const KeyBatch batch = reader.take(at_a_time);
    batch.for_each([&keys](std::uint64_t unit, std::u32string_view key) { keys.emplace_back(unit, key); });
    if (batch.size() < at_a_time) return keys;
  }
}

}  // namespace

TEST_CASE("a spool gives every key back, by length, in the order it came", "[property]") {
  const TemporaryFolder folder;
  std::mt19937 random(91);
  for (const std::size_t count : {0UL, 1UL, 3'000UL, 60'000UL}) {  // the last in several runs
    KeySpool spool(folder.path());
    std::map<std::size_t, SpooledKeys> twin;
    for (std::uint64_t unit = 0; unit < count; ++unit) {
      const std::size_t length = random() % 100 == 0 ? random() % 20'000 : random() % 100;
      const std::u32string key = spooled_key(random, length);
      spool.add(unit << 20, to_utf8(key));
      twin[length].emplace_back(unit << 20, key);
    }

    spool.finish();

    REQUIRE(spool.size() == count);
    REQUIRE(spool.lengths().size() == twin.size());
    std::uint64_t visited = 0;
    spool.for_each([&visited](std::uint64_t, std::u32string_view) { ++visited; });
    REQUIRE(visited == count);
    for (const auto& [length, keys] : twin) {
      REQUIRE(spool.lengths().at(length) == keys.size());
      REQUIRE(taken(spool, length, 1 + random() % 500) == keys);
    }
    CHECK(taken(spool, 30'000, 5).empty());
  }
}

}  // namespace egiz::detail
