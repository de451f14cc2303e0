// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "cli/command.h"
#include "tests/support/catch.h"

namespace egiz::cli {
namespace {

const std::vector<Option> kTestOptions = {
    {"output", "FILE", "", 'o'}, {"min", "N", ""}, {"all", "", ""}, {"to", "L", ""}};

Words read(std::vector<std::string> arguments) { return Words(kTestOptions, arguments); }

}  // namespace

TEST_CASE("options and files may stand in any order") {
  const Words words = read({"a", "-o", "out", "b", "--min=80", "--all"});

  CHECK(words.positional() == std::vector<std::string>{"a", "b"});
  CHECK(words.value("output") == "out");
  CHECK(words.number("min", 70, 0, 100) == 80);
  CHECK(words.has("all"));
}

TEST_CASE("a text that begins with a dash is a text") {
  CHECK(read({"- Сәлем!"}).positional() == std::vector<std::string>{"- Сәлем!"});
  CHECK(read({"-5 °C", "-"}).positional() == std::vector<std::string>{"-5 °C", "-"});
}

TEST_CASE("wrong words are usage errors") {
  CHECK_THROWS_AS(read({"--nothing"}), UsageError);
  CHECK_THROWS_AS(read({"--min"}), UsageError);
  CHECK_THROWS_AS(read({"--min", "1", "--min", "2"}), UsageError);
  CHECK_THROWS_AS(read({"--min", "x"}).number("min", 70, 0, 100), UsageError);
  CHECK_THROWS_AS(read({"--min", "101"}).number("min", 70, 0, 100), UsageError);
  CHECK_THROWS_AS(read({"--min", "nan"}).number("min", 70, 0, 100), UsageError);
  CHECK_THROWS_AS(read({"--min", "-1"}).count("min", 5), UsageError);
  CHECK_THROWS_AS(read({"--to", "!"}).language("to"), UsageError);
  CHECK_THROWS_AS(read({}).required_language("to"), UsageError);
  CHECK_THROWS_AS(read({"a"}).require_positional(2, 3, "two files"), UsageError);
}

TEST_CASE("languages are a list") {
  CHECK(read({"--to", "ru,kz"}).languages("to") == std::vector{Language("ru"), Language("kk")});
  CHECK(read({}).languages("to").empty());
}

}  // namespace egiz::cli
