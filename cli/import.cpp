// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/unit_input.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 3> kRules = {"keep", "newest", "skip"};

struct ImportArgs {
  std::string memory;
  std::vector<std::string> files;
  ImportOptions options;
  bool dry_run = false;
};

ImportArgs parse_import(const Words& words) {
  words.require_positional(2, SIZE_MAX, "a MEMORY and one file or more");
  const std::string rule = words.choice("duplicates", kRules, "keep");
  return {.memory = words.positional().front(),
          .files = {words.positional().begin() + 1, words.positional().end()},
          .options = {.read = parse_unit_input(words),
                      .duplicates = rule == "newest" ? DuplicateRule::newest
                                    : rule == "skip" ? DuplicateRule::skip
                                                     : DuplicateRule::keep},
          .dry_run = words.has("dry-run")};
}

bool preview_all(const ImportArgs& args, Io& io) {
  bool is_whole = true;
  for (const std::string& file : args.files) {
    const ReadReport report = preview_file(file, args.options.read);
    print_findings(report, io.err);
    io.out << file << ": " << report.read << " would be read, " << report.skipped << " skipped, " << report.repaired
           << " repaired\n";
    is_whole = is_whole && report.skipped == 0;
  }
  return is_whole;
}

int run_import(const Words& words, Io& io) {
  const ImportArgs args = parse_import(words);
  bool is_whole = true;
  if (args.dry_run) {
    is_whole = preview_all(args, io);
  } else {
    with_memory(args.memory, [&](Memory& memory) {
      memory.set_author(io.author);
      for (const std::string& file : args.files) {
        const ImportResult result = import_file(memory, file, args.options, show_progress(io, "importing"));
        is_whole = print_import(file, result, io) && is_whole;
      }
      return memory.size() > 0;
    });
  }
  return is_whole ? kSuccess : kNothingFound;
}

}  // namespace

Command import_command() {
  return {
      .name = "import",
      .summary = "import files of translation units into a memory",
      .usage = {"import MEMORY FILE... [--languages ru,kk] [--duplicates keep|newest|skip] [--partial] [--dry-run]"},
      .description =
          "Reads TMX, XLIFF, PO, TSV, CSV, JSONL and XLSX and adds their units. The memory is made when it is not\n"
          "there. A file is one transaction: when it breaks its format, nothing of it is added, unless --partial asks for what\n"
          "stands before the break. A unit that cannot be used is skipped and told with its place.\n"
          "\n"
          "Units that say the same in all languages become one. Of units with one source and other translations\n"
          "--duplicates keeps all, the newest, or those that were there first.",
      .options = with_input_options({{"duplicates", "RULE", "keep (the default), newest or skip"},
                                     {"dry-run", "", "read and report, and change nothing"},
                                     kAuthor}),
      .examples = {"egiz import memory.egiz old.tmx", "egiz import memory.egiz terms.tsv --languages ru,kk",
                   "egiz import memory.egiz glossary.xlsx",
                   "egiz import memory.egiz vendor.tmx.gz --duplicates newest --dry-run",
                   "egiz import memory.egiz table.csv --columns Source=ru,Target=kk,Comment=note"},
      .nothing_found = "units were skipped",
      .run = run_import,
  };
}

}  // namespace egiz::cli
