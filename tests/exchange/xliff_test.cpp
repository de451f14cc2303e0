// SPDX-License-Identifier: Apache-2.0
#include <sstream>
#include <string>
#include <vector>

#include "exchange/xliff_writer.h"
#include "tests/exchange/generator.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

const UnitFormat kXliffs[] = {UnitFormat::xliff_1_2, UnitFormat::xliff_2_1};

std::vector<TranslationUnit> through_xliff(const TranslationUnit& unit, UnitFormat format,
                                           const UnitWriteOptions& options = {}) {
  return exchange_test::read_text(exchange_test::write_text({unit}, format, options), "a.xlf").units;
}

// What XLIFF keeps of a unit: two languages, without what is said of one alone; and the state that it adds.
TranslationUnit as_xliff_keeps(TranslationUnit unit) {
  unit.variants.resize(2);
  for (Variant& variant : unit.variants) {
    variant.previous.clear();
    variant.next.clear();
    variant.properties.clear();
  }
  unit.properties.erase("state");
  if (!unit.context.position) unit.context.position = 0;
  return unit;
}

TranslationUnit without_codes_of(TranslationUnit unit) {
  for (Variant& variant : unit.variants) variant.codes.clear();
  return unit;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string one_segment(const XliffSegment& segment, XliffVersion version) {
  std::ostringstream out;
  const auto writer = open_xliff_writer(out, version, "ru", "kk");
  writer->write(segment);
  writer->finish();
  return out.str();
}

Variant crossing_codes() {
  using Kind = InlineCode::Kind;
  return {Language("ru"),
          "абв",
          {{Kind::opening, 0, "1", "<b>"},
           {Kind::opening, 2, "2", "<i>"},
           {Kind::closing, 4, "1", "</b>"},
           {Kind::closing, 6, "2", "</i>"}},
          "",
          "",
          {}};
}

}  // namespace

TEST_CASE("a unit survives XLIFF with its codes, notes, state, dates and properties") {
  for (const UnitFormat format : kXliffs) {
    TranslationUnit unit = as_xliff_keeps(exchange_test::sample_unit());
    unit.variants[0].codes.back().id = "3";

    const auto back = through_xliff(unit, format);

    REQUIRE(back.size() == 1);
    CHECK(back[0].properties.count("state") == 1);
    CHECK(as_xliff_keeps(back[0]) == unit);
  }
}

TEST_CASE("any unit survives XLIFF, and codes once they are in its form", "[property]") {
  for (const UnitFormat format : kXliffs) {
    exchange_test::UnitGenerator generate(5, false);
    for (int i = 0; i < 200; ++i) {
      CAPTURE(i);
      const TranslationUnit unit = generate.unit();

      const auto back = through_xliff(unit, format);

      REQUIRE(back.size() == 1);
      REQUIRE(without_codes_of(as_xliff_keeps(back[0])) == without_codes_of(as_xliff_keeps(unit)));
      REQUIRE(through_xliff(back[0], format) == back);
    }
  }
}

TEST_CASE("languages of XLIFF are those asked for, with full codes unless told otherwise") {
  const TranslationUnit unit = exchange_test::sample_unit();
  UnitWriteOptions options{.languages = {Language("kk"), Language("en")}};

  CHECK(has(exchange_test::write_text({unit}, UnitFormat::xliff_2_1, options), "srcLang=\"kk-KZ\" trgLang=\"en-US\""));
  options.language_codes = {{Language("kk"), Language("kk-Cyrl-KZ")}};
  options.full_language_codes = false;
  CHECK(has(exchange_test::write_text({unit}, UnitFormat::xliff_1_2, options),
            "source-language=\"kk-Cyrl-KZ\" target-language=\"en\""));
  CHECK(through_xliff(unit, UnitFormat::xliff_1_2, options)[0].variants[0].language == Language("kk"));
}

TEST_CASE("the state says how far a unit can be trusted") {
  const auto target_of = [](Origin::Kind kind) {
    TranslationUnit unit = exchange_test::plain_unit("да", "иә");
    unit.origin.kind = kind;
    return exchange_test::write_text({unit}, UnitFormat::xliff_1_2);
  };

  CHECK(has(target_of(Origin::Kind::reviewed), "approved=\"yes\""));
  CHECK(has(target_of(Origin::Kind::human), "<target state=\"translated\">"));
  CHECK(has(target_of(Origin::Kind::aligned), "<target state=\"needs-review-translation\">"));
  CHECK(has(target_of(Origin::Kind::machine), "state-qualifier=\"mt-suggestion\""));
}

TEST_CASE("proposals become alt-trans and matches, and a segment may have no translation") {
  const Variant source = exchange_test::plain_unit("да", "иә").variants[0];
  const Variant target = exchange_test::plain_unit("да", "иә").variants[1];
  const XliffSegment segment{.source = &source, .proposals = {{&source, &target, 87.5, "memory"}}};

  const std::string older = one_segment(segment, XliffVersion::v1_2);
  CHECK(has(older, "<alt-trans match-quality=\"87.5\" origin=\"memory\">"));
  const std::string newer = one_segment(segment, XliffVersion::v2_1);
  CHECK(has(newer, "<mtc:match ref=\"#s1\" similarity=\"87.5\" origin=\"memory\">"));
  CHECK(has(newer, "<segment id=\"s1\" state=\"initial\">"));
  CHECK(exchange_test::read_text(older, "a.xlf").report.skipped == 1);
  CHECK(exchange_test::read_text(newer, "a.xlf").report.skipped == 1);
}

TEST_CASE("codes that cross do not become elements that cross") {
  const Variant variant = crossing_codes();
  const XliffSegment segment{.source = &variant, .target = &variant};

  CHECK(has(one_segment(segment, XliffVersion::v1_2),
            "<bpt id=\"1\" rid=\"1\">&lt;b&gt;</bpt>а<bpt id=\"2\" rid=\"2\">&lt;i&gt;</bpt>б<ept id=\"1\" "
            "rid=\"1\">&lt;/b&gt;</ept>в<ept"));
  const std::string newer = one_segment(segment, XliffVersion::v2_1);
  CHECK(has(newer, "<sc id=\"1\" dataRef=\"d1\"/>а<pc id=\"2\" dataRefStart=\"d2\" dataRefEnd=\"d3\">б"));
  CHECK(exchange_test::read_text(newer, "a.xlf").units[0].variants[0].codes == variant.codes);
}

TEST_CASE("a file that holds no unit is an XLIFF too") {
  for (const UnitFormat format : kXliffs) {
    const std::string text = exchange_test::write_text({}, format);
    CHECK(exchange_test::read_text(text, "a.xlf").units.empty());
  }
}

}  // namespace egiz
