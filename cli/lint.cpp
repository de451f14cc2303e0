// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

struct LintArgs {
  std::vector<std::string> files;
  bool as_json = false;
};

LintArgs parse_lint(const Words& words) {
  words.require_positional(1, SIZE_MAX, "one TMX or more");
  return {.files = words.positional(), .as_json = words.choice("format", kFormats, "text") == "json"};
}

void print_fault(const TmxFault& fault, std::ostream& out) {
  out << fault.place << ": " << fault.message << " [" << fault.rule << "]\n    trips: ";
  for (const std::string& program : fault.programs) out << (&program == &fault.programs.front() ? "" : ", ") << program;
  out << '\n';
}

void print_report(const std::string& file, const TmxLintReport& report, std::ostream& out) {
  for (const TmxFault& fault : report.faults) print_fault(fault, out);
  for (const auto& [rule, count] : report.counts) {
    if (count > TmxLintReport::kMaxFaultsPerRule) {
      out << file << ": " << count - TmxLintReport::kMaxFaultsPerRule << " more of [" << rule << "]\n";
    }
  }
  out << file << ": " << report.units << " units, " << report.counts.size() << " kinds of faults\n";
}

int run_lint(const Words& words, Io& io) {
  const LintArgs args = parse_lint(words);
  bool is_clean = true;
  for (const std::string& file : args.files) {
    const TmxLintReport report = lint_tmx(file, show_progress(io, "reading"));
    is_clean = is_clean && report.counts.empty();
    if (args.as_json) {
      io.out << lint_json(file, report) << '\n';
    } else {
      print_report(file, report, io.out);
    }
  }
  return is_clean ? kSuccess : kNothingFound;
}

}  // namespace

Command lint_command() {
  return {
      .name = "lint",
      .summary = "say what is wrong with a TMX, and which programs trip over it",
      .usage = {"lint FILE.tmx... [--format text|json]"},
      .description =
          "Reads the file from end to end against the rules of TMX 1.4b and what programs are known to want: where each\n"
          "fault is, what it is, and who refuses the file or loses the unit. Of each kind of fault the first 20 are\n"
          "told and all are counted. To mend what can be mended: egiz convert FILE.tmx NEW.tmx.",
      .options = {{"format", "FORMAT", "text or json, one object a file"}},
      .examples = {"egiz lint from-client.tmx", "egiz lint *.tmx --format json"},
      .nothing_found = "something is wrong",
      .run = run_lint,
  };
}

}  // namespace egiz::cli
