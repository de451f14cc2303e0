// SPDX-License-Identifier: Apache-2.0
#pragma once

// Documents against memories: the quote report, and translation by what they hold.

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "api/documents.h"
#include "base/progress.h"
#include "exchange/table_writer.h"
#include "tm/analysis.h"
#include "tm/memory.h"

namespace egiz {

struct AnalyseOptions {
  std::optional<Language> from;  // nullopt: identified
  Language to;
  bool segmented = false;  // the files have one segment a line
  SentenceRules rules = {};
  DocumentLimits limits;
  FindOptions find = {};  // its filter and penalties
};

// Throws what load_document throws; Error{invalid_argument} when the documents are not in one language, or in the
// language asked for.
AnalysisReport analyse_files(std::span<const MemoryToAsk> memories, std::span<const std::filesystem::path> files,
                             const AnalyseOptions& options, const Progress& progress = {});

// The report as a table with a heading: file, band, segments, words, characters, characters_with_spaces, pages (to two
// places); each file has a row for every band and one for its total, then come those of all files as the file "total".
void write_analysis(const AnalysisReport& report, TableWriter& table);

// The same to a file (.xlsx, .tsv, .csv), which appears whole or not at all.  Throws Error{exists}, Error{io},
// Error{unsupported} for another ending.
void write_analysis(const AnalysisReport& report, const std::filesystem::path& file, bool overwrite);

struct PretranslateOptions {
  std::optional<Language> from;
  Language to;
  bool segmented = false;
  SentenceRules rules = {};
  DocumentLimits limits;
  FindOptions find = {.min_similarity = 75};  // this, its filter and penalties
};

// A document, and the best match of each of its segments, or none.
struct Pretranslation {
  LoadedDocument source;
  Language to;
  std::vector<std::string> memories;  // the names of those asked, without folder and ending
  std::vector<std::optional<Match>> matches;

  std::size_t translated() const;
};

// Throws as analyse_files does.
Pretranslation pretranslate_file(std::span<const MemoryToAsk> memories, const std::filesystem::path& file,
                                 const PretranslateOptions& options, const Progress& progress = {});

enum class PretranslationFormat { tsv, jsonl, xlsx, xliff_1_2, xliff_2_1 };

// By the ending of a name: ".jsonl", ".xlsx", ".xlf" and ".xliff" (1.2); anything else is TSV.
PretranslationFormat pretranslation_format_of(const std::filesystem::path& file);

// One row for each segment, translated or not.  TSV and XLSX have a heading: the two languages, score, kind, origin,
// unit, and memory when several were asked.  JSONL is pretranslated_segment_json of api/json.h.  XLIFF has the match as translation and as proposal: with
// the state translated at a score of 100, else needs-review.
void write_pretranslation(const Pretranslation& pretranslation, std::ostream& stream, PretranslationFormat format);

// The same to a file, which appears whole or not at all.  Throws Error{exists}, Error{io}.
void write_pretranslation(const Pretranslation& pretranslation, const std::filesystem::path& file,
                          PretranslationFormat format, bool overwrite);

}  // namespace egiz
