// SPDX-License-Identifier: Apache-2.0
#include "api/maintenance.h"

#include <algorithm>
#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace egiz {
namespace {

TranslationUnit pair_unit(std::string_view ru, std::string_view kk, Origin::Kind origin = Origin::Kind::human) {
  TranslationUnit unit;
  unit.variants.push_back({Language("ru"), std::string(ru), {}, {}, {}, {}});
  unit.variants.push_back({Language("kk"), std::string(kk), {}, {}, {}, {}});
  unit.origin.kind = origin;
  return unit;
}

std::vector<std::int64_t> ids_of(const std::vector<NumberedUnit>& units) {
  std::vector<std::int64_t> ids;
  for (const NumberedUnit& unit : units) ids.push_back(unit.id.value);
  return ids;
}

using Ids = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("units are found by what they hold") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  TranslationUnit first = pair_unit("Договор", "Шарт");
  first.properties = {{"client", "A"}, {"client", "B"}};
  first.context.document = "a.docx";
  memory.add(first);
  TranslationUnit second = pair_unit("Новый договор", "Жаңа шарт", Origin::Kind::machine);
  second.variants.push_back({Language("en-GB"), "New contract", {}, {}, {}, {}});
  memory.add(second);

  CHECK(ids_of(find_units(memory, {.filter = {.text = "ДОГОВОР"}})) == Ids{1, 2});
  CHECK(ids_of(find_units(memory, {.filter = {.text = "жаңа"}})) == Ids{2});
  CHECK(ids_of(find_units(memory, {.filter = {.properties = {{"client", "B"}}}})) == Ids{1});
  CHECK(ids_of(find_units(memory, {.filter = {.document = "a.docx"}})) == Ids{1});
  CHECK(ids_of(find_units(memory, {.filter = {.languages = {Language("en")}}})) == Ids{2});
  CHECK(ids_of(find_units(memory, {.filter = {.origins = {Origin::Kind::machine}}})) == Ids{2});
  CHECK(ids_of(find_units(memory, {.ids = {UnitId{2}, UnitId{1}, UnitId{2}}})) == Ids{1, 2});
  CHECK_THROWS_AS(find_units(memory, {.ids = {UnitId{9}}}), Error);
  TranslationUnit aligned = pair_unit("Да", "Иә", Origin::Kind::aligned);
  aligned.context.document = "b.ru.txt | b.kk.txt";
  CHECK(UnitFilter{.document = "b.kk.txt"}.passes(aligned));
  CHECK(UnitFilter{.document = "b.ru.txt | b.kk.txt"}.passes(aligned));
  CHECK_FALSE(UnitFilter{.document = "b.kk"}.passes(aligned));
  CHECK(UnitSelection{}.is_empty());
}

TEST_CASE("of units that say the same the most trusted is kept") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  memory.add(pair_unit("Договор.", "Шарт.", Origin::Kind::aligned));
  memory.add(pair_unit("ДОГОВОР.", "Шарт.", Origin::Kind::reviewed));
  memory.add(pair_unit("Договор.", "Келісім.", Origin::Kind::human));
  memory.add(pair_unit("Договор .", "Шарт.", Origin::Kind::human));

  const auto groups = find_duplicates(memory);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].kept == UnitId{2});
  CHECK(groups[0].extra == std::vector<UnitId>{UnitId{1}});

  const auto by_source = find_duplicates(memory, Language("ru"));
  REQUIRE(by_source.size() == 1);
  CHECK(by_source[0].kept == UnitId{2});
  CHECK(by_source[0].extra == std::vector<UnitId>{UnitId{1}, UnitId{3}});

  remove_units(memory, by_source[0].extra);
  CHECK(memory.size() == 2);
  CHECK(find_duplicates(memory).empty());
}

