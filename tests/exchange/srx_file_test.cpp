// SPDX-License-Identifier: Apache-2.0
#include "exchange/srx_file.h"

#include <sstream>
#include <string>

#include "base/error.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

const std::string kSrxHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\">\n"
    "<header segmentsubflows=\"yes\" cascade=\"no\"><formathandle type=\"start\" include=\"no\"/></header>\n"
    "<body><languagerules>\n";
const std::string kSrxMaps =
    "</languagerules>\n<maprules><languagemap languagepattern=\"RU.*\" languagerulename=\"Russian\"/></maprules>\n"
    "</body></srx>\n";

// A file with these <languagerule> elements; they begin on line 5.
std::string srx_with(const std::string& rules) { return kSrxHead + rules + kSrxMaps; }

std::string srx_rule_of(const char* breaks, const std::string& before, const std::string& after) {
  return std::string("<rule break=\"") + breaks + "\">\n<beforebreak>" + before + "</beforebreak><afterbreak>" + after +
         "</afterbreak></rule>\n";
}

std::string srx_russian(const std::string& rules) {
  return "<languagerule languagerulename=\"Russian\">\n" + rules + "</languagerule>\n";
}

std::string srx_message_of(const std::string& bytes) {
  try {
    read_srx(bytes, "x.srx");
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("an SRX file is read with the lines of its rules") {
  const SrxFile file = read_srx(srx_with(srx_russian(srx_rule_of("no", "\\bг\\.", "\\s") + srx_rule_of("yes", "[.?!]+", "\\s"))), "x.srx");

  CHECK(file.findings.empty());
  CHECK(file.rules == SrxRules{.cascade = false,
                               .languages = {{"Russian", {{false, "\\bг\\.", "\\s", 6}, {true, "[.?!]+", "\\s", 8}}}},
                               .maps = {{"RU.*", "Russian", 12}}});
}

TEST_CASE("expressions keep entities, CDATA and white space") {
  const SrxFile file =
      read_srx(srx_with(srx_russian("<rule><beforebreak><![CDATA[<b>]]>&amp;\\.</beforebreak><afterbreak> </afterbreak></rule>")),
               "x.srx");

  REQUIRE(file.rules.languages.size() == 1);
  CHECK(file.rules.languages[0].rules == std::vector<SrxRule>{{true, "<b>&\\.", " ", 6}});
}

TEST_CASE("a rule that ICU refuses is told with file, line and rule, and the others are kept") {
  const SrxFile file = read_srx(srx_with(srx_russian(srx_rule_of("no", "(?&lt;=a+)b", "") + srx_rule_of("yes", "\\.", "\\s"))), "x.srx");

  REQUIRE(file.findings.size() == 1);
  CHECK(file.findings[0].place == "x.srx:6");
  CHECK(file.findings[0].reason ==
        "\"(?<=a+)b\" is not an expression that ICU takes (U_REGEX_LOOK_BEHIND_LIMIT); the rule is left out");
  CHECK(file.rules.languages[0].rules.size() == 1);
}

TEST_CASE("what SRX does not have is left out and told") {
  const SrxFile file = read_srx(
      kSrxHead + "<rule><beforebreak>x</beforebreak></rule>" +
          srx_russian(srx_rule_of("maybe", "a", "b") + srx_rule_of("yes", "\\.", "\\s")) +
          "</languagerules><maprules><languagemap languagepattern=\"KK.*\" languagerulename=\"Kazakh\"/>" +
          "<languagemap languagepattern=\"RU\" languagerulename=\"Russian\"/></maprules></body></srx>",
      "x.srx");

  REQUIRE(file.findings.size() == 3);
  CHECK(file.findings[0].reason == "<rule> outside <languagerule>; left out");
  CHECK(file.findings[1].reason == "break=\"maybe\" is neither yes nor no; the rule is left out");
  CHECK(file.findings[2].reason == "there are no rules \"Kazakh\"; the map is left out");
  CHECK(file.rules.maps.size() == 1);
}

TEST_CASE("what is no SRX is refused with its place") {
  CHECK(srx_message_of("<tmx/>") == "x.srx:1:5: <tmx>: not an SRX; the root element should be <srx>");
  CHECK(srx_message_of(srx_with(srx_russian(""))) == "x.srx: no <rule> that can be used; take a file of SRX 2.0 rules");
  CHECK(srx_message_of(srx_with(srx_russian(srx_rule_of("no", "a", "b"))).substr(0, 300)).starts_with("x.srx:"));
  CHECK(srx_message_of(srx_with(srx_russian(srx_rule_of("no", std::string(70000, 'a'), "")))) ==
        "x.srx:7: an expression longer than 65536 bytes; split the rule");
}

TEST_CASE("what write_srx writes read_srx reads back") {
  const SrxRules rules{.cascade = true,
                       .languages = {{"A & \"B\" <Ә>", {{true, "[<>&\"']\\s", " \t"}, {false, "", "ғ"}}}, {"Empty", {}}},
                       .maps = {{"(?:KK|KZ).*", "A & \"B\" <Ә>"}, {".*", "Empty"}}};

  std::ostringstream out;
  write_srx(rules, out);
  SrxFile file = read_srx(out.str(), "x.srx");

  for (SrxLanguageRules& language : file.rules.languages) {
    for (SrxRule& rule : language.rules) rule.line = 0;
  }
  for (SrxLanguageMap& map : file.rules.maps) map.line = 0;
  CHECK(file.rules == rules);
  CHECK(file.findings.empty());
}

}  // namespace egiz
