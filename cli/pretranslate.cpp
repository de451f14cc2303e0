// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>
#include <ostream>

#include "cli/asked_memories.h"
#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/sentence_rules.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

// In the order of PretranslationFormat.
constexpr std::array<std::string_view, 5> kFormats = {"tsv", "jsonl", "xlsx", "xliff", "xliff2"};

struct PretranslateArgs {
  Asking asking;
  std::string document;
  std::string output;
  PretranslateOptions options;
  SentenceRulesArgs rules;
  PretranslationFormat format = PretranslationFormat::tsv;
  bool overwrite = false;
  std::size_t threads = 0;
};

std::vector<std::string> memories_of(const Words& words) {
  return {words.positional().begin(), words.positional().end() - 1};
}

PretranslateArgs parse_pretranslate(const Words& words) {
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the file to write, or - for standard output");
  PretranslateArgs args{.asking = parse_asking(words, memories_of(words)),
                        .document = words.positional().back(),
                        .output = *output,
                        .options = {.from = words.language("from"),
                                    .to = words.required_language("to"),
                                    .segmented = words.has("segmented"),
                                    .limits = parse_limits(words),
                                    .find = {.min_similarity = words.number("min", 75, 0, 100)}},
                        .rules = parse_sentence_rules(words),
                        .format = pretranslation_format_of(*output),
                        .overwrite = words.has("overwrite"),
                        .threads = words.count("threads", 0)};
  if (words.has("format")) {
    const std::string name = words.choice("format", kFormats, "tsv");
    args.format = static_cast<PretranslationFormat>(std::ranges::find(kFormats, name) - kFormats.begin());
  }
  return args;
}

// An XLIFF comes out as it came in, translated: the words that say how do not hold for it.
struct XliffArgs {
  Asking asking;
  std::string document, output;
  XliffTranslationOptions options;
  bool overwrite = false;
  std::size_t threads = 0;
};

XliffArgs parse_xliff(const Words& words) {
  const std::optional<std::string> output = words.value("output");
  if (!output) throw UsageError("-o is missing; it takes the file to write, or - for standard output");
  for (const char* option : {"format", "segmented", "srx", "abbreviations"}) {
    if (words.has(option)) throw UsageError("--" + std::string(option) + " does not go with an XLIFF");
  }
  return {.asking = parse_asking(words, memories_of(words)),
          .document = words.positional().back(),
          .output = *output,
          .options = {.from = words.language("from"),
                      .to = words.language("to"),
                      .find = {.min_similarity = words.number("min", 75, 0, 100)}},
          .overwrite = words.has("overwrite"),
          .threads = words.count("threads", 0)};
}

int run_xliff(const Words& words, Io& io) {
  XliffArgs args = parse_xliff(words);
  const ThreadLimit limit(args.threads);
  args.options.find = args.asking.find_options(args.options.find);
  const AskedMemories memories(args.asking);
  XliffFile file = XliffFile::read(args.document);
  const XliffTranslation done = translate_xliff(file, memories.asked(), args.options, show_progress(io, "translating"));
  if (args.output == "-") {
    file.write(io.out);
  } else {
    write_xliff(file, args.output, args.overwrite);
  }
  io.err << args.document << ": " << done.translated << " of " << done.segments << " segments translated";
  if (done.without_codes > 0) io.err << ", " << done.without_codes << " without the codes of their source";
  io.err << '\n';
  return done.translated > 0 ? kSuccess : kNothingFound;
}

int run_pretranslate(const Words& words, Io& io) {
  words.require_positional(2, SIZE_MAX, "a MEMORY, or several, and a document");
  if (is_xliff(words.positional().back())) return run_xliff(words, io);
  PretranslateArgs args = parse_pretranslate(words);
  const ThreadLimit limit(args.threads);
  args.options.rules = load_sentence_rules(args.rules, io);
  args.options.find = args.asking.find_options(args.options.find);
  const AskedMemories memories(args.asking);
  const Pretranslation done = pretranslate_file(memories.asked(), args.document, args.options, show_progress(io, "translating"));
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
      .summary = "translate a document by what memories hold",
      .usage = {"pretranslate MEMORY... DOCUMENT -o FILE --to kk [--from ru] [--min 75] [--penalty NAME=POINTS] "
                "[--client NAME] [--format FORMAT]",
                "pretranslate MEMORY... FILE.xlf -o FILE [--to kk] [--min 75] [--penalty NAME=POINTS] [--client NAME]"},
      .description =
          "Cuts the document into segments and writes each with the best match of the memories, its score, kind "
          "(context,\n"
          "exact, fuzzy), origin and unit id; a segment without a match has an empty translation. TSV and XLSX have a\n"
          "heading and read back with `egiz import` when their translations are done.\n"
          "\n"
          "An XLIFF, 1.2 or 2.x, comes out as the same XLIFF: what it has no translation for is filled, with the inline\n"
          "codes of its source where the match has them too, and gets a state and the match as a proposal.\n"
          "\n"
          "Several memories, --penalty and the options of units are those of `egiz query`.",
      .options = with_filter_options(
          {{"output", "FILE", "the file to write; - is standard output", 'o'},
           {"from", "LANGUAGE", "the language of the document; else it is identified"},
           {"to", "LANGUAGE", "the language wanted; an XLIFF may state it"},
           {"min", "N", "least similarity, 0 to 100; default 75"},
           {"segmented", "", "the document has one segment a line"},
           kSrx,
           kAbbreviations,
           {"format", "FORMAT", "tsv, jsonl, xlsx, xliff (1.2) or xliff2 (2.1); else the ending of FILE tells"},
           kPenalty,
           kOverwrite,
           kLimits,
           kThreads}),
      .examples = {"egiz pretranslate memory.egiz contract.docx -o contract.tsv --to kk",
                   "egiz pretranslate memory.egiz letter.txt -o - --from ru --to en --min 60 --format jsonl",
                   "egiz pretranslate memory.egiz job.xlf -o job.kk.xlf",
                   "egiz pretranslate mine.egiz old.egiz letter.docx -o letter.xlsx --to kk --penalty old.egiz=5"},
      .nothing_found = "no segment has a match",
      .run = run_pretranslate,
  };
}

}  // namespace egiz::cli
