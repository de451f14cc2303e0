// SPDX-License-Identifier: Apache-2.0
#include "text/match_key.h"

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"
#include "text/utf8.h"

namespace egiz {
namespace {

const Language kRu("ru");
const Language kKk("kk");
const Language kEn("en");
const Language kKkLatn("kk-Latn");
const Language kKkArab("kk-Arab");

struct EqualKeys {
  const char* language;
  const char* a;
  const char* b;
};

// One line for every fold of docs/match-key.md.
const std::vector<EqualKeys> kEqualKeys = {
    {"en", "The State Language", "the state language"},
    {"ru", "ЗАКОН О ЯЗЫКАХ", "закон о языках"},
    {"kk", "ҚАЗАҚ ТІЛІ ҢҒҮҰӨӘҺ", "қазақ тілі ңғүұөәһ"},
    {"ru", "два\t\r\nслова", "два слова"},
    {"ru", "5\u00A0000\u202Fтенге", "5 000 тенге"},
    {"ru", "пере\u00ADнос\u200Bа", "переноса"},
    {"ru", "«ёлка»", "\"елка\""},
    {"ru", "„слово“", "“слово”"},
    {"kk", "\u201Eсөз\u201D", "«сөз»"},
    {"en", "don\u2019t", "don't"},
    {"en", "rock \u02BCn\u02BC roll", "rock 'n' roll"},
    {"ru", "1914\u20131918", "1914-1918"},
    {"ru", "дом \u2014 это", "дом - это"},
    {"en", "\u22125", "-5"},
    {"ru", "и так далее\u2026", "и так далее..."},
    {"ru", "ещё", "еще"},
    {"ru", "и\u0306ог", "йог"},
    {"ru", "за\u0301мок", "замок"},
    {"en", "cafe\u0301", "café"},
    {"kk", "мемлекеттiк", "мемлекеттік"},
    {"kk", "Pеспубликa", "Республика"},
    {"kk", "əдебиет", "әдебиет"},
    {"kk", "қаhарман", "қаһарман"},
    {"kk", "Hұрлан", "Нұрлан"},
    {"kk", "жаӊа", "жаңа"},
    {"ru", "МОСКВA", "Москва"},
    {"ru", "c 1 января", "с 1 января"},
    {"ru", "XX век", "ХХ век"},
    {"ru", "XVII век", "ХVІІ век"},
    {"en", "Соmputer", "Computer"},
    {"kk-Latn", "Qazaqstan Respýblıkasy", "Қазақстан Республикасы"},
    {"kk-Latn", "balalarǵa eshqandaı jaǵdaı jasalmaǵan", "балаларға ешқандай жағдай жасалмаған"},
    {"kk-Latn", "mūnda demalıp jatqan balalarğa eşqandai", "мұнда демалып жатқан балаларға ешқандай"},
    {"kk-Latn", "tumysynan azat jäne teñ keledı", "тумысынан азат және тең келеді"},
    {"kk", "Astana qalasynyń ákimdigi", "Астана қаласының әкімдігі"},
    {"kk-Arab", "دەمالىپ جاتقان بالالارعا", "демалып жатқан балаларға"},
    {"kk-Arab", "سٶزبەن ايتساق, مۇندا", "сөзбен айтсақ, мұнда"},
    {"kk", "ءتىل، ٢٠١٤؟", "тіл, 2014?"},
};

// Text made of the characters that the folds are about, and of a few from anywhere.
std::string random_key_text(std::mt19937& random) {
  static const std::u32string alphabet =
      U"abcehikmoptxyHIQwğşıñńǵáýİ АВЕКМНОРСТУХавекмнорстухіІһәӘёЁйИѐ\u0301\u0306\u0300\u0308\u0307  \u00A0\u2009\t\n"
      U"«»“”„\"'’ʼ`-–—−…‥.,:;!?№§%0123456789()\u00AD\u200B\u200D\u2060ßﬁµſKÅΣς\u0345\u1E9Bءاەيىوۋ٢؟i\u0001\u007F";
  std::uniform_int_distribution<std::size_t> length(0, 12);
  std::uniform_int_distribution<std::size_t> pick(0, alphabet.size() - 1);
  std::uniform_int_distribution<int> rarely(0, 15);
  std::uniform_int_distribution<char32_t> any(0x20, 0x2FFF);
  std::u32string text;
  for (std::size_t i = length(random); i > 0; --i)
    text.push_back(rarely(random) == 0 ? any(random) : alphabet[pick(random)]);
  return to_utf8(text);
}

}  // namespace

TEST_CASE("texts a translator would call the same have one key") {
  for (const auto& [language, a, b] : kEqualKeys) {
    INFO(language << ": " << a << " / " << b);
    CHECK(match_key(a, Language(language)) == match_key(b, Language(language)));
  }
}

TEST_CASE("a key is readable text in small letters") {
  CHECK(match_key("Қазақстан  «Республикасы»", kKk) == "қазақстан \"республикасы\"");
  CHECK(match_key("Q1 – “Plan”…", kEn) == "q1 - \"plan\"...");
  CHECK(match_key("\t два слова \r\n", kRu) == "два слова");
  CHECK(match_key("", kRu).empty());
  CHECK(match_key(" \u00A0 \n", kRu).empty());
}

TEST_CASE("texts that differ in their letters keep different keys") {
  CHECK(match_key("тіл", kKk) != match_key("тил", kKk));
  CHECK(match_key("тест", kEn) != match_key("tect", kEn));
  CHECK(match_key("Microsoft Word", kRu) == "microsoft word");
  CHECK(match_key("IT-компания", kRu) == "it-компания");
  CHECK(match_key("5-бап", kKk) != match_key("5 бап", kKk));
}

TEST_CASE("a foreign word inside Kazakh in Latin letters stays") {
  CHECK(match_key("Microsoft qalasy", kKkLatn) == "microsoft қаласы");
  CHECK(match_key("Word 2016", kKk) == "word 2016");
}

TEST_CASE("the key of a key is the key", "[property]") {
  std::mt19937 random(20140311);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_key_text(random);
    for (const Language& language : {kRu, kKk, kEn, kKkLatn, kKkArab}) {
      const std::string key = match_key(text, language);
      INFO(language.tag() << ": " << text << " -> " << key);
      REQUIRE(match_key(key, language) == key);
      REQUIRE(is_valid_utf8(key));
    }
  }
}

TEST_CASE("tables and ICU make the same key", "[property]") {
  // An invisible character that the tables do not know sends a text through ICU, which leaves it out.
  const std::string invisible = "\u2061";
  std::mt19937 random(1991);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_key_text(random);
    for (const Language& language : {kRu, kKk, kEn, kKkLatn}) {
      INFO(language.tag() << ": " << text);
      REQUIRE(match_key(text + invisible, language) == match_key(text, language));
    }
  }
}

TEST_CASE("every fold holds inside other text", "[property]") {
  const std::vector<std::pair<std::string, std::string>> frames = {{"(", ")"}, {"12 ", "."}, {"\"", "\" 7"}};
  for (const auto& [language, a, b] : kEqualKeys) {
    for (const auto& [before, after] : frames) {
      const Language tag(language);
      CHECK(match_key(before + a + after, tag) == match_key(before + b + after, tag));
    }
  }
}

}  // namespace egiz
