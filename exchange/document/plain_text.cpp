// SPDX-License-Identifier: Apache-2.0
#include "exchange/document/plain_text.h"

#include <string>
#include <utility>

#include "base/error.h"
#include "text/decode.h"
#include "text/paragraphs.h"

namespace egiz::exchange {
namespace {

// The length of a line end at the front of text (U+0085 and U+2028 too), or 0.
std::size_t line_end_length(std::string_view text) {
  if (text.starts_with('\n') || text.starts_with('\r') || text.starts_with('\v')) return 1;
  if (text.starts_with("\xC2\x85")) return 2;
  if (text.starts_with("\xE2\x80\xA8")) return 3;
  return 0;
}

}  // namespace

std::string one_line(std::string_view paragraph) {
  std::string line;
  line.reserve(paragraph.size());
  while (!paragraph.empty()) {
    std::size_t length = line_end_length(paragraph);
    if (length == 0) {
      line += paragraph[0];
      paragraph.remove_prefix(1);
      continue;
    }
    while (line.ends_with(' ') || line.ends_with('\t')) line.pop_back();
    while (length > 0) {
      paragraph.remove_prefix(length);
      length = paragraph.starts_with(' ') || paragraph.starts_with('\t') ? 1 : line_end_length(paragraph);
    }
    line += ' ';
  }
  return line;
}

namespace {

DecodedText decode_named(std::string_view bytes, std::string_view name) {
  try {
    return decode(bytes);
  } catch (const Error& error) {
    throw Error(error.code(), std::string(name) + ": " + error.what());
  }
}

}  // namespace

DocumentText read_plain_text(std::string_view bytes, std::string_view name, ParagraphMode mode) {
  DecodedText decoded = decode_named(bytes, name);
  DocumentText document;
  document.format = "txt";
  for (std::string& note : decoded.notes) document.findings.push_back({std::string(name), std::move(note)});
  for (const ByteRange& range : find_paragraphs(decoded.text, mode)) {
    document.paragraphs.push_back(
        {one_line(std::string_view(decoded.text).substr(range.begin, range.size())), ParagraphKind::text});
  }
  return document;
}

}  // namespace egiz::exchange
