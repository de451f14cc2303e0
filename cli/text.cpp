// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <istream>
#include <ostream>

#include "cli/commands.h"
#include "cli/limits.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "jsonl"};

struct TextArgs {
  std::string file = "-";
  bool as_jsonl = false;
  DocumentLimits limits;
};

TextArgs parse_text(const Words& words) {
  words.require_positional(0, 1, "one file, or none for standard input");
  TextArgs args{.as_jsonl = words.choice("format", kFormats, "text") == "jsonl", .limits = parse_limits(words)};
  if (!words.positional().empty()) args.file = words.positional().front();
  return args;
}

DocumentText read(const TextArgs& args, std::istream& in, const ParagraphSink& sink) {
  const DocumentReadOptions options{.limits = args.limits};
  if (args.file == "-") return read_document(in, "standard input", sink, options);
  return read_document(std::filesystem::path(args.file), sink, options);
}

int run_text(const Words& words, Io& io) {
  const TextArgs args = parse_text(words);
  const DocumentText document = read(args, io.in, [&](Paragraph&& paragraph) {
    io.out << (args.as_jsonl ? paragraph_json(paragraph) : paragraph.text) << '\n';
  });
  for (const Finding& finding : document.findings) io.err << finding.place << ": " << finding.reason << '\n';
  return kSuccess;
}

}  // namespace

Command text_command() {
  return {
      .name = "text",
      .summary = "print the text of a document",
      .usage = {"text [FILE] [--format text|jsonl] [--limits NAME=N,...]"},
      .description =
          "Writes one paragraph a line, as every command reads it from the document: plain text, HTML, docx, odt, "
          "EPUB,\n"
          "Markdown, srt, vtt, and with the programs for them installed PDF, RTF and doc. JSONL has the kind of each\n"
          "paragraph: text, heading, list_item, table_cell, footnote or caption. What was left out is told on "
          "standard\n"
          "error. Plain text may be of any size: it is read in parts.",
      .options = {{"format", "FORMAT", "text or jsonl"}, kLimits},
      .examples = {"egiz text contract.docx", "egiz text --format jsonl law.pdf"},
      .nothing_found = "never",
      .run = run_text,
  };
}

}  // namespace egiz::cli
