// SPDX-License-Identifier: Apache-2.0
#include <ostream>

#include "cli/commands.h"
#include "cli/sentence_rules.h"

namespace egiz::cli {
namespace {

struct ExtractArgs {
  std::string memory;
  std::vector<std::filesystem::path> documents;
  std::string output;
  ExtractOptions options;
  SentenceRulesArgs rules;
  std::size_t threads = 0;
};

ExtractArgs parse_extract(const Words& words) {
  words.require_positional(2, SIZE_MAX, "a MEMORY and one document or more");
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the memory to make");
  return {.memory = words.positional().front(),
          .documents = {words.positional().begin() + 1, words.positional().end()},
          .output = *output,
          .options = {.from = words.language("from"),
                      .to = words.languages("to"),
                      .segmented = words.has("segmented"),
                      .min_similarity = words.number("min", 70, 0, 100),
                      .max_matches = words.count("max", 5)},
          .rules = parse_sentence_rules(words),
          .threads = words.count("threads", 0)};
}

int run_extract(const Words& words, Io& io) {
  ExtractArgs args = parse_extract(words);
  const ThreadLimit limit(args.threads);
  args.options.rules = load_sentence_rules(args.rules, io);
  const Memory memory = Memory::open(args.memory, OpenMode::read_only);
  const ExtractReport report =
      extract_memory(memory, args.documents, args.options, args.output, show_progress(io, "looking up"));
  for (const Finding& finding : report.findings) io.err << finding.place << ": " << finding.reason << '\n';
  if (report.units == 0) {
    io.err << "egiz: nothing in " << args.memory << " is similar; no memory was made\n";
    return kNothingFound;
  }
  io.out << args.output << ": " << report.units << " units for " << report.matched << " of " << report.segments
         << " segments\n";
  return kSuccess;
}

}  // namespace

Command extract_command() {
  return {
      .name = "extract",
      .summary = "make a small memory of what documents need",
      .usage = {"extract MEMORY DOCUMENT... -o SMALL [--from ru] [--to kk[,en]] [--min 70] [--max 5]"},
      .description =
          "Looks every segment of the documents up and writes the units that match into a new memory, whole: to give\n"
          "to a translator who must not have all of it, or to take along. A look-up of these documents finds there what\n"
          "it finds in MEMORY.",
      .options = {{"output", "SMALL", "the memory to make", 'o'},
                  {"from", "LANGUAGE", "the language of the documents; else it is identified"},
                  {"to", "L[,L]", "the languages wanted; else all of the memory"},
                  {"min", "N", "least similarity, 0 to 100; default 70"},
                  {"max", "N", "units for a segment and a language; default 5, 0 is all"},
                  {"segmented", "", "the documents have one segment a line"},
                  kSrx,
                  kAbbreviations,
                  kThreads},
      .examples = {"egiz extract memory.egiz contract.docx -o contract.egiz --to kk",
                   "egiz extract memory.egiz project/*.ru.docx -o project.egiz --min 60 --max 10"},
      .nothing_found = "no unit matches; no memory was made",
      .run = run_extract,
  };
}

}  // namespace egiz::cli
