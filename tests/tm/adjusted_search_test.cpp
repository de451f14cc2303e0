// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "tests/reference/memory_search.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;

// Titles of acts that differ in numbers and dates, and some in a letter besides.
class ActMaker {
 public:
  explicit ActMaker(unsigned seed) : random_(seed) {}

  TranslationUnit unit() {
    const std::string day = number(28);
    const std::string year = std::to_string(1990 + random_() % 40);
    const std::string act = number(2'000);
    const std::size_t month = random_() % 3;
    static constexpr const char* kRussian[] = {"марта", "апреля", "декабря"};
    static constexpr const char* kKazakh[] = {"наурыздағы", "сәуірдегі", "желтоқсандағы"};
    std::string ru = "Приказ от " + day + " " + kRussian[month] + " " + year + " года № " + act;
    if (random_() % 4 == 0) ru += " о мире";
    if (random_() % 6 == 0) ru += static_cast<char>('a' + random_() % 3);
    return test::unit_of(ru, year + " жылғы " + day + " " + kKazakh[month] + " № " + act + " бұйрық");
  }

  std::mt19937& random() { return random_; }

 private:
  std::string number(unsigned most) { return std::to_string(1 + random_() % most); }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("units that are adjusted are found below the similarity asked for", "[property]") {
  ActMaker maker(61);
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  std::map<UnitId, TranslationUnit> twin;
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 700; ++i) units.push_back(maker.unit());
  memory.add_all(units);
  for (int i = 0; i < 40; ++i) memory.add(maker.unit());  // beside the index
  memory.for_each([&twin](UnitId id, const TranslationUnit& unit) { return twin[id] = unit, true; });
  std::size_t below = 0;

  for (int i = 0; i < 60; ++i) {
    const std::string query = maker.unit().variants[0].text;
    const double thresholds[] = {50, 70, 75, 85, 95, 99, 99.5, 100};
    FindOptions options{.min_similarity = thresholds[i % 8], .max_matches = 0};
    const auto all = memory.find(query, Language("ru"), Language("kk"), options);
    std::map<UnitId, double> found;
    for (const Match& match : all) {
      found.emplace(match.id, match.similarity);
      below += match.similarity < options.min_similarity ? 1U : 0U;
    }
    CAPTURE(query, options.min_similarity);
    REQUIRE(found == reference::found_units(twin, query, Language("ru"), Language("kk"), options.min_similarity));
    for (const std::size_t max_matches : {1U, 3U, 20U}) {
      options.max_matches = max_matches;
      const auto best = memory.find(query, Language("ru"), Language("kk"), options);
      REQUIRE(best.size() == std::min(max_matches, all.size()));
      for (std::size_t place = 0; place < best.size(); ++place) {
        REQUIRE(best[place].id == all[place].id);
        REQUIRE(best[place].score == all[place].score);
      }
    }
  }
  CHECK(below > 100);
}

}  // namespace egiz
