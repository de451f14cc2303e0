// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the tests of exchange/ share: units to write, and reading and writing without files.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"
#include "tests/support/temporary_folder.h"

namespace egiz::exchange_test {

inline std::string read_file(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The message of the Error that call throws; empty when it throws none.
template <typename Call>
std::string message_of(Call call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

struct ReadResult {
  std::vector<TranslationUnit> units;
  ReadReport report;
};

inline ReadResult read_text(std::string_view bytes, std::string_view name, const UnitReadOptions& options = {}) {
  ReadResult result;
  const UnitSink keep = [&](TranslationUnit&& unit) {
    result.units.push_back(std::move(unit));
    return true;
  };
  result.report = read_units(bytes, name, keep, options);
  return result;
}

inline std::string write_text(const std::vector<TranslationUnit>& units, UnitFormat format,
                              const UnitWriteOptions& options = {}) {
  std::ostringstream out;
  const auto writer = open_unit_writer(out, format, options);
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return out.str();
}

inline TranslationUnit plain_unit(std::string ru, std::string kk) {
  TranslationUnit unit;
  unit.variants.resize(2);
  unit.variants[0].language = Language("ru");
  unit.variants[0].text = std::move(ru);
  unit.variants[1].language = Language("kk");
  unit.variants[1].text = std::move(kk);
  return unit;
}

// A unit in which every member says something.
inline TranslationUnit sample_unit() {
  using Kind = InlineCode::Kind;
  TranslationUnit unit = plain_unit("Откройте файл и нажмите «Сохранить».", "Файлды ашып, «Сақтау» түймесін басыңыз.");
  const std::size_t word = std::string_view("Откройте ").size();
  unit.variants[0].codes = {{Kind::opening, word, "1", "<b>"},
                            {Kind::standalone, word, "2", "{0}"},
                            {Kind::closing, word + 8, "1", "</b>"},
                            {Kind::standalone, unit.variants[0].text.size(), "", "<br/>"}};
  unit.variants[0].previous = "Программа <b>готова</b> & ждёт.";
  unit.variants[0].next = "Закройте окно.";
  unit.variants[1].previous = "<seg>Дайын</seg>";
  unit.variants[1].properties = {{"tmx:note", "тексеру керек"}, {"x-checked", "1"}, {"x-checked", "2"}};
  unit.variants.push_back({Language("en-US"), "Open the file.", {}, "", "", {}});
  unit.context = {"руководство.docx", 41, "menu.save"};
  unit.origin = {Origin::Kind::aligned, 0.9312};
  unit.properties = {{"client", "A & B"}, {"domain", "software"}, {"domain", "manuals"}, {"tmx:tuid", "unit-7"}};
  unit.notes = {"первая", "second \"note\""};
  unit.created = std::chrono::sys_days(std::chrono::year(2024) / 1 / 31) + std::chrono::hours(12);
  unit.changed = *unit.created + std::chrono::seconds(3661);
  unit.created_by = "Айгүл";
  unit.changed_by = "a\tb";
  return unit;
}

}  // namespace egiz::exchange_test
