// SPDX-License-Identifier: Apache-2.0
// Kinds of text that a translator meets and news are not: dialogue, tables, forms, a few lines.

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "align/aligner.h"
#include "align/evaluate.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

using Line = std::pair<std::string, std::string>;  // and its translation; empty where a side leaves it out

constexpr std::array<std::pair<const char*, const char*>, 12> kLines{{
    {"— Да.", "— Иә."},
    {"— Нет.", "— Жоқ."},
    {"— Хорошо.", "— Жақсы."},
    {"— Не знаю.", "— Білмеймін."},
    {"— Кто там?", "— Ол кім?"},
    {"— Подожди.", "— Күте тұр."},
    {"Он вошёл в дом и сел у окна.", "Ол үйге кіріп, терезенің жанына отырды."},
    {"Мать принесла чай и хлеб.", "Анасы шай мен нан әкелді."},
    {"На улице шёл снег.", "Көшеде қар жауып тұрды."},
    {"Старик закурил трубку и замолчал.", "Қарт мүштегін тартып, үндемей қалды."},
    {"Собака залаяла у ворот.", "Қақпаның алдында ит үрді."},
    {"Дети побежали к реке.", "Балалар өзенге қарай жүгірді."},
}};

double f1_of_lines(const std::vector<Line>& lines) {
  std::string source, target;
  std::vector<Rung> gold;
  std::size_t i = 0, j = 0;
  for (const auto& [left, right] : lines) {
    Rung rung;
    if (!left.empty()) {
      rung.source = {i++};
      source += left + "\n";
    }
    if (!right.empty()) {
      rung.target = {j++};
      target += right + "\n";
    }
    gold.push_back(rung);
  }
  const Alignment alignment =
      align(document_from_lines(source, Language("ru")), document_from_lines(target, Language("kk")));
  return evaluate(gold, to_rungs(alignment.beads)).strict_f1();
}

TEST_CASE("a dialogue that says the same again and again is aligned") {
  std::vector<Line> lines;
  for (std::size_t k = 0; k < 60; ++k) {
    const auto& [left, right] = kLines[(k * k + k / 3) % kLines.size()];
    lines.emplace_back(k % 19 == 11 ? "" : left, k % 17 == 5 ? "" : right);
  }

  CHECK(f1_of_lines(lines) > 0.9);  // of two equal lines in a row nobody knows which one is missing
}

TEST_CASE("a table of numbers is aligned, and the rows that one side lacks are found") {
  std::vector<Line> rows;
  for (std::size_t k = 0; k < 50; ++k) {
    const std::string row = std::to_string(k * 7 % 40 + 1) + " " + std::to_string(k * 11 % 37 + 1) + " " +
                            std::to_string(k * 53 % 900 + 100);
    rows.emplace_back(k == 33 ? "" : row, k == 20 ? "" : row);
  }

  CHECK(f1_of_lines(rows) == 1.0);
}

TEST_CASE("page headers of one side stand alone") {
  std::vector<Line> lines;
  for (std::size_t k = 0; k < 48; ++k) {
    if (k % 4 == 0) lines.emplace_back("Договор поставки № 15, страница " + std::to_string(k / 4 + 1), "");
    const auto& [left, right] = kLines[6 + k % 6];
    const auto numbered = [k](const std::string& text) {
      return std::to_string(k + 1) + ". " + text.substr(0, text.size() - 1) + " " + std::to_string(k * 37 % 900 + 100) +
             ".";
    };
    lines.emplace_back(numbered(left), numbered(right));
  }

  CHECK(f1_of_lines(lines) == 1.0);
}

TEST_CASE("a few lines are aligned, in Latin script too") {
  CHECK(f1_of_lines({{"Заголовок", "Тақырып"},
                     {"Город растёт быстро.", "Қала тез өсуде."},
                     {"В 2020 году открыли мост.", "2020 жылы көпір ашылды."}}) == 1.0);
  CHECK(f1_of_lines({{"ОБЩИЕ ПОЛОЖЕНИЯ", "Jalpy erejeler"},
                     {"Закон регулирует отношения.", "Zań qatynastardy retteıdi."},
                     {"ПРАВА СТОРОН", "Taraptardyń quqyqtary"},
                     {"Стороны имеют равные права.", "Taraptardyń quqyqtary teń."},
                     {"ОТВЕТСТВЕННОСТЬ", "Jaýapkershilik"},
                     {"Штраф равен 5 %.", "Aıyppul 5 % quraıdy."},
                     {"ЗАКЛЮЧИТЕЛЬНЫЕ ПОЛОЖЕНИЯ", "Qorytyndy erejeler"},
                     {"Закон вступает в силу 1 мая.", "Zań 1 mamyrda kúshine enedi."}}) == 1.0);
}

}  // namespace
}  // namespace egiz
