// SPDX-License-Identifier: Apache-2.0
#include "tm/checks.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/tm/support.h"

namespace egiz {
namespace {

NumberedUnit unit_to_check(std::int64_t id, std::string_view from, std::string_view source, std::string_view to,
                           std::string_view target) {
  NumberedUnit numbered{UnitId{id}, {}};
  numbered.unit.variants.push_back({Language(from), std::string(source), {}, {}, {}, {}});
  numbered.unit.variants.push_back({Language(to), std::string(target), {}, {}, {}, {}});
  return numbered;
}

std::vector<CheckFinding> findings_of(const NumberedUnit& unit, CheckOptions options = {}) {
  return Checker(std::move(options)).check_all(std::vector<NumberedUnit>{unit});
}

// "numbers:kk:30: ..." for each finding, the place as the text that stands there.
std::vector<std::string> told(const NumberedUnit& unit, CheckOptions options = {}) {
  std::vector<std::string> lines;
  for (const CheckFinding& finding : findings_of(unit, std::move(options))) {
    const std::string& text = unit.unit.find(finding.language)->text;
    lines.push_back(finding.check + ":" + finding.language.tag() + ":" +
                    text.substr(finding.range.begin, finding.range.size()));
  }
  return lines;
}

std::vector<std::string> told_ru_kk(std::string_view ru, std::string_view kk) {
  return told(unit_to_check(1, "ru", ru, "kk", kk));
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("numbers and dates in their national forms are equal") {
  const char* const kPairs[][2] = {
      {"Приказ от 11 марта 2014 года № 209.", "2014 жылғы 11 наурыздағы № 209 бұйрық."},
      {"Приказ от 11 марта 2014 г. № 209.", "11.03.2014 ж. № 209 бұйрық."},
      {"Население выросло до 1 234 567,5 тысячи.", "Халық саны 1 234 567,5 мыңға жетті."},
      {"Выделено 5 млн тенге.", "5 миллион теңге бөлінді."},
      {"Статья 12 гласит так.", "12-бап осылай дейді."},
      {"В XXI веке стало лучше.", "21-ғасырда жақсырақ болды."},
      {"Было два дома и 3 сада.", "2 үй және үш бақ болды."},
      {"Пришли двадцать пять человек.", "25 адам келді."},
      {"Начало в 14:30, конец в 16 часов.", "Басталуы сағат 14.30-да, соңы 16:00-де."},
      {"С 24 августа по 5 сентября 2021 года.", "2021 жылдың 24 тамызынан 5 қыркүйегіне дейін."},
      {"Победили со счётом 2:1 в матче.", "Матчта 2:1 есебімен жеңді."},
      {"Приняли 5–7 млн человек за год.", "Жылына 5 млн – 7 млн адам қабылдады."},
      {"Болезнь COVID-19 отступила.", "COVID-19 ауруы шегінді."},
      {"Война 1914–1918 годов кончилась.", "1914–1918 жылдардағы соғыс аяқталды."},
      {"Дело № 64/35 закрыто.", "№ 64/35 іс жабылды."},
  };
  for (const auto& [ru, kk] : kPairs) {
    INFO(ru << " = " << kk);
    CHECK(told_ru_kk(ru, kk).empty());
  }
}

TEST_CASE("English forms of numbers and dates are equal to the others") {
  const char* const kPairs[][2] = {
      {"Dated 11 March 2014 No. 209.", "От 11 марта 2014 года № 209."},
      {"It cost $1,234.50 in March 2014.", "В марте 2014 года это стоило 1 234,50 доллара."},
      {"Come at 2 p.m. tomorrow.", "Приходите завтра в 2 часа дня."},
      {"The 21st century began.", "Начался XXI век."},
      {"It happened twice in the third year.", "Это было 2 раза на 3-й год."},
  };
  for (const auto& [en, ru] : kPairs) {
    INFO(en << " = " << ru);
    CHECK(told(unit_to_check(1, "en", en, "ru", ru)).empty());
  }
}

TEST_CASE("a number or date that differs is told where it is") {
  CHECK(told_ru_kk("Выделено 25 млн тенге.", "26 млн теңге бөлінді.") == Lines{"numbers:kk:26 млн"});
  CHECK(told_ru_kk("Их было 25 в доме.", "Олар үйде болды.") == Lines{"numbers:ru:25"});
  CHECK(told_ru_kk("Они были в доме.", "Олар үйде 25 болды.") == Lines{"numbers:kk:25"});
  CHECK(told_ru_kk("Приказ от 11 марта 2014 года.", "2014 жылғы 12 наурыздағы бұйрық.") ==
        Lines{"dates:kk:2014 жылғы 12 наурыздағы"});
  CHECK(told_ru_kk("Начало в 14:30 часов.", "Басталуы 15:30-да.").size() == 1);

  const auto findings = findings_of(unit_to_check(7, "ru", "Стоит 25 тенге.", "kk", "Бағасы 26 теңге."));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].id == UnitId{7});
  CHECK(findings[0].message == "25 in ru is 26 here");
}

TEST_CASE("a text that is not translated, or half, is told") {
  CHECK(told_ru_kk("Добрый день всем вам.", "Добрый день всем вам.") == Lines{"unchanged:kk:Добрый день всем вам."});
  CHECK(told_ru_kk("ТОО «Рога и копыта»", "ТОО «Рога и копыта»").empty());
  CHECK(told_ru_kk("Microsoft Word 2016", "Microsoft Word 2016").empty());
  CHECK(told_ru_kk("Добрый день.", " — ") == Lines{"blank:kk: — "});
  CHECK(told_ru_kk("Все граждане имеют право на труд, отдых и образование по закону.", "Еңбек құқығы.") ==
        Lines{"short:kk:Еңбек құқығы."});
  CHECK(told_ru_kk("Право на труд.", "Барлық азаматтардың заң бойынша еңбек етуге, демалуға құқығы бар.") ==
        Lines{"long:kk:Барлық азаматтардың заң бойынша еңбек етуге, демалуға құқығы бар."});

  const NumberedUnit pair = unit_to_check(1, "ru", "Мир", "kk", "Бейбітшілік");
  const auto findings = findings_of(pair, {.languages = {Language("ru"), Language("kk"), Language("en")}});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].check == "untranslated");
  CHECK(findings[0].language == Language("en"));
}

