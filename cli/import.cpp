// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

struct ImportArgs {
  std::string memory;
  std::vector<std::string> files;
  std::vector<Language> languages;
  DocumentLimits limits;
};

ImportArgs parse_import(const Words& words) {
  words.require_positional(2, SIZE_MAX, "a MEMORY and one file or more");
  return {.memory = words.positional().front(),
          .files = {words.positional().begin() + 1, words.positional().end()},
          .languages = words.languages("languages"),
          .limits = parse_limits(words)};
}

int run_import(const Words& words, Io& io) {
  const ImportArgs args = parse_import(words);
  bool is_whole = true;
  with_memory(args.memory, [&](Memory& memory) {
    for (const std::string& file : args.files) {
      const ImportResult result =
          import_file(memory, file, args.languages, show_progress(io, "importing"), args.limits);
      is_whole = print_import(file, result, io) && is_whole;
    }
    return memory.size() > 0;
  });
  return is_whole ? kSuccess : kNothingFound;
}

}  // namespace

Command import_command() {
  return {
      .name = "import",
      .summary = "import files of translation units into a memory",
      .usage = {"import MEMORY FILE... [--languages ru,kk]"},
      .description =
          "Reads TMX, XLIFF, PO, TSV, CSV, JSONL and XLSX and adds their units. The memory is made when it is not there. A\n"
          "file is one transaction: when it breaks its format, nothing of it is added. A unit that cannot be used is skipped and "
          "told.",
      .options = {{"languages", "L,L", "only these languages; a TSV file without a header line needs them"}, kLimits},
      .examples = {"egiz import memory.egiz old.tmx", "egiz import memory.egiz terms.tsv --languages ru,kk",
                   "egiz import memory.egiz glossary.xlsx"},
      .nothing_found = "units were skipped",
      .run = run_import,
  };
}

}  // namespace egiz::cli
