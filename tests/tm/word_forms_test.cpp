// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/word_forms.h"

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

bool is_form(const char* language, std::string_view asked, std::string_view word) {
  return WordForms(asked, Language(language)).contains(word);
}

}  // namespace

TEST_CASE("Kazakh words are found with rows of endings") {
  for (const char* word : {"шешім", "шешімі", "шешіміне", "шешімімен", "шешімдер", "шешімдеріндегі", "шешімдегілерге"}) {
    CAPTURE(word);
    CHECK(is_form("kk", "шешім", word));
    CHECK(is_form("kk", "шешіміне", word));
  }
  CHECK(is_form("kk", "құқық", "құқығының"));
  CHECK(is_form("kk", "құқығын", "құқықтар"));
  CHECK(is_form("kk", "кітап", "кітабындағы"));
  CHECK(is_form("kk", "ел", "елге"));
  CHECK(is_form("kk", "жазу", "жазбайды"));
  CHECK(is_form("kk", "жазу", "жазғандарға"));
  CHECK(is_form("kk", "жазу", "жазуының"));
  CHECK_FALSE(is_form("kk", "шешім", "шешті"));
  CHECK_FALSE(is_form("kk", "бала", "балы"));
  CHECK_FALSE(is_form("kk", "қалам", "қаланың"));
  CHECK_FALSE(is_form("kk", "заң", "заңгер"));
}

TEST_CASE("Russian words are found in their cases, genders and persons") {
  for (const char* word : {"решение", "решения", "решению", "решением", "решении", "решений", "решениями"}) {
    CAPTURE(word);
    CHECK(is_form("ru", "решение", word));
    CHECK(is_form("ru", "решениях", word));
  }
  CHECK(is_form("ru", "статья", "статей"));
  CHECK(is_form("ru", "государство", "государств"));
  CHECK(is_form("ru", "государственный", "государственною"));
  CHECK(is_form("ru", "решать", "решается"));
  CHECK(is_form("ru", "решить", "решенного"));
  CHECK(is_form("ru", "требовать", "требуются"));
  CHECK_FALSE(is_form("ru", "суд", "судья"));
  CHECK_FALSE(is_form("ru", "закон", "законный"));
  CHECK_FALSE(is_form("ru", "стол", "стоит"));
  CHECK_FALSE(is_form("ru", "слово", "слой"));
}

TEST_CASE("English words are found with their few endings, those of other languages as they are") {
  CHECK(is_form("en", "right", "rights"));
  CHECK(is_form("en", "study", "studies"));
  CHECK(is_form("en", "decide", "deciding"));
  CHECK_FALSE(is_form("en", "plan", "planet"));
  CHECK(is_form("de", "haus", "haus"));
  CHECK_FALSE(is_form("de", "haus", "hauses"));
}

TEST_CASE("every form begins as it is said, and a word is a form of itself", "[property]") {
  std::mt19937 random(31);
  const std::u32string letters = U"абекнрстыілмпқғдго";
  const auto word = [&](std::size_t most) {
    std::u32string made;
    for (std::size_t i = 1 + random() % most; i > 0; --i) made += letters[random() % letters.size()];
    return made;
  };
  for (const char* language : {"kk", "ru", "en", "de"}) {
    for (int round = 0; round < 400; ++round) {
      const std::u32string asked = word(8);
      const WordForms forms(to_utf8(asked), Language(language));
      REQUIRE(forms.contains(to_utf8(asked)));
      REQUIRE(is_valid_utf8(forms.beginning()));
      for (int other = 0; other < 20; ++other) {
        const std::string made = to_utf8(asked.substr(0, random() % (asked.size() + 1)) + word(4));
        CAPTURE(language, to_utf8(asked), made);
        if (forms.contains(made)) REQUIRE(made.starts_with(forms.beginning()));
      }
    }
  }
}

}  // namespace egiz::detail
