// SPDX-License-Identifier: Apache-2.0
#include "tm/memory.h"

#include <sys/stat.h>

#include <fstream>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::rich_unit;
using test::unit_of;

template <class Call>
ErrorCode code_of_memory_error(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("no Error was thrown");
  return ErrorCode::io;
}

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a memory gives back exactly what was stored") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());

  const UnitId id = memory.add(rich_unit());

  CHECK(memory.get(id) == rich_unit());
  CHECK(Memory::open(folder.file(), OpenMode::read_only).get(id) == rich_unit());
  CHECK_FALSE(memory.get(UnitId{99}).has_value());
}

TEST_CASE("a unit that says the same is joined, not stored twice") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  const UnitId id = memory.add(unit_of("да", "иә"));
  TranslationUnit again = unit_of("да", "иә");
  std::swap(again.variants[0], again.variants[1]);
  again.properties = {{"client", "Ministry"}};
  again.origin.kind = Origin::Kind::reviewed;

  CHECK(memory.add(again) == id);

  CHECK(memory.size() == 1);
  CHECK(memory.get(id)->properties == again.properties);
  CHECK(memory.get(id)->origin.kind == Origin::Kind::reviewed);
  CHECK(memory.add(unit_of("да", "ия")) != id);
}

TEST_CASE("a unit without a date was created now") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());

  const auto unit = memory.get(memory.add(unit_of("да", "иә")));

  REQUIRE(unit->created.has_value());
  CHECK(*unit->created > std::chrono::sys_seconds(std::chrono::seconds(1'600'000'000)));
}

TEST_CASE("a memory takes no unit that is none") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  TranslationUnit unit = unit_of("да", "иә");

  SECTION("one language") { unit.variants.pop_back(); }
  SECTION("no text") { unit.variants[1].text.clear(); }
  SECTION("two of one language") { unit.variants[1].language = Language("ru"); }
  SECTION("not UTF-8") { unit.variants[1].text = "\xff"; }
  SECTION("a note not UTF-8") { unit.notes = {"\xc3"}; }
  SECTION("a code behind the text") { unit.variants[0].codes = {{InlineCode::Kind::standalone, 99, "", ""}}; }
  SECTION("a confidence over one") { unit.origin.confidence = 1.5; }

  CHECK(code_of_memory_error([&] { memory.add(unit); }) == ErrorCode::invalid_argument);
  CHECK(memory.size() == 0);
}

TEST_CASE("add_all stores all or nothing") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 3000; ++i) units.push_back(unit_of("номер " + std::to_string(i), std::to_string(i) + "-нөмір"));
  units.push_back(units.front());

  const AddReport report = memory.add_all(units);

  CHECK(report.added == 3000);
  CHECK(report.merged == 1);
  CHECK(memory.size() == 3000);

  std::vector<TranslationUnit> broken{unit_of("новый", "жаңа"), TranslationUnit{}};
  CHECK(code_of_memory_error([&] { memory.add_all(broken); }) == ErrorCode::invalid_argument);
  CHECK(memory.size() == 3000);
  CHECK(memory.find("новый", Language("ru"), Language("kk")).empty());

  const Progress stop = [](std::uint64_t, std::uint64_t) { return false; };
  std::vector<TranslationUnit> more{unit_of("другой", "басқа")};
  CHECK(code_of_memory_error([&] { memory.add_all(more, stop); }) == ErrorCode::cancelled);
  CHECK(memory.size() == 3000);
}

TEST_CASE("update replaces a unit and remove takes it away") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  const UnitId id = memory.add(unit_of("да", "иә"));
  const UnitId other = memory.add(unit_of("нет", "жоқ"));

  memory.update(id, unit_of("дом", "үй", "house"));

  CHECK(memory.get(id)->variants.size() == 3);
  CHECK(memory.get(id)->changed.has_value());
  CHECK(memory.find("house", Language("en"), Language("kk")).size() == 1);
  CHECK(memory.find("да", Language("ru"), Language("kk")).empty());

  memory.remove(id);

  CHECK_FALSE(memory.get(id).has_value());
  CHECK(memory.find("house", Language("en"), Language("kk")).empty());
  CHECK(memory.size() == 1);
  CHECK(memory.add(unit_of("да", "иә")) > other);
  CHECK(code_of_memory_error([&] { memory.remove(id); }) == ErrorCode::not_found);
  CHECK(code_of_memory_error([&] { memory.update(id, unit_of("а", "б")); }) == ErrorCode::not_found);
}

