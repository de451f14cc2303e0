// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files to documents: the text of a file as paragraphs.

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/report.h"
#include "text/document.h"
#include "text/language.h"
#include "text/segmenter.h"

namespace egiz {

struct Paragraph {
  std::string text;  // UTF-8, one line
  ParagraphKind kind = ParagraphKind::text;
};

// What a file says, before it is cut into segments.
struct DocumentText {
  std::string format;                // "txt", "html", "docx" ...
  std::vector<Paragraph> paragraphs; // in reading order, none empty
  std::optional<Language> language;  // where the format states it
  std::vector<Finding> findings;     // what was repaired or left out
};

struct DocumentReadOptions {
  ParagraphMode paragraphs = ParagraphMode::detect;  // for plain text
};

// Reads a file by its content, then its extension.  Throws Error{not_found}, Error{io}; Error{parse} for a file that
// breaks its format or is no text; Error{unsupported} for a format that is not read, with what to do.
DocumentText read_document(const std::filesystem::path& file, const DocumentReadOptions& options = {});

// The same for bytes in memory; name is for messages and for the extension.
DocumentText read_document(std::string_view bytes, std::string_view name, const DocumentReadOptions& options = {});

// The paragraphs as one text, one a line, cut into sentences of language.
Document to_document(const DocumentText& text, const Language& language);

}  // namespace egiz
