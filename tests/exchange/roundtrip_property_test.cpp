// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "exchange/unit_writer.h"
#include "tests/exchange/generator.h"
#include "tests/exchange/support.h"
#include "tests/exchange/tmx_dtd.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

// What TMX makes of codes that no TMX would hold: read back once, they are in normal form.
TranslationUnit in_normal_form(const TranslationUnit& unit) {
  const auto back = exchange_test::read_text(exchange_test::write_text({unit}, UnitFormat::tmx), "a.tmx");
  return back.units.size() == 1 ? back.units[0] : TranslationUnit();
}

void forget_codes(TranslationUnit& unit) {
  for (Variant& variant : unit.variants) variant.codes.clear();
}

}  // namespace

TEST_CASE("any unit survives JSONL, byte for byte", "[property]") {
  exchange_test::UnitGenerator generate(1, true);
  for (int i = 0; i < 500; ++i) {
    const TranslationUnit unit = generate.unit();
    const std::string once = exchange_test::write_text({unit}, UnitFormat::jsonl);

    const auto back = exchange_test::read_text(once, "a.jsonl");

    REQUIRE(back.units == std::vector<TranslationUnit>{unit});
    REQUIRE(exchange_test::write_text(back.units, UnitFormat::jsonl) == once);
  }
}

TEST_CASE("any unit survives TMX, but for codes that TMX would not hold so", "[property]") {
  exchange_test::UnitGenerator generate(2, false);
  for (int i = 0; i < 500; ++i) {
    CAPTURE(i);
    TranslationUnit unit = generate.unit();

    TranslationUnit back = in_normal_form(unit);

    REQUIRE(in_normal_form(back) == back);
    forget_codes(unit);
    forget_codes(back);
    REQUIRE(back == unit);
  }
}

TEST_CASE("every TMX that is written is valid by the DTD", "[property]") {
  exchange_test::UnitGenerator generate(3, true);
  for (int i = 0; i < 50; ++i) {
    CAPTURE(i);
    std::vector<TranslationUnit> units;
    for (int n = 0; n < 10; ++n) units.push_back(generate.unit());

    REQUIRE(exchange_test::tmx_faults(exchange_test::write_text(units, UnitFormat::tmx)) == "");
  }
}

TEST_CASE("any text survives CSV, but for the kind of its line ends", "[property]") {
  exchange_test::UnitGenerator generate(6, false);
  for (int i = 0; i < 500; ++i) {
    std::string ru = generate.text(20), kk = generate.text(20);
    for (std::string* text : {&ru, &kk}) std::erase(*text, '\r');
    TranslationUnit unit = exchange_test::plain_unit(ru, kk);
    unit.origin.kind = Origin::Kind::imported;

    const std::string csv = exchange_test::write_text({unit}, UnitFormat::csv, {{Language("ru"), Language("kk")}});

    REQUIRE(exchange_test::read_text(csv, "a.csv").units == std::vector<TranslationUnit>{unit});
  }
}

TEST_CASE("any text survives TSV", "[property]") {
  exchange_test::UnitGenerator generate(4, false);
  for (int i = 0; i < 500; ++i) {
    TranslationUnit unit = exchange_test::plain_unit(generate.text(20), generate.text(20));
    unit.origin.kind = Origin::Kind::imported;

    const std::string tsv = exchange_test::write_text({unit}, UnitFormat::tsv, {{Language("ru"), Language("kk")}});

    REQUIRE(exchange_test::read_text(tsv, "a.tsv").units == std::vector<TranslationUnit>{unit});
  }
}

}  // namespace egiz
