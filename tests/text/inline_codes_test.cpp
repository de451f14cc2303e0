// SPDX-License-Identifier: Apache-2.0
#include "text/inline_codes.h"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace egiz {
namespace {

using Kind = InlineCode::Kind;

Variant coded_variant(const char* language, std::string_view line) {
  CodedText coded = parse_coded_text(line);
  return {Language(language), std::move(coded.text), std::move(coded.codes), {}, {}, {}};
}

std::optional<std::string> placed(std::string_view query, std::string_view source, std::string_view target) {
  return target_with_codes(parse_coded_text(query).codes, coded_variant("ru", source), coded_variant("kk", target));
}

}  // namespace

TEST_CASE("tags are read out of a text") {
  const CodedText coded = parse_coded_text("Нажмите <1>ОК</1><2/>.");

  CHECK(coded.text == "Нажмите ОК.");
  REQUIRE(coded.codes.size() == 3);
  CHECK(coded.codes[0] == InlineCode{Kind::opening, 15, "1", "<1>"});
  CHECK(coded.codes[1] == InlineCode{Kind::closing, 19, "1", "</1>"});
  CHECK(coded.codes[2] == InlineCode{Kind::standalone, 19, "2", "<2/>"});
}

TEST_CASE("tags of other tools are read, and a closing one has the id of the tag it closes") {
  const CodedText coded = parse_coded_text("<g id=\"1\"><g id='2'>a</g></g> <b0>x</b0><x id=\"3\" /><br/>");

  std::vector<std::string> ids;
  for (const InlineCode& code : coded.codes) ids.push_back(code.id);
  CHECK(coded.text == "a x");
  CHECK(ids == std::vector<std::string>{"1", "2", "2", "1", "b0", "b0", "3", "br"});
}

TEST_CASE("what is no tag stays text") {
  for (const char* text : {"a < b", "5 <6", "<>", "<b and c>", "< b>", "</b/>", "<b", "<b x=1>", "<b x=\"1>", "<<", "<ж>",
                           "a <= b >= c", "<!-- x -->", "<"}) {
    INFO(text);
    CHECK(parse_coded_text(text) == CodedText{text, {}});
  }
  CHECK(parse_coded_text("<<1>").text == "<");
}

TEST_CASE("a text with its codes is the line it was read from", "[property]") {
  std::mt19937 random(5);
  const std::string letters = "<>/ab1 =\"'.";
  for (int round = 0; round < 20000; ++round) {
    std::string line;
    for (std::size_t i = random() % 24; i > 0; --i) line += letters[random() % letters.size()];
    const CodedText coded = parse_coded_text(line);
    REQUIRE(coded_text(coded.text, coded.codes) == line);
  }
}

TEST_CASE("a target has the codes of a query where the source has them, too") {
  CHECK(placed("Жми <b>ОК</b>!", "Нажмите <1>ОК</1>.", "<1>ОК</1> басыңыз.") == "<b>ОК</b> басыңыз.");
  CHECK(placed("<a/>и<b/>", "<1/>и<2/>", "<2/>және<1/>") == "<b/>және<a/>");
  CHECK(placed("да", "да", "иә") == "иә");
  CHECK_FALSE(placed("да", "<1/>да", "<1/>иә"));
  CHECK_FALSE(placed("<1/>да", "да", "иә"));
  CHECK_FALSE(placed("<1>да</1>", "<1/>да<2/>", "<1/>иә<2/>"));
  CHECK_FALSE(placed("<1/>да", "<1/>да", "иә"));         // lost by the translator
  CHECK_FALSE(placed("<1/>да<2/>", "<1/>да<2/>", "<7/>иә<8/>"));
}

}  // namespace egiz
