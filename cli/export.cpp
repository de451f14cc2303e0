// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/unit_output.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

struct ExportArgs {
  std::string memory;
  UnitOutput output;
};

ExportArgs parse_export(const Words& words) {
  words.require_positional(1, 1, "one MEMORY");
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the file to write");
  return {.memory = words.positional().front(), .output = parse_unit_output(words, *output)};
}

int run_export(const Words& words, Io& io) {
  const ExportArgs args = parse_export(words);
  const Memory memory = Memory::open(args.memory, OpenMode::read_only);
  const ExportResult result = export_memory(memory, args.output.file, args.output.format, args.output.options,
                                            show_progress(io, "exporting"));
  print_unit_output(args.output, result, io.err);
  return result.written > 0 ? kSuccess : kNothingFound;
}

}  // namespace

Command export_command() {
  return {
      .name = "export",
      .summary = "write a memory as TMX or another format",
      .usage = {"export MEMORY -o FILE [--languages ru,kk] [--format FORMAT] [--profile PROGRAM] [--client NAME] ..."},
      .description =
          "Writes the units of the memory, all or those that have everything that is asked for. The ending of FILE\n"
          "tells the format (.tmx, .xlf, .tsv, .csv, .xlsx, .jsonl) unless --format does; a name that ends in .gz is\n"
          "packed. Moses writes FILE.<language> for each language. With --languages only units that have all of them\n"
          "are written. The file appears whole or not at all.\n"
          "\n"
          "A TMX for egiz comes back as it was; --profile writes context, documents and people where another program\n"
          "looks for them. JSONL keeps everything.",
      .options = with_output_options({{"output", "FILE", "the file to write", 'o'}}),
      .examples = {"egiz export memory.egiz -o memory.tmx", "egiz export memory.egiz -o kk-en.tsv --languages kk,en",
                   "egiz export memory.egiz -o ministry.tmx.gz --profile trados --client Ministry --since 2026-01-01",
                   "egiz export memory.egiz -o review.xlsx --languages ru,kk --origin aligned --columns document,note"},
      .nothing_found = "there was nothing to write",
      .run = run_export,
  };
}

}  // namespace egiz::cli
