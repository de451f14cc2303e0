// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 4> kExportFormats = {"tmx", "tsv", "jsonl", "moses"};

struct ExportArgs {
  std::string memory;
  std::string output;
  UnitFormat format = UnitFormat::tmx;
  UnitWriteOptions options;
};

UnitFormat to_unit_format(std::string_view name) {
  if (name == "tsv") return UnitFormat::tsv;
  if (name == "jsonl") return UnitFormat::jsonl;
  if (name == "moses") return UnitFormat::moses;
  return UnitFormat::tmx;
}

ExportArgs parse_export(const Words& words) {
  words.require_positional(1, 1, "one MEMORY");
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the file to write");
  ExportArgs args{.memory = words.positional().front(),
                  .output = *output,
                  .format = unit_format_of(*output),
                  .options = {.languages = words.languages("languages"), .overwrite = words.has("overwrite"), .filter = parse_filter(words)}};
  if (words.has("format")) args.format = to_unit_format(words.choice("format", kExportFormats, "tmx"));
  return args;
}

int run_export(const Words& words, Io& io) {
  ExportArgs args = parse_export(words);
  const Memory memory = Memory::open(args.memory, OpenMode::read_only);
  const bool has_columns = args.format == UnitFormat::tsv || args.format == UnitFormat::moses;
  if (has_columns && args.options.languages.empty()) {
    for (const Memory::LanguageCount& count : memory.languages()) args.options.languages.push_back(count.language);
  }
  const ExportResult result =
      export_memory(memory, args.output, args.format, args.options, show_progress(io, "exporting"));
  io.err << args.output << ": " << result.written << " units";
  if (result.left_out > 0) io.err << ", " << result.left_out << " left out";
  io.err << '\n';
  return result.written > 0 ? kSuccess : kNothingFound;
}

}  // namespace

Command export_command() {
  return {
      .name = "export",
      .summary = "write a memory as TMX or another format",
      .usage = {"export MEMORY -o FILE [--languages ru,kk] [--client NAME] [--format tmx|tsv|jsonl|moses] "
                "[--overwrite]"},
      .description =
          "Writes every unit of the memory. The ending of FILE tells the format (.tmx, .tsv, .jsonl) unless --format "
          "does;\n"
          "Moses writes FILE.<language> for each language. With --languages only units that have all of them are "
          "written.\n"
          "The file appears whole or not at all.",
      .options = with_filter_options({{"output", "FILE", "the file to write", 'o'},
                                      {"languages", "L,L", "only units with all of these, and only these variants"},
                                      {"format", "FORMAT", "tmx, tsv, jsonl or moses"},
                                      kOverwrite}),
      .examples = {"egiz export memory.egiz -o memory.tmx", "egiz export memory.egiz -o kk-en.tsv --languages kk,en",
                   "egiz export memory.egiz -o ministry.tmx --client Ministry --origin reviewed"},
      .nothing_found = "there was nothing to write",
      .run = run_export,
  };
}

}  // namespace egiz::cli
