// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <istream>
#include <ostream>

#include "cli/asked_memories.h"
#include "cli/commands.h"
#include "cli/diff.h"
#include "cli/units.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kQueryFormats = {"text", "json"};
constexpr std::array<std::string_view, 2> kBatchFormats = {"jsonl", "json"};

// Queries that are answered together; enough to keep all cores busy, few enough to answer soon.
constexpr std::size_t kBatchSize = 1024;

struct QueryArgs {
  Asking asking;
  std::string text;
  std::optional<std::string> batch;
  Language from;
  Language to;
  FindOptions options;
  bool as_json = false;
  bool only_fragments = false;
  bool has_codes = false;
  std::size_t threads = 0;

  FindOptions find_options() const { return asking.find_options(options); }
};

QueryArgs parse_query(const Words& words) {
  QueryArgs args{.asking = {},
                 .text = {},
                 .batch = words.value("batch"),
                 .from = words.required_language("from"),
                 .to = words.required_language("to"),
                 .options = {.min_similarity = words.number("min", 70, 0, 100), .max_matches = words.count("max", 5)},
                 .only_fragments = words.has("fragments"),
                 .has_codes = words.has("codes"),
                 .threads = words.count("threads", 0)};
  if (args.batch) {
    words.require_positional(1, SIZE_MAX, "a MEMORY with --batch");
    args.asking = parse_asking(words, words.positional());
    words.choice("format", kBatchFormats, "jsonl");
  } else {
    words.require_positional(2, SIZE_MAX, "a MEMORY, or several, and a TEXT");
    args.asking = parse_asking(words, {words.positional().begin(), words.positional().end() - 1});
    args.text = words.positional().back();
    args.as_json = words.choice("format", kQueryFormats, "text") == "json";
  }
  if (args.only_fragments && args.batch) throw UsageError("--fragments looks for one TEXT; leave out --batch");
  if (args.only_fragments && args.has_codes) throw UsageError("--codes does not go with --fragments");
  if (args.from == args.to) throw UsageError("--from and --to are one language");
  return args;
}

// On a terminal a fuzzy match shows what to change in it to come to the query.
std::string source_text(const Match& match, const QueryTexts& query, const QueryArgs& args, const Io& io) {
  const Variant& source = match_variant(match, args.from);
  if (io.out_has_colour && match.kind == MatchKind::fuzzy) return coloured_diff(source.text, query.text(0));
  const auto* codes = query.codes(0);
  return (codes ? target_with_codes(*codes, source, source) : std::nullopt).value_or(source.text);
}

std::string target_text(const Match& match, const QueryTexts& query, const QueryArgs& args) {
  const auto* codes = query.codes(0);
  return (codes ? match_coded_target(match, *codes, args.from, args.to) : std::nullopt)
      .value_or(match_target(match, args.to));
}

void print_match(const Match& match, const QueryTexts& query, const QueryArgs& args, Io& io) {
  char score[16];
  std::snprintf(score, sizeof score, "%.1f", match.score);
  io.out << score << "  " << match_kind_name(match.kind) << "  " << origin_name(match.unit.origin.kind) << "  #"
         << match.id.value;
  if (args.asking.memories.size() > 1) io.out << "  " << args.asking.memories[match.memory];
  if (!match.unit.context.document.empty()) io.out << "  " << match.unit.context.document;
  for (const Penalty& penalty : match.penalties) io.out << "  -" << penalty.points << " " << penalty.reason;
  io.out << "\n  " << args.from.tag() << "  " << source_text(match, query, args, io) << "\n  " << args.to.tag() << "  "
         << target_text(match, query, args) << '\n';
}

int run_one(const QueryArgs& args, const AskedMemories& memories, Io& io) {
  const QueryTexts query({args.text}, args.has_codes);
  const std::vector<Match> matches = query.find(0, memories.asked(), args.from, args.to, args.find_options());
  if (args.as_json) {
    io.out << matches_json(args.text, args.from, args.to, matches, args.asking.memories, query.codes(0)) << '\n';
  } else {
    for (const Match& match : matches) print_match(match, query, args, io);
  }
  return matches.empty() ? kNothingFound : kSuccess;
}

// The part of the query, then the units with [brackets] around it.
void print_fragment(const Fragment& fragment, const QueryArgs& args, std::ostream& out) {
  const std::vector<std::string>& memories = args.asking.memories;
  out << fragment.words << " words  " << args.text.substr(fragment.range.begin, fragment.range.size()) << '\n';
  for (const ConcordanceHit& hit : fragment.hits) {
    out << "  #" << hit.id.value << (memories.size() > 1 ? "  " + memories[hit.memory] : "") << "\n    "
        << args.from.tag() << "  "
        << with_brackets(unit_text(hit.unit, args.from), hit.highlights) << "\n    " << args.to.tag() << "  "
        << unit_text(hit.unit, args.to) << '\n';
  }
}

