// SPDX-License-Identifier: Apache-2.0
#include "text/srx.h"

#include <random>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "text/detail/literal_suffix.h"

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
  using detail::find_literal_suffix;
  const std::u16string any(1, detail::kAnything);

  CHECK(find_literal_suffix(u"\\bпроф\\.") == u"проф.");
  CHECK(find_literal_suffix(u"\\bпроф\\.\\s") == u"проф." + any);
  CHECK(find_literal_suffix(u"x[а-я]т\\.") == u"x" + any + u"т.");
  CHECK(find_literal_suffix(u"т\\.\\s?е\\.") == u"е.");
  CHECK(find_literal_suffix(u"(Mr|Dr)\\.") == u".");
  CHECK(find_literal_suffix(u"Mr\\.|Dr\\.").empty());
  CHECK(find_literal_suffix(u"\\p{Lu}\\.") == u".");
  CHECK(find_literal_suffix(u"(?i)mr\\.").empty());
  CHECK(find_literal_suffix(u"a{2,3}").empty());
}

TEST_CASE("passing rules over by their end changes no cut", "[property]") {
  // A group around an expression hides its end, so its twin is run at every place.
  const std::vector<std::string> exceptions = {R"(\bт\.)", R"(\bт\.\s?е\.)", R"(г\.\s)", R"([А-Я]\.)", R"(№\s*\d+\.)"};
  std::vector<SrxRule> fast;
  std::vector<SrxRule> slow;
  for (const std::string& exception : exceptions) {
    fast.push_back({false, exception, ""});
    slow.push_back({false, "(" + exception + ")", ""});
  }
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
