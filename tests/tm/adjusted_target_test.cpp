// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/adjusted_target.h"

#include <random>
#include <string>

#include "tests/support/catch.h"
#include "tm/detail/kazakh_endings.h"

namespace egiz {
namespace {

std::string adjusted(const char* from, const char* to, std::string_view source, std::string_view target,
                     std::string_view query) {
  const Variant in{Language(from), std::string(source), {}, {}, {}, {}};
  const Variant out{Language(to), std::string(target), {}, {}, {}, {}};
  return detail::adjusted_target(query, in, out).value_or("no");
}

struct AdjustCase {
  const char* from;
  const char* to;
  const char* source;
  const char* target;
  const char* query;
  const char* wanted;
};

}  // namespace

TEST_CASE("numbers, dates and amounts take the national form of the target") {
  const AdjustCase cases[] = {
      {"ru", "kk", "Статья 12. Право на труд", "12-бап. Еңбек ету құқығы", "Статья 24. Право на труд",
       "24-бап. Еңбек ету құқығы"},
      {"kk", "ru", "12-бап. Еңбек ету құқығы", "Статья 12. Право на труд", "24-бап. Еңбек ету құқығы",
       "Статья 24. Право на труд"},
      {"kk", "en", "12-бап. Еңбек ету құқығы", "Article 12. The right to work", "1-бап. Еңбек ету құқығы",
       "Article 1. The right to work"},
      {"ru", "kk", "Постановление от 11 марта 2014 года № 209", "2014 жылғы 11 наурыздағы № 209 қаулы",
       "Постановление от 5 апреля 2016 года № 31", "2016 жылғы 5 сәуірдегі № 31 қаулы"},
      {"kk", "ru", "2014 жылғы 11 наурыздағы № 209 қаулы", "Постановление от 11 марта 2014 года № 209",
       "2016 жылғы 5 сәуірдегі № 31 қаулы", "Постановление от 5 апреля 2016 года № 31"},
      {"ru", "en", "Приказ от 11 марта 2014 года", "Order of 11 March 2014", "Приказ от 1 мая 2020 года",
       "Order of 1 May 2020"},
      {"en", "kk", "Order of March 11, 2014", "2014 жылғы 11 наурыздағы бұйрық", "Order of July 30, 2021",
       "2021 жылғы 30 шілдедегі бұйрық"},
      {"en", "ru", "Done on 11.03.2014", "Составлено 11.03.2014", "Done on 05.12.2021", "Составлено 05.12.2021"},
      {"ru", "kk", "Сумма 1 234,5 тенге", "Сомасы 1 234,5 теңге", "Сумма 98 765,25 тенге", "Сомасы 98 765,25 теңге"},
      {"en", "ru", "The sum is 1,234.5 tenge", "Сумма составляет 1\u00A0234,5 тенге", "The sum is 2,000,000.75 tenge",
       "Сумма составляет 2\u00A0000\u00A0000,75 тенге"},
      {"ru", "en", "Сумма 500 тенге", "The sum is 500 tenge", "Сумма 12 500,50 тенге", "The sum is 12,500.50 tenge"},
      {"en", "kk", "Budget of 5 million tenge", "5 млн теңге бюджет", "Budget of 7.5 million tenge",
       "7,5 млн теңге бюджет"},
      {"ru", "kk", "К 2014 году", "2014-ке қарай", "К 2016 году", "2016-ға қарай"},
      {"ru", "kk", "С 2014 года", "2014-тен бастап", "С 2016 года", "2016-дан бастап"},
      {"ru", "kk", "к 2015 году", "2015-ке дейін", "к 2020 году", "2020-ға дейін"},
      {"ru", "en", "5-й съезд", "the 5th congress", "22-й съезд", "the 22nd congress"},
      {"ru", "kk", "XX век", "XX ғасыр", "XXI век", "XXI ғасыр"},
      {"en", "kk", "the 20th century", "ХХ ғасыр", "the 21st century", "ХХІ ғасыр"},
      {"kk", "en", "XX ғасыр", "the 20th century", "XXI ғасыр", "the 21st century"},
      {"en", "ru", "Resolution 64/35", "Резолюция 64/35", "Resolution 70/1", "Резолюция 70/1"},
      {"en", "kk", "item 2.3.1", "2.3.1-тармақ", "item 4.10.2", "4.10.2-тармақ"},
      {"ru", "kk", "Начало в 14:30", "Басталуы 14:30", "Начало в 09:00", "Басталуы 09:00"},
      {"ru", "kk", "1) документы", "1) құжаттар", "2) документы", "2) құжаттар"},
      {"ru", "kk", "от 5 до 10 баллов", "5-тен 10 балға дейін", "от 6 до 20 баллов", "6-дан 20 балға дейін"},
      {"kk", "ru", "5 күн ішінде", "в течение 5 дней", "10 күн ішінде", "в течение 10 дней"},
      {"kk", "ru", "№ 5 үй", "дом № 5", "№ 21 үй", "дом № 21"},
      {"kk", "ru", "25 % өсті", "вырос на 25 %", "3,5 % өсті", "вырос на 3,5 %"},
      {"kk", "ru", "2014 жылы", "в 2014 году", "2021 жылы", "в 2021 году"},
      {"ru", "kk", "1234,5 кг", "1234,5 кг", "1 234,5 кг", "1234,5 кг"},  // the same number written otherwise
  };
  for (const AdjustCase& one : cases) {
    CAPTURE(one.source, one.query, one.target);
    CHECK(adjusted(one.from, one.to, one.source, one.target, one.query) == one.wanted);
  }
}

TEST_CASE("no number is put in where it is not certain") {
  const AdjustCase cases[] = {
      {"ru", "kk", "5 книг и 5 тетрадей", "5 кітап пен 5 дәптер", "5 книг и 6 тетрадей", "a value twice"},
      {"ru", "kk", "от 5 до 10 баллов", "5 балдан 5 балға дейін", "от 6 до 10 баллов", "twice in the target"},
      {"ru", "kk", "5 (пять) дней", "5 (бес) күн", "6 (пять) дней", "spelled as well"},
      {"kk", "en", "5 күн", "five days", "6 күн", "spelled in the target"},
      {"kk", "ru", "5 күн ішінде", "в течение 5 дней", "21 күн ішінде", "another plural"},
      {"kk", "ru", "3 құжат", "3 документа", "5 құжат", "another plural"},
      {"kk", "ru", "2,5 миллион теңге", "2,5 миллиона тенге", "5 миллион теңге", "another plural of the magnitude"},
      {"kk", "en", "5 күн", "5 days", "1 күн", "another plural"},
      {"kk", "en", "8 күндік сапар", "an 8-day trip", "5 күндік сапар", "an or a"},
      {"en", "ru", "on 2 June", "со 2 июня", "on 5 June", "со"},
      {"ru", "kk", "Статья 12. Право на труд", "12-бап. Еңбек ету құқығы", "Статья 24. Право на отдых", "other words"},
      {"ru", "kk", "12 марта 2014 года", "2014 жылғы наурыз", "13 марта 2014 года", "not in the target"},
      {"ru", "kk", "5 млн тенге", "5 000 000 теңге", "7 млн тенге", "another magnitude"},
      {"ru", "kk", "5 млн тенге", "5 млн теңге", "7 тыс. тенге", "another magnitude in the query"},
      {"ru", "en", "в 5-ти случаях", "in 5 cases", "в 6-ти томах", "other words"},
      {"en", "ru", "in 5 cases", "в 5-ти случаях", "in 8 cases", "an ending of a cardinal"},
      {"ru", "kk", "К 2014 году", "2014-ге қарай", "К 2016 году", "-ге is not the ending of төрт"},
      {"ru", "kk", "а) документы", "а) құжаттар", "б) документы", "letters"},
      {"ru", "en", "Начало в 14:30", "Begins at 2:30 p.m.", "Начало в 15:30", "hours of another half"},
      {"ru", "kk", "Глава 3", "٣-тарау", "Глава 4", "digits of another script"},
      {"ru", "kk", "Спасибо", "Рақмет", "Спасибо", "no number"},
  };
  for (const AdjustCase& one : cases) {
    CAPTURE(one.source, one.query, one.target, one.wanted);
    CHECK(adjusted(one.from, one.to, one.source, one.target, one.query) == "no");
  }
}

TEST_CASE("what was adjusted is adjusted back", "[property]") {
  std::mt19937 random(11);
  struct Pattern {
    const char* ru;
    const char* kk;
    const char* en;
  };
  const auto number = [&] { return std::to_string(1 + random() % 9999); };
  const auto put = [](std::string text, const std::string& value) { return text.replace(text.find('#'), 1, value); };
  const Pattern patterns[] = {{"Статья # Кодекса", "Кодекстің #-бабы", "Article # of the Code"},
                              {"Приказ № #", "№ # бұйрық", "Order No. #"},
                              {"Таблица #. Итоги", "#-кесте. Қорытынды", "Table #. Results"}};
  for (int i = 0; i < 300; ++i) {
    const Pattern& pattern = patterns[random() % 3];
    const std::string a = number();
    const std::string b = number();
    const std::pair<const char*, const char*> sides[] = {{"ru", pattern.ru}, {"kk", pattern.kk}, {"en", pattern.en}};
    const auto& [from, source] = sides[random() % 3];
    const auto& [to, target] = sides[random() % 3];
    CAPTURE(from, to, source, a, b);
    REQUIRE(adjusted(from, to, put(source, a), put(target, a), put(source, b)) == put(target, b));
    REQUIRE(adjusted(from, to, put(source, b), put(target, b), put(source, a)) == put(target, a));
  }
}

TEST_CASE("a Kazakh ending behind a number follows its sound") {
  const auto ending = [](std::string_view before, std::string_view old_ending, std::string_view after) {
    const std::uint32_t cases = detail::kazakh_cases(old_ending, *detail::sound_of_number(before));
    return cases == 0 ? "none" : detail::kazakh_ending(cases, *detail::sound_of_number(after));
  };
  CHECK(ending("5", "ке", "6") == "ға");
  CHECK(ending("6", "ға", "7") == "ге");
  CHECK(ending("10", "нан", "100") == "ден");
  CHECK(ending("2014", "тің", "2020") == "ның");
  CHECK(ending("5", "ші", "9") == "шы");
  CHECK(ending("1000", "нан", "3") == "тен");
  CHECK(ending("8", "бен", "4") == "пен");
  CHECK(ending("10", "ы", "2") == "сі");
  CHECK(ending("5", "ға", "6") == "none");
}

}  // namespace egiz