int run_fragments(const QueryArgs& args, const AskedMemories& memories, Io& io) {
  const std::vector<Fragment> fragments =
      fragments_in(memories.asked(), args.text, args.from, args.to, {.filter = &args.asking.filter});
  if (args.as_json) {
    io.out << fragments_json(args.text, args.from, args.to, fragments, args.asking.memories) << '\n';
  } else {
    for (const Fragment& fragment : fragments) print_fragment(fragment, args, io.out);
  }
  return fragments.empty() ? kNothingFound : kSuccess;
}

// The lines that are there to read now, at least one unless the stream is at its end.
std::vector<std::string> next_lines(std::istream& in) {
  std::vector<std::string> lines;
  std::string line;
  while (lines.size() < kBatchSize && std::getline(in, line)) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(std::move(line));
    if (in.rdbuf()->in_avail() <= 0) break;
  }
  return lines;
}

int run_batch(const QueryArgs& args, const AskedMemories& memories, std::istream& in, Io& io) {
  bool all_found = true;
  for (std::vector<std::string> lines = next_lines(in); !lines.empty(); lines = next_lines(in)) {
    const QueryTexts queries(std::move(lines), args.has_codes);
    const auto answers = queries.find_all(memories.asked(), args.from, args.to, args.find_options());
    for (std::size_t i = 0; i < queries.size(); ++i) {
      io.out << matches_json(queries.line(i), args.from, args.to, answers[i], args.asking.memories, queries.codes(i))
             << '\n';
      all_found = all_found && !answers[i].empty();
    }
    io.out.flush();
  }
  return all_found ? kSuccess : kNothingFound;
}

int run_query(const Words& words, Io& io) {
  const QueryArgs args = parse_query(words);
  const ThreadLimit limit(args.threads);
  const AskedMemories memories(args.asking);
  if (args.only_fragments) return run_fragments(args, memories, io);
  if (!args.batch) return run_one(args, memories, io);
  if (*args.batch == "-") return run_batch(args, memories, io.in, io);
  std::ifstream file(*args.batch);
  if (!file) throw Error(ErrorCode::not_found, *args.batch + ": cannot be read; check the name");
  return run_batch(args, memories, file, io);
}

}  // namespace

Command query_command() {
  return {
      .name = "query",
      .summary = "find the units most like a text",
      .usage = {"query MEMORY... TEXT --from ru --to kk [--min 70] [--max 5] [--penalty NAME=POINTS] [--client NAME] "
                "[--format text|json]",
                "query MEMORY... TEXT --fragments --from ru --to kk [--format text|json]",
                "query MEMORY... --batch FILE --from ru --to kk [--format jsonl]"},
      .description =
          "Finds every unit whose text in one language is like TEXT and shows the best with their translation. The\n"
          "similarity is 100 x (1 - d/m): d letters differ of m in the longer text, after case, white space, quotes "
          "and\n"
          "look-alike letters are levelled. Where only numbers, dates or times differ, the translation is shown with "
          "those of\n"
          "TEXT.\n\n"
          "Several memories are asked as if they were one, the first before the others among equals. --penalty takes "
          "points\n"
          "off: NAME is one of case, punctuation, spelling, numbers, several-targets, region, aligned, machine, codes; a "
          "memory as it\n"
          "is named on the command line; or a property (client=Old).\n\n"
          "With --codes TEXT has inline codes, <1>opening</1> or <2/> alone, as a translation tool shows them. A match "
          "that\n"
          "has the same, whatever they are called in it, is shown with those of TEXT; another one loses a point.\n\n"
          "With --batch each line of FILE is a query (- is standard input); one line of JSON answers each, in order.",
      .options = with_filter_options({{"from", "LANGUAGE", "the language of the text"},
                                      {"to", "LANGUAGE", "the language wanted"},
                                      {"min", "N", "least similarity, 0 to 100; default 70"},
                                      {"max", "N", "most matches; default 5, 0 is all"},
                                      {"format", "FORMAT", "text or json; jsonl with --batch"},
                                      {"batch", "FILE", "answer each line of a file"},
                                      {"codes", "", "TEXT has inline codes: <1>bold</1>, <2/>"},
                                      {"fragments", "", "show the longest parts of TEXT that units hold word for word"},
                                      kPenalty,
                                      kThreads}),
      .examples = {"egiz query memory.egiz \"Добрый день!\" --from ru --to kk",
                   "egiz query memory.egiz \"Добрый день!\" --from ru --to kk --client Ministry --origin reviewed",
                   "egiz query mine.egiz old.egiz \"Добрый день!\" --from ru --to kk --penalty old.egiz=5 --penalty "
                   "client=Old=2",
                   "egiz query memory.egiz \"Срок трудового договора один год\" --from ru --to kk --fragments",
                   "egiz query memory.egiz \"Нажмите <1>ОК</1>.\" --from ru --to kk --codes",
                   "egiz query memory.egiz --batch segments.txt --from kk --to en --min 80 > matches.jsonl"},
      .nothing_found = "no unit reached the similarity; with --batch, for some line",
      .run = run_query,
  };
}

}  // namespace egiz::cli