TEST_CASE("ends and beginnings are compared") {
  CHECK(told_ru_kk("Вы придёте?", "Сіз келесіз.") == Lines{"endpunc:kk:."});
  CHECK(told_ru_kk("Он сказал: «Приду!»", "Ол: «Келемін!» – деді.") == Lines{"endpunc:kk:."});
  CHECK(told_ru_kk("Это было в 2014 г.", "Бұл 2014 жылы болды").empty());
  CHECK(told_ru_kk("Подождите...", "Күте тұрыңыз…").empty());
  CHECK(told_ru_kk("Потом мы пошли домой.", "содан соң біз үйге бардық.") == Lines{"startcaps:kk:с"});
  CHECK(told_ru_kk("«Потом» мы пошли домой.", "«Содан соң» біз үйге бардық.").empty());
}

TEST_CASE("brackets, addresses and acronyms are compared") {
  CHECK(told_ru_kk("Дом (новый) стоит.", "Жаңа үй тұр.") == Lines{"brackets:kk:"});
  CHECK(told_ru_kk("1) первый дом;", "1. бірінші үй;").empty());
  CHECK(told_ru_kk("См. https://site.example/ru/a", "https://site.example/kk/a қараңыз").empty());
  CHECK(told_ru_kk("См. https://site.example/a", "Қараңыз: https://site.example/b") ==
        Lines{"urls:ru:https://site.example/a", "urls:kk:https://site.example/b"});
  CHECK(told_ru_kk("Заседание ООН в Женеве", "Женевадағы БҰҰ отырысы").empty());
  CHECK(told_ru_kk("Заседание ООН в Женеве", "Женевадағы АҚШ отырысы") == Lines{"acronyms:kk:АҚШ"});
}

