// SPDX-License-Identifier: Apache-2.0
#include <string>

#include "base/error.h"
#include "tests/exchange/support.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

// The reason why the line is skipped, after a line that is right; empty when it is not skipped.
std::string reason_of_skipping(const std::string& line) {
  const auto result = exchange_test::read_text("{\"ru\":\"да\",\"kk\":\"иә\"}\n" + line + "\n", "a.jsonl");
  if (result.report.skipped == 0) return {};
  REQUIRE(result.report.findings.size() == 1);
  CHECK(result.report.findings[0].place == "a.jsonl:2");
  return result.report.findings[0].reason;
}

}  // namespace

TEST_CASE("JSONL of other corpora is read: languages as keys, the rest as properties") {
  const auto result = exchange_test::read_text(
      "{\"id\":7,\"ru\":\"да\",\"kk\":\"иә\",\"domain\":[\"a\",\"b\"]}\n\n"
      "{\"translation\":{\"en\":\"yes\",\"ru\":\"да\"}}\n",
      "a.jsonl");

  REQUIRE(result.units.size() == 2);
  CHECK(result.units[0].find(Language("kk"))->text == "иә");
  CHECK(result.units[0].properties == Properties{{"domain", "a"}, {"domain", "b"}, {"id", "7"}});
  CHECK(result.units[1].variants.size() == 2);
}

TEST_CASE("a line that is no unit is skipped with its reason") {
  CHECK(reason_of_skipping("nonsense") == "not JSON; skipped");
  CHECK(reason_of_skipping("[1]") == "not a JSON object; skipped");
  CHECK(reason_of_skipping("{\"ru\":\"\xFF\"}") == "not UTF-8; skipped");
  CHECK(reason_of_skipping("{\"ru\":\"\\ud800\",\"kk\":\"a\"}") == "not JSON; skipped");
  CHECK(reason_of_skipping(std::string(1000, '[')) == "brackets nest too deep; skipped");
  CHECK(reason_of_skipping("{\"ru\":\"да\"}") == "says something in one language only; skipped");
  CHECK(reason_of_skipping("{\"ru\":\"да\",\"kk\":\" \"}") == "has an empty side; skipped");
  CHECK(reason_of_skipping("{\"variants\":7}") == "\"variants\" should be a list; skipped");
  CHECK(reason_of_skipping("{\"variants\":[{\"language\":\"ru\"}]}") ==
        "a variant should have \"language\" and \"text\"; skipped");
  CHECK(reason_of_skipping(
            "{\"variants\":[{\"language\":\"ru\",\"text\":\"a\"},{\"language\":\"ru\",\"text\":\"b\"}]}") ==
        "says something in ru twice; skipped");
}

TEST_CASE("codes that cannot stand where they say are refused") {
  const auto with_codes = [](const std::string& codes) {
    return "{\"variants\":[{\"language\":\"ru\",\"text\":\"да\",\"codes\":" + codes +
           "},{\"language\":\"kk\",\"text\":\"иә\"}]}";
  };

  CHECK(reason_of_skipping(with_codes("[{\"kind\":\"standalone\",\"at\":2}]")).empty());
  CHECK(reason_of_skipping(with_codes("[{\"kind\":\"standalone\",\"at\":3}]")) ==
        "a code stands behind the end of its text; skipped");
  CHECK(reason_of_skipping(with_codes("[{\"at\":1},{\"at\":0}]")) ==
        "codes should be in the order of the text; skipped");
  CHECK(reason_of_skipping(with_codes("[{\"at\":-1}]")) ==
        "a code should say where it stands: \"at\", in characters; skipped");
  CHECK(reason_of_skipping(with_codes("[{\"at\":1,\"kind\":\"left\"}]")) ==
        "the kind of a code should be opening, closing or standalone; skipped");
}

TEST_CASE("a file that is no JSONL from its first line on is refused") {
  CHECK(exchange_test::message_of([] { exchange_test::read_text("{nonsense\n", "a.jsonl"); }) ==
        "a.jsonl:1: not JSON; one JSON object a line was expected");
}

}  // namespace egiz
