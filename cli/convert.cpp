// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/unit_input.h"
#include "cli/unit_output.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

struct ConvertArgs {
  std::string input;
  UnitReadOptions read;
  UnitOutput output;
};

ConvertArgs parse_convert(const Words& words) {
  words.require_positional(2, 2, "a file to read and a file to write");
  return {.input = words.positional()[0],
          .read = {.languages = words.languages("languages"),
                   .columns = words.list("read-columns"),
                   .limits = parse_limits(words),
                   .partial = words.has("partial")},
          .output = parse_unit_output(words, words.positional()[1])};
}

int run_convert(const Words& words, Io& io) {
  const ConvertArgs args = parse_convert(words);
  const ConversionResult result = convert_file(args.input, args.output.file, args.output.format, args.read,
                                               args.output.options, show_progress(io, "converting"));
  print_findings(result.read, io.err);
  print_unit_output(args.output, result.written, io.err);
  return result.read.skipped == 0 && result.written.written > 0 ? kSuccess : kNothingFound;
}

}  // namespace

Command convert_command() {
  return {
      .name = "convert",
      .summary = "turn a file of units into another format",
      .usage = {"convert IN OUT [--format FORMAT] [--languages ru,kk] [--profile PROGRAM] [--client NAME] ..."},
      .description =
          "Reads TMX, XLIFF, PO, TSV, CSV, JSONL or XLSX and writes TMX, XLIFF, TSV, CSV, XLSX, JSONL or Moses, as the ending\n"
          "of OUT says or --format does. Units go through one by one, so files may be of any size. What is said of\n"
          "`egiz export` and `egiz import` holds here too: OUT appears whole or not at all, and a unit that cannot be\n"
          "used is skipped and told.",
      .options = with_output_options(
          {{"read-columns", "COLUMNS",
            "tables that are read: what the columns are (ru,kk,note,-), or what headings mean (Source=ru)"},
           {"partial", "", "of a file that breaks its format, take what stands before the break"},
           kLimits}),
      .examples = {"egiz convert old.tmx old.xlsx", "egiz convert job.sdlxliff job.tmx --profile omegat",
                   "egiz convert memory.tmx.gz ministry.jsonl --client Ministry --anonymise"},
      .nothing_found = "units were skipped, or there was nothing to write",
      .run = run_convert,
  };
}

}  // namespace egiz::cli