TEST_CASE("an edit keeps inline codes where the text stays") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  TranslationUnit unit = pair_unit("Новый дом стоит", "Жаңа үй тұр");
  const std::string house = "дом";
  const std::size_t at = unit.variants[0].text.find(house);
  unit.variants[0].codes = {{InlineCode::Kind::standalone, 0, "1", "<x/>"},
                            {InlineCode::Kind::opening, at + 2, "2", "<b>"},
                            {InlineCode::Kind::closing, unit.variants[0].text.size(), "2", "</b>"}};
  const UnitId id = memory.add(unit);

  const TranslationUnit edited =
      edit_unit(memory, id,
                {.texts = {{Language("ru"), "Новый сад стоит"}, {Language("en"), "A new garden stands"}},
                 .properties = {{"client", "A"}},
                 .origin = Origin::Kind::reviewed,
                 .note = "changed",
                 .changed_by = "Айгүл"});

  CHECK(edited.find(Language("ru"))->text == "Новый сад стоит");
  const std::vector<InlineCode>& codes = edited.find(Language("ru"))->codes;
  REQUIRE(codes.size() == 3);
  CHECK(codes[0].offset == 0);
  CHECK(codes[1].offset == at);
  CHECK(codes[2].offset == edited.find(Language("ru"))->text.size());
  CHECK(edited.variants.size() == 3);
  CHECK(edited.origin.kind == Origin::Kind::reviewed);
  CHECK(edited.notes == std::vector<std::string>{"changed"});
  CHECK(edited.changed_by == "Айгүл");
  CHECK(edited.changed.has_value());

  CHECK_THROWS_AS(edit_unit(memory, id, {.texts = {{Language("ru"), ""}, {Language("en"), ""}}}), Error);
  CHECK(memory.get(id)->variants.size() == 3);
  CHECK_THROWS_AS(edit_unit(memory, UnitId{9}, {.note = "x"}), Error);
}

TEST_CASE("memories merged in any order hold the same units") {
  const TemporaryFolder folder;
  const auto make = [&](const char* name, std::initializer_list<TranslationUnit> units) {
    Memory memory = Memory::create(folder.path() / name);
    for (const TranslationUnit& unit : units) memory.add(unit);
  };
  TranslationUnit noted = pair_unit("да", "иә");
  noted.notes = {"b"};
  make("a.egiz", {pair_unit("да", "иә"), pair_unit("нет", "жоқ")});
  make("b.egiz", {noted, pair_unit("мир", "бейбітшілік")});
  const auto texts_after = [&](const char* name, const char* one, const char* two) {
    Memory memory = Memory::create(folder.path() / name);
    merge_memory(memory, folder.path() / one);
    merge_memory(memory, folder.path() / two);
    std::vector<std::string> texts;
    memory.for_each([&](UnitId, const TranslationUnit& unit) {
      texts.push_back(unit.variants[0].text + (unit.notes.empty() ? "" : unit.notes[0]));
      return true;
    });
    std::ranges::sort(texts);
    return texts;
  };

  const auto texts = texts_after("ab.egiz", "a.egiz", "b.egiz");

  CHECK(texts.size() == 3);
  CHECK(texts == texts_after("ba.egiz", "b.egiz", "a.egiz"));
  Memory memory = Memory::open(folder.path() / "a.egiz");
  CHECK_THROWS_AS(merge_memory(memory, folder.path() / "a.egiz"), Error);
  CHECK_THROWS_AS(merge_memory(memory, folder.path() / "none.egiz"), Error);
}

TEST_CASE("a backup is written over a memory when asked, never over anything else") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  memory.add(pair_unit("да", "иә"));
  const auto copy = folder.path() / "copy.egiz";
  folder.write("notes.txt", "not a memory");

  back_up_memory(memory, copy, false);
  memory.add(pair_unit("нет", "жоқ"));
  CHECK_THROWS_AS(back_up_memory(memory, copy, false), Error);
  back_up_memory(memory, copy, true);

  CHECK(Memory::open(copy, OpenMode::read_only).size() == 2);
  CHECK_THROWS_AS(back_up_memory(memory, folder.path() / "notes.txt", true), Error);
  CHECK_THROWS_AS(back_up_memory(memory, memory.path(), true), Error);
}

TEST_CASE("units are told by who made them and by their notes") {
  TranslationUnit unit = pair_unit("Срок", "Мерзім");
  unit.created_by = "Айгүл";
  unit.changed_by = "Пётр";
  unit.notes = {"see article 24", "Уточнить у заказчика"};

  CHECK(UnitFilter{.by = "Айгүл"}.passes(unit));
  CHECK(UnitFilter{.by = "Пётр"}.passes(unit));
  CHECK_FALSE(UnitFilter{.by = "Пет"}.passes(unit));
  CHECK(UnitFilter{.note = "уточнить  У"}.passes(unit));
  CHECK_FALSE(UnitFilter{.note = "article 25"}.passes(unit));
  CHECK_FALSE(UnitFilter{.by = "Айгүл", .note = "article 25"}.passes(unit));
  CHECK_FALSE(UnitFilter{.by = "x"}.is_empty());
  CHECK_FALSE(UnitFilter{.note = "x"}.is_empty());
}

}  // namespace egiz
