// SPDX-License-Identifier: Apache-2.0
#include "exchange/xliff_file.h"

#include <sstream>
#include <string>

#include "base/error.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using CodeKind = InlineCode::Kind;

std::string older_file(const std::string& units) {
  return "<?xml version=\"1.0\"?>\n<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\"><file "
         "original=\"a\" source-language=\"ru\" target-language=\"kk\" datatype=\"html\"><body>" +
         units + "</body></file></xliff>\n";
}

std::string newer_file(const std::string& units) {
  return "<?xml version=\"1.0\"?>\n<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
         "srcLang=\"ru\" trgLang=\"kk\"><file id=\"f\">" +
         units + "</file></xliff>\n";
}

std::string text_of_file(const XliffFile& file) {
  std::ostringstream out;
  file.write(out);
  return out.str();
}

bool file_holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

Variant plain_text(std::string text) { return {Language("kk"), std::move(text), {}, "", "", {}}; }

// "<b>OK</b> now" of a memory, in both languages.
const Variant kBoldSource = {Language("ru"),
                             "Нажмите ОК",
                             {{CodeKind::opening, 15, "1", "<b>"}, {CodeKind::closing, 19, "1", "</b>"}},
                             "",
                             "",
                             {}};
const Variant kBoldTarget = {Language("kk"),
                             "ОК басыңыз",
                             {{CodeKind::opening, 0, "1", "<b>"}, {CodeKind::closing, 4, "1", "</b>"}},
                             "",
                             "",
                             {}};

}  // namespace

TEST_CASE("the segments of an XLIFF are found, with their codes") {
  const XliffFile file = XliffFile::parse(
      older_file("<trans-unit id=\"1\"><source>а<x id=\"1\"/>б<g id=\"2\">в</g></source></trans-unit>"
                 "<trans-unit id=\"2\" translate=\"no\"><source>г</source></trans-unit>"
                 "<group><trans-unit id=\"3\"><source>д</source><target>е</target></trans-unit></group>"),
      "a.xlf");

  REQUIRE(file.size() == 2);
  CHECK(file.source(0).text == "абв");
  REQUIRE(file.source(0).codes.size() == 3);
  CHECK(file.source(0).codes[0].kind == CodeKind::standalone);
  CHECK(file.source(0).codes[2].offset == 6);
  CHECK_FALSE(file.is_translated(0));
  CHECK(file.is_translated(1));
  CHECK(file.source_language() == Language("ru"));
  CHECK(file.target_language() == Language("kk"));
}

TEST_CASE("a translation takes the elements of its segment") {
  for (const bool is_newer : {false, true}) {
    const std::string pair = is_newer ? "pc" : "g";
    const std::string source = "<source>Нажмите <" + pair + " id=\"7\">ОК</" + pair + "></source>";
    XliffFile file = XliffFile::parse(is_newer ? newer_file("<unit id=\"u\"><segment>" + source + "</segment></unit>")
                                               : older_file("<trans-unit id=\"1\">" + source + "</trans-unit>"),
                                      "a.xlf");

    CHECK(file.translate(0, kBoldSource, kBoldTarget, XliffState::translated));

    const std::string text = text_of_file(file);
    CHECK(file_holds(text, "<" + pair + " id=\"7\">ОК</" + pair + "> басыңыз</target>"));
    CHECK(file_holds(text, "state=\"translated\""));
    CHECK(file.is_translated(0));
  }
}

TEST_CASE("where codes differ the text goes in alone, to be reviewed") {
  XliffFile file =
      XliffFile::parse(older_file("<trans-unit id=\"1\"><source>Нажмите ОК</source></trans-unit>"), "a.xlf");

  CHECK_FALSE(file.translate(0, kBoldSource, kBoldTarget, XliffState::translated));

  CHECK(file_holds(text_of_file(file), "<target state=\"needs-review-translation\">ОК басыңыз</target>"));
}

