// SPDX-License-Identifier: Apache-2.0
#include "text/detail/paragraphs.h"

#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace egiz {
namespace {

std::vector<std::string> paragraphs_of(const std::string& text, ParagraphMode mode = ParagraphMode::detect) {
  std::vector<std::string> out;
  for (const ByteRange range : detail::find_paragraphs(text, mode))
    out.push_back(text.substr(range.begin, range.size()));
  return out;
}

using Strings = std::vector<std::string>;

const char* const kWrapped =
    "Осенью прошлого года мы начали перевод договора и\n"
    "сразу увидели, что памяти переводов для этой пары\n"
    "языков нет ни у кого из коллег, кого мы спросили.\n"
    "\n"
    "Зимой мы собрали первые тексты и стали сверять их\n"
    "строка за строкой.\n";

}  // namespace

TEST_CASE("each line is a paragraph when lines are paragraphs") {
  CHECK(paragraphs_of("one\r\n two \n\n\nthree", ParagraphMode::line) == Strings{"one", "two", "three"});
  CHECK(paragraphs_of("a\rb\xC2\x85"
                      "c\xE2\x80\xA8"
                      "d\xE2\x80\xA9"
                      "e",
                      ParagraphMode::line) == Strings{"a", "b", "c", "d", "e"});
  CHECK(paragraphs_of("", ParagraphMode::line).empty());
  CHECK(paragraphs_of(" \n\t\n", ParagraphMode::line).empty());
}

TEST_CASE("blank lines separate paragraphs when asked") {
  CHECK(paragraphs_of("one\ntwo\n \nthree\n", ParagraphMode::blank_line) == Strings{"one\ntwo", "three"});
  CHECK(paragraphs_of("one\ftwo", ParagraphMode::blank_line) == Strings{"one", "two"});
}

TEST_CASE("hard-wrapped text is recognised") {
  CHECK(paragraphs_of(kWrapped).size() == 2);
  CHECK(paragraphs_of(kWrapped, ParagraphMode::line).size() == 5);
}

TEST_CASE("an indented line begins a paragraph of hard-wrapped text") {
  CHECK(paragraphs_of("  Осенью прошлого года мы начали перевод\n"
                      "договора и сразу увидели, что памяти для\n"
                      "этой пары языков нет ни у кого из коллег.\n"
                      "  Зимой мы собрали первые тексты и стали\n"
                      "сверять их строка за строкой.\n")
            .size() == 2);
}

TEST_CASE("a bullet begins a paragraph of hard-wrapped text") {
  CHECK(paragraphs_of("We have to buy these things before the first\n"
                      "guest arrives at the house, which is at six:\n"
                      "- milk from the shop at the corner, which is\n"
                      "cheaper than the one at the station;\n"
                      "- bread.\n")
            .size() == 3);
}

TEST_CASE("one sentence or title a line is not hard-wrapped") {
  CHECK(paragraphs_of("Қазақстан Республикасының Конституциясы\nЕңбек кодексі\nСалық кодексі туралы заң\n").size() ==
        3);
  CHECK(paragraphs_of("молоко\nхлеб и соль\nмасло\nсыр твёрдых сортов\n").size() == 4);
}

}  // namespace egiz
