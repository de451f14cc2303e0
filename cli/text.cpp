// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <istream>
#include <iterator>
#include <ostream>

#include "cli/commands.h"

namespace egiz::cli {
namespace {

constexpr std::array<std::string_view, 2> kFormats = {"text", "jsonl"};

struct TextArgs {
  std::string file = "-";
  bool as_jsonl = false;
};

TextArgs parse_text(const Words& words) {
  words.require_positional(0, 1, "one file, or none for standard input");
  TextArgs args{.as_jsonl = words.choice("format", kFormats, "text") == "jsonl"};
  if (!words.positional().empty()) args.file = words.positional().front();
  return args;
}

DocumentText read(const std::string& file, std::istream& in) {
  if (file != "-") return read_document(std::filesystem::path(file));
  const std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  return read_document(bytes, "standard input");
}

int run_text(const Words& words, Io& io) {
  const TextArgs args = parse_text(words);
  const DocumentText document = read(args.file, io.in);
  for (const Finding& finding : document.findings) io.err << finding.place << ": " << finding.reason << '\n';
  for (const Paragraph& paragraph : document.paragraphs) {
    io.out << (args.as_jsonl ? paragraph_json(paragraph) : paragraph.text) << '\n';
  }
  return kSuccess;
}

}  // namespace

Command text_command() {
  return {
      .name = "text",
      .summary = "print the text of a document",
      .usage = {"text [FILE] [--format text|jsonl]"},
      .description = "Writes one paragraph a line, as every command reads it from the document: plain text, HTML, docx, odt, EPUB,\n"
                     "Markdown, srt, vtt, and with the programs for them installed PDF, RTF and doc. JSONL has the kind of each\n"
                     "paragraph: text, heading, list_item, table_cell, footnote or caption. What was left out is told on standard\n"
                     "error.",
      .options = {{"format", "FORMAT", "text or jsonl"}},
      .examples = {"egiz text contract.docx", "egiz text --format jsonl law.pdf"},
      .nothing_found = "never",
      .run = run_text,
  };
}

}  // namespace egiz::cli