TEST_CASE("what is for machines stays as it is") {
  CHECK(told_ru_kk("Файл <b>%s</b> удалён", "<b>%s</b> файлы жойылды").empty());
  CHECK(told_ru_kk("Файл <b>%s</b> удалён", "<b>%d</b файлы жойылды") ==
        Lines{"xmltags:ru:</b>", "printf:ru:%s", "printf:kk:%d"});
  CHECK(told_ru_kk("Скидка 50% сегодня", "Бүгін 50% жеңілдік").empty());
  CHECK(told_ru_kk("Привет, {name}", "Сәлем, {nam}") ==
        Lines{"pythonbraceformat:ru:{name}", "pythonbraceformat:kk:{nam}"});

  NumberedUnit unit = unit_to_check(1, "ru", "Жирный текст", "kk", "Қалың мәтін");
  unit.unit.variants[0].codes = {{InlineCode::Kind::opening, 0, "1", "<b>"},
                                 {InlineCode::Kind::closing, 12, "1", "</b>"}};
  CHECK(told(unit) == Lines{"codes:ru:", "codes:ru:"});
  unit.unit.variants[1].codes = unit.unit.variants[0].codes;
  CHECK(told(unit).empty());
}

TEST_CASE("blanks too many are told, indentation is not") {
  CHECK(told_ru_kk("Один  дом", "Бір үй") == Lines{"doublespacing:ru:  "});
  CHECK(told_ru_kk("Дом , сад", "Үй, бақ") == Lines{"puncspacing:ru: ,"});
  CHECK(told_ru_kk("Платформа .NET", "   .NET тұғырнамасы").empty());
}

TEST_CASE("letters of another alphabet are told") {
  CHECK(told_ru_kk("Решением суда", "Сот шешiмiмен") == Lines{"validchars:kk:i"});
  CHECK(told_ru_kk("Дом c садом", "Бақшасы бар үй") == Lines{"validchars:ru:c"});
  CHECK(told_ru_kk("Наш мїр", "Біздің әлем") == Lines{"validchars:ru:ї"});
  CHECK(told_ru_kk("Система GPS и iPhone", "GPSті және iPhoneды жүйесі").empty());
  CHECK(told_ru_kk("Газета «Қазақ» и Қостанай", "«Қазақ» газеті және Қостанай").empty());
  CHECK(told(unit_to_check(1, "en", "The Cоurt", "kk", "Сот")) == Lines{"validchars:en:о"});
}

TEST_CASE("one source with several targets is told at every unit, and the reverse") {
  Checker checker({.only = {"severaltargets", "severalsources"}});
  const std::vector<NumberedUnit> units = {unit_to_check(1, "ru", "Цена", "kk", "Баға"),
                                           unit_to_check(2, "ru", "Стоимость", "kk", "Құн"),
                                           unit_to_check(3, "ru", "ЦЕНА", "kk", "Құн")};

  CHECK(checker.check_all(units).empty());

  const auto findings = checker.finish();
  REQUIRE(findings.size() == 4);
  CHECK(findings[0].check == "severaltargets");
  CHECK(findings[0].id == UnitId{1});
  CHECK(findings[0].language == Language("kk"));
  CHECK(findings[0].message == "the same in ru has another kk in #3");
  CHECK(findings[1].check == "severalsources");
  CHECK(findings[1].id == UnitId{2});
  CHECK(findings[1].language == Language("ru"));
}

