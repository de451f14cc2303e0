// SPDX-License-Identifier: Apache-2.0
#include "exchange/lexicon_reader.h"

#include <string>

#include "base/error.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

std::string terms_of(const LexiconEntry& entry) {
  std::string text;
  for (const LexiconEntry::Term& term : entry.terms) text += term.language.tag() + ":" + term.text + " ";
  return text;
}

constexpr const char* kTbx2 = R"(<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="c1"><descrip type="definition">высокая <term>not this</term></descrip>
<langSet xml:lang="ru"><tig><term>гора</term></tig><tig><term> горный
хребет </term></tig></langSet>
<langSet xml:lang="kk"><ntig><termGrp><term>тау</term></termGrp></ntig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="ru"><tig><term>один</term></tig></langSet></termEntry>
</body></text></martif>)";

constexpr const char* kTbx3 = R"(<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<text><body><conceptEntry id="c1"><langSec xml:lang="de"><termSec><term>Berg</term></termSec></langSec>
<langSec xml:lang="fr"><termSec><term>mon<hi>t</hi>agne</term></termSec></langSec>
<langSec xml:lang="?"><termSec><term>x</term></termSec></langSec></conceptEntry></body></text></tbx>)";

}  // namespace

TEST_CASE("a table of words is a lexicon, its first line names the languages") {
  const LexiconFile file =
      read_lexicon("# mine\nru\tkk\ten\nгора|хребет\tтау\t\n\nдом\t\thouse\r\nодин\t\t\n", "my.tsv");

  REQUIRE(file.entries.size() == 2);
  CHECK(terms_of(file.entries[0]) == "ru:гора ru:хребет kk:тау ");
  CHECK(terms_of(file.entries[1]) == "ru:дом en:house ");
  CHECK(file.report.read == 2);
  REQUIRE(file.report.findings.size() == 1);
  CHECK(file.report.findings[0].place == "my.tsv:6");
}

TEST_CASE("a table may mark its first line as a comment, and be in another encoding") {
  CHECK(read_lexicon("#\tru\tde\nгора\tBerg\n", "a.tsv").entries.size() == 1);
  const LexiconFile file = read_lexicon(std::string_view("\xFF\xFEr\0u\0\t\0e\0n\0\n\0a\0\t\0b\0\n\0", 22), "b.tsv");
  REQUIRE(file.entries.size() == 1);
  CHECK(terms_of(file.entries[0]) == "ru:a en:b ");
}

TEST_CASE("TBX 2 and 3 give the terms of each concept") {
  const LexiconFile two = read_lexicon(kTbx2, "two.tbx");
  REQUIRE(two.entries.size() == 1);
  CHECK(terms_of(two.entries[0]) == "ru:гора ru:горный хребет kk:тау ");
  CHECK(two.report.skipped == 1);

  const LexiconFile three = read_lexicon(kTbx3, "three.tbx");
  REQUIRE(three.entries.size() == 1);
  CHECK(terms_of(three.entries[0]) == "de:Berg fr:montagne ");
}

TEST_CASE("what is no lexicon is refused with its place") {
  const auto refusal = [](std::string_view bytes) {
    try {
      read_lexicon(bytes, "x.tsv");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::parse);
      return std::string(error.what());
    }
    return std::string();
  };

  CHECK(refusal("дом\tүй\n").find("x.tsv:1") != std::string::npos);
  CHECK(refusal("ru\n").find("two languages") != std::string::npos);
  CHECK(refusal("ru\tkk\na\tb\tc\n").find("x.tsv:2: 3 columns") != std::string::npos);
  CHECK(refusal("<html>").find("x.tsv:1") != std::string::npos);
  CHECK(refusal("<martif><termEntry>").find("x.tsv:1") != std::string::npos);
  CHECK(refusal(std::string_view("\0\1\2\3\0\0\5", 7)).find("x.tsv") != std::string::npos);
}

TEST_CASE("entities that multiply a TBX and very long terms do no harm") {
  const std::string long_term(100'000, 'a');
  const LexiconFile file = read_lexicon("<tbx><conceptEntry><langSec xml:lang=\"ru\"><term>" + long_term +
                                            "</term></langSec><langSec xml:lang=\"kk\"><term>b</term></langSec>"
                                            "</conceptEntry></tbx>",
                                        "long.tbx");
  CHECK(file.entries.empty());

  std::string bomb = "<!DOCTYPE tbx [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c < 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int k = 0; k < 10; ++k) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb += "]><tbx><conceptEntry><langSec xml:lang=\"ru\"><term>&j;</term></langSec></conceptEntry></tbx>";
  CHECK_THROWS_AS(read_lexicon(bomb, "bomb.tbx"), Error);
}

}  // namespace egiz
