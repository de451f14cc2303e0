// SPDX-License-Identifier: Apache-2.0
#include <filesystem>
#include <sstream>

#include "cli/help.h"
#include "tests/support/catch.h"

namespace egiz::cli {
namespace {

struct Answer {
  int code = 0;
  std::string out;
  std::string err;
};

Answer egiz(std::vector<std::string> words) {
  std::istringstream in;
  std::ostringstream out;
  std::ostringstream err;
  Io io{in, out, err};
  const int code = run(words, io);
  return {code, out.str(), err.str()};
}

}  // namespace

TEST_CASE("every command has help, a manual page, completion, an example and a golden case") {
  for (const Command& command : commands()) {
    const std::string name(command.name);
    INFO(name);
    const Answer help = egiz({name, "--help"});
    CHECK(help.code == kSuccess);
    CHECK(help.err.empty());
    for (const Option& option : command.options) CHECK_THAT(help.out, Catch::Contains("--" + std::string(option.name)));
    REQUIRE_FALSE(command.examples.empty());
    for (const std::string_view example : command.examples) CHECK(example.starts_with("egiz " + name));
    CHECK_THAT(egiz({"generate", "manual", name}).out, Catch::Contains(".SH EXAMPLES"));
    for (const char* shell : {"bash", "zsh", "fish"}) {
      CHECK_THAT(egiz({"generate", "completion", shell}).out, Catch::Contains(name));
    }
    bool has_golden_case = false;
    for (const auto& entry : std::filesystem::directory_iterator(EGIZ_FIXTURES "/golden")) {
      has_golden_case = has_golden_case || entry.path().filename().string().starts_with(name);
    }
    CHECK(has_golden_case);
  }
}

TEST_CASE("a wrong command line is exit 2 with a way out") {
  const Answer unknown = egiz({"aling"});
  CHECK(unknown.code == kUsage);
  CHECK_THAT(unknown.err, Catch::Contains("did you mean align?"));

  const Answer option = egiz({"stats", "--nothing", "m"});
  CHECK(option.code == kUsage);
  CHECK_THAT(option.err, Catch::Contains("egiz stats --help"));

  CHECK(egiz({}).code == kUsage);
}

TEST_CASE("the version goes to standard output") {
  CHECK(egiz({"--version"}).out == "egiz " + std::string(version()) + "\n");
}

}  // namespace egiz::cli