TEST_CASE("terms are found inflected, and told when another name renders them") {
  const CheckOptions options{
      .only = {"terms", "missingterms"},
      .terms =
          parse_terms("ru\tkk\nнепреодолимая сила\tеңсерілмейтін күш|бой бермейтін күш\nкнига\tкітап\n", "terms.tsv")};

  CHECK(told(unit_to_check(1, "ru", "Действием непреодолимой силы", "kk", "Еңсерілмейтін күштің әсерінен"), options)
            .empty());
  CHECK(told(unit_to_check(1, "ru", "Действием непреодолимой силы", "kk", "Бой бермейтін күшпен"), options) ==
        Lines{"terms:kk:Бой бермейтін күшпен"});
  CHECK(told(unit_to_check(1, "ru", "Действием непреодолимой силы", "kk", "Дүлей апатпен"), options) ==
        Lines{"missingterms:ru:непреодолимой силы"});
  CHECK(told(unit_to_check(1, "kk", "Оның кітабы", "ru", "Его книгами"), options).empty());
  CHECK(told(unit_to_check(1, "ru", "Очень сильный ветер", "kk", "Қатты жел"), options).empty());
}

TEST_CASE("a term list that breaks its format is refused with its place") {
  const auto message = [](std::string_view text) {
    try {
      parse_terms(text, "terms.tsv");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::parse);
      return std::string(error.what());
    }
    return std::string();
  };
  CHECK_THAT(message(""), Catch::Contains("empty"));
  CHECK_THAT(message("сила\tкүш\n"), Catch::Contains("terms.tsv:1"));
  CHECK_THAT(message("ru\tkk\nа\tб\tв\n"), Catch::Contains("terms.tsv:2: 3 columns"));
  CHECK_THAT(message("ru\tkk\n\xff\tб\n"), Catch::Contains("UTF-8"));
  CHECK(message("\xEF\xBB\xBF# names\r\nru\tkk\r\nодно\t\r\n").empty());
}

TEST_CASE("checks are chosen by name, and an unknown name is refused") {
  const NumberedUnit unit = unit_to_check(1, "ru", "Один  дом ,25", "kk", "Бір үй");
  CHECK(told(unit, {.only = {"numbers"}}) == Lines{"numbers:ru:25"});
  CHECK(told(unit, {.skip = {"numbers", "puncspacing"}}) == Lines{"doublespacing:ru:  "});
  CHECK_THROWS_AS(Checker({.only = {"nothing"}}), Error);
  CHECK_THROWS_AS(Checker({.languages = {Language("ru")}}), Error);
}

TEST_CASE("checks survive any text", "[property]") {
  const std::string_view pieces[] = {
      "25",  " ", "  ", "«", "(", ")", "%",  "{", "}",       "<", "b>",           "/",  "2014-",
      "жыл", "i", "қ",  "Ж", ".", "…", "\n", "—", "http://", "№", "\xEF\xBF\xBD", "а)", "11 марта "};
  std::uint32_t state = 1;
  const auto next = [&] { return (state = state * 1664525 + 1013904223) >> 16; };
  for (int round = 0; round < 2000; ++round) {
    std::string a = "a";
    std::string b = "b";
    for (std::uint32_t i = next() % 12; i > 0; --i) a += pieces[next() % std::size(pieces)];
    for (std::uint32_t i = next() % 12; i > 0; --i) b += pieces[next() % std::size(pieces)];
    const NumberedUnit unit = unit_to_check(1, "ru", a, "kk", b);
    for (const CheckFinding& finding : findings_of(unit)) {
      const std::string& text = unit.unit.find(finding.language)->text;
      REQUIRE(finding.range.begin <= finding.range.end);
      REQUIRE(finding.range.end <= text.size());
    }
    const NumberedUnit same = unit_to_check(1, "ru", a, "ru-RU", a);
    for (const CheckFinding& finding : findings_of(same, {.only = {"numbers", "dates", "endpunc", "brackets", "urls",
                                                                   "xmltags", "printf", "startcaps", "short"}})) {
      FAIL_CHECK(finding.check << " in equal texts: " << a);
    }
  }
}

}  // namespace egiz