TEST_CASE("for_each visits every unit in order until it is told to stop") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  for (int i = 0; i < 5; ++i) memory.add(unit_of("р" + std::to_string(i), "қ" + std::to_string(i)));
  std::vector<std::int64_t> ids;

  memory.for_each([&](UnitId id, const TranslationUnit& unit) {
    CHECK(unit.variants[0].text == "р" + std::to_string(ids.size()));
    ids.push_back(id.value);
    return ids.size() < 4;
  });

  CHECK(ids == std::vector<std::int64_t>{1, 2, 3, 4});
  CHECK(code_of_memory_error([&] {
          memory.for_each([&](UnitId id, const TranslationUnit&) { return memory.remove(id), true; });
        }) == ErrorCode::invalid_argument);
  CHECK(memory.size() == 5);
}

TEST_CASE("ids numbers the units that are there") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  CHECK(memory.ids().empty());

  for (int i = 0; i < 3; ++i) memory.add(unit_of("р" + std::to_string(i), "қ" + std::to_string(i)));
  memory.remove(UnitId{2});

  CHECK(memory.ids() == std::vector<UnitId>{UnitId{1}, UnitId{3}});
}

TEST_CASE("languages counts the units and letters of each language") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("дом", "үй", "house"));
  const UnitId id = memory.add(unit_of("да", "иә"));
  memory.remove(id);

  const auto languages = memory.languages();

  REQUIRE(languages.size() == 3);
  CHECK(languages[0].language == Language("ru"));
  CHECK(languages[0].units == 1);
  CHECK(languages[0].characters == 3);
  CHECK(languages[1].characters == 2);
}

TEST_CASE("create refuses a file that is there, and a folder that is not") {
  const MemoryFolder folder;
  write_bytes(folder.file(), "something");

  CHECK(code_of_memory_error([&] { Memory::create(folder.file()); }) == ErrorCode::exists);
  CHECK(code_of_memory_error([&] { Memory::create(folder.path() / "no" / "m.egiz"); }) == ErrorCode::io);
  CHECK(std::filesystem::file_size(folder.file()) == 9);
}

TEST_CASE("open refuses what is no memory") {
  const MemoryFolder folder;

  CHECK(code_of_memory_error([&] { Memory::open(folder.file()); }) == ErrorCode::not_found);
  CHECK(code_of_memory_error([&] { Memory::open(folder.path()); }) == ErrorCode::parse);
  write_bytes(folder.file(), "<?xml version=\"1.0\"?><tmx version=\"1.4\"></tmx>");
  CHECK(code_of_memory_error([&] { Memory::open(folder.file()); }) == ErrorCode::parse);
  write_bytes(folder.file(), "");
  CHECK(code_of_memory_error([&] { Memory::open(folder.file()); }) == ErrorCode::parse);
}

TEST_CASE("a memory is for its owner alone") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("тайна", "құпия"));

  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    CHECK((entry.status().permissions() & std::filesystem::perms(077)) == std::filesystem::perms::none);
  }
}

TEST_CASE("find answers in every direction of a triple") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("Право на труд", "Еңбек ету құқығы", "The right to work"));

  for (const auto& [from, text] : {std::pair("ru", "право на труд"), std::pair("kk", "Еңбек ету құқығы"),
                                   std::pair("en", "The right to walk")}) {
    for (const char* to : {"ru", "kk", "en"}) {
      const auto matches = memory.find(text, Language(from), Language(to));
      CHECK(matches.size() == (std::string_view(from) == to ? 0U : 1U));
    }
  }
}

TEST_CASE("an exact match of an aligned unit scores 100") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  TranslationUnit unit = unit_of("Право на труд.", "Еңбек ету құқығы.");
  unit.origin = {Origin::Kind::aligned, 0.9};
  memory.add(unit);

  const auto matches = memory.find("Право на труд.", Language("ru"), Language("kk"));

  REQUIRE(matches.size() == 1);
  CHECK(matches[0].kind == MatchKind::exact);
  CHECK(matches[0].score == 100);
  CHECK(matches[0].similarity == 100);
  CHECK(matches[0].penalties.empty());
}

