// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <ostream>

#include "cli/commands.h"
#include "cli/sentence_rules.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 4> kFormats = {"text", "json", "tsv", "jobs"};

struct PairArgs {
  std::string folder;
  std::string format;
  std::string outputs;
  PairFolderOptions options;
  SentenceRulesArgs rules;
  std::size_t threads = 0;
};

PairArgs parse_pair(const Words& words) {
  words.require_positional(1, 1, "one FOLDER");
  PairArgs args{.folder = words.positional().front(),
                .format = words.choice("format", kFormats, "text"),
                .outputs = words.value("outputs").value_or("."),
                .options = {.languages = words.languages("languages"), .segmented = words.has("segmented")},
                .rules = parse_sentence_rules(words),
                .threads = words.count("threads", 0)};
  if (words.has("outputs") && args.format != "jobs") throw UsageError("--outputs goes with --format jobs");
  return args;
}

void print_group(const DocumentGroup& group, std::ostream& out) {
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.4f", group.confidence);
  out << confidence << (group.has_like_names ? "  names  " : "         ");
  for (std::size_t i = 0; i < group.files.size(); ++i) {
    out << (i == 0 ? "" : " + ") << group.files[i].string() << " (" << group.languages[i].tag() << ')';
  }
  out << '\n';
}

void print_table(const PairFolderReport& report, std::ostream& out) {
  for (const DocumentGroup& group : report.groups) print_group(group, out);
  for (const AloneDocument& document : report.alone) {
    out << "alone            " << document.file.string() << " (" << document.language.tag() << ")\n";
  }
}

void print_jobs(const PairFolderReport& report, const std::string& folder, std::ostream& out) {
  for (const AlignJob& job : jobs_of(report.groups, folder)) {
    out << job.source.string() << '\t' << job.target.string() << '\t' << job.output.string() << '\n';
  }
}

int run_pair(const Words& words, Io& io) {
  PairArgs args = parse_pair(words);
  const ThreadLimit limit(args.threads);
  args.options.rules = load_sentence_rules(args.rules, io);
  const std::optional<Lexicon> lexicon = lexicon_of(words, io);
  if (lexicon) args.options.lexicon = &*lexicon;
  const PairFolderReport report = pair_folder(args.folder, args.options, show_progress(io, "pairing"));
  if (args.format == "json") {
    io.out << pairing_json(report) << '\n';
  } else if (args.format == "tsv") {
    write_group_table(io.out, report.groups);
  } else if (args.format == "jobs") {
    print_jobs(report, args.outputs, io.out);
  } else {
    print_table(report, io.out);
  }
  for (const Finding& finding : report.left_out) io.err << finding.place << ": left out: " << finding.reason << '\n';
  for (const DocumentGroup& group : report.denied) {
    io.err << group.files.front().string()
           << ": the names of this group are alike, but its texts do not translate each "
           << "other\n";
  }
  return report.groups.empty() || !report.denied.empty() ? kNothingFound : kSuccess;
}

}  // namespace

Command pair_command() {
  return {
      .name = "pair",
      .summary = "find which documents of a folder translate each other",
      .usage = {"pair FOLDER [--languages L,...] [--format text|json|tsv|jobs] [--segmented] [--lexicon FILE]"},
      .description =
          "Reads every document of the folder and the folders in it and finds pairs and triples of translations by "
          "what\n"
          "they say: numbers, dates, names, words of the lexicon, and how well the sentences of the likely ones "
          "align.\n"
          "Names help where they are alike but for the language (law.ru.txt and law.kk.txt). Each group comes with "
          "the\n"
          "probability that it is right; documents without a partner are told.\n\n"
          "ru, kk and en are told by the text. For others --languages says which there are: names tell them apart, and "
          "if\n"
          "it is one language alone, every document that is none of those three is in it.\n\n"
          "The table that --format tsv writes is what egiz add --list takes; --format jobs writes a list for egiz "
          "align\n"
          "--list, a job for every two documents of a group.",
      .options = {{"languages", "L,...", "languages of the folder beside ru, kk and en"},
                  {"format", "FORMAT", "text, json, tsv or jobs"},
                  {"outputs", "DIR", "with --format jobs: where the alignments go; else here"},
                  kSegmented,
                  kSrx,
                  kAbbreviations,
                  kLexicon,
                  kLexiconMemory,
                  kThreads},
      .examples = {"egiz pair incoming", "egiz pair incoming --format tsv > groups.tsv",
                   "egiz pair incoming --format jobs --outputs tmx > jobs.tsv && egiz align --list jobs.tsv"},
      .nothing_found = "no documents translate each other, or names are alike where texts are not",
      .run = run_pair,
  };
}

}  // namespace egiz::cli
