// SPDX-License-Identifier: Apache-2.0

// Many units at once: what Memory::add_all does beyond Memory::add.

#include <map>
#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/reference/memory_search.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

constexpr int kBulkUnits = 17'000;  // many chunks, and enough for an index of its own

std::string bulk_source(int number) { return "пункт " + std::to_string(number * 7919 % 100'003) + " договора поставки"; }

std::vector<TranslationUnit> bulk_units(int first, int count) {
  std::vector<TranslationUnit> units;
  for (int i = first; i < first + count; ++i) {
    units.push_back(unit_of(bulk_source(i), "жеткізу шартының " + std::to_string(i) + "-тармағы"));
    units.back().origin.kind = i % 3 == 0 ? Origin::Kind::machine : Origin::Kind::imported;
  }
  return units;
}

std::map<UnitId, TranslationUnit> content_of(const Memory& memory) {
  std::map<UnitId, TranslationUnit> content;
  memory.for_each([&](UnitId id, const TranslationUnit& unit) { return content[id] = unit, true; });
  return content;
}

// Whether look-ups answer as a full scan of what is stored does.
void check_answers(const Memory& memory) {
  const auto content = content_of(memory);
  for (int i = 0; i < 8; ++i) {
    const std::string text = bulk_source(i * 1997) + (i % 2 == 0 ? "" : " и");
    std::map<UnitId, double> found;
    for (const Match& match :
         memory.find(text, Language("ru"), Language("kk"), {.min_similarity = 85, .max_matches = 0})) {
      found.emplace(match.id, match.similarity);
      REQUIRE(match.unit == content.at(match.id));
    }
    REQUIRE(found == reference::found_units(content, text, Language("ru"), Language("kk"), 85));
  }
}

}  // namespace

TEST_CASE("units that a bulk says again are joined, whatever lies between", "[property]") {
  const MemoryFolder folder;
  std::vector<TranslationUnit> units = bulk_units(0, kBulkUnits);
  std::mt19937 random(61);
  for (int i = 0; i < 3000; ++i) {
    TranslationUnit again = units[random() % static_cast<unsigned>(kBulkUnits)];
    again.origin.kind = i % 2 == 0 ? Origin::Kind::reviewed : again.origin.kind;
    again.notes = {"again"};
    units.push_back(std::move(again));
  }
  Memory memory = Memory::create(folder.file());

  const AddReport report = memory.add_all(units);

  CHECK(report.added == kBulkUnits);
  CHECK(report.merged == 3000);
  CHECK(memory.size() == kBulkUnits);
  check_answers(memory);
  const auto best = memory.find(units[kBulkUnits].variants[0].text, Language("ru"), Language("kk"));
  REQUIRE_FALSE(best.empty());
  CHECK(best.front().unit.origin.kind == Origin::Kind::reviewed);
  CHECK(best.front().score == 100);
}

TEST_CASE("a bulk ends where it says so first") {
  for (const int count : {0, 3, 1024, 2048, 5000}) {
    const MemoryFolder folder;
    Memory memory = Memory::create(folder.file());
    const std::vector<TranslationUnit> units = bulk_units(0, count);
    std::size_t given = 0;
    bool has_ended = false;
    const auto next = [&](TranslationUnit& unit) {
      REQUIRE_FALSE(has_ended);
      has_ended = given == units.size();
      if (!has_ended) unit = units[given++];
      return !has_ended;
    };

    CHECK(memory.add_all(next).added == units.size());
    CHECK(memory.size() == units.size());
  }
}

TEST_CASE("a second bulk adds to what is there", "[property]") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("иной язык", "басқа тіл", "another language"));
  memory.add_all(bulk_units(0, kBulkUnits));
  check_answers(memory);

  CHECK(memory.add_all(bulk_units(kBulkUnits / 2, kBulkUnits)).merged == kBulkUnits / 2);

  CHECK(memory.size() == kBulkUnits * 3 / 2 + 1);
  check_answers(memory);
  check_answers(Memory::open(folder.file(), OpenMode::read_only));
}

TEST_CASE("what another writer did after a bulk is seen", "[property]") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add_all(bulk_units(0, 20'000));
  {
    Memory other = Memory::open(folder.file());
    other.remove(UnitId{1});
    other.update(UnitId{2}, unit_of("другой текст", "басқа мәтін"));
  }

  check_answers(memory);
  CHECK(memory.find("другой текст", Language("ru"), Language("kk")).size() == 1);
}

TEST_CASE("a bulk with a unit that is none changes nothing, wherever it stands") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  for (const int place : {0, 5000, kBulkUnits - 1}) {
    std::vector<TranslationUnit> units = bulk_units(0, kBulkUnits);
    units[static_cast<std::size_t>(place)].variants.pop_back();

    CHECK_THROWS_AS(memory.add_all(units), Error);

    CHECK(memory.size() == 0);
    CHECK(memory.find(bulk_source(1), Language("ru"), Language("kk")).empty());
  }
  int calls = 0;
  CHECK_THROWS_AS(memory.add_all(bulk_units(0, kBulkUnits), [&](auto, auto) { return ++calls < 2; }), Error);
  CHECK(memory.size() == 0);
  CHECK(memory.add_all(bulk_units(0, kBulkUnits)).added == kBulkUnits);
}

}  // namespace egiz
