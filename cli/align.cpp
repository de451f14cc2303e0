// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/sentence_rules.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 5> kFormats = {"tmx", "tsv", "jsonl", "ladder", "moses"};

struct AlignArgs {
  std::vector<std::string> files;
  std::optional<std::string> list;
  std::optional<std::string> output;
  std::optional<std::string> fixed;
  std::vector<Language> languages;
  std::optional<AlignmentFormat> format;
  SentenceRulesArgs rules;
  std::size_t threads = 0;
  bool segmented = false;
  bool overwrite = false;
  bool resume = false;
  DocumentLimits limits;
  bool moves = false;
};

AlignmentFormat to_format(std::string_view name) {
  if (name == "tsv") return AlignmentFormat::tsv;
  if (name == "jsonl") return AlignmentFormat::jsonl;
  if (name == "ladder") return AlignmentFormat::ladder;
  if (name == "moses") return AlignmentFormat::moses;
  return AlignmentFormat::tmx;
}

AlignArgs parse_align(const Words& words) {
  AlignArgs args{.files = words.positional(),
                 .list = words.value("list"),
                 .output = words.value("output"),
                 .fixed = words.value("fixed"),
                 .languages = words.languages("languages"),
                 .rules = parse_sentence_rules(words),
                 .threads = words.count("threads", 0),
                 .segmented = words.has("segmented"),
                 .overwrite = words.has("overwrite"),
                 .resume = words.has("resume"),
                 .limits = parse_limits(words),
                 .moves = words.has("moves")};
  if (words.has("format")) args.format = to_format(words.choice("format", kFormats, "tmx"));
  if (args.list) {
    words.require_positional(0, 0, "--list alone, without documents");
    if (args.output) throw UsageError("--output does not go with --list, whose lines name the outputs");
    if (args.fixed) throw UsageError("--fixed does not go with --list, whose lines name ladders in a fourth column");
    if (!args.languages.empty() && args.languages.size() != 2) throw UsageError("--list takes two --languages");
    return args;
  }
  words.require_positional(2, 3, "two or three documents");
  if (args.resume) throw UsageError("--resume goes with --list");
  if (args.fixed && args.files.size() != 2) throw UsageError("--fixed goes with two documents");
  if (!args.languages.empty() && args.languages.size() != args.files.size()) {
    throw UsageError("--languages wants one language for each document");
  }
  return args;
}

void tell(const std::vector<Finding>& findings, Io& io) {
  for (const Finding& finding : findings) io.err << finding.place << ": " << finding.reason << '\n';
}

std::vector<LoadedDocument> load(const AlignArgs& args, Io& io) {
  const SentenceRules rules = load_sentence_rules(args.rules, io);
  std::vector<LoadedDocument> documents;
  for (std::size_t i = 0; i < args.files.size(); ++i) {
    LoadOptions options{.segmented = args.segmented, .rules = rules, .limits = args.limits};
    if (!args.languages.empty()) options.language = args.languages[i];
    documents.push_back(load_document(args.files[i], options));
    tell(documents.back().findings, io);
  }
  return documents;
}

int run_pair(const AlignArgs& args, const Lexicon* lexicon, Io& io) {
  AlignDocumentsOptions options{.lexicon = lexicon, .moves = args.moves};
  if (args.fixed) options.fixed = read_fixed_beads(*args.fixed);
  const AlignedDocuments aligned = align_documents(load(args, io), options, show_progress(io, "aligning"));
  if (aligned.parallelism < kMinParallelism) {
    io.err << "egiz: these documents do not seem to translate each other; check that they are the ones you mean\n";
  }
  tell(describe_stretches(aligned), io);
  if (args.output && *args.output != "-") {
    write_alignment(aligned, *args.output, args.format.value_or(alignment_format_of(*args.output)), args.overwrite);
  } else {
    write_alignment(aligned, io.out, args.format.value_or(AlignmentFormat::tmx));
  }
  return kSuccess;
}