TEST_CASE("codes that would not nest are left out") {
  XliffFile file = XliffFile::parse(
      older_file("<trans-unit id=\"1\"><source><g id=\"1\">а</g><g id=\"2\">б</g></source></trans-unit>"), "a.xlf");
  const Variant match = {Language("ru"),
                         "аб",
                         {{CodeKind::opening, 0, "1", ""},
                          {CodeKind::closing, 2, "1", ""},
                          {CodeKind::opening, 2, "2", ""},
                          {CodeKind::closing, 4, "2", ""}},
                         "",
                         "",
                         {}};
  Variant crossing = match;
  std::swap(crossing.codes[1], crossing.codes[2]);
  crossing.codes[1].offset = crossing.codes[2].offset = 2;

  CHECK_FALSE(file.translate(0, match, crossing, XliffState::translated));
  CHECK(file_holds(text_of_file(file), "<target state=\"needs-review-translation\">аб</target>"));
}

TEST_CASE("marks of one unit are translated one by one") {
  XliffFile file = XliffFile::parse(
      older_file("<trans-unit id=\"1\"><source>а. б.</source><seg-source><mrk mtype=\"seg\" mid=\"0\">а.</mrk> <mrk "
                 "mtype=\"seg\" mid=\"1\">б.</mrk></seg-source></trans-unit>"),
      "a.xlf");
  REQUIRE(file.size() == 2);

  file.translate(0, file.source(0), plain_text("A."), XliffState::needs_review);
  file.translate(1, file.source(1), plain_text("B."), XliffState::translated);

  CHECK(file_holds(text_of_file(file),
              "</seg-source><target state=\"needs-review-translation\"><mrk mtype=\"seg\" mid=\"0\">A.</mrk> <mrk "
              "mtype=\"seg\" mid=\"1\">B.</mrk></target>"));
}

TEST_CASE("proposals stand where each version wants them") {
  const Variant source = plain_text("а");
  const Variant target = plain_text("б & в");
  XliffFile older = XliffFile::parse(older_file("<trans-unit id=\"1\"><source>а</source></trans-unit>"), "a.xlf");
  XliffFile newer = XliffFile::parse(
      newer_file("<unit id=\"u\"><notes><note>x</note></notes><segment id=\"s\"><source>а</source></segment></unit>"),
      "a.xlf");

  older.propose(0, {&source, &target, 87.5, "m"});
  newer.propose(0, {&source, &target, 87.5, "m"});

  CHECK(file_holds(text_of_file(older), "<alt-trans match-quality=\"87.5\" origin=\"m\"><source>а</source><target>б &amp; "
                                   "в</target></alt-trans></trans-unit>"));
  CHECK(file_holds(text_of_file(newer), "<unit id=\"u\"><mtc:matches "
                                   "xmlns:mtc=\"urn:oasis:names:tc:xliff:matches:2.0\"><mtc:match ref=\"#s\" "
                                   "similarity=\"87.5\" origin=\"m\"><source>а</source>"));
}

TEST_CASE("what is not translated stays as it was") {
  const std::string text = older_file("<!-- c --><trans-unit id=\"1\" x:y=\"z\" xmlns:x=\"urn:x\"><source>а</source>"
                                      "<x:other><source>no</source></x:other></trans-unit>");
  CHECK(file_holds(text_of_file(XliffFile::parse(text, "a.xlf")), "<!-- c --><trans-unit xmlns:x=\"urn:x\" id=\"1\" x:y=\"z\">"));
}

TEST_CASE("what is no XLIFF is refused with its place") {
  CHECK(exchange_test::message_of([] { XliffFile::parse("<xliff>\n<a></xliff>", "a.xlf"); }).starts_with("a.xlf:2: "));
  CHECK(exchange_test::message_of([] { XliffFile::parse("", "a.xlf"); }).starts_with("a.xlf:"));
  CHECK(exchange_test::message_of([] { XliffFile::parse("<html/>", "a.xlf"); }).starts_with("a.xlf: its root element"));
}

TEST_CASE("an XLIFF whose entities multiply is refused") {
  std::string laughs = "<!DOCTYPE xliff [<!ENTITY a0 \"ha\">";
  for (int i = 1; i < 20; ++i) {
    const std::string last = "&a" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY a" + std::to_string(i) + " \"" + last + last + last + last + "\">";
  }
  const std::string text = laughs + "]>" + older_file("<trans-unit id=\"1\"><source>а &a19;</source></trans-unit>").substr(22);

  CHECK_THROWS_AS(XliffFile::parse(text, "a.xlf"), Error);
}

}  // namespace egiz
