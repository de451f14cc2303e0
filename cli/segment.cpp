// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <istream>
#include <iterator>
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"
#include "cli/sentence_rules.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "jsonl"};
constexpr char kRecordSeparator = '\x1e';
constexpr char kSegmentSeparator = '\x1f';

struct SegmentArgs {
  std::string file = "-";
  std::optional<Language> language;
  SentenceRulesArgs rules;
  bool as_jsonl = false;
  bool records = false;
  bool export_srx = false;
  DocumentLimits limits;
};

SegmentArgs parse_segment(const Words& words) {
  words.require_positional(0, 1, "one file, or none for standard input");
  SegmentArgs args{.language = words.language("language"),
                   .rules = parse_sentence_rules(words),
                   .as_jsonl = words.choice("format", kFormats, "text") == "jsonl",
                   .records = words.has("records"),
                   .export_srx = words.has("export-srx"),
                   .limits = parse_limits(words)};
  if (args.export_srx) {
    if (!words.positional().empty()) throw UsageError("--export-srx cuts nothing; leave out the file");
    if (args.rules.srx) throw UsageError("--export-srx writes the built-in rules; leave out --srx");
  }
  if (!words.positional().empty()) args.file = words.positional().front();
  if (args.records && !args.language) throw UsageError("--records wants --language");
  if (args.records && args.file != "-") throw UsageError("--records reads standard input");
  return args;
}

std::string read_all(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<std::string> split_records(const std::string& text) {
  std::vector<std::string> records;
  std::size_t begin = 0;
  for (std::size_t end = text.find(kRecordSeparator); end != text.npos; end = text.find(kRecordSeparator, begin)) {
    records.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  records.push_back(text.substr(begin));
  return records;
}

int run_records(const SegmentArgs& args, const SentenceRules& rules, Io& io) {
  const std::vector<std::vector<std::string>> cut =
      segment_records(split_records(read_all(io.in)), *args.language, rules);
  for (std::size_t i = 0; i < cut.size(); ++i) {
    if (i > 0) io.out << kRecordSeparator;
    for (std::size_t j = 0; j < cut[i].size(); ++j) {
      if (j > 0) io.out << kSegmentSeparator;
      io.out << cut[i][j];
    }
  }
  return kSuccess;
}

void print_segments(const Document& document, bool as_jsonl, std::ostream& out) {
  for (std::size_t i = 0; i < document.size(); ++i) {
    if (as_jsonl) {
      out << segment_json(document, i) << '\n';
      continue;
    }
    if (i > 0 && document.starts_paragraph(i)) out << '\n';
    std::string text(document.segment_text(i));
    for (char& c : text) {
      if (c == '\n' || c == '\r') c = ' ';
    }
    out << text << '\n';
  }
}

int run_segment(const Words& words, Io& io) {
  const SegmentArgs args = parse_segment(words);
  const SentenceRules rules = load_sentence_rules(args.rules, io);
  if (args.export_srx) {
    export_srx(rules, io.out);
    return kSuccess;
  }
  if (args.records) return run_records(args, rules, io);
  const LoadOptions options{.language = args.language, .rules = rules, .limits = args.limits};
  const LoadedDocument loaded =
      args.file == "-" ? load_document(read_all(io.in), "standard input", options) : load_document(args.file, options);
  for (const Finding& finding : loaded.findings) io.err << finding.place << ": " << finding.reason << '\n';
  print_segments(loaded.document, args.as_jsonl, io.out);
  return kSuccess;
}

}  // namespace

Command segment_command() {
  return {
      .name = "segment",
      .summary = "cut a text into sentences",
      .usage = {"segment [FILE] [--language kk] [--format text|jsonl]", "segment --records --language kk",
                "segment --export-srx > rules.srx"},
      .description =
          "Writes one sentence a line, an empty line between paragraphs; what `egiz align --segmented` reads. JSONL "
          "has\n"
          "byte offsets into the UTF-8 text and the paragraph's number.\n\n"
          "With --records standard input is records separated by U+001E; the same records come out, their sentences\n"
          "separated by U+001F.\n\n"
          "With --export-srx nothing is cut: the built-in rules, and the words of --abbreviations, are written as SRX\n"
          "2.0, for programs such as OmegaT, Kazakh rules included.",
      .options = {{"language", "LANGUAGE", "the language of the text; else it is identified"},
                  kSrx,
                  kAbbreviations,
                  {"format", "FORMAT", "text or jsonl"},
                  {"records", "", "filter records from standard input"},
                  {"export-srx", "", "write the built-in rules as SRX"},
                  kLimits},
      .examples = {"egiz segment story.kk.txt", "egiz segment --language ru < letter.txt",
                   "egiz segment contract.kk.docx --abbreviations office.txt", "egiz segment --export-srx > egiz.srx"},
      .nothing_found = "never",
      .run = run_segment,
  };
}

}  // namespace egiz::cli
