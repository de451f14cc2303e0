// SPDX-License-Identifier: Apache-2.0
#include "exchange/tmx_lint.h"

#include <algorithm>
#include <string>
#include <vector>

#include "tests/exchange/generator.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

const std::string kLintHeader =
    "<tmx version=\"1.4\">\n<header creationtool=\"a\" creationtoolversion=\"1\" segtype=\"sentence\" o-tmf=\"a\" "
    "adminlang=\"en\" srclang=\"ru-RU\" datatype=\"plaintext\"/>\n<body>\n";
const std::string kLintUnit =
    "<tu><tuv xml:lang=\"ru-RU\"><seg>Да.</seg></tuv><tuv xml:lang=\"kk-KZ\"><seg>Иә.</seg></tuv></tu>\n";
const std::string kLintEnd = "</body></tmx>";

std::vector<std::string> rules_of(const std::string& tmx) {
  std::vector<std::string> rules;
  for (const auto& [rule, count] : lint_tmx(tmx, "a.tmx").counts) rules.push_back(rule);
  return rules;
}

std::vector<std::string> rules_of_unit(const std::string& unit) { return rules_of(kLintHeader + unit + kLintEnd); }

using Rules = std::vector<std::string>;

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  return text.replace(text.find(what), what.size(), with);
}

}  // namespace

TEST_CASE("a sound TMX has no faults") {
  CHECK(rules_of_unit(kLintUnit).empty());
  CHECK(lint_tmx(kLintHeader + kLintUnit + kLintUnit + kLintEnd, "a.tmx").units == 2);
}

TEST_CASE("what we write has no faults, in any profile", "[property]") {
  exchange_test::UnitGenerator generate(11, true);
  for (int profile = 0; profile < 7; ++profile) {
    for (int i = 0; i < 20; ++i) {
      UnitWriteOptions options;
      options.profile = static_cast<TmxProfile>(profile);
      options.languages = {Language("ru"), Language("kk"), Language("en")};
      TranslationUnit unit = generate.unit();
      for (Variant& variant : unit.variants) {
        if (variant.text.size() > 2000) variant.text = "x";
        variant.codes.clear();
        variant.properties.clear();
      }
      unit.properties.clear();

      const auto report = lint_tmx(exchange_test::write_text({unit}, UnitFormat::tmx, options), "a.tmx");

      CAPTURE(profile, i, report.faults.empty() ? "" : report.faults[0].message);
      REQUIRE(report.counts.empty());
    }
  }
}

TEST_CASE("a TMX in UTF-32, which no reader takes, is a fault") {
  CHECK(rules_of(std::string("\xFF\xFE\0\0<\0\0\0", 8)) == Rules{"not-well-formed"});
}

