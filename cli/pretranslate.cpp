// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/sentence_rules.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"tsv", "jsonl"};

struct PretranslateArgs {
  std::string memory;
  std::string document;
  std::string output;
  PretranslateOptions options;
  SentenceRulesArgs rules;
  PretranslationFormat format = PretranslationFormat::tsv;
  bool overwrite = false;
  std::size_t threads = 0;
};

PretranslateArgs parse_pretranslate(const Words& words) {
  words.require_positional(2, 2, "a MEMORY and a document");
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the file to write, or - for standard output");
  PretranslateArgs args{.memory = words.positional()[0],
                        .document = words.positional()[1],
                        .output = *output,
                        .options = {.from = words.language("from"),
                                    .to = words.required_language("to"),
                                    .segmented = words.has("segmented"),
                                    .min_similarity = words.number("min", 75, 0, 100),
                                    .limits = parse_limits(words)},
                        .rules = parse_sentence_rules(words),
                        .format = pretranslation_format_of(*output),
                        .overwrite = words.has("overwrite"),
                        .threads = words.count("threads", 0)};
  if (words.has("format")) {
    const bool is_jsonl = words.choice("format", kFormats, "tsv") == "jsonl";
    args.format = is_jsonl ? PretranslationFormat::jsonl : PretranslationFormat::tsv;
  }
  return args;
}

int run_pretranslate(const Words& words, Io& io) {
  PretranslateArgs args = parse_pretranslate(words);
  const ThreadLimit limit(args.threads);
  args.options.rules = load_sentence_rules(args.rules, io);
  const Memory memory = Memory::open(args.memory, OpenMode::read_only);
  const Pretranslation done = pretranslate_file(memory, args.document, args.options, show_progress(io, "translating"));
  for (const Finding& finding : done.source.findings) io.err << finding.place << ": " << finding.reason << '\n';
  if (args.output == "-") {
    write_pretranslation(done, io.out, args.format);
  } else {
    write_pretranslation(done, args.output, args.format, args.overwrite);
  }
  io.err << args.document << ": " << done.translated() << " of " << done.matches.size() << " segments translated\n";
  return done.translated() > 0 ? kSuccess : kNothingFound;
}

}  // namespace

Command pretranslate_command() {
  return {
      .name = "pretranslate",
      .summary = "translate a document by what a memory holds",
      .usage = {"pretranslate MEMORY DOCUMENT -o FILE --to kk [--from ru] [--min 75] [--format tsv|jsonl]"},
      .description =
          "Cuts the document into segments and writes each with the best match of the memory, its score, kind "
          "(context,\n"
          "exact, fuzzy), origin and unit id; a segment without a match has an empty translation. The TSV has a "
          "header\n"
          "line and reads back with `egiz import` when its translations are done.",
      .options = {{"output", "FILE", "the file to write; - is standard output", 'o'},
                  {"from", "LANGUAGE", "the language of the document; else it is identified"},
                  {"to", "LANGUAGE", "the language wanted"},
                  {"min", "N", "least similarity, 0 to 100; default 75"},
                  {"segmented", "", "the document has one segment a line"},
                  kSrx,
                  kAbbreviations,
                  {"format", "FORMAT", "tsv or jsonl; else the ending of FILE tells"},
                  kOverwrite,
                  kLimits,
                  kThreads},
      .examples = {"egiz pretranslate memory.egiz contract.docx -o contract.tsv --to kk",
                   "egiz pretranslate memory.egiz letter.txt -o - --from ru --to en --min 60 --format jsonl"},
      .nothing_found = "no segment has a match",
      .run = run_pretranslate,
  };
}

}  // namespace egiz::cli
