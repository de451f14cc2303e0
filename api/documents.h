// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files and texts to documents: read, language found, cut into segments.

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/document_reader.h"
#include "text/document.h"
#include "text/identify.h"
#include "text/language.h"
#include "text/segmenter.h"
#include "text/sentence_rules.h"

namespace egiz {

struct LoadOptions {
  std::optional<Language> language;  // nullopt: identified from the text, else as the format states it
  bool segmented = false;            // the file has one segment a line, empty lines end paragraphs
  ParagraphMode paragraphs = ParagraphMode::detect;
  SentenceRules rules = {};  // that sentences are cut by, unless segmented
  DocumentLimits limits;
};

// Rules of files, and what was left out of them.
struct LoadedRules {
  SentenceRules rules;
  std::vector<Finding> findings;
};

// The built-in rules with the words of a file added (docs/segmentation.md), or the rules of an SRX file, or, without
// either, the built-in ones.  Throws Error{invalid_argument} for both; Error{not_found}, Error{io}, Error{parse}.
LoadedRules load_sentence_rules(const std::optional<std::filesystem::path>& words,
                                const std::optional<std::filesystem::path>& srx);

// The built-in rules, with those of words added where it is given, as SRX 2.0 for other tools.
void export_srx(const SentenceRules& words, std::ostream& stream);

struct LoadedDocument {
  std::string name;  // as the user gave it
  Document document;
  std::vector<Finding> findings;  // what was repaired or left out
};

// Throws what read_document throws; Error{parse} when the file holds no text; Error{invalid_argument} when the
// language is not given and cannot be told.
LoadedDocument load_document(const std::filesystem::path& file, const LoadOptions& options = {});

// The same for bytes in memory.
LoadedDocument load_document(std::string_view bytes, std::string_view name, const LoadOptions& options = {});

// Cuts each record into segments on its own; for running Egiz as a filter.  Throws Error{parse} for text that is not
// UTF-8, naming the record (counted from 1).
std::vector<std::vector<std::string>> segment_records(const std::vector<std::string>& records,
                                                      const Language& language, const SentenceRules& rules = {});

// The language of a text, which must be UTF-8; place is for the message.  Throws Error{parse}.
Identification identify_text(std::string_view text, std::string_view place);

// The language of a file's text.
Identification identify_file(const std::filesystem::path& file, const DocumentLimits& limits = {});

}  // namespace egiz