TEST_CASE("each rule finds its fault, and nothing else does") {
  const auto with = [&](const std::string& what, const std::string& by) {
    return rules_of(replaced(kLintHeader + kLintUnit + kLintEnd, what, by));
  };
  CHECK(with("</tmx>", "") == Rules{"not-well-formed"});
  CHECK(with("Да.", "Да\x02") == Rules{"forbidden-character"});
  CHECK(with("Да.", "Да\xFF") == Rules{"broken-bytes"});
  CHECK(with("Да.", "A&B") == Rules{"bare-ampersand"});
  CHECK(with("Да.", "A&nbsp;B") == Rules{"undeclared-entity"});
  CHECK(with("version=\"1.4\"", "version=\"2\"") == Rules{"version"});
  CHECK(with("o-tmf=\"a\"", "") == Rules{"missing-attribute"});
  CHECK(with("srclang=\"ru-RU\"", "") == Rules{"missing-srclang"});
  CHECK(with("<tu>", "<unit/><tu>") == Rules{"unknown-element"});
  CHECK(with("<tu>", "<tu colour=\"red\">") == Rules{"unknown-attribute"});
  CHECK(with("</tu>", "<prop type=\"a\">b</prop></tu>") == Rules{"misplaced"});
  CHECK(with("segtype=\"sentence\"", "segtype=\"word\"") == Rules{"wrong-value"});
  CHECK(with("datatype=\"plaintext\"", "datatype=\"tbx\"") == Rules{"datatype"});
  CHECK(with("srclang=\"ru-RU\"", "srclang=\"*all*\"") == Rules{"source-languages"});
  CHECK(with("<tu>", "<tu srclang=\"kk-KZ\">") == Rules{"source-languages"});
  CHECK(with("segtype=\"sentence\"", "segtype=\"paragraph\"") == Rules{"paragraphs"});
  CHECK(with("<tu>", "<tu creationdate=\"2026-01-31\">") == Rules{"date"});
  CHECK(with("xml:lang=\"kk-KZ\"", "lang=\"kk-KZ\"") == Rules{"language-old"});
  CHECK(with("xml:lang=\"kk-KZ\"", "xml:lang=\"kk\"") == Rules{"language-without-region"});
  CHECK(with("xml:lang=\"kk-KZ\"", "xml:lang=\"kz-KZ\"") == Rules{"language-of-country"});
  CHECK(with("xml:lang=\"kk-KZ\"", "xml:lang=\"no language\"") == Rules{"language-unknown"});
  CHECK(with("xml:lang=\"kk-KZ\"", "xml:lang=\"ru-RU\"") == Rules{"language-twice"});
  CHECK(with("xml:lang=\"ru-RU\"", "xml:lang=\"en-US\"") == Rules{"source-missing"});
  CHECK(with("<seg>Да.</seg>", "<seg> </seg>") == Rules{"empty-segment"});
  CHECK(with("Да.", "<bpt i=\"1\"/>Да.") == Rules{"code-unpaired"});
  CHECK(with("Да.", "Да.<ept i=\"1\"/>") == Rules{"code-unpaired"});
  CHECK(with("Да.", "<ut>x</ut>Да.") == Rules{"code-old"});
  CHECK(with("Да.", std::string(2001, 'x')) == Rules{"too-long"});
  CHECK(rules_of_unit("") == Rules{"no-units"});
  CHECK(rules_of_unit("<tu><tuv xml:lang=\"ru-RU\"><seg>Да.</seg></tuv></tu>") == Rules{"one-language"});
  CHECK(rules_of("<html/>") == Rules{"missing-element", "no-units", "unknown-element"});
}

TEST_CASE("a fault says where it is and who trips over it") {
  const auto report = lint_tmx(kLintHeader + "\n<tu><tuv xml:lang=\"ru-RU\"><seg/></tuv></tu>" + kLintEnd, "a.tmx");

  REQUIRE(report.faults.size() == 2);
  CHECK(report.faults[0].rule == "one-language");
  CHECK(report.faults[0].place.starts_with("a.tmx:5:"));
  CHECK(report.faults[1].message == "nothing in the <seg> of \"ru-ru\"");
  CHECK(report.faults[1].programs == std::vector<std::string>{"Trados"});
}

TEST_CASE("of many faults of one kind the first are told and all are counted") {
  std::string units;
  for (int i = 0; i < 100; ++i) units += "<tu><tuv xml:lang=\"ru-RU\"><seg>Да.</seg></tuv></tu>";

  const auto report = lint_tmx(kLintHeader + units + kLintEnd, "a.tmx");

  CHECK(report.faults.size() == TmxLintReport::kMaxFaultsPerRule);
  CHECK(report.counts.at("one-language") == 100);
}

TEST_CASE("every rule is known once") {
  const auto& rules = tmx_rules();
  for (const TmxRule& rule : rules) {
    CHECK(std::ranges::count(rules, rule.name, &TmxRule::name) == 1);
    CHECK_FALSE(rule.programs.empty());
  }
}

}  // namespace egiz
