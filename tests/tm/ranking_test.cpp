// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "tm/detail/stems.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using test::MemoryFolder;
using test::unit_of;

std::vector<std::int64_t> ids_found(const std::vector<Match>& matches) {
  std::vector<std::int64_t> ids;
  for (const Match& match : matches) ids.push_back(match.id.value);
  return ids;
}

}  // namespace

TEST_CASE("the same id in the document is a context") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  TranslationUnit button = unit_of("Открыть", "Ашу");
  button.context.id = "button.open";
  memory.add(unit_of("Открыть", "Ашыңыз"));
  memory.add(button);

  const auto matches = memory.find("Открыть", Language("ru"), Language("kk"), {.context_id = "button.open"});

  REQUIRE(matches.size() == 2);
  CHECK(matches[0].id == UnitId{2});
  CHECK(matches[0].kind == MatchKind::context);
  CHECK(matches[0].score == 100);
}

TEST_CASE("an adjusted match ranks above one that is more similar") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("Статья 12. Право на труды", "12-бап. Еңбекке құқық"));
  memory.add(unit_of("Статья 2004. Право на труд", "2004-бап. Еңбек ету құқығы"));

  const auto matches = memory.find("Статья 12. Право на труд", Language("ru"), Language("kk"));

  REQUIRE(matches.size() == 2);
  CHECK(matches[0].adjusted == "12-бап. Еңбек ету құқығы");
  CHECK(matches[0].score == 99);
  CHECK(matches[0].kind == MatchKind::fuzzy);
  CHECK(matches[0].unit.find(Language("kk"))->text == "2004-бап. Еңбек ету құқығы");
  CHECK(matches[1].similarity > matches[0].similarity);
  CHECK_FALSE(matches[1].adjusted);
}

TEST_CASE("of equals the one that shares stems goes first") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  memory.add(unit_of("право на сруд", "қате"));    // one letter from the query, another word
  memory.add(unit_of("право на трудо", "дұрыс"));  // one letter from the query, the same stem
  memory.add(unit_of("қате", "сот шешіпі", ""));
  memory.add(unit_of("дұрыс", "сот шешімі"));

  CHECK(ids_found(memory.find("право на труда", Language("ru"), Language("kk"))).front() == 2);
  CHECK(ids_found(memory.find("сот шешіме", Language("kk"), Language("ru"))).front() == 4);
}

TEST_CASE("stems are words without endings") {
  const auto stem = [](const char* language, std::string_view word) {
    return std::string(detail::stem_of(word, Language(language)));
  };
  CHECK(stem("kk", "шешімдерінің") == stem("kk", "шешімдер"));
  CHECK(stem("kk", "бұйрығымен") == stem("kk", "бұйрығы"));
  CHECK(stem("ru", "договорами") == stem("ru", "договоров"));
  CHECK(stem("ru", "трудовой") == stem("ru", "трудового"));
  CHECK(stem("en", "signed") == stem("en", "signs"));
  CHECK(stem("ru", "на") == "на");
  CHECK(stem("de", "Verträge") == "Verträge");
  CHECK(detail::shared_stems({"a", "b", "b"}, {"b", "b", "c"}) == 2);
}

TEST_CASE("units with a property lose the points it was given") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  TranslationUnit old = unit_of("Спасибо", "Рақмет");
  old.properties = {{"client", "Old"}};
  memory.add(old);
  memory.add(unit_of("Спасиба", "Рахмет"));

  FindOptions options;
  const std::vector<PropertyPenalty> properties = {{"client", "Old", 30}, {"client", "", 2}, {"domain", "", 5}};
  options.penalties.properties = properties;
  const auto matches = memory.find("Спасибо", Language("ru"), Language("kk"), options);

  REQUIRE(matches.size() == 2);
  CHECK(matches[0].id == UnitId{2});
  CHECK(matches[1].penalties == std::vector<Penalty>{{"client=Old", 30}, {"client", 2}});
  CHECK(matches[1].score == 68);
  options.max_matches = 1;
  CHECK(ids_found(memory.find("Спасибо", Language("ru"), Language("kk"), options)) == std::vector<std::int64_t>{2});
}

