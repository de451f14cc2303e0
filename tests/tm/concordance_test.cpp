// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

Memory concordance_memory(const MemoryFolder& folder) {
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("Решение суда вступило в силу.", "Сот шешімі күшіне енді.", "The court's decision took effect."));
  memory.add(unit_of("Своим решением он отменил приказ.", "Ол өз шешімімен бұйрықтың күшін жойды."));
  memory.add(unit_of("Приказ о бюджете", "Бюджет туралы бұйрық"));
  return memory;
}

// The highlighted words of every hit, joined by |.
std::vector<std::string> highlighted(const Memory& memory, std::string_view text, const char* language) {
  std::vector<std::string> result;
  for (const ConcordanceHit& hit : memory.concordance(text, Language(language))) {
    const Variant* variant = hit.unit.find(Language(language));
    std::string words;
    for (const ByteRange& range : hit.highlights) {
      words += (words.empty() ? "" : "|") + variant->text.substr(range.begin, range.size());
    }
    result.push_back(words);
  }
  std::ranges::sort(result);
  return result;
}

}  // namespace

TEST_CASE("concordance finds words in any language of a unit") {
  const MemoryFolder folder;
  const Memory memory = concordance_memory(folder);

  CHECK(highlighted(memory, "приказ", "ru") == std::vector<std::string>{"Приказ", "приказ"});
  CHECK(highlighted(memory, "COURT", "en") == std::vector<std::string>{"court"});
  CHECK(highlighted(memory, "күшіне сот", "kk") == std::vector<std::string>{"Сот|күшіне"});
  CHECK(highlighted(memory, "шешім", "kk").empty());
}

TEST_CASE("a star finds what begins so, and quotes keep words together") {
  const MemoryFolder folder;
  const Memory memory = concordance_memory(folder);

  CHECK(highlighted(memory, "шешім*", "kk") == std::vector<std::string>{"шешімі", "шешімімен"});
  CHECK(highlighted(memory, "\"решение суда\"", "ru") == std::vector<std::string>{"Решение суда"});
  CHECK(highlighted(memory, "«суда решение»", "ru").empty());
  CHECK(highlighted(memory, "суда решение", "ru") == std::vector<std::string>{"Решение|суда"});
  CHECK(highlighted(memory, "\"бюджет тур*\"", "kk") == std::vector<std::string>{"Бюджет туралы"});
}

TEST_CASE("a wave finds a word in all its forms, alone and in a phrase") {
  const MemoryFolder folder;
  const Memory memory = concordance_memory(folder);

  CHECK(highlighted(memory, "шешім~", "kk") == std::vector<std::string>{"шешімі", "шешімімен"});
  CHECK(highlighted(memory, "шешімнің~", "kk") == std::vector<std::string>{"шешімі", "шешімімен"});
  CHECK(highlighted(memory, "решения~", "ru") == std::vector<std::string>{"Решение", "решением"});
  CHECK(highlighted(memory, "реш~", "ru").empty());
  CHECK(highlighted(memory, "\"решения~ суд~\"", "ru") == std::vector<std::string>{"Решение суда"});
  CHECK(highlighted(memory, "\"решения~ сила~\"", "ru").empty());
  CHECK(highlighted(memory, "сила~ решения~", "ru") == std::vector<std::string>{"Решение|силу"});
  CHECK(highlighted(memory, "court~ decisions~", "en") == std::vector<std::string>{"court|decision"});
  CHECK(highlighted(memory, "~приказ", "ru").size() == 2);
  CHECK(highlighted(memory, "приказ~о", "ru") == std::vector<std::string>{"Приказ о"});
}

TEST_CASE("no text of a user is a command") {
  const MemoryFolder folder;
  const Memory memory = concordance_memory(folder);

  for (const char* text : {"", "*", "\"", "AND", "a OR b", "NEAR(a b)", "ru:приказ", "-приказ", "';--", "приказ) OR (x", "~", "~~", "*~", "\"~"}) {
    CHECK_NOTHROW(memory.concordance(text, Language("ru")));
  }
  CHECK(memory.concordance("", Language("ru")).empty());
  CHECK(memory.concordance("-приказ", Language("ru")).size() == 2);
}

TEST_CASE("several memories are searched as one, short texts first, what both hold told once") {
  const MemoryFolder folder;
  Memory mine = Memory::create(folder.file("mine.egiz"));
  mine.add(unit_of("Приказ о бюджете города", "Қала бюджеті туралы бұйрық"));
  mine.add(unit_of("Приказ суда", "Сот бұйрығы"));
  Memory old = Memory::create(folder.file("old.egiz"));
  TranslationUnit filed = unit_of("Приказ о мире", "Бейбітшілік туралы бұйрық");
  filed.properties = {{"client", "Old"}};
  old.add(unit_of("Приказ суда", "Сот бұйрығы"));
  old.add(unit_of("Приказ суда", "Соттың бұйрығы"));
  old.add(filed);
  const std::vector<MemoryToAsk> asked = {{&mine}, {&old}};
  const Language ru("ru");
  const auto places = [](const std::vector<ConcordanceHit>& hits) {
    std::vector<std::pair<std::size_t, std::int64_t>> list;
    for (const ConcordanceHit& hit : hits) list.emplace_back(hit.memory, hit.id.value);
    return list;
  };
  using Places = std::vector<std::pair<std::size_t, std::int64_t>>;
  const UnitFilter of_client{.properties = {{"client", "Old"}}};

  CHECK(places(concordance_in(asked, "приказ", ru)) == Places{{0, 2}, {1, 2}, {1, 3}, {0, 1}});
  CHECK(places(concordance_in(asked, "приказ", ru, {.max_hits = 2})) == Places{{0, 2}, {1, 2}});
  CHECK(places(concordance_in(asked, "приказ", ru, {.filter = &of_client})) == Places{{1, 3}});
  CHECK(concordance_in(asked, "указ", ru).empty());
  CHECK(concordance_in({}, "приказ", ru).empty());
  CHECK(concordance_in(asked, "приказ", Language("ru-RU")).size() == 4);
}

TEST_CASE("concordance stops at max_hits") {
  const MemoryFolder folder;
  const Memory memory = concordance_memory(folder);

  CHECK(memory.concordance("приказ", Language("ru"), {.max_hits = 1}).size() == 1);
  CHECK(memory.concordance("приказ", Language("ru"), {.max_hits = 0}).size() == 2);
}

}  // namespace egiz
