// SPDX-License-Identifier: Apache-2.0
// What is written for others is the same, byte for byte, from build to build: fixtures/exchange/written/.  EGIZ_UPDATE=1
// writes it anew.
#include <cstdlib>
#include <fstream>
#include <string>
#include <vector>

#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

// Texts that trip readers, without codes: what a reader of plain text should give back letter by letter.
std::vector<TranslationUnit> plain_units() {
  std::vector<TranslationUnit> units = {
      exchange_test::plain_unit("Договор вступает в силу 1 марта.", "Шарт 1 наурызда күшіне енеді."),
      exchange_test::plain_unit("«Рога & копыта» <ООО>", "«Мүйіз & тұяқ» <ЖШС>"),
      exchange_test::plain_unit("Кавычки \" и ' и ]]> конец", "Тырнақша \" және ' және ]]> соңы"),
      exchange_test::plain_unit("Две\nстроки и\tтабуляция", "Екі\nжол және\tтабуляция"),
      exchange_test::plain_unit("Смех \xF0\x9F\x98\x80 и е\xCC\x81", "Күлкі \xF0\x9F\x98\x80"),
      exchange_test::plain_unit("&nbsp; остаётся текстом", "&nbsp; мәтін болып қалады"),
      exchange_test::plain_unit("5\xC2\xA0кг", "5\xC2\xA0кг"),
  };
  units[0].created = std::chrono::sys_days(std::chrono::year(2024) / 1 / 31);
  units[0].created_by = "Айгүл";
  units[0].notes = {"проверено"};
  units[0].properties = {{"client", "А & Б"}};
  units[0].variants[0].previous = "Раньше.";
  return units;
}

std::string without_version(std::string text) {
  for (const std::string_view attribute : {" creationtoolversion=\"", " tool-version=\""}) {
    const std::size_t begin = text.find(attribute);
    if (begin == std::string::npos) continue;
    const std::size_t value = begin + attribute.size();
    text.replace(value, text.find('"', value) - value, "0");
  }
  return text;
}

}  // namespace

TEST_CASE("units are written as fixtures/exchange/written has them") {
  const std::pair<UnitFormat, std::string> files[] = {
      {UnitFormat::tmx, "plain.tmx"},         {UnitFormat::jsonl, "plain.jsonl"},
      {UnitFormat::tsv, "plain.tsv"},         {UnitFormat::csv, "plain.csv"},
      {UnitFormat::xliff_1_2, "plain.xlf"},   {UnitFormat::xliff_2_1, "plain-2.1.xlf"}};
  for (const auto& [format, name] : files) {
    CAPTURE(name);
    const std::string file = EGIZ_FIXTURES "/exchange/written/" + name;
    const std::string text =
        without_version(exchange_test::write_text(plain_units(), format, {{Language("ru"), Language("kk")}}));

    if (std::getenv("EGIZ_UPDATE") != nullptr) std::ofstream(file, std::ios::binary) << text;
    CHECK(text == exchange_test::read_file(file));
  }
}

}  // namespace egiz
