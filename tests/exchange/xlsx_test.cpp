// SPDX-License-Identifier: Apache-2.0
// What fixtures/exchange/xlsx does not show: limits, hostile archives, files as such.
#include <string>

#include "exchange/table/heading_language.h"
#include "exchange/xlsx/shared_strings.h"
#include "exchange/xlsx/sheet.h"
#include "tests/exchange/document_support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using document_test::zip_of;

document_test::Files workbook_files(const std::string& rows) {
  return {{"[Content_Types].xml", "spreadsheetml.sheet.main"},
          {"xl/workbook.xml", "<workbook><sheets><sheet name=\"S\" id=\"r1\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels", "<R><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"s.xml\"/></R>"},
          {"xl/s.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

std::string inline_row(const std::string& a, const std::string& b) {
  return "<row><c t=\"inlineStr\"><is><t>" + a + "</t></is></c><c t=\"inlineStr\"><is><t>" + b + "</t></is></c></row>";
}

exchange_test::ReadResult read_workbook(const document_test::Files& files, const UnitReadOptions& options = {}) {
  return exchange_test::read_text(zip_of(files), "a.xlsx", options);
}

std::string workbook_message(const document_test::Files& files, const UnitReadOptions& options = {}) {
  return exchange_test::message_of([&] { read_workbook(files, options); });
}

bool has_words(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("cells without references stand one behind the other") {
  const auto result = read_workbook(workbook_files(inline_row("ru", "kk") + inline_row("да", "иә")));

  REQUIRE(result.units.size() == 1);
  CHECK(result.units[0].find(Language("kk"))->text == "иә");
}

TEST_CASE("a workbook without languages is read when they are given, in the order of its columns") {
  UnitReadOptions options;
  options.languages = {Language("de"), Language("kk")};

  const auto result = read_workbook(workbook_files(inline_row("ja", "иә") + inline_row("nein", "жоқ")), options);

  REQUIRE(result.units.size() == 2);
  CHECK(result.units[0].find(Language("de"))->text == "ja");
}

TEST_CASE("a sink that has enough ends the reading of a workbook") {
  std::string rows = inline_row("ru", "kk");
  for (int i = 0; i < 500; ++i) rows += inline_row("да", "иә");
  std::size_t count = 0;

  const ReadReport report =
      read_units(zip_of(workbook_files(rows)), "a.xlsx", [&](TranslationUnit&&) { return ++count < 300; });

  CHECK(count == 300);
  CHECK(report.read == 300);
}

TEST_CASE("a workbook that asks for too much is refused") {
  const auto bomb = workbook_files(inline_row("ru", "kk") + inline_row(std::string(4 << 20, 'a'), "иә"));
  CHECK(has_words(workbook_message(bomb), "a.xlsx/xl/s.xml: unpacks to more than 200 times its size"));

  UnitReadOptions options;
  options.limits.max_entry_bytes = 10'000;
  options.limits.max_ratio = 100'000;
  CHECK(has_words(workbook_message(bomb, options), "unpacks to more than 10000 bytes"));
}

TEST_CASE("cells far to the right are left out and told") {
  const auto result =
      read_workbook(workbook_files(inline_row("ru", "kk") + inline_row("да", "иә") +
                                   "<row><c r=\"XFD9\"><v>1</v></c><c r=\"ZZZZZZZ1\"><v>1</v></c></row>"));

  CHECK(result.units.size() == 1);
  REQUIRE(result.report.findings.size() == 1);
  CHECK(result.report.findings[0].reason == "cells right of column 256 left out: 2");
}

TEST_CASE("a workbook that is locked, damaged or none says so") {
  CHECK(has_words(exchange_test::message_of([&] { exchange_test::read_text(zip_of(workbook_files(""), "secret"), "a.xlsx"); }),
                  "protected by a password"));
  CHECK(has_words(workbook_message({{"[Content_Types].xml", "presentationml"}}), "a document, not a file of units"));
  CHECK(has_words(workbook_message({{"a.txt", "x"}}), "an archive, but no file of units"));
  CHECK(has_words(workbook_message(workbook_files("")), "no sheet has columns in two languages"));
  CHECK(has_words(workbook_message(workbook_files("<row><c>")), "a.xlsx/xl/s.xml:1:"));
  const std::string whole = zip_of(workbook_files(inline_row("ru", "kk") + inline_row("да", "иә")));
  for (std::size_t size = 5; size < whole.size(); size += 11) {
    CHECK(has_words(exchange_test::message_of([&] { exchange_test::read_text(whole.substr(0, size), "a.xlsx"); }), "a.xlsx"));
  }

  std::string office = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  CHECK(has_words(exchange_test::message_of([&] { exchange_test::read_text(office, "a.xls"); }), "save it as xlsx"));
  for (const char c : std::string("EncryptedPackage")) (office += c) += '\0';
  CHECK(has_words(exchange_test::message_of([&] { exchange_test::read_text(office, "a.xlsx"); }), "protected by a password"));
}

TEST_CASE("escapes of Excel become their characters") {
  CHECK(exchange::unescape_cell("a_x000D__x000A_b_x0041__x005F_x0041__x_xFFFF_xZZZZ_") ==
        "a\nbA_x0041__xxZZZZ_");
  CHECK(exchange::unescape_cell("_xD800_x") == "x");
}

TEST_CASE("the heading of a column names its language in any of the three") {
  const auto tag_of = [](std::string_view heading) {
    const auto language = exchange::language_of_heading(heading);
    return language ? language->tag() : std::string();
  };
  CHECK(tag_of("kaz") == "kk");
  CHECK(tag_of("ru-RU") == "ru-RU");
  CHECK(tag_of("Русский язык") == "ru");
  CHECK(tag_of("РУС.") == "ru");
  CHECK(tag_of("Қазақша") == "kk");
  CHECK(tag_of("Қазақ тілінде") == "kk");
  CHECK(tag_of("English (source)") == "en");
  CHECK(tag_of("Перевод на казахский") == "kk");
  CHECK(tag_of("Ағылшын тілі") == "en");
  CHECK(tag_of("Перевод с русского на казахский").empty());
  CHECK(tag_of("Русская литература").empty());
  CHECK(tag_of("id").empty());
  CHECK(tag_of("Комментарий").empty());
  CHECK(tag_of("").empty());
}

TEST_CASE("a file of units is told from a document") {
  const std::filesystem::path fixtures(EGIZ_FIXTURES);
  for (const char* const file :
       {"exchange/xlsx/plain.xlsx", "exchange/tmx/plain.tmx", "exchange/po/plain.po", "exchange/xliff/2.1-plain.xlf",
        "exchange/table/plain.csv", "exchange/table/plain.tsv", "exchange/tmx/packed.zip"}) {
    INFO(file);
    CHECK(is_unit_file(fixtures / file) == (std::string(file) != "exchange/tmx/packed.zip"));
  }
  for (const char* const file : {"document/contract.ru.docx", "document/contract.ru.odt", "document/contract.ru.html",
                                 "documents/law/law.ru.txt", "document/contract.ru.pdf", "document/contract.ru.epub"}) {
    INFO(file);
    CHECK_FALSE(is_unit_file(fixtures / file));
  }
  CHECK(has_words(exchange_test::message_of([] { is_unit_file("no-such-file.tmx"); }), "there is no such file"));
}

TEST_CASE("a document in an archive that is imported says what it is") {
  const auto import = [](const std::filesystem::path& file) {
    return exchange_test::message_of([&] { read_units(file, [](TranslationUnit&&) { return true; }); });
  };
  const std::filesystem::path documents = std::filesystem::path(EGIZ_FIXTURES) / "document";

  CHECK(has_words(import(documents / "contract.ru.docx"), "align it with its translation"));
  CHECK(has_words(import(documents / "contract.ru.odt"), "an archive, but no file of units"));
}

}  // namespace egiz
