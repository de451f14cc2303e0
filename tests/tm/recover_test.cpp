// SPDX-License-Identifier: Apache-2.0
#include "tm/recover.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

constexpr std::size_t kRecoverPage = 4096;

std::vector<TranslationUnit> recover_units() {
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 400; ++i) {
    const std::string number = std::to_string(i);
    TranslationUnit unit = unit_of("Решение номер " + number + " городского маслихата", number + "-шешім, маслихат");
    if (i % 10 == 0) unit.properties = {{"client", "A" + number}};
    if (i % 50 == 0) unit.variants[0].text += std::string(9000, 'x');  // on pages of its own
    unit.created = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000 + i));
    units.push_back(std::move(unit));
  }
  units.push_back(test::rich_unit());
  return units;
}

std::vector<TranslationUnit> units_in(const std::filesystem::path& file) {
  std::vector<TranslationUnit> units;
  Memory::open(file, OpenMode::read_only).for_each([&](UnitId, const TranslationUnit& unit) {
    units.push_back(unit);
    return true;
  });
  return units;
}

void overwrite(const std::filesystem::path& file, std::size_t place, const std::string& bytes) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekp(static_cast<std::streamoff>(place));
  stream << bytes;
}

void erase_memory(const std::filesystem::path& file) {
  for (const char* suffix : {"", "-wal", "-shm", ".index"}) {
    std::filesystem::remove(std::filesystem::path(file) += suffix);
  }
}

}  // namespace

TEST_CASE("of a whole memory everything is recovered") {
  const MemoryFolder folder;
  const std::vector<TranslationUnit> units = recover_units();
  {
    Memory memory = Memory::create(folder.file());
    memory.add_all(units);
    memory.remove(memory.add(unit_of("Лишнее", "Артық")));
  }

  const RecoverReport report = recover_memory(folder.file(), folder.file("new.egiz"));

  CHECK(report.recovered == units.size());
  CHECK(report.lost.empty());
  CHECK(units_in(folder.file("new.egiz")) == units);
}

// Destroys one page after another: of the header, of the schema, of trees and leaves of tables and indexes, of long
// texts.
TEST_CASE("whatever page is destroyed, nothing wrong is recovered, and what is lost is told", "[property]") {
  const MemoryFolder folder;
  const std::vector<TranslationUnit> units = recover_units();
  { Memory::create(folder.file("original.egiz")).add_all(units); }
  const std::size_t pages = std::filesystem::file_size(folder.file("original.egiz")) / kRecoverPage;
  REQUIRE(pages > 30);
  std::mt19937 random(41);
  std::size_t opened = 0;
  std::size_t mostly_whole = 0;

  for (std::size_t page = 0; page < pages; ++page) {
    const auto damaged = folder.file("damaged.egiz");
    const auto saved = folder.file("saved.egiz");
    std::filesystem::copy_file(folder.file("original.egiz"), damaged);
    std::string noise;
    std::generate_n(std::back_inserter(noise), kRecoverPage, [&] { return static_cast<char>(random()); });
    overwrite(damaged, page * kRecoverPage, noise);
    INFO("page " << page);
    try {
      const RecoverReport report = recover_memory(damaged, saved);

      ++opened;
      const std::vector<TranslationUnit> found = units_in(saved);
      CHECK(found.size() == report.recovered);
      CHECK(found.size() + report.lost.size() == units.size());
      for (const TranslationUnit& unit : found) REQUIRE(std::ranges::find(units, unit) != units.end());
      if (found.size() + 60 >= units.size()) ++mostly_whole;  // a page holds fewer
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::parse);
      CHECK_FALSE(std::filesystem::exists(saved));
    }
    erase_memory(damaged);
    erase_memory(saved);
  }
  // Without the page of the header, the schema, the languages or a root nothing is found.
  CHECK(opened + 10 >= pages);
  CHECK(mostly_whole + 20 >= pages);
}

TEST_CASE("nothing is recovered from a file that is no memory, and nothing is made") {
  const MemoryFolder folder;
  std::ofstream(folder.file()) << std::string(100'000, 'z');

  CHECK_THROWS_AS(recover_memory(folder.file(), folder.file("saved.egiz")), Error);
  CHECK_FALSE(std::filesystem::exists(folder.file("saved.egiz")));
  CHECK_THROWS_AS(recover_memory(folder.file("none.egiz"), folder.file("saved.egiz")), Error);
}

}  // namespace egiz
