// SPDX-License-Identifier: Apache-2.0
#include "text/srx.h"

#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "text/detail/expression_facts.h"

namespace egiz {
namespace {

SrxRules srx_of(std::vector<SrxRule> rules) {
  return {.cascade = true, .languages = {{"All", std::move(rules)}}, .maps = {{".*", "All"}}};
}

std::vector<std::string> srx_cut(const std::string& text, const SrxRules& rules, const char* language = "ru") {
  std::vector<std::string> out;
  for (const Segment& segment : SrxSegmenter(rules, Language(language)).segment(text)) {
    out.push_back(text.substr(segment.range.begin, segment.range.size()));
  }
  return out;
}

using SrxCut = std::vector<std::string>;

const SrxRule kSrxBreak{true, R"([.?!]+)", R"(\s)"};

}  // namespace

TEST_CASE("a break rule cuts where both its sides match") {
  CHECK(srx_cut("Да. Нет! Что?", srx_of({kSrxBreak})) == SrxCut{"Да.", "Нет!", "Что?"});
  CHECK(srx_cut("3.14 и v2.0", srx_of({kSrxBreak})) == SrxCut{"3.14 и v2.0"});
}

TEST_CASE("the first rule that matches decides") {
  const SrxRule exception{false, R"(\bпроф\.)", R"(\s)"};

  CHECK(srx_cut("Это проф. Ким. Да.", srx_of({exception, kSrxBreak})) == SrxCut{"Это проф. Ким.", "Да."});
  CHECK(srx_cut("Это проф. Ким. Да.", srx_of({kSrxBreak, exception})) == SrxCut{"Это проф.", "Ким.", "Да."});
}

TEST_CASE("an exception may hold the white space in its first part") {
  CHECK(srx_cut("Это проф. Ким. Да.", srx_of({{false, R"(\bпроф\.\s)", ""}, {true, R"([.?!]+\s)", ""}})) ==
        SrxCut{"Это проф. Ким.", "Да."});
}

TEST_CASE("exceptions that overlap all hold") {
  CHECK(srx_cut("т. е. к. п. н. Ким", srx_of({{false, R"(\b\p{Ll}\.)", R"(\s)"}, kSrxBreak})) ==
        SrxCut{"т. е. к. п. н. Ким"});
}

TEST_CASE("a side that is empty matches everywhere") {
  CHECK(srx_cut("a;b;c", srx_of({{true, ";", ""}})) == SrxCut{"a;", "b;", "c"});
  CHECK(srx_cut("ab1cd2e", srx_of({{true, "", R"(\d)"}})) == SrxCut{"ab", "1cd", "2e"});
  CHECK(srx_cut("abc", srx_of({{false, "", ""}, {true, "b", ""}})) == SrxCut{"abc"});
}

TEST_CASE("each side sees the other") {
  CHECK(srx_cut("end.Start x.y", srx_of({{true, R"(\.(?=\p{Lu}))", ""}})) == SrxCut{"end.", "Start x.y"});
  CHECK(srx_cut("a. B c. d", srx_of({{true, R"(\.)", R"((?<=\.)\s\p{Lu})"}})) == SrxCut{"a.", "B c. d"});
}

TEST_CASE("rules are chosen by the language") {
  const SrxRules rules{.cascade = false,
                       .languages = {{"Russian", {{true, ";", ""}}}, {"Default", {{true, ",", ""}}}},
                       .maps = {{"RU.*", "Russian"}, {".*", "Default"}, {".*", "not there"}}};
  SrxRules cascading = rules;
  cascading.cascade = true;

  CHECK(srx_cut("a;b,c", rules, "ru-RU") == SrxCut{"a;", "b,c"});
  CHECK(srx_cut("a;b,c", rules, "kk") == SrxCut{"a;b,", "c"});
  CHECK(srx_cut("a;b,c", cascading, "ru") == SrxCut{"a;", "b,", "c"});
  CHECK(srx_cut("a;b,c", {}, "ru") == SrxCut{"a;b,c"});
}

TEST_CASE("a rule that ICU refuses is reported and left out") {
  const SrxSegmenter segmenter(srx_of({{false, "(?<=a+)b", "", 12}, {true, "[", "", 13}, kSrxBreak}), Language("ru"));

  REQUIRE(segmenter.faults().size() == 2);
  CHECK(segmenter.faults()[0].line == 12);
  CHECK(segmenter.faults()[0].rule == "(?<=a+)b");
  CHECK(segmenter.faults()[0].reason == "U_REGEX_LOOK_BEHIND_LIMIT");
  CHECK(segmenter.faults()[1].line == 13);
  CHECK(segmenter.segment("a. b").size() == 2);
}

TEST_CASE("characters outside the basic plane keep their offsets") {
  CHECK(srx_cut("😀. 😀. Да", srx_of({kSrxBreak})) == SrxCut{"😀.", "😀.", "Да"});
}

TEST_CASE("a rule without end is refused in time") {
  const SrxSegmenter segmenter(srx_of({{true, R"((a+)+\d)", ""}}), Language("ru"));

  CHECK_THROWS_AS(segmenter.segment(std::string(60, 'a')), Error);
}

TEST_CASE("the certain end of an expression is found") {
  using Tails = std::vector<std::u16string>;
  const auto tails = [](std::u16string_view expression) { return detail::find_facts(expression).tails; };
  const std::u16string any(1, detail::kAnything);

  CHECK(tails(u"\\bпроф\\.") == Tails{u"проф."});
  CHECK(tails(u"\\bпроф\\.\\s") == Tails{u"проф." + any});
  CHECK(tails(u"x[а-я]т\\.") == Tails{any + u"т."});
  CHECK(tails(u"т\\.\\s?е\\.") == Tails{u"т.е.", u"т." + any + u"е."});
  CHECK(tails(u"(Mr|Dr)\\.") == Tails{u"Dr.", u"Mr."});
  CHECK(tails(u"Mr\\.|Dr\\.") == Tails{u"Dr.", u"Mr."});
  CHECK(tails(u"(?<!\\p{L})т\\.(?=\\s)") == Tails{u"т."});
  CHECK(tails(u"\\p{Lu}\\.") == Tails{any + u"."});
  CHECK(tails(u"(?i)mr\\.") == Tails{u""});
  CHECK(tails(u"a{2,3}") == Tails{u"a"});
  CHECK(tails(u"x\\.*") == Tails{u".", u"x"});
  CHECK(tails(u"") == Tails{u""});
}

TEST_CASE("the longest match of an expression is known, or without bound") {
  const auto longest = [](std::u16string_view pattern) { return detail::find_facts(pattern).longest; };

  CHECK(longest(u"\\bпроф\\.") == 5U);
  CHECK(longest(u"(?:Mr|Prof)\\.\\s?") == 6U);
  CHECK(longest(u"[А-Я]{1,3}\\.") == 7U);
  CHECK(longest(u"(?<![\\p{L}])т\\.(?=\\s+\\p{Lu})") == 2U);
  CHECK(longest(u"[[a-z]&&[^aeiou]]b") == 3U);
  CHECK(longest(u"\\d+\\.") == std::nullopt);
  CHECK(longest(u"a{2,}") == std::nullopt);
  CHECK(longest(u"(a)\\1") == std::nullopt);
  CHECK(longest(u"(?i)ss") == std::nullopt);
  CHECK(longest(std::u16string(1000, u'(')) == std::nullopt);
  CHECK(detail::find_facts(u"^\\d\\.").asks_for_begin);
  CHECK_FALSE(detail::find_facts(u"[^a]\\.").asks_for_begin);
}

TEST_CASE("an expression that asks for the begin of the paragraph finds it nowhere else") {
  const SrxRules rules = srx_of({{false, R"(^\d\.)", R"(\s)"}, kSrxBreak});

  CHECK(srx_cut("1. Да. Их 5. Нет.", rules) == SrxCut{"1. Да.", "Их 5.", "Нет."});
  CHECK(srx_cut(std::string(500, 'a') + " 5. Нет.", rules).size() == 2);
}

TEST_CASE("what cannot be used is taken out of rules and told") {
  SrxRules rules{.cascade = true,
                 .languages = {{"All", {{true, "[", "", 7}, kSrxBreak, {false, "x", "(", 9}}}},
                 .maps = {{".*", "All", 20}, {"(ru", "All", 21}}};

  const std::vector<SrxFault> faults = take_out_faulty(rules);

  REQUIRE(faults.size() == 3);
  CHECK(faults[0].line == 7);
  CHECK(faults[1].rule == "(");
  CHECK(faults[2].rule == "(ru");
  CHECK(rules == SrxRules{.cascade = true, .languages = {{"All", {kSrxBreak}}}, .maps = {{".*", "All", 20}}});
}

TEST_CASE("a paragraph is cut as it would be alone") {
  const SrxSegmenter segmenter(srx_of({{false, R"(\bпроф\.)", R"(\s)"}, kSrxBreak}), Language("ru"));
  const std::string text = "Это проф. Ким. Да.\n\nНет. Проф. Ким.\nпроф. А. Б.\n";

  const std::vector<Segment> all = segmenter.segment(text, ParagraphMode::line);

  std::vector<std::string> alone;
  for (const char* line : {"Это проф. Ким. Да.", "Нет. Проф. Ким.", "проф. А. Б."}) {
    for (const Segment& s : segmenter.segment(line)) alone.emplace_back(line + s.range.begin, s.range.size());
  }
  REQUIRE(all.size() == alone.size());
  for (std::size_t i = 0; i < all.size(); ++i) CHECK(text.substr(all[i].range.begin, all[i].range.size()) == alone[i]);
}

TEST_CASE("passing rules over by their end changes no cut", "[property]") {
  // A flag before an expression hides its end and its length, so its twin is run at every place.
  const std::vector<std::string> exceptions = {R"(\bт\.)",    R"(\b(?:т|и)\.\s?(?:е|д)\.)", R"(г\.\s)", R"([А-Я]\.)",
                                               R"(№\s*\d+\.)", R"(^\s?А\.)",                R"(x*\.)",  R"((?<=т\.) е\.)"};
  std::vector<SrxRule> fast;
  std::vector<SrxRule> slow;
  for (const std::string& exception : exceptions) {
    fast.push_back({false, exception, ""});
    slow.push_back({false, "(?-i)(?:" + exception + ")", ""});
  }
  fast.push_back({true, R"((?:[а-я]т|слово|\d)\.)", R"([xА-Я])"});
  slow.push_back({true, R"((?-i)(?:[а-я]т|слово|\d)\.)", R"([xА-Я])"});
  for (auto* rules : {&fast, &slow}) rules->push_back({true, R"(\.\s?)", ""});
  std::mt19937 random(1991);
  const std::vector<std::string> pieces = {"т.", " е.", "г.", " ", "А.", "№ 5.", "слово.", "x", "."};

  for (int i = 0; i < 2000; ++i) {
    std::string text;
    for (int j = 0; j < 12; ++j) text += pieces[random() % pieces.size()];
    INFO(text);
    CHECK(srx_cut(text, srx_of(fast)) == srx_cut(text, srx_of(slow)));
  }
}

}  // namespace egiz
