// SPDX-License-Identifier: Apache-2.0
#include <sstream>
#include <string>
#include <vector>

#include "base/error.h"
#include "exchange/unit_reader.h"
#include "exchange/unit_writer.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {

using exchange_test::read_text;
using exchange_test::sample_unit;
using exchange_test::write_text;

TEST_CASE("a unit with everything in it survives TMX") {
  const TranslationUnit unit = sample_unit();

  const auto back = read_text(write_text({unit}, UnitFormat::tmx), "a.tmx");

  REQUIRE(back.units.size() == 1);
  CHECK(back.units[0] == unit);
  CHECK(back.report.findings.empty());
}

TEST_CASE("a unit with everything in it survives JSONL, byte for byte") {
  const std::string once = write_text({sample_unit()}, UnitFormat::jsonl);

  const auto back = read_text(once, "a.jsonl");

  REQUIRE(back.units.size() == 1);
  CHECK(back.units[0] == sample_unit());
  CHECK(write_text(back.units, UnitFormat::jsonl) == once);
}

TEST_CASE("TSV keeps tabs, line ends and backslashes of the text") {
  TranslationUnit unit = exchange_test::plain_unit("раз\tдва\\n", "бір\nекі\r");

  const std::string tsv = write_text({unit}, UnitFormat::tsv, {{Language("ru"), Language("kk")}});

  CHECK(tsv == "ru\tkk\nраз\\tдва\\\\n\tбір\\nекі\\r\n");
  unit.origin.kind = Origin::Kind::imported;
  CHECK(read_text(tsv, "a.tsv").units == std::vector<TranslationUnit>{unit});
}

}  // namespace egiz
