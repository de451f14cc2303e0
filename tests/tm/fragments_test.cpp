// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "tests/reference/fragments.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;

std::vector<std::string> parts_of(const Memory& memory, const std::string& text, const FragmentOptions& options = {}) {
  std::vector<std::string> parts;
  for (const Fragment& fragment : memory.fragments(text, Language("ru"), Language("kk"), options)) {
    parts.push_back(text.substr(fragment.range.begin, fragment.range.size()));
  }
  return parts;
}

// The same in each: parts, and the texts that hold them.
struct HeldParts {
  std::vector<std::string> parts;
  std::vector<std::vector<std::string>> texts;
  bool operator==(const HeldParts&) const = default;
};

HeldParts held_parts(std::span<const MemoryToAsk> memories, const std::string& text, const FragmentOptions& options) {
  HeldParts held;
  for (const Fragment& fragment : fragments_in(memories, text, Language("ru"), Language("kk"), options)) {
    held.parts.push_back(text.substr(fragment.range.begin, fragment.range.size()));
    std::vector<std::string>& texts = held.texts.emplace_back();
    for (const ConcordanceHit& hit : fragment.hits) texts.push_back(hit.unit.find(Language("ru"))->text);
  }
  return held;
}

std::string joined_words(const reference::WordList& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

}  // namespace

TEST_CASE("the longest parts of a text are told with the units they stand in") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(test::unit_of("Срочный трудовой договор заключается на год.", "Мерзімді еңбек шарты бір жылға жасалады."));
  memory.add(test::unit_of("Трудовой договор расторгнут", "Еңбек шарты бұзылды"));
  memory.add(test::unit_of("Заключается на год", "Бір жылға жасалады"));

  const std::string query = "Новый «трудовой договор» заключается, но не на год";
  const auto found = memory.fragments(query, Language("ru"), Language("kk"));

  REQUIRE(found.size() == 2);
  CHECK(query.substr(found[0].range.begin, found[0].range.size()) == "трудовой договор» заключается");
  CHECK(found[0].words == 3);
  REQUIRE(found[0].hits.size() == 1);
  CHECK(found[0].hits[0].id == UnitId{1});
  CHECK(query.substr(found[1].range.begin, found[1].range.size()) == "на год");
  REQUIRE(found[1].hits.size() == 2);
  CHECK(found[1].hits[0].id == UnitId{3});  // the shorter text
  CHECK(parts_of(memory, "договор расторгнут") == std::vector<std::string>{"договор расторгнут"});
  CHECK(parts_of(memory, "договор").empty());
  CHECK(parts_of(memory, "договор", {.min_words = 1}) == std::vector<std::string>{"договор"});
  const UnitFilter urgent{.text = "срочный"};
  const UnitFilter elsewhere{.document = "a.docx"};
  CHECK(parts_of(memory, "трудовой договор", {.filter = &urgent}) == std::vector<std::string>{"трудовой договор"});
  CHECK(parts_of(memory, "трудовой договор", {.filter = &elsewhere}).empty());
  CHECK(parts_of(memory, "").empty());
}

TEST_CASE("the longest parts are those that a trial of every part finds", "[property]") {
  std::mt19937 random(17);
  const std::vector<std::string> vocabulary = {"дом", "сад", "лес", "река", "поле", "гора", "снег"};
  const auto words = [&](std::size_t most) {
    reference::WordList list;
    for (std::size_t i = 1 + random() % most; i > 0; --i) list.push_back(vocabulary[random() % vocabulary.size()]);
    return list;
  };
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  std::vector<reference::WordList> texts;
  std::vector<TranslationUnit> units;
  for (int i = 0; i < 400; ++i) {  // some in the index, some beside it
    texts.push_back(words(9));
    units.push_back(test::unit_of(joined_words(texts.back()), "аударма " + std::to_string(i)));
  }
  memory.add_all(units);
  for (int i = 0; i < 150; ++i) {
    const reference::WordList query = words(14);
    const std::size_t min_words = 1 + random() % 3;
    auto expected = reference::longest_parts(texts, query, min_words);
    std::ranges::stable_sort(expected,
                             [](const auto& a, const auto& b) { return a.second - a.first > b.second - b.first; });
    std::vector<std::string> parts;
    for (const auto& [begin, end] : expected) {
      parts.push_back(joined_words(
          {query.begin() + static_cast<std::ptrdiff_t>(begin), query.begin() + static_cast<std::ptrdiff_t>(end)}));
    }
    CAPTURE(joined_words(query), min_words);
    REQUIRE(parts_of(memory, joined_words(query), {.min_words = min_words}) == parts);
  }
}

TEST_CASE("what several memories hold is told once and by which") {
  const MemoryFolder folder;
  Memory mine = Memory::create(folder.file());
  Memory old = Memory::create(folder.file("old.egiz"));
  mine.add(test::unit_of("Трудовой договор", "Еңбек шарты"));
  mine.add(test::unit_of("на один год", "бір жылға"));
  old.add(test::unit_of("Трудовой договор", "Еңбек шарты"));
  old.add(test::unit_of("договор на один год", "бір жылға шарт"));
  const std::vector<MemoryToAsk> asked = {{&mine}, {&old}};
  const std::string query = "трудовой договор на один год";

  const auto found = fragments_in(asked, query, Language("ru"), Language("kk"));

  REQUIRE(found.size() == 2);
  CHECK(query.substr(found[0].range.begin) == "договор на один год");
  REQUIRE(found[0].hits.size() == 1);
  CHECK(found[0].hits[0].memory == 1);
  CHECK(found[1].words == 2);
  REQUIRE(found[1].hits.size() == 1);
  CHECK(found[1].hits[0].memory == 0);
  CHECK(fragments_in({}, query, Language("ru"), Language("kk")).empty());
}

TEST_CASE("several memories tell the parts that one with all their units tells", "[property]") {
  std::mt19937 random(18);
  const std::vector<std::string> vocabulary = {"дом", "сад", "лес", "река", "поле", "гора"};
  const auto words = [&](std::size_t most) {
    reference::WordList list;
    for (std::size_t i = 1 + random() % most; i > 0; --i) list.push_back(vocabulary[random() % vocabulary.size()]);
    return joined_words(list);
  };
  const MemoryFolder folder;
  Memory all = Memory::create(folder.file());
  Memory first = Memory::create(folder.file("first.egiz"));
  Memory second = Memory::create(folder.file("second.egiz"));
  for (int i = 0; i < 120; ++i) {
    const TranslationUnit unit = test::unit_of(words(8), "аударма");
    all.add(unit);
    if (i < 60) first.add(unit);
    if (i >= 50) second.add(unit);
  }
  const std::vector<MemoryToAsk> one = {{&all}};
  const std::vector<MemoryToAsk> several = {{&first}, {&second}};

  for (int i = 0; i < 150; ++i) {
    const std::string query = words(14);
    const FragmentOptions options{.min_words = 1 + random() % 3, .max_hits = random() % 4};
    CAPTURE(query, options.min_words, options.max_hits);
    REQUIRE(held_parts(several, query, options) == held_parts(one, query, options));
  }
}

}  // namespace egiz
