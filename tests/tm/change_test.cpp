// SPDX-License-Identifier: Apache-2.0
#include <fstream>

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

std::size_t files_in(const std::filesystem::path& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder), {}));
}

}  // namespace

TEST_CASE("many units are changed together, or none") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  const UnitId first = memory.add(unit_of("да", "иә"));
  const UnitId second = memory.add(unit_of("нет", "жоқ"));
  const TranslationUnit better = unit_of("нет уж", "жоқ енді");

  CHECK_THROWS_AS(memory.change_all(std::vector<UnitChange>{{first, std::nullopt}, {UnitId{99}, std::nullopt}}), Error);
  CHECK(memory.size() == 2);
  memory.change_all(std::vector<UnitChange>{{first, std::nullopt}, {second, better}});

  CHECK(memory.size() == 1);
  CHECK_FALSE(memory.get(first).has_value());
  CHECK(memory.get(second)->variants == better.variants);
  CHECK(memory.find("нет уж", Language("ru"), Language("kk")).size() == 1);
}

TEST_CASE("a stopped change changes nothing") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  const UnitId id = memory.add(unit_of("да", "иә"));

  CHECK_THROWS_AS(memory.change_all(std::vector<UnitChange>{{id, std::nullopt}},
                                    [](std::uint64_t, std::uint64_t) { return false; }),
                  Error);
  CHECK(memory.size() == 1);
}

TEST_CASE("a backup is the memory as it was") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  const UnitId id = memory.add(test::rich_unit());

  memory.back_up(folder.file("copy.egiz"));
  memory.remove(id);

  Memory copy = Memory::open(folder.file("copy.egiz"));
  CHECK(copy.get(id) == test::rich_unit());
  CHECK(copy.find("Статья 1. Право на труд.", Language("ru"), Language("kk")).size() == 1);
  CHECK(copy.add(unit_of("да", "иә")).value > id.value);
}

TEST_CASE("a backup writes over nothing and leaves nothing half done") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("да", "иә"));
  std::ofstream(folder.file("there")) << "x";
  const std::size_t files = files_in(folder.path());

  CHECK_THROWS_AS(memory.back_up(folder.file("there")), Error);
  CHECK_THROWS_AS(memory.back_up(folder.path() / "nowhere" / "copy.egiz"), Error);

  CHECK(files_in(folder.path()) == files);
}

}  // namespace egiz
