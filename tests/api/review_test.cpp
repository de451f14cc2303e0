// SPDX-License-Identifier: Apache-2.0
#include "api/review.h"

#include "base/error.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

namespace egiz {
namespace {

TranslationUnit aligned_unit(std::string ru, std::string kk, double confidence) {
  TranslationUnit unit;
  unit.variants.push_back({Language("ru"), std::move(ru), {}, {}, {}, {}});
  unit.variants.push_back({Language("kk"), std::move(kk), {}, {}, {}, {}});
  unit.origin = {Origin::Kind::aligned, confidence};
  unit.context.document = "a.txt";
  return unit;
}

}  // namespace

TEST_CASE("a review table that comes back untouched changes nothing, in every format") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  memory.add(aligned_unit("Tab\tи конец\nстроки \\n", "=1+1", 0.5));
  memory.add(aligned_unit("  пробелы  ", "\"кавычки\", запятая; және т.б.", 0.5));
  memory.add(aligned_unit(std::string(40000, 'x'), "ұзын", 0.5));
  memory.add(aligned_unit("Верно.", "Дұрыс.", 0.99));
  for (const char* name : {"t.tsv", "t.csv", "t.xlsx"}) {
    INFO(name);
    CHECK(write_review(memory, folder.path() / name) == 3);
    const ReviewReport report = apply_review(memory, folder.path() / name);
    CHECK(report.rows == 3);
    CHECK(report.untouched == 3);
    CHECK(report.findings.empty());
  }
}

TEST_CASE("a review table has the units that are asked for") {
  const TemporaryFolder folder;
  Memory memory = Memory::create(folder.path() / "m.egiz");
  memory.add(aligned_unit("Один.", "Бір.", 0.5));
  memory.add(aligned_unit("25 тенге.", "26 теңге.", 0.99));
  CHECK(write_review(memory, folder.path() / "1.tsv", {.below = 0.9}) == 1);
  CHECK(write_review(memory, folder.path() / "2.tsv", {.below = 0.1}) == 0);
  CHECK(write_review(memory, folder.path() / "3.tsv", {.below = 0.1, .with_findings = true}) == 1);
  CHECK(write_review(memory, folder.path() / "4.tsv", {.below = 1, .filter = {.document = "b.txt"}}) == 0);
  CHECK(write_review(memory, folder.path() / "5.tsv", {.below = 1, .languages = {Language("ru"), Language("en")}}) == 0);
  CHECK_THROWS_AS(write_review(memory, folder.path() / "1.tsv"), Error);
}

}  // namespace egiz