TEST_CASE("what a match key levels costs a named point") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("Закон «О труде»", "«Еңбек туралы» заң"));
  const auto penalties_of = [&](std::string_view text) {
    return memory.find(text, Language("ru"), Language("kk")).at(0).penalties;
  };

  CHECK(penalties_of("закон «О труде»") == std::vector<Penalty>{{"case", 1}});
  CHECK(penalties_of("Закон \"О труде\"") == std::vector<Penalty>{{"punctuation", 1}});
  CHECK(penalties_of("Закон  «O труде»") == std::vector<Penalty>{{"punctuation", 1}, {"spelling", 1}});
  CHECK(penalties_of(" Закон «О труде»\n").empty());
}

TEST_CASE("several targets of one source lose a point, but not the one whose neighbours are the same") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  TranslationUnit in_context = unit_of("Открыть", "Ашу");
  in_context.variants[0].previous = "Файл";
  in_context.variants[0].next = "Закрыть";
  memory.add(unit_of("Открыть", "Ашыңыз"));
  memory.add(in_context);

  const auto plain = memory.find("Открыть", Language("ru"), Language("kk"));
  const auto matches = memory.find("Открыть", Language("ru"), Language("kk"), {.previous = "файл", .next = "Закрыть"});

  REQUIRE(plain.size() == 2);
  CHECK(plain[0].penalties == std::vector<Penalty>{{"several targets", 1}});
  REQUIRE(matches.size() == 2);
  CHECK(matches[0].kind == MatchKind::context);
  CHECK(matches[0].score == 100);
  CHECK(matches[1].kind == MatchKind::exact);
  CHECK(matches[1].score == 99);
}

TEST_CASE("a unit that is added again is a context match wherever it stood") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  const auto stood = [](std::string_view previous, std::string_view next, std::string_view id) {
    TranslationUnit unit = unit_of("Да.", "Иә.");
    unit.variants[0].previous = previous;
    unit.variants[0].next = next;
    unit.context.id = id;
    return unit;
  };
  memory.add(stood("Вы согласны?", "Хорошо.", "a"));
  memory.add(stood("Это он?", "Верно.", "b"));
  CHECK(memory.add(stood("", "Конец.", "")) == UnitId{1});
  const auto kind = [&](const FindOptions& options) {
    return memory.find("Да.", Language("ru"), Language("kk"), options).at(0).kind;
  };

  CHECK(kind({.previous = "Вы согласны?", .next = "хорошо."}) == MatchKind::context);
  CHECK(kind({.previous = "это  он?", .next = "Верно."}) == MatchKind::context);
  CHECK(kind({.next = "Конец."}) == MatchKind::context);
  CHECK(kind({.context_id = "a"}) == MatchKind::context);
  CHECK(kind({.context_id = "b"}) == MatchKind::context);
  CHECK(kind({.previous = "Вы согласны?", .next = "Верно."}) == MatchKind::exact);
  CHECK(kind({.context_id = "c"}) == MatchKind::exact);
  CHECK(kind({}) == MatchKind::exact);
  memory.update(UnitId{1}, stood("Другое", "Место", "d"));
  CHECK(kind({.previous = "Это он?", .next = "Верно."}) == MatchKind::context);
}

TEST_CASE("a region is answered by another of the same language, for a point") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  TranslationUnit unit = unit_of("цвет", "түс", "colour");
  unit.variants[2].language = Language("en-GB");
  memory.add(unit);

  CHECK(memory.find("colour", Language("en-GB"), Language("ru")).at(0).score == 100);
  CHECK(memory.find("colour", Language("en"), Language("ru")).at(0).penalties == std::vector<Penalty>{{"region", 1}});
  CHECK(memory.find("colour", Language("en-US"), Language("ru")).empty());
}

TEST_CASE("find tells a wrong question") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());

  CHECK(code_of_memory_error([&] { memory.find("\xff", Language("ru"), Language("kk")); }) ==
        ErrorCode::invalid_argument);
  CHECK(code_of_memory_error([&] { memory.find("а", Language("ru"), Language("kk"), {.min_similarity = 101}); }) ==
        ErrorCode::invalid_argument);
}

TEST_CASE("a memory of a newer version is refused with its version") {
  const MemoryFolder folder;
  { Memory::create(folder.file()); }
  std::fstream file(folder.file(), std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(60);  // user_version in the header of an SQLite file
  file.write("\0\0\0\7", 4);
  file.close();

  CHECK(code_of_memory_error([&] { Memory::open(folder.file()); }) == ErrorCode::unsupported);
}

}  // namespace egiz