int run_list(const AlignArgs& args, const Lexicon* lexicon, Io& io) {
  const std::vector<AlignJob> jobs = read_job_list(*args.list);
  const AlignListOptions options{.languages = args.languages,
                                 .segmented = args.segmented,
                                 .rules = load_sentence_rules(args.rules, io),
                                 .format = args.format.value_or(AlignmentFormat::tmx),
                                 .overwrite = args.overwrite,
                                 .resume = args.resume,
                                 .limits = args.limits,
                                 .lexicon = lexicon,
                                 .moves = args.moves};
  const std::vector<AlignJobResult> results = align_list(jobs, options, show_progress(io, "aligning kB"));
  bool has_failed = false;
  for (std::size_t i = 0; i < jobs.size(); ++i) {
    const AlignJobResult& result = results[i];
    io.out << jobs[i].output.string() << '\t';
    switch (result.outcome) {
      case AlignJobResult::Outcome::aligned:
        io.out << "aligned\t" << result.beads << '\t' << result.parallelism;
        break;
      case AlignJobResult::Outcome::skipped:
        io.out << "skipped\t\t\t" << result.message;
        break;
      case AlignJobResult::Outcome::failed:
        io.out << "failed\t\t\t" << result.message;
        has_failed = true;
        break;
    }
    io.out << '\n';
    tell(result.findings, io);
  }
  return has_failed ? kNothingFound : kSuccess;
}

int run_align(const Words& words, Io& io) {
  const AlignArgs args = parse_align(words);
  const ThreadLimit limit(args.threads);
  const std::optional<Lexicon> lexicon = lexicon_of(words, io);
  const Lexicon* given = lexicon ? &*lexicon : nullptr;
  return args.list ? run_list(args, given, io) : run_pair(args, given, io);
}

}  // namespace

Command align_command() {
  return {
      .name = "align",
      .summary = "align documents sentence by sentence",
      .usage = {"align A B [C] [-o FILE] [--languages ru,kk[,en]] [--segmented] [--format tmx|tsv|jsonl|ladder|moses]\n"
                "       [--lexicon FILE] [--memory MEMORY] [--fixed LADDER] [--moves]",
                "align --list JOBS.tsv [--languages ru,kk] [--segmented] [--format FORMAT] [--threads N] [--resume]\n"
                "       [--lexicon FILE] [--memory MEMORY] [--moves]"},
      .description =
          "Cuts two or three documents that translate each other into sentences and finds which sentences belong\n"
          "together. Without -o the result goes to standard output. A ladder has a line for each bead: segment "
          "numbers\n"
          "of each side from 0, tab-separated, and the confidence; an omission has an empty side.\n\n"
          "Stretches of five segments or more that have no translation are told on standard error, and so are "
          "passages\n"
          "that stand elsewhere in another document, which --moves aligns: their beads stand behind the others.\n"
          "--fixed gives beads that are right; the rest is aligned around them. The ladder need not be whole.\n\n"
          "JOBS.tsv has a line for each pair: source, target and output, separated by tabs, and a ladder of fixed "
          "beads "
          "if\n"
          "there is one. What is learnt from one pair helps the others. A pair that fails is a line of the report and "
          "takes\n"
          "no other with it.",
      .options = {{"output", "FILE", "write there; the ending tells the format", 'o'},
                  {"languages", "L,L[,L]", "languages of the documents, in order; else they are identified"},
                  kSegmented,
                  kSrx,
                  kAbbreviations,
                  {"format", "FORMAT", "tmx, tsv, jsonl, ladder or moses"},
                  {"list", "JOBS", "align the pairs of a list"},
                  {"resume", "", "with --list: leave alone the pairs whose output is there and newer than its inputs"},
                  kLimits,
                  kLexicon,
                  kLexiconMemory,
                  {"fixed", "LADDER", "beads of two documents that are given; the rest is aligned around them"},
                  kMoves,
                  kThreads,
                  kOverwrite},
      .examples = {"egiz align contract.ru.txt contract.kk.txt -o contract.tmx",
                   "egiz align law.ru.txt law.kk.txt law.en.txt --format tsv",
                   "egiz align contract.ru.txt contract.kk.txt --lexicon terms.tbx --fixed right.ladder --moves",
                   "egiz align --list jobs.tsv --languages ru,kk --segmented --format ladder"},
      .nothing_found = "with --list: a pair failed",
      .run = run_align,
  };
}

}  // namespace egiz::cli
