// SPDX-License-Identifier: Apache-2.0
#include "text/tokens.h"

#include <random>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "text/utf8.h"

namespace egiz {
namespace {

// The anchors of a text as "kind:value", to compare across languages.
std::string anchors_of(const std::string& text, const char* language) {
  static const char* const kNames[] = {"word",  "number",  "date", "time", "list",
                                       "latin", "acronym", "unit", "url",  "mark"};
  std::string out;
  for (const Token& token : anchors(text, Language(language))) {
    if (!out.empty()) out += ' ';
    out += kNames[static_cast<int>(token.kind)] + (":" + token.value);
  }
  return out;
}

struct SaidInThree {
  const char* kk;
  const char* ru;
  const char* en;
  const char* anchors;
};

const std::vector<SaidInThree> kSaidInThree = {
    {"2014 жылғы 11 наурыз", "11 марта 2014 года", "March 11, 2014", "date:2014-03-11"},
    {"2014 ж. 11 наурызда", "11 марта 2014 г.", "11 March 2014", "date:2014-03-11"},
    {"11.03.2014", "11.03.2014 г.", "the 11th of March 2014", "date:2014-03-11"},
    {"2014-03-11", "2014-03-11", "03/11/2014", "date:2014-03-11"},
    {"2014 жылдың 11 наурызындағы", "11-го марта 2014 года", "11th March, 2014", "date:2014-03-11"},
    {"2014 жылғы наурыз айында", "в марте 2014 года", "in March 2014", "date:2014-03"},
    {"8 наурыз", "8 марта", "8 March", "date:--03-08"},
    {"8-наурызда", "8-го марта", "March 8th", "date:--03-08"},
    {"9 мамыр", "9 мая", "May 9", "date:--05-09"},
    {"1 234,5", "1 234,5", "1,234.5", "number:1234.5"},
    {"1\u00A0234\u00A0567,89", "1\u2009234\u2009567,89", "1,234,567.89", "number:1234567.89"},
    {"5 млн", "5 миллионов", "5 million", "number:5000000"},
    {"5 миллионға", "5 млн.", "5 mln", "number:5000000"},
    {"2,5 мың", "2,5 тыс.", "2.5 thousand", "number:2500"},
    {"0,05 млрд", "0,05 миллиарда", "0.05 billion", "number:50000000"},
    {"2014 жылғы", "2014 года", "in 2014", "number:2014"},
    {"2014-ге", "2014-му", "by 2014", "number:2014"},
    {"21-ші ғасыр", "21-й век", "21st century", "number:21"},
    {"ХХІ ғасыр", "XXI век", "XXI century", "number:21"},
    {"ХХ-да", "ХХ-го", "XX", "number:20"},
    {"1990-шы жылдары", "1990-е годы", "the 1990s", "number:1990"},
    {"5-бап", "статья 5", "Article 5", "number:5"},
    {"№ 209 қаулы", "постановление № 209", "resolution No. 209", "number:209"},
    {"64/35 қарары", "резолюция 64/35", "resolution 64/35", "number:64/35"},
    {"2.3.1-тармақ", "пункт 2.3.1", "item 2.3.1", "number:2.3.1"},
    {"25 %", "25%", "25 per cent", "number:25 unit:%"},
    {"12,5 пайызға", "12,5 процента", "12.5 percent", "number:12.5 unit:%"},
    {"500 теңге", "500 тенге", "500 tenge", "number:500 unit:KZT"},
    {"5 млрд теңгеден", "5 млрд. тенге", "5 billion tenge", "number:5000000000 unit:KZT"},
    {"100 еуро", "100 евро", "100 euros", "number:100 unit:EUR"},
    {"сағат 14:30-да", "в 14:30", "at 2:30 p.m.", "time:14:30"},
    {"09:05", "9:05", "9:05 am", "time:09:05"},
    {"1) бірінші", "1) первое", "1) first", "list:1"},
    {"а) бірінші", "а) первое", "(a) first", "list:a"},
    {"в) үшінші", "в) третье", "c) third", "list:c"},
    {"2.3. Екінші", "2.3. Второе", "2.3. Second", "list:2.3"},
    {"IV. Қорытынды", "ІV. Заключение", "IV. Conclusion", "list:4"},
    {"БҰҰ-ның жарғысы", "устав ООН", "the UN Charter", "acronym:un"},
    {"АҚШ-та", "в США", "in the US", "acronym:usa"},
    {"ҚР заңы", "закон РК", "a law of the RK", "acronym:kz"},
    {"тамыздың 10-нан 25-іне дейін", "с 10 августа по 25", "from August 10 to 25", "date:--08-10 number:25"},
    {"2017 жылғы қыркүйегінде", "в сентябре 2017 г.", "in September 2017", "date:2017-09"},
    {"25 мыңдық топ", "25-тысячная толпа", "a crowd of 25 thousand", "number:25000"},
    {"11 млн фунт стерлинг", "11 млн фунтов стерлингов", "11 million pounds sterling", "number:11000000 unit:GBP"},
    {"07:55-те", "в 7:55", "at 7.55am", "time:07:55"},
    {"Х ғасыр", "X век", "10th century", "number:10"},
    {"%1 файл", "%1 файлов", "%1 files", "latin:%1"},
    {"COVID-19-ға қарсы", "против COVID-19", "against COVID-19", "latin:covid19"},
    {"А4 парағы", "лист A4", "an A4 sheet", "latin:a4"},
    {"info@egov.kz, www.egov.kz.", "info@egov.kz, www.egov.kz", "info@egov.kz (www.egov.kz)",
     "url:info@egov.kz url:www.egov.kz"},
    {"esep.docx файлы", "файл esep.docx", "the file esep.docx", "url:esep.docx"},
};

std::vector<std::string> values_of(const std::string& text, const char* language) {
  std::vector<std::string> values;
  for (const Token& token : tokenize(text, Language(language))) values.push_back(token.value);
  return values;
}

using Values = std::vector<std::string>;

std::string random_token_text(std::mt19937& random) {
  static const std::vector<std::string> pieces = {
      "2014", "11",      "3",      "05",     "1",     "234",        "5",        " ",   " ",       "\u00A0",
      ".",    ",",       "/",      "-",      ":",     "%",          "№",        "(",   ")",       "«",
      "»",    "марта",   "жылғы",  "наурыз", "March", "года",       "г",        "млн", "million", "мың",
      "XXI",  "ХІ",      "COVID",  "А",      "ші",    "-й",         "st",       "p",   "m",       "USD",
      "$",    "теңге",   "БҰҰ",    "ООН",    "www.",  "a@b.kz",     "file.pdf", "’",   "'",       "…",
      "т",    "е\u0301", "\u200B", "ا",      "٢",     "\U0001F600", "http://",  "No",  "N"};
  std::uniform_int_distribution<std::size_t> length(0, 14);
  std::uniform_int_distribution<std::size_t> pick(0, pieces.size() - 1);
  std::string text;
  for (std::size_t i = length(random); i > 0; --i) text += pieces[pick(random)];
  return text;
}

}  // namespace

TEST_CASE("what is said in three languages has the same anchors") {
  for (const auto& [kk, ru, en, expected] : kSaidInThree) {
    INFO(kk << " / " << ru << " / " << en);
    CHECK(anchors_of(kk, "kk") == expected);
    CHECK(anchors_of(ru, "ru") == expected);
    CHECK(anchors_of(en, "en") == expected);
  }
}

TEST_CASE("words are match keys, cut at hyphens; commas and full stops are left out") {
  CHECK(values_of("Кто-то пришёл, «ура»!", "ru") == Values{"кто", "то", "пришел", "\"", "ура", "\"", "!"});
  CHECK(values_of("Мемлекеттiк тiл.", "kk") == Values{"мемлекеттік", "тіл"});
  CHECK(values_of("Don’t stop...", "en") == Values{"don't", "stop", "…"});
  CHECK(values_of("1914–1918", "ru") == Values{"1914", "-", "1918"});
}

TEST_CASE("a Latin word inside Cyrillic text is an anchor, with its ending") {
  CHECK(anchors_of("Google-дың кеңсесі", "kk") == "latin:google");
  CHECK(anchors_of("Откройте Microsoft Word.", "ru") == "latin:microsoft latin:word");
  CHECK(anchors_of("Open the window.", "en").empty());
}

TEST_CASE("one separator with three digits is read as its language writes") {
  CHECK(anchors_of("1,234", "en") == "number:1234");
  CHECK(anchors_of("1,234", "ru") == "number:1.234");
  CHECK(anchors_of("10.000", "ru") == "number:10000");
  CHECK(anchors_of("1.234.567", "kk") == "number:1234567");
  CHECK(anchors_of("0,125", "en") == "number:0.125");
  CHECK(anchors_of("1,2,3", "en") == "number:1 number:2 number:3");
  CHECK(anchors_of("в 2014 500 человек", "ru") == "number:2014 number:500");
}

TEST_CASE("what only looks like a date, a number or a marker is none") {
  CHECK(anchors_of("He may 5 times", "en") == "number:5");
  CHECK(anchors_of("45.13.2014", "ru") == "number:45.13.2014");
  CHECK(anchors_of("I am", "en").empty());
  CHECK(anchors_of("CD и DVD", "ru") == "latin:cd latin:dvd");
  CHECK(anchors_of("А. Петров", "ru").empty());
  CHECK(anchors_of("ось X и ось Y", "ru") == "latin:x latin:y");
  CHECK(anchors_of("X осі", "kk") == "latin:x");
  CHECK(anchors_of("at 12.00 GMT", "en") == "number:12");
  CHECK(anchors_of("счёт 2:75", "ru") == "number:2 number:75");
}

TEST_CASE("numbers of any length do no harm") {
  const std::string digits(500, '7');
  CHECK(anchors_of(digits + " млн", "ru") == "number:" + digits);
  CHECK(anchors_of("007", "ru") == "number:007");
  CHECK(anchors_of("0 млн", "ru") == "number:0");
}

TEST_CASE("long texts without a break are read in one go") {
  for (const char* piece : {"1,", "1.", "1/", "1 234 ", "a.", "a1", "A-1", "1A", "(", "'", "..", "www.a", "a@", "-"}) {
    std::string text;
    while (text.size() < 100000) text += piece;
    INFO(piece);
    CHECK_NOTHROW(tokenize(text, Language("ru")));
  }
}

TEST_CASE("a token says where it stands") {
  const std::string text = "Ақша: 5 млн теңге";

  const auto tokens = tokenize(text, Language("kk"));

  REQUIRE(tokens.size() == 4);
  CHECK(text.substr(tokens[2].range.begin, tokens[2].range.size()) == "5 млн");
  CHECK(tokens[3].range.end == text.size());
}

TEST_CASE("tokens are in order, inside the text, whole characters", "[property]") {
  std::mt19937 random(1918);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = random_token_text(random);
    for (const char* language : {"kk", "ru", "en", "kk-Arab"}) {
      std::size_t end = 0;
      for (const Token& token : tokenize(text, Language(language))) {
        INFO(text);
        REQUIRE(token.range.begin >= end);
        REQUIRE(token.range.end > token.range.begin);
        REQUIRE(token.range.end <= text.size());
        REQUIRE(is_valid_utf8(text.substr(token.range.begin, token.range.size())));
        REQUIRE_FALSE(token.value.empty());
        end = token.range.end;
      }
    }
  }
}

}  // namespace egiz
