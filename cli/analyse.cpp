// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <ostream>

#include "cli/asked_memories.h"
#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/sentence_rules.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"text", "tsv", "json"};

struct AnalyseArgs {
  Asking asking;
  std::vector<std::filesystem::path> documents;
  AnalyseOptions options;
  SentenceRulesArgs rules;
  std::string format;
  std::optional<std::string> table;
  bool overwrite = false;
  std::size_t threads = 0;
};

AnalyseArgs parse_analyse(const Words& words) {
  words.require_positional(2, SIZE_MAX, "a MEMORY and one document or more");
  std::vector<std::string> memories = words.values("memory");
  memories.insert(memories.begin(), words.positional().front());
  return {.asking = parse_asking(words, std::move(memories)),
          .documents = {words.positional().begin() + 1, words.positional().end()},
          .options = {.from = words.language("from"),
                      .to = words.required_language("to"),
                      .segmented = words.has("segmented"),
                      .limits = parse_limits(words)},
          .rules = parse_sentence_rules(words),
          .format = words.choice("format", kFormats, "text"),
          .table = words.value("output"),
          .overwrite = words.has("overwrite"),
          .threads = words.count("threads", 0)};
}

std::string pages_text(const Volume& volume) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f", volume.pages());
  return text;
}

void print_row(std::string_view name, const Volume& volume, std::ostream& out) {
  char row[160];
  std::snprintf(row, sizeof row, "  %-16.*s%10zu%10zu%12zu%13zu%10s\n", static_cast<int>(name.size()), name.data(),
                volume.segments, volume.words, volume.characters, volume.characters_with_spaces,
                pages_text(volume).c_str());
  out << row;
}

void print_table(const FileAnalysis& file, std::ostream& out) {
  out << file.name << "\n                    segments     words  characters  with spaces     pages\n";
  for (std::size_t i = 0; i < kBandCount; ++i) print_row(band_name(static_cast<Band>(i)), file.bands[i], out);
  print_row("total", file.total(), out);
}

void print_text(const AnalysisReport& report, std::ostream& out) {
  for (const FileAnalysis& file : report.files) {
    print_table(file, out);
    out << '\n';
  }
  if (report.files.size() > 1) print_table(report.total(), out);
  out << "A page is 1,800 characters with spaces.\n";
}

int run_analyse(const Words& words, Io& io) {
  AnalyseArgs args = parse_analyse(words);
  const ThreadLimit limit(args.threads);
  args.options.rules = load_sentence_rules(args.rules, io);
  args.options.find = args.asking.find_options(args.options.find);
  const AskedMemories memories(args.asking);
  const AnalysisReport report = analyse_files(memories.asked(), args.documents, args.options, show_progress(io, "analysing"));
  if (args.table) {
    write_analysis(report, *args.table, args.overwrite);
  } else if (args.format == "json") {
    io.out << analysis_json(report) << '\n';
  } else if (args.format == "tsv") {
    write_analysis(report, *open_table_writer(io.out, TableFormat::tsv));
  } else {
    print_text(report, io.out);
  }
  return kSuccess;
}

}  // namespace

Command analyse_command() {
  return {
      .name = "analyse",
      .summary = "count how much of documents a memory translates, for a quote",
      .usage = {"analyse MEMORY DOCUMENT... --to kk [--from ru] [--memory OTHER] [--penalty NAME=POINTS] [--client NAME] "
                "[--segmented] [--format text|tsv|json]",
                "analyse MEMORY DOCUMENT... --to kk -o FILE.xlsx"},
      .description =
          "Counts segments, words, characters and normative pages of 1,800 characters with spaces by band: "
          "repetitions\n"
          "within and across the documents, context matches (the neighbours are the same too), 100, 95-99, 85-94, "
          "75-84,\n"
          "50-74, none. A segment is counted once, in the first band that fits. Internal bands are segments that are "
          "like\n"
          "one before them in these documents, where the memory has nothing as good. A word is what stands between "
          "white\n"
          "space, unless it is punctuation alone.\n"
          "\n"
          "With -o the report is a table for a spreadsheet. --memory asks other memories as well, as if they were one "
          "with\n"
          "MEMORY; --penalty and the options of units are those of `egiz query`.",
      .options = with_filter_options({{"from", "LANGUAGE", "the language of the documents; else it is identified"},
                                      {"to", "LANGUAGE", "the language wanted"},
                                      {"memory", "MEMORY", "another memory to ask; may be repeated", 0, true},
                                      {"segmented", "", "the documents have one segment a line"},
                                      kSrx,
                                      kAbbreviations,
                                      {"format", "FORMAT", "text, tsv or json"},
                                      {"output", "FILE", "write a table: .xlsx, .tsv or .csv", 'o'},
                                      kPenalty,
                                      kOverwrite,
                                      kLimits,
                                      kThreads}),
      .examples = {"egiz analyse memory.egiz contract.docx --to kk",
                   "egiz analyse memory.egiz chapters/*.txt --from ru --to en -o quote.xlsx",
                   "egiz analyse mine.egiz contract.docx --to kk --memory old.egiz --penalty old.egiz=5"},
      .nothing_found = "never",
      .run = run_analyse,
  };
}

}  // namespace egiz::cli
