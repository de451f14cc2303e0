// SPDX-License-Identifier: Apache-2.0
#include <istream>
#include <iterator>
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

struct RepairArgs {
  std::string file = "-";
  std::string output = "-";
  bool overwrite = false;
};

RepairArgs parse_repair(const Words& words) {
  words.require_positional(0, 1, "one file, or none for standard input");
  RepairArgs args{.output = words.value("output").value_or("-"), .overwrite = words.has("overwrite")};
  if (!words.positional().empty()) args.file = words.positional().front();
  return args;
}

CleanText clean(const std::string& file, std::istream& in) {
  if (file != "-") return clean_file(file);
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return clean_text(bytes, "standard input");
}

int run_repair(const Words& words, Io& io) {
  const RepairArgs args = parse_repair(words);
  const CleanText cleaned = clean(args.file, io.in);
  if (args.output == "-") {
    io.out << cleaned.text;
  } else {
    OutputFile output(args.output, args.overwrite);
    output.stream() << cleaned.text;
    output.commit();
  }
  for (const Finding& finding : cleaned.findings) io.err << finding.place << ": " << finding.reason << '\n';
  if (cleaned.findings.empty()) io.err << args.file << ": clean UTF-8; nothing was changed\n";
  return kSuccess;
}

}  // namespace

Command repair_command() {
  return {
      .name = "repair",
      .summary = "write a text of any encoding, or a damaged one, as clean UTF-8",
      .usage = {"repair [FILE] [-o FILE] [--overwrite]"},
      .description =
          "Finds the encoding (UTF-8, UTF-16, windows-1251, KOI8-R, IBM866, Mac Cyrillic, windows-1252, KZ-1048, PT154),\n"
          "and lines that were once read in a wrong one or typed with a KZ font, and writes the text as UTF-8 without a\n"
          "byte order mark. What was changed is told on standard error, line by line: also what is only likely, so read\n"
          "it. Other commands repair what is certain when they read a document.",
      .options = {{"output", "FILE", "write there; - or none is standard output", 'o'}, kOverwrite},
      .examples = {"egiz repair old.kk.txt -o clean.kk.txt", "egiz repair < letter.txt > letter.utf8.txt"},
      .nothing_found = "never",
      .run = run_repair,
  };
}

}  // namespace egiz::cli
