// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>
#include <set>
#include <utility>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "json"};

struct CheckArgs {
  std::string file;
  std::optional<std::string> terms;
  CheckOptions options;
  bool as_json = false;
  std::size_t threads = 0;
};

std::vector<std::string> split_names(const std::optional<std::string>& names) {
  std::vector<std::string> split;
  if (!names) return split;
  std::size_t begin = 0;
  for (std::size_t end = names->find(','); end != names->npos; end = names->find(',', begin)) {
    split.push_back(names->substr(begin, end - begin));
    begin = end + 1;
  }
  split.push_back(names->substr(begin));
  return split;
}

CheckArgs parse_check(const Words& words) {
  words.require_positional(1, 1, "one MEMORY or file of units");
  CheckArgs args{.file = words.positional().front(),
                 .terms = words.value("terms"),
                 .options = {.languages = words.languages("languages"),
                             .only = split_names(words.value("only")),
                             .skip = split_names(words.value("skip"))},
                 .as_json = words.choice("format", kFormats, "text") == "json",
                 .threads = words.count("threads", 0)};
  try {
    Checker{args.options};
  } catch (const Error& error) {
    throw UsageError(error.what());
  }
  return args;
}

void print_finding(const ReportedFinding& reported, std::ostream& out) {
  const CheckFinding& finding = reported.finding;
  out << '#' << finding.id.value << "  " << finding.check << "  " << finding.language.tag() << ' '
      << finding.range.begin << '-' << finding.range.end << "  " << finding.message;
  if (!reported.text.empty()) out << "  \"" << reported.text << '"';
  out << '\n';
}

int run_check(const Words& words, Io& io) {
  CheckArgs args = parse_check(words);
  const ThreadLimit limit(args.threads);
  if (args.terms) args.options.terms = read_terms(*args.terms);
  std::set<std::int64_t> faulty;
  std::string_view separator = "{\"findings\":[\n";  // of JSON; nothing is written before the file could be opened
  const auto print = [&](const ReportedFinding& reported) {
    faulty.insert(reported.finding.id.value);
    if (!args.as_json) return print_finding(reported, io.out);
    io.out << std::exchange(separator, ",\n") << finding_json(reported);
  };
  const CheckReport report = check_file(args.file, args.options, print, show_progress(io, "checking"));
  if (args.as_json) {
    io.out << (report.findings == 0 ? separator : "\n") << "],\"units\":" << report.units
           << ",\"unreadable\":" << report.read.skipped << "}\n";
  }
  for (const Finding& finding : report.read.findings) io.err << finding.place << ": " << finding.reason << '\n';
  io.err << report.findings << " findings in " << faulty.size() << " of " << report.units << " units";
  if (report.read.skipped > 0) io.err << ", " << report.read.skipped << " could not be read";
  io.err << '\n';
  return report.findings + report.read.skipped == 0 ? kSuccess : kNothingFound;
}

// The names of all checks, for the help.
std::string_view description() {
  static const std::string text = [] {
    std::string lines =
        "Looks for what is likely to be wrong with the units of a memory, or of a file of units. Each finding has the\n"
        "unit's id (in a file its number, from 1), the check, the place as language and byte range, and a sentence.\n"
        "The first language, or the first of --languages, is the source; the others are compared with it.\n\n"
        "Checks\n";
    for (const CheckName& check : check_names()) {
      lines.append("  ").append(check.name).append(18 - check.name.size(), ' ').append(check.summary).append("\n");
    }
    lines.pop_back();
    return lines;
  }();
  return text;
}

}  // namespace

Command check_command() {
  return {
      .name = "check",
      .summary = "find what is likely to be wrong with units",
      .usage = {"check MEMORY|FILE [--languages ru,kk] [--only NAME,NAME] [--skip NAME,NAME] [--terms FILE] "
                "[--format text|json]"},
      .description = description(),
      .options = {{"languages", "L,L", "the source, and what to compare with it; a unit that lacks one is told"},
                  {"only", "NAME,NAME", "these checks alone"},
                  {"skip", "NAME,NAME", "all checks but these"},
                  {"terms", "FILE", "a list of terms: tab-separated, the first line names the languages"},
                  {"format", "FORMAT", "text or json"},
                  kThreads},
      .examples = {"egiz check memory.egiz", "egiz check delivery.tmx --only numbers,dates",
                   "egiz check memory.egiz --languages ru,kk --terms terms.tsv --format json > findings.json"},
      .nothing_found = "there are findings, or units that could not be read",
      .run = run_check,
  };
}

}  // namespace egiz::cli
