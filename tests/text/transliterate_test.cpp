// SPDX-License-Identifier: Apache-2.0
#include "text/transliterate.h"

#include <string>
#include <utility>
#include <vector>

#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("a name has one skeleton in every script") {
  const std::vector<std::vector<std::string>> names = {
      {"Nazarbayev", "Назарбаев"}, {"Tokayev", "Токаев", "Тоқаев"},
      {"Washington", "Вашингтон"}, {"Zhaparov", "Japarov", "Жапаров"},
      {"George", "Георге"},        {"Alexander", "Александр"},
      {"Schmidt", "Шмидт"},        {"Harry", "Гарри"},
      {"Khabarov", "Хабаров"},     {"Johnson", "Джонсон"},
      {"Philip", "Филип"},         {"Yakovlev", "Яковлев"},
      {"Cicero", "Цицеро"},        {"Almaty", "Алматы"},
      {"Shymkent", "Шымкент"},     {"Qostanai", "Костанай", "Қостанай"},
      {"Batman", "Бэтман"},        {"Turksib", "Турксиб", "Түрксіб"},
  };
  for (const auto& forms : names) {
    for (const auto& form : forms) {
      INFO(forms[0] << " / " << form);
      CHECK(name_skeleton(form) == name_skeleton(forms[0]));
    }
  }
}

TEST_CASE("a skeleton is the consonants of a word") {
  CHECK(name_skeleton("Назарбаев") == "nsrbv");
  CHECK(name_skeleton("Anna") == "an");
  CHECK(name_skeleton("Виват") == "vvt");
  CHECK(name_skeleton("2014").empty());
  CHECK(name_skeleton("").empty());
}

}  // namespace egiz
