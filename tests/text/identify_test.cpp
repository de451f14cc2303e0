// SPDX-License-Identifier: Apache-2.0
#include "text/identify.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "text/detail/language_model.h"
#include "text/utf8.h"

namespace egiz {
namespace {

std::string tag_of_text(const std::string& text) { return identify(text).language.tag(); }

}  // namespace

TEST_CASE("a sentence is in the language it is written in") {
  const std::vector<std::pair<std::string, std::string>> sentences = {
      {"ru", "Договор вступает в силу со дня его подписания."},
      {"kk", "Шарт оған қол қойылған күннен бастап күшіне енеді."},
      {"en", "The contract enters into force on the day it is signed."},
      {"kk-Latn", "Shart oǵan qol qoıylǵan kúnnen bastap kúshine enedi."},
      {"kk-Latn", "Şart oğan qol qoiılğan künnen bastap küşine enedi."},
      {"kk-Arab", "شارت وعان قول قويىلعان كٷننەن باستاپ كٷشٸنە ەنەدٸ."},
      {"x-other", "Договір набирає чинності з дня його підписання."},
      {"x-other", "Килешү кул куелган көннән үз көченә керә."},
      {"x-other", "Der Vertrag tritt am Tag seiner Unterzeichnung in Kraft."},
      {"x-other", "Sözleşme imzalandığı gün yürürlüğe girer."},
      {"x-other", "این قرارداد از روز امضا لازم‌الاجرا است."},
      {"x-other", "Η σύμβαση τίθεται σε ισχύ την ημέρα της υπογραφής."},
  };
  for (const auto& [language, sentence] : sentences) {
    INFO(sentence);
    CHECK(tag_of_text(sentence) == language);
  }
}

TEST_CASE("a word is enough when it is plain") {
  CHECK(tag_of_text("сәлем") == "kk");
  CHECK(tag_of_text("здравствуйте") == "ru");
  CHECK(tag_of_text("hello") == "en");
  CHECK(tag_of_text("мемлекеттiк") == "kk");  // with a Latin i
}

TEST_CASE("text without letters is in no language") {
  CHECK(tag_of_text("") == "und");
  CHECK(tag_of_text("12.03.2014 – 25 %") == "und");
  CHECK(identify("...").confidence == 0);
}

TEST_CASE("foreign names and addresses do not decide") {
  CHECK(tag_of_text("Откройте файл в Microsoft Word") == "ru");
  CHECK(tag_of_text("@username жазды: https://example.org/path") == "kk");
}

TEST_CASE("a longer text is surer") {
  const std::string sentence = "Договор вступает в силу со дня его подписания. ";
  std::string document;
  for (int i = 0; i < 1000; ++i) document += sentence;

  CHECK(identify(document).language.tag() == "ru");
  CHECK(identify(document).confidence >= identify("Договор").confidence);
}

TEST_CASE("a damaged language table is refused") {
  CHECK_THROWS_AS(detail::read_language_models(" a00"), Error);
  CHECK_THROWS_AS(detail::read_language_models("script x ru kk en\n a0"), Error);
}

TEST_CASE("any text has a language and a confidence from 0 to 1", "[property]") {
  std::mt19937 random(5);
  std::uniform_int_distribution<char32_t> any(1, 0x2FFF);
  for (int i = 0; i < 2000; ++i) {
    std::u32string text;
    for (int length = i % 40; length > 0; --length) text.push_back(any(random));
    const Identification found = identify(to_utf8(text));
    REQUIRE(found.confidence >= 0);
    REQUIRE(found.confidence <= 1);
  }
}

}  // namespace egiz