TEST_CASE("penalties are found by the reason they give") {
  PenaltySettings settings;
  REQUIRE(find_penalty(settings, "several targets") == &settings.several_targets);
  CHECK(find_penalty(settings, "numbers") == &settings.numbers);
  CHECK(find_penalty(settings, "memory") == nullptr);
}

TEST_CASE("several memories answer as one, less the points of each") {
  const MemoryFolder folder;
  Memory mine = Memory::create(folder.file("mine.egiz"));
  Memory old = Memory::create(folder.file("old.egiz"));
  mine.add(unit_of("Большое спасибо!", "Көп рақмет!"));
  old.add(unit_of("Большое спасибо!", "Көп рақмет!"));
  old.add(unit_of("Большое спасибо", "Зор рахмет"));
  old.add(unit_of("Совсем другое", "Мүлде басқа"));
  const auto ask = [&](std::vector<MemoryToAsk> memories, std::string_view text, std::size_t most = 5) {
    return find_in(memories, text, Language("ru"), Language("kk"), {.max_matches = most});
  };

  const auto both = ask({{&mine, 0}, {&old, 7}}, "Большое спасибо!");
  REQUIRE(both.size() == 2);  // what both hold is told once
  CHECK(both[0].memory == 0);
  CHECK(both[0].score == 100);
  CHECK(both[1].memory == 1);
  CHECK(both[1].penalties == std::vector<Penalty>{{"memory", 7}});

  const auto turned = ask({{&old, 0}, {&mine, 0}}, "Большое спасибо!", 1);
  REQUIRE(turned.size() == 1);
  CHECK(turned[0].memory == 0);  // of equals the memory that stands first

  mine.add(unit_of("Большое спасибо!", "Мың алғыс!"));
  const auto several = ask({{&mine, 0}, {&old, 0}}, "Большое спасибо!");
  CHECK(several[0].penalties == std::vector<Penalty>{{"several targets", 1}});
  CHECK(ask({{&old, 0}}, "Большое спасибо!")[0].penalties.empty());
  CHECK(ask({}, "Большое спасибо!").empty());

  const std::vector<MemoryToAsk> memories = {{&mine, 0}, {&old, 7}};
  const std::vector<std::string> texts = {"Большое спасибо!", "Совсем другое", "Ничего похожего"};
  const auto all = find_all_in(memories, texts, Language("ru"), Language("kk"));
  REQUIRE(all.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(ids_found(all[i]) == ids_found(ask(memories, texts[i])));
}

TEST_CASE("of equal texts the one with the codes of the query is best, however many have others") {
  const MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  for (int i = 0; i < 8; ++i) {
    TranslationUnit unit = unit_of("Нажмите ОК сейчас", "ОК басыңыз " + std::to_string(i));
    if (i != 6) unit.variants[0].codes = {{InlineCode::Kind::standalone, 0, "1", "<1/>"}};
    memory.add(unit);
  }
  const std::vector<InlineCode> none;

  const auto best = memory.find("Нажмите ОК теперь", Language("ru"), Language("kk"), {.min_similarity = 50, .max_matches = 1, .codes = &none});
  const auto exact = memory.find("Нажмите ОК сейчас", Language("ru"), Language("kk"), {.max_matches = 2, .codes = &none});
  const auto unknown = memory.find("Нажмите ОК сейчас", Language("ru"), Language("kk"), {.max_matches = 1});

  REQUIRE(best.size() == 1);
  CHECK(best[0].id == UnitId{7});
  CHECK(best[0].penalties.empty());
  CHECK(exact[0].id == UnitId{7});
  CHECK(exact[1].penalties.size() == 2);  // several targets, codes
  CHECK(unknown[0].id == UnitId{1});
}

}  // namespace egiz
