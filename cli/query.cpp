// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <cstdio>
#include <fstream>
#include <istream>
#include <ostream>

#include "cli/commands.h"
#include "cli/diff.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kQueryFormats = {"text", "json"};
constexpr std::array<std::string_view, 2> kBatchFormats = {"jsonl", "json"};

// Queries that are answered together; enough to keep all cores busy, few enough to answer soon.
constexpr std::size_t kBatchSize = 1024;

struct QueryArgs {
  std::string memory;
  std::string text;
  std::optional<std::string> batch;
  Language from;
  Language to;
  FindOptions options;
  bool as_json = false;
  std::size_t threads = 0;
};

QueryArgs parse_query(const Words& words) {
  QueryArgs args{.batch = words.value("batch"),
                 .from = words.required_language("from"),
                 .to = words.required_language("to"),
                 .options = {.min_similarity = words.number("min", 70, 0, 100), .max_matches = words.count("max", 5)},
                 .threads = words.count("threads", 0)};
  if (args.batch) {
    words.require_positional(1, 1, "one MEMORY with --batch");
    words.choice("format", kBatchFormats, "jsonl");
  } else {
    words.require_positional(2, 2, "a MEMORY and a TEXT");
    args.text = words.positional()[1];
    args.as_json = words.choice("format", kQueryFormats, "text") == "json";
  }
  args.memory = words.positional().front();
  if (args.from == args.to) throw UsageError("--from and --to are one language");
  return args;
}

// On a terminal a fuzzy match shows what to change in it to come to the query.
std::string source_text(const Match& match, const QueryArgs& args, const Io& io) {
  const std::string& text = match_text(match, args.from);
  return io.out_has_colour && match.kind == MatchKind::fuzzy ? coloured_diff(text, args.text) : text;
}

void print_match(const Match& match, const QueryArgs& args, Io& io) {
  char score[16];
  std::snprintf(score, sizeof score, "%.1f", match.score);
  io.out << score << "  " << match_kind_name(match.kind) << "  " << origin_name(match.unit.origin.kind) << "  #"
         << match.id.value;
  if (!match.unit.context.document.empty()) io.out << "  " << match.unit.context.document;
  for (const Penalty& penalty : match.penalties) io.out << "  -" << penalty.points << " " << penalty.reason;
  io.out << "\n  " << args.from.tag() << "  " << source_text(match, args, io) << "\n  " << args.to.tag() << "  "
         << match_text(match, args.to) << '\n';
}

int run_one(const QueryArgs& args, const Memory& memory, Io& io) {
  const std::vector<Match> matches = memory.find(args.text, args.from, args.to, args.options);
  if (args.as_json) {
    io.out << matches_json(args.text, args.from, args.to, matches) << '\n';
  } else {
    for (const Match& match : matches) print_match(match, args, io);
  }
  return matches.empty() ? kNothingFound : kSuccess;
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

int run_batch(const QueryArgs& args, const Memory& memory, std::istream& in, Io& io) {
  bool all_found = true;
  for (std::vector<std::string> lines = next_lines(in); !lines.empty(); lines = next_lines(in)) {
    const std::vector<std::vector<Match>> answers = memory.find_all(lines, args.from, args.to, args.options);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      io.out << matches_json(lines[i], args.from, args.to, answers[i]) << '\n';
      all_found = all_found && !answers[i].empty();
    }
    io.out.flush();
  }
  return all_found ? kSuccess : kNothingFound;
}

int run_query(const Words& words, Io& io) {
  const QueryArgs args = parse_query(words);
  const ThreadLimit limit(args.threads);
  const Memory memory = Memory::open(args.memory, OpenMode::read_only);
  if (!args.batch) return run_one(args, memory, io);
  if (*args.batch == "-") return run_batch(args, memory, io.in, io);
  std::ifstream file(*args.batch);
  if (!file) throw Error(ErrorCode::not_found, *args.batch + ": cannot be read; check the name");
  return run_batch(args, memory, file, io);
}

}  // namespace

Command query_command() {
  return {
      .name = "query",
      .summary = "find the units most like a text",
      .usage = {"query MEMORY TEXT --from ru --to kk [--min 70] [--max 5] [--format text|json]",
                "query MEMORY --batch FILE --from ru --to kk [--format jsonl]"},
      .description =
          "Finds every unit whose text in one language is like TEXT and shows the best with their translation. The\n"
          "similarity is 100 x (1 - d/m): d letters differ of m in the longer text, after case, white space, quotes "
          "and\n"
          "look-alike letters are levelled.\n\n"
          "With --batch each line of FILE is a query (- is standard input); one line of JSON answers each, in order.",
      .options = {{"from", "LANGUAGE", "the language of the text"},
                  {"to", "LANGUAGE", "the language wanted"},
                  {"min", "N", "least similarity, 0 to 100; default 70"},
                  {"max", "N", "most matches; default 5, 0 is all"},
                  {"format", "FORMAT", "text or json; jsonl with --batch"},
                  {"batch", "FILE", "answer each line of a file"},
                  kThreads},
      .examples = {"egiz query memory.egiz \"Добрый день!\" --from ru --to kk",
                   "egiz query memory.egiz --batch segments.txt --from kk --to en --min 80 > matches.jsonl"},
      .nothing_found = "no unit reached the similarity; with --batch, for some line",
      .run = run_query,
  };
}

}  // namespace egiz::cli
