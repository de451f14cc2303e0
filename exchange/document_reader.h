// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files to documents: the text of a file as paragraphs.

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/document_limits.h"
#include "exchange/report.h"
#include "text/document.h"
#include "text/language.h"
#include "text/segmenter.h"
#include "text/sentence_rules.h"

namespace egiz {

struct Paragraph {
  std::string text;  // UTF-8, one line, without white space at either end
  ParagraphKind kind = ParagraphKind::text;

  bool operator==(const Paragraph&) const = default;
};

// What a file says, before it is cut into segments.
struct DocumentText {
  std::string format;                 // "txt", "html", "docx" ...
  std::vector<Paragraph> paragraphs;  // in reading order, none empty
  std::optional<Language> language;   // of most of it, where the format states it: a hint, as many state it wrongly
  std::vector<Finding> findings;      // what was repaired or left out
};

struct DocumentReadOptions {
  ParagraphMode paragraphs = ParagraphMode::detect;  // for plain text
  DocumentLimits limits;
};

// Reads a file by its content, then its extension: plain text, HTML, docx, odt, EPUB, Markdown, srt, vtt, and where
// programs for them are installed PDF, RTF and doc (docs/formats.md says what is taken of each).  Throws
// Error{not_found}, Error{io}; Error{parse} for a file that breaks its format, is no text or has none in it;
// Error{unsupported} for a format that is not read, a locked document, one beyond the limits: with what to do.
DocumentText read_document(const std::filesystem::path& file, const DocumentReadOptions& options = {});

// Takes a paragraph as it is read.
using ParagraphSink = std::function<void(Paragraph&&)>;

// The same, paragraph by paragraph; those of the result are empty.  Plain text beyond 8 MiB, also packed with gzip, is
// read in parts, however large: then memory is bounded by its largest paragraph, and limits.max_file_bytes is not
// asked. Anything else is read as a whole first.
DocumentText read_document(const std::filesystem::path& file, const ParagraphSink& sink,
                           const DocumentReadOptions& options = {});

// The same for what a stream holds; name is for messages.
DocumentText read_document(std::istream& stream, std::string_view name, const ParagraphSink& sink,
                           const DocumentReadOptions& options = {});

// The same for bytes in memory; name is for messages and for the extension.
DocumentText read_document(std::string_view bytes, std::string_view name, const DocumentReadOptions& options = {});

// The paragraphs as one text, one a line, cut into sentences of language.  Throws as SrxSegmenter::segment does.
Document to_document(const DocumentText& text, const Language& language, const SentenceRules& rules = {});

}  // namespace egiz
