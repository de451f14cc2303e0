// SPDX-License-Identifier: Apache-2.0
#include <signal.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/history.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

std::string safety_source(int number) { return "Приказ номер " + std::to_string(number) + " о бюджете города"; }

TranslationUnit safety_unit(int number) {
  TranslationUnit unit = unit_of(safety_source(number), "Қала бюджеті туралы " + std::to_string(number) + "-бұйрық");
  unit.properties = {{"number", std::to_string(number)}};
  unit.created = std::chrono::sys_seconds(std::chrono::seconds(1'700'000'000 + number));
  return unit;
}

std::vector<TranslationUnit> safety_units(int count) {
  std::vector<TranslationUnit> units;
  for (int i = 0; i < count; ++i) units.push_back(safety_unit(i));
  return units;
}

bool answers_exactly(const Memory& memory, int number) {
  const auto matches = memory.find(safety_source(number), Language("ru"), Language("kk"), {.max_matches = 1});
  return matches.size() == 1 && matches[0].kind == MatchKind::exact && matches[0].unit == safety_unit(number);
}

// Adds units from first on, so many in one action, and writes the number of the last one to a pipe when they are saved;
// never returns.
[[noreturn]] void add_until_killed(const std::filesystem::path& file, int first, int at_once, int pipe_end) {
  try {
    Memory memory = Memory::open(file);
    for (int number = first;;) {
      const int end = number + at_once;
      memory.add_all([&](TranslationUnit& unit) {
        if (number == end) return false;
        unit = safety_unit(number++);
        return true;
      });
      const int last = number - 1;
      if (::write(pipe_end, &last, sizeof last) != sizeof last) break;
    }
  } catch (...) {
  }
  ::_exit(1);
}

// Every unit from first on, by its id, which is one more than its number.
void require_units(const Memory& memory, int first) {
  for (int number = first; number < static_cast<int>(memory.size()); ++number) {
    REQUIRE(memory.get(UnitId{number + 1}) == safety_unit(number));
  }
}

void flip_byte(const std::filesystem::path& file, std::size_t place, std::mt19937& random) {
  std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
  stream.seekg(static_cast<std::streamoff>(place));
  const auto byte = static_cast<char>(stream.get() ^ static_cast<int>(1U << random() % 8));
  stream.seekp(static_cast<std::streamoff>(place));
  stream.put(byte);
}

void flip_bytes(const std::filesystem::path& file, std::mt19937& random, int count) {
  const auto size = std::filesystem::file_size(file);
  for (int i = 0; i < count; ++i) flip_byte(file, random() % size, random);
}

// Runs call; an Error is an answer, too.
template <class Call>
void expect_answer_or_error(Call call) {
  try {
    call();
  } catch (const Error&) {
  }
}

// What is in it, and what is kept of its history.
std::vector<TranslationUnit> make_memory_to_damage(const std::filesystem::path& file) {
  std::vector<TranslationUnit> units = safety_units(300);
  units.push_back(test::rich_unit());
  Memory memory = Memory::create(file);
  memory.add_all(units);
  memory.update(UnitId{7}, memory.get(UnitId{7}).value());  // something for the history
  units.push_back(memory.get(UnitId{7}).value());
  const UnitId removed = memory.add(unit_of("Лишнее", "Артық"));
  units.push_back(memory.get(removed).value());
  memory.remove(removed);
  return units;
}

// Asks a damaged memory for everything, and takes it away.
void require_right_or_error(const std::filesystem::path& file, const std::vector<TranslationUnit>& units) {
  const auto is_original = [&](const TranslationUnit& unit) {
    return std::ranges::find(units, unit) != units.end();
  };
  expect_answer_or_error([&] {
    Memory memory = Memory::open(file);
    expect_answer_or_error([&] {
      memory.for_each([&](UnitId, const TranslationUnit& unit) {
        REQUIRE(is_original(unit));
        return true;
      });
    });
    expect_answer_or_error([&] {
      for (const Match& match : memory.find(safety_source(7), Language("ru"), Language("kk"))) {
        REQUIRE(is_original(match.unit));
      }
    });
    expect_answer_or_error([&] {
      for (const ConcordanceHit& hit : memory.concordance("бюдж*", Language("kk"))) REQUIRE(is_original(hit.unit));
    });
    expect_answer_or_error([&] { memory.add(safety_unit(1000)); });
    expect_answer_or_error([&] { memory.remove(UnitId{5}); });
    expect_answer_or_error([&] { memory.undo(); });
    expect_answer_or_error([&] { memory.languages(); });
  });
  for (const char* suffix : {"", "-wal", "-shm", ".index"}) {
    std::filesystem::remove(std::filesystem::path(file) += suffix);
  }
}

}  // namespace

TEST_CASE("a writer that is killed loses nothing that it reported as saved", "[property]") {
  constexpr int kKills = 200;
  const MemoryFolder folder;
  { Memory::create(folder.file()).add(safety_unit(0)); }
  std::mt19937 random(21);
  int next = 1;
  for (int round = 0; round < kKills; ++round) {
    const int at_once = round % 4 == 3 ? 25 : 1;
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) add_until_killed(folder.file(), next, at_once, ends[1]);
    ::close(ends[1]);
    std::this_thread::sleep_for(std::chrono::microseconds(random() % 12'000));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const int first = next;
    for (int number = 0; ::read(ends[0], &number, sizeof number) == sizeof number;) next = number + 1;
    ::close(ends[0]);

    const Memory memory = Memory::open(folder.file());
    const int whole = static_cast<int>(memory.size());
    REQUIRE((whole == next || whole == next + at_once));  // one action more may be saved and not yet reported
    require_units(memory, round % 20 == 19 ? 0 : first);
    next = whole;
    REQUIRE(answers_exactly(memory, next - 1));
    if (whole > first) REQUIRE(memory.actions().front().added == static_cast<std::size_t>(at_once));
  }
  const Memory memory = Memory::open(folder.file());
  REQUIRE(memory.ids().size() == static_cast<std::size_t>(next));
  require_units(memory, 0);
}

// A limit on the size of files stands for a full disk: SQLite is told that nothing more can be written.
TEST_CASE("on a full disk nothing is saved, and nothing lost") {
  const MemoryFolder folder;
  { Memory::create(folder.file()).add_all(safety_units(100)); }
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    ::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{256 * 1024, 256 * 1024};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    int code = 1;
    try {
      Memory::open(folder.file()).add_all(safety_units(50'000));
    } catch (const Error& error) {
      code = error.code() == ErrorCode::io ? 0 : 2;
    }
    ::_exit(code);
  }
  int status = 0;
  ::waitpid(child, &status, 0);

  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
  const Memory memory = Memory::open(folder.file());
  CHECK(memory.size() == 100);
  require_units(memory, 0);
  CHECK(memory.actions().size() == 1);
}

TEST_CASE("a second writer is told that the memory is busy", "[property]") {
  const MemoryFolder folder;
  Memory first = Memory::create(folder.file());
  Memory second = Memory::open(folder.file());
  int given = 0;
  ErrorCode code = ErrorCode::io;

  first.add_all([&](TranslationUnit& unit) {
    unit = safety_unit(given);
    if (given++ == 1) {
      try {
        second.add(safety_unit(99));
      } catch (const Error& error) {
        code = error.code();
      }
    }
    return given <= 3;
  });

  CHECK(code == ErrorCode::busy);
  second.add(safety_unit(99));
  CHECK(first.size() == 4);
  CHECK(answers_exactly(first, 99));
}

TEST_CASE("a reader sees the memory as it was until a bulk is saved") {
  const MemoryFolder folder;
  Memory writer = Memory::create(folder.file());
  writer.add(safety_unit(0));
  const Memory reader = Memory::open(folder.file(), OpenMode::read_only);
  int given = 1;

  writer.add_all([&](TranslationUnit& unit) {
    unit = safety_unit(given);
    if (given == 400) {
      CHECK(reader.size() == 1);
      CHECK(answers_exactly(reader, 0));
      CHECK_FALSE(answers_exactly(reader, 5));
    }
    return ++given <= 500;
  });

  CHECK(reader.size() == 500);
  CHECK(answers_exactly(reader, 5));
}

TEST_CASE("a memory with flipped bits answers right or says that it is damaged", "[property]") {
  const MemoryFolder folder;
  const std::vector<TranslationUnit> units = make_memory_to_damage(folder.file("original.egiz"));
  std::mt19937 random(22);
  for (int round = 0; round < 150; ++round) {
    const auto file = folder.file("damaged.egiz");
    std::filesystem::copy_file(folder.file("original.egiz"), file);
    flip_bytes(file, random, 1 + round % 40);
    require_right_or_error(file, units);
  }
}

TEST_CASE("a damaged page of any kind is told or does no harm", "[property]") {
  constexpr std::size_t kPage = 4096;
  const MemoryFolder folder;
  const std::vector<TranslationUnit> units = make_memory_to_damage(folder.file("original.egiz"));
  const std::size_t pages = std::filesystem::file_size(folder.file("original.egiz")) / kPage;
  std::mt19937 random(24);
  for (std::size_t page = 0; page < pages; ++page) {
    const auto file = folder.file("damaged.egiz");
    std::filesystem::copy_file(folder.file("original.egiz"), file);
    // What kind of page it is, how many cells it has and where they are, and something in it.
    for (const std::size_t place : {std::size_t{0}, std::size_t{4}, 8 + random() % 16, 100 + random() % 3900}) {
      flip_byte(file, page * kPage + place, random);
    }
    INFO("page " << page);
    require_right_or_error(file, units);
  }
}

TEST_CASE("a damaged, foreign or missing index changes no answer", "[property]") {
  const MemoryFolder folder;
  const auto index = folder.file("memory.egiz.index");
  constexpr int kUnits = 1500;
  { Memory::create(folder.file()).add_all(safety_units(kUnits)); }
  REQUIRE(std::filesystem::exists(index));
  const auto whole = folder.file("whole.index");
  std::filesystem::copy_file(index, whole);
  std::mt19937 random(23);
  const std::vector<std::string> texts{safety_source(3), "приказ номер 7 о бюджете", "о бюджете города"};
  const auto answers = [&] {
    const Memory memory = Memory::open(folder.file(), OpenMode::read_only);
    std::vector<std::pair<UnitId, double>> result;
    for (const std::string& text : texts) {
      for (const Match& match : memory.find(text, Language("ru"), Language("kk"), {.min_similarity = 50})) {
        result.emplace_back(match.id, match.score);
      }
    }
    for (const ConcordanceHit& hit : memory.concordance("номер 1*", Language("ru"))) result.emplace_back(hit.id, 0);
    return result;
  };
  const auto expected = answers();
  REQUIRE(expected.size() > 10);

  for (int round = 0; round < 40; ++round) {
    std::filesystem::copy_file(whole, index, std::filesystem::copy_options::overwrite_existing);
    flip_bytes(index, random, 1 + round * 5);
    if (round % 10 == 9) std::filesystem::resize_file(index, random() % std::filesystem::file_size(whole));
    REQUIRE(answers() == expected);
  }
  std::filesystem::remove(index);
  CHECK(answers() == expected);

  {
    Memory other = Memory::create(folder.file("other.egiz"));
    other.add_all(safety_units(kUnits - 5));
  }
  std::filesystem::copy_file(folder.file("other.egiz.index"), index, std::filesystem::copy_options::overwrite_existing);
  CHECK(answers() == expected);
}

TEST_CASE("an index of another history of the memory is not believed") {
  const MemoryFolder folder;
  { Memory::create(folder.file()).add_all(safety_units(1200)); }
  std::filesystem::copy_file(folder.file(), folder.file("backup.egiz"));
  {
    Memory memory = Memory::open(folder.file());
    for (int i = 0; i < 1200; ++i) memory.remove(UnitId{i + 1});
    memory.add(safety_unit(5000));
  }
  std::filesystem::copy_file(folder.file("backup.egiz"), folder.file(),
                             std::filesystem::copy_options::overwrite_existing);
  {
    Memory memory = Memory::open(folder.file());
    for (int i = 0; i < 1201; ++i) memory.add(safety_unit(6000 + i));
  }

  const Memory memory = Memory::open(folder.file(), OpenMode::read_only);

  CHECK(answers_exactly(memory, 7));
  CHECK(answers_exactly(memory, 6500));
  CHECK_FALSE(answers_exactly(memory, 5000));
}

TEST_CASE("an index that a killed process left half-written is cleared away") {
  const MemoryFolder folder;
  const auto leftover = folder.file("memory.egiz.index.new-999999999-1");
  std::ofstream(leftover) << "half";

  { Memory::create(folder.file()).add_all(safety_units(1100)); }

  CHECK(std::filesystem::exists(folder.file("memory.egiz.index")));
  CHECK_FALSE(std::filesystem::exists(leftover));
}

TEST_CASE("eight threads find what is there while one writes", "[property]") {
  const MemoryFolder folder;
  constexpr int kUnits = 1200;
  { Memory::create(folder.file()).add_all(safety_units(kUnits)); }
  std::atomic<bool> is_done = false;
  std::atomic<int> wrong = 0;
  std::vector<std::thread> readers;
  for (int reader = 0; reader < 8; ++reader) {
    readers.emplace_back([&, reader] {
      const Memory memory = Memory::open(folder.file(), OpenMode::read_only);
      for (int number = reader; !is_done; number = (number + 37) % kUnits) {
        if (!answers_exactly(memory, number)) ++wrong;
      }
    });
  }
  {
    Memory writer = Memory::open(folder.file());
    for (int i = 0; i < 300; ++i) writer.add(safety_unit(kUnits + i));
  }
  is_done = true;
  for (std::thread& reader : readers) reader.join();

  CHECK(wrong == 0);
  CHECK(answers_exactly(Memory::open(folder.file(), OpenMode::read_only), kUnits + 299));
}

TEST_CASE("a memory in a folder that may not be written to can be read") {
  if (::geteuid() == 0) return;  // root may write everywhere
  const MemoryFolder folder;
  { Memory::create(folder.file()).add(safety_unit(1)); }
  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_write,
                               std::filesystem::perm_options::remove);

  CHECK(answers_exactly(Memory::open(folder.file(), OpenMode::read_only), 1));

  std::filesystem::permissions(folder.path(), std::filesystem::perms::owner_all);
}

}  // namespace egiz
