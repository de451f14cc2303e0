// SPDX-License-Identifier: Apache-2.0
#include "exchange/table_writer.h"

#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/document/archive.h"
#include "exchange/table/xlsx_table.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

std::string table_of(const std::vector<std::vector<TableCell>>& rows, TableFormat format) {
  std::ostringstream out;
  const auto table = open_table_writer(out, format);
  for (const auto& row : rows) table->row(row);
  table->finish();
  return out.str();
}

std::string sheet_of(const std::string& workbook, const std::string& part = "xl/worksheets/sheet1.xml") {
  return exchange::Archive(workbook, "a.xlsx", {}).read_required(part);
}

const std::vector<std::vector<TableCell>> kRows = {{"ru", "score"}, {"a, \"b\"\tc\n", 99.5}, {"=1+1", 0.1}};

}  // namespace

TEST_CASE("a table is written as TSV with escapes and as CSV with quotes") {
  CHECK(table_of(kRows, TableFormat::tsv) == "ru\tscore\na, \"b\"\\tc\\n\t99.5\n=1+1\t0.1\n");
  CHECK(table_of(kRows, TableFormat::csv) == "ru,score\r\n\"a, \"\"b\"\"\tc\n\",99.5\r\n=1+1,0.1\r\n");
}

TEST_CASE("a workbook holds texts as texts and numbers as numbers, and is the same each time") {
  const std::string workbook = table_of(kRows, TableFormat::xlsx);

  CHECK(table_of(kRows, TableFormat::xlsx) == workbook);
  const std::string sheet = sheet_of(workbook);
  CHECK(sheet.find("<v>99.5</v>") != std::string::npos);
  CHECK(sheet.find("t=\"inlineStr\"><is><t>=1+1</t></is>") != std::string::npos);
  CHECK(sheet.find("<f>") == std::string::npos);
  CHECK(sheet.find("state=\"frozen\"") != std::string::npos);
}

TEST_CASE("a workbook takes any text") {
  std::string controls = "а";
  for (char c = 0; c < 32; ++c) controls += c;
  const std::string workbook = table_of({{"ru"}, {controls}, {"_x0041_"}, {"\xF0\x9F\x98\x80"}}, TableFormat::xlsx);

  const std::string sheet = sheet_of(workbook);
  CHECK(sheet.find("_x0000_") != std::string::npos);
  CHECK(sheet.find("_x0001_") != std::string::npos);
  CHECK(sheet.find("_x005F_x0041_") != std::string::npos);
  CHECK(sheet.find("\xF0\x9F\x98\x80") != std::string::npos);
}

TEST_CASE("a text that no cell of XLSX holds is cut there, between characters") {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += "\xF0\x9F\x98\x80";

  const std::string cell = exchange::xlsx_text(text);

  CHECK(exchange::utf16_length(cell) == TableWriter::kMaxXlsxText);
  CHECK(cell.ends_with("\xF0\x9F\x98\x80…"));
}

TEST_CASE("an empty table is a workbook too") { CHECK_FALSE(sheet_of(table_of({}, TableFormat::xlsx)).empty()); }

TEST_CASE("units become rows of languages and of the columns that are asked for") {
  TranslationUnit unit = exchange_test::sample_unit();
  UnitWriteOptions options{.languages = {Language("ru"), Language("kk"), Language("en")},
                           .columns = {"note", "document", "id", "origin", "confidence", "domain", "client", "absent"}};
  options.languages.pop_back();

  const std::string csv = exchange_test::write_text({unit}, UnitFormat::csv, options);

  CHECK(csv ==
        "ru,kk,note,document,id,origin,confidence,domain,client,absent\r\n"
        "Откройте файл и нажмите «Сохранить».,\"Файлды ашып, «Сақтау» түймесін басыңыз.\",\"первая\nsecond "
        "\"\"note\"\"\",руководство.docx,menu.save,aligned,0.9312,\"software\nmanuals\",A & B,\r\n");
}

TEST_CASE("a unit that no cell of XLSX holds is left out and counted") {
  std::ostringstream out;
  const auto writer = open_unit_writer(out, UnitFormat::xlsx, {.languages = {Language("ru"), Language("kk")}});
  writer->write(exchange_test::plain_unit(std::string(32767, 'x'), "иә"));
  writer->write(exchange_test::plain_unit(std::string(32768, 'x'), "иә"));
  writer->finish();

  CHECK(writer->left_out() == LeftOut{.too_long = 1});
}

TEST_CASE("a workbook appears under its name when it is finished") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "a.xlsx";
  const auto table = open_table_writer(file, TableFormat::xlsx);
  table->row(kRows[0]);
  CHECK_FALSE(std::filesystem::exists(file));
  table->finish();

  CHECK(exchange_test::read_file(file).starts_with("PK"));
  CHECK(table_format_of(file) == TableFormat::xlsx);
  CHECK(table_format_of("a.TSV.gz") == TableFormat::tsv);
  CHECK_FALSE(table_format_of("a.tmx"));
}

}  // namespace egiz
