// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "base/error.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {

TEST_CASE("a TSV heading says what its columns are") {
  const auto result = exchange_test::read_text(
      "id\tru-RU\tkaz\tdomain\tnote\tdocument\n7\tда\tиә\tlaw\tпроверено\ta.docx\n\n8\tнет\tжоқ\t\t\t\n", "a.tsv");

  REQUIRE(result.units.size() == 2);
  CHECK(result.units[0].variants[0].language == Language("ru-RU"));
  CHECK(result.units[0].variants[1].language == Language("kk"));
  CHECK(result.units[0].context.id == "7");
  CHECK(result.units[0].context.document == "a.docx");
  CHECK(result.units[0].notes == std::vector<std::string>{"проверено"});
  CHECK(result.units[0].properties == Properties{{"domain", "law"}});
  CHECK(result.units[1].properties.empty());
}

TEST_CASE("a column that is headed ID holds numbers, not Indonesian") {
  const auto result = exchange_test::read_text("ID,ru,kk,Note\n7,да,иә,проверено\n", "a.csv");

  REQUIRE(result.units.size() == 1);
  CHECK(result.units[0].variants.size() == 2);
  CHECK(result.units[0].context.id == "7");
  CHECK(result.units[0].notes == std::vector<std::string>{"проверено"});
}

TEST_CASE("Indonesian has a heading that is read as Indonesian") {
  TranslationUnit unit = exchange_test::plain_unit("да", "ya");
  unit.variants[1].language = Language("id");
  UnitWriteOptions options;
  options.languages = {Language("ru"), Language("id")};

  const std::string written = exchange_test::write_text({unit}, UnitFormat::tsv, options);

  CHECK(exchange_test::read_text(written, "a.tsv").units.front().find(Language("id"))->text == "ya");
}

TEST_CASE("a comment of a PO that is not UTF-8 costs the comment alone") {
  const std::string po =
      "msgid \"\"\nmsgstr \"Language: kk\\n\"\n\n#: menu\x9d:1\n#. \xff\nmsgid \"Save\"\nmsgstr \"Сақтау\"\n";

  const auto result = exchange_test::read_text(po, "a.po");

  REQUIRE(result.units.size() == 1);
  CHECK(result.units[0].notes.empty());
  CHECK(result.units[0].properties.empty());
}

TEST_CASE("a TSV without a heading is read when the languages are given") {
  UnitReadOptions options;
  options.languages = {Language("ru"), Language("kk")};

  const auto result = exchange_test::read_text("да\tиә\nнет\tжоқ\n", "a.tsv", options);

  REQUIRE(result.units.size() == 2);
  CHECK(result.units[1].find(Language("kk"))->text == "жоқ");
}

TEST_CASE("a TSV without a heading and without languages is refused") {
  CHECK(exchange_test::message_of([] {
          exchange_test::read_text("да\tиә\n", "a.tsv");
        }).starts_with("a.tsv:1: no heading with languages"));
}

TEST_CASE("a heading chooses among its languages when some are asked for") {
  UnitReadOptions options;
  options.languages = {Language("kk"), Language("en")};

  const auto result = exchange_test::read_text("en\tru\tkk\nyes\tда\tиә\nno\tнет\t\n", "a.tsv", options);

  REQUIRE(result.units.size() == 1);
  CHECK(result.units[0].variants.size() == 2);
  CHECK(result.units[0].find(Language("ru")) == nullptr);
  CHECK(result.report.findings[0] == Finding{"a.tsv:3", "lacks a language that was asked for; skipped"});
}

TEST_CASE("rows that cannot be units are skipped with their lines") {
  const auto result = exchange_test::read_text("ru\tkk\nда\nда\tиә\tлишнее\nда\t\xFF\n\tиә\nда\tиә\n", "a.tsv");

  CHECK(result.units.size() == 1);
  CHECK(result.report.skipped == 4);
  CHECK(result.report.findings == std::vector<Finding>{{"a.tsv:2", "says something in one language only; skipped"},
                                                       {"a.tsv:3", "has 3 columns, 2 were expected; skipped"},
                                                       {"a.tsv:4", "not UTF-8; skipped"},
                                                       {"a.tsv:5", "says something in one language only; skipped"}});
}

TEST_CASE("a backslash that escapes nothing is itself") {
  const auto result = exchange_test::read_text("ru\tkk\nC:\\dir\\\\x\\\tиә\\n\n", "a.tsv");

  REQUIRE(result.units.size() == 1);
  CHECK(result.units[0].variants[0].text == "C:\\dir\\x\\");
  CHECK(result.units[0].variants[1].text == "иә\n");
}

TEST_CASE("Moses writes a file for each language, a line a unit") {
  const TemporaryFolder folder;
  const auto file = folder.path() / "корпус";
  UnitWriteOptions options;
  options.languages = {Language("ru"), Language("kk")};

  const auto writer = open_unit_writer(file, UnitFormat::moses, options);
  writer->write(exchange_test::plain_unit("да\nда", "иә"));
  TranslationUnit other = exchange_test::plain_unit("нет", "жоқ");
  other.variants[1].language = Language("en");
  writer->write(other);
  writer->finish();

  CHECK(writer->left_out() == LeftOut{.without_language = 1});
  CHECK(exchange_test::read_file(file.string() + ".ru") == "да да\n");
  CHECK(exchange_test::read_file(file.string() + ".kk") == "иә\n");
}

TEST_CASE("a file whose name ends in .gz is packed, and read back") {
  const TemporaryFolder folder;
  for (const std::string name : {"a.tmx.gz", "a.tsv.gz", "a.jsonl.gz"}) {
    CAPTURE(name);
    const auto file = folder.path() / name;
    UnitWriteOptions options;
    options.languages = {Language("ru"), Language("kk")};
    const auto writer = open_unit_writer(file, unit_format_of(file), options);
    for (int i = 0; i < 1000; ++i) writer->write(exchange_test::plain_unit("да " + std::to_string(i), "иә"));
    writer->finish();

    CHECK(exchange_test::read_file(file).starts_with("\x1F\x8B"));
    std::size_t count = 0;
    read_units(file, [&](TranslationUnit&&) { return ++count > 0; });
    CHECK(count == 1000);
  }
}

TEST_CASE("a writer that is given up leaves nothing") {
  const TemporaryFolder folder;
  open_unit_writer(folder.path() / "a.tmx", UnitFormat::tmx)->write(exchange_test::plain_unit("да", "иә"));

  CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a table needs to know its languages") {
  CHECK(exchange_test::message_of([] { exchange_test::write_text({}, UnitFormat::tsv); }) ==
        "TSV has a column for each language; name at least two, as in ru,kk");
}

}  // namespace egiz
