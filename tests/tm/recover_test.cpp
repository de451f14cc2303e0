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
#include "tm/detail/database.h"
#include "tm/detail/mapped_bytes.h"
#include "tm/detail/salvage.h"
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

// Overwrites the first pages of tables and indexes; sqlite_schema stands on the page of the header.
void destroy(const std::filesystem::path& file, const std::vector<std::string>& names) {
  std::vector<std::size_t> pages;
  {
    const auto connection = detail::open_database(file, false);
    for (const std::string& name : names) {
      const auto page = connection->integer("SELECT rootpage FROM sqlite_schema WHERE name = '" + name + "'");
      pages.push_back(page == 0 ? 1 : static_cast<std::size_t>(page));
    }
  }
  for (const std::size_t page : pages) overwrite(file, (page - 1) * kRecoverPage, std::string(kRecoverPage, '\x5A'));
}

bool says_alike(const TranslationUnit& a, const TranslationUnit& b) {
  return std::ranges::equal(a.variants, b.variants, [](const Variant& x, const Variant& y) {
    return x.language == y.language && x.text == y.text && x.codes == y.codes;
  });
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
TEST_CASE("whatever page is destroyed, all units on others come back, nothing wrong does, and what is lost is told",
          "[property]") {
  const MemoryFolder folder;
  const std::vector<TranslationUnit> units = recover_units();
  { Memory::create(folder.file("original.egiz")).add_all(units); }
  const std::size_t pages = std::filesystem::file_size(folder.file("original.egiz")) / kRecoverPage;
  REQUIRE(pages > 30);
  std::mt19937 random(41);

  for (std::size_t page = 0; page < pages; ++page) {
    const auto damaged = folder.file("damaged.egiz");
    const auto saved = folder.file("saved.egiz");
    std::filesystem::copy_file(folder.file("original.egiz"), damaged);
    std::string noise(kRecoverPage, '\0');
    if (page % 3 != 1) std::ranges::generate(noise, [&] { return static_cast<char>(random()); });
    overwrite(damaged, page * kRecoverPage, noise);
    INFO("page " << page);

    const RecoverReport report = recover_memory(damaged, saved);

    const std::vector<TranslationUnit> found = units_in(saved);
    CHECK(found.size() == report.recovered);
    CHECK(found.size() + report.lost.size() == units.size());
    CHECK(report.lost.size() <= 60);  // a page holds no more
    std::size_t bare = 0;
    for (const TranslationUnit& unit : found) {
      if (std::ranges::find(units, unit) != units.end()) continue;
      ++bare;
      REQUIRE(std::ranges::any_of(units, [&](const TranslationUnit& one) { return says_alike(one, unit); }));
    }
    CHECK(bare == report.texts_only.size());
    CHECK(bare <= 60);
    CHECK_FALSE(std::filesystem::exists(folder.file("saved.egiz.salvage")));
    erase_memory(damaged);
    erase_memory(saved);
  }
}

TEST_CASE("without header, schema, root and languages everything comes back, proved by checksums") {
  const MemoryFolder folder;
  const std::vector<TranslationUnit> units = recover_units();
  { Memory::create(folder.file()).add_all(units); }
  destroy(folder.file(), {"sqlite_schema", "unit", "language", "sqlite_autoindex_language_1"});

  const RecoverReport report = recover_memory(folder.file(), folder.file("saved.egiz"));

  CHECK(report.recovered == units.size());
  CHECK(report.lost.empty());
  CHECK(units_in(folder.file("saved.egiz")) == units);
}

TEST_CASE("pages that are in the log alone are read without a header") {
  const MemoryFolder folder;
  const std::vector<TranslationUnit> units = recover_units();
  { Memory::create(folder.file()).add_all(std::span(units).first(300)); }
  Memory memory = Memory::open(folder.file());
  memory.add_all(std::span(units).subspan(300));
  // As a process leaves them that is killed now.
  std::filesystem::copy_file(folder.file(), folder.file("killed.egiz"));
  std::filesystem::copy_file(folder.file("memory.egiz-wal"), folder.file("killed.egiz-wal"));
  overwrite(folder.file("killed.egiz"), 0, std::string(90, '\x55'));

  const auto file = detail::MappedBytes::read_file(folder.file("killed.egiz"));
  const auto log = detail::MappedBytes::read_file(folder.file("killed.egiz-wal"));
  const auto scratch = detail::create_database(folder.file("scratch.egiz"));
  REQUIRE((file && log));
  const detail::PageFile pages(file->bytes(), log->bytes());
  detail::salvage_rows(pages, *scratch);

  CHECK(pages.page_size() == kRecoverPage);
  CHECK(scratch->integer("SELECT count(*) FROM unit WHERE id > 0") == static_cast<std::int64_t>(units.size()));
}

TEST_CASE("a unit that was removed does not come back from a free page") {
  const MemoryFolder folder;
  {
    Memory memory = Memory::create(folder.file());
    memory.add_all(recover_units());
    std::vector<UnitChange> changes;
    for (const UnitId id : memory.ids()) {
      if (id.value > 200) changes.push_back({id, std::nullopt});
    }
    memory.change_all(changes);
    memory.forget_history();
  }
  destroy(folder.file(), {"unit"});

  const RecoverReport report = recover_memory(folder.file(), folder.file("saved.egiz"));

  CHECK(report.recovered == 200);
  CHECK(report.unsure == 0);
}

TEST_CASE("any bytes behind a header are read without harm") {
  const MemoryFolder folder;
  { Memory::create(folder.file()).add_all(recover_units()); }
  std::ifstream stream(folder.file(), std::ios::binary);
  const std::string whole((std::istreambuf_iterator<char>(stream)), {});
  std::mt19937 random(77);
  for (int round = 0; round < 12; ++round) {
    std::string bytes = whole.substr(0, round % 3 == 0 ? random() % whole.size() : whole.size());
    for (int i = 0; i < 2000 && !bytes.empty(); ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    std::ofstream(folder.file("damaged.egiz"), std::ios::binary) << bytes;
    try {
      const RecoverReport report = recover_memory(folder.file("damaged.egiz"), folder.file("saved.egiz"));
      CHECK(report.recovered == units_in(folder.file("saved.egiz")).size());
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::parse);
    }
    erase_memory(folder.file("damaged.egiz"));
    erase_memory(folder.file("saved.egiz"));
  }
}

TEST_CASE("nothing is recovered from a file that is no memory, and nothing is made") {
  const MemoryFolder folder;
  std::ofstream(folder.file()) << std::string(100'000, 'z');

  CHECK_THROWS_AS(recover_memory(folder.file(), folder.file("saved.egiz")), Error);
  CHECK_FALSE(std::filesystem::exists(folder.file("saved.egiz")));
  CHECK_THROWS_AS(recover_memory(folder.file("none.egiz"), folder.file("saved.egiz")), Error);
}

}  // namespace egiz
