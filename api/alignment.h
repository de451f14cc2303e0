// SPDX-License-Identifier: Apache-2.0
#pragma once

// Documents to alignments, one group or a whole list.

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/bead.h"
#include "align/evaluate.h"
#include "api/documents.h"
#include "base/progress.h"
#include "text/unit.h"

namespace egiz {

// Segments of two or three documents that say the same: one range a document.
struct AlignedBead {
  std::vector<SegmentRange> sides;
  double confidence = 0;  // 0 to 1
};

// Two or three documents in different languages, and the beads that cover them in order.
struct AlignedDocuments {
  std::vector<LoadedDocument> documents;
  std::vector<AlignedBead> beads;
  double parallelism = 0;  // 0 to 1: are they translations at all?
};

// Below this parallelism documents are taken for no translations of each other.
inline constexpr double kMinParallelism = 0.5;

// Throws Error{invalid_argument} unless there are two or three documents, each in another language.
AlignedDocuments align_documents(std::vector<LoadedDocument> documents);

// The segments of one side of a bead, joined by spaces; empty when the side is.
// REQUIRES: range.end <= document.size()
std::string bead_text(const Document& document, const SegmentRange& range);

// The beads with text on two sides or more as units with their neighbours as context; segments of one bead are
// joined by a space.
std::vector<TranslationUnit> to_units(const AlignedDocuments& aligned);

enum class AlignmentFormat { tmx, tsv, jsonl, ladder, moses };

// The format a file name asks for: ".tsv", ".jsonl", ".ladder"; TMX when it says nothing.
AlignmentFormat alignment_format_of(const std::filesystem::path& file);

// Writes the units, or the ladder of all beads.  The file appears whole or not at all.  Throws Error{exists},
// Error{io}.
void write_alignment(const AlignedDocuments& aligned, const std::filesystem::path& file, AlignmentFormat format,
                     bool overwrite);

// The same to a stream.  Throws Error{invalid_argument} for Moses, which is one file a language.
void write_alignment(const AlignedDocuments& aligned, std::ostream& stream, AlignmentFormat format);

// One pair of a list.
struct AlignJob {
  std::filesystem::path source;
  std::filesystem::path target;
  std::filesystem::path output;
};

struct AlignListOptions {
  std::vector<Language> languages;  // of source and target; empty: identified for each file
  bool segmented = false;
  SentenceRules rules = {};
  AlignmentFormat format = AlignmentFormat::tmx;
  bool overwrite = false;
  bool resume = false;  // leave alone jobs whose output is there and not older than its inputs
  DocumentLimits limits;
};

struct AlignJobResult {
  enum class Outcome { aligned, skipped, failed };

  Outcome outcome = Outcome::failed;
  std::size_t beads = 0;
  double parallelism = 0;
  std::string message;  // why it failed, or was skipped
};

// Reads "source<TAB>target<TAB>output", one job a line; empty lines and lines that begin with # are passed over.
// Relative names are relative to the working folder.  Throws Error{parse} with the line, Error{not_found}.
std::vector<AlignJob> read_job_list(const std::filesystem::path& file);

// Aligns all jobs, in parallel; what is learnt from one helps the others.  A job that fails takes no other with it.
// One result for each job, in order.
std::vector<AlignJobResult> align_list(std::span<const AlignJob> jobs, const AlignListOptions& options,
                                       const Progress& progress = {});

// Scores a ladder file against a gold ladder file.  Throws Error{not_found}, Error{parse}.
AlignmentScore evaluate_files(const std::filesystem::path& gold, const std::filesystem::path& hypothesis);

}  // namespace egiz
