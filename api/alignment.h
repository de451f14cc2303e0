// SPDX-License-Identifier: Apache-2.0
#pragma once

// Documents to alignments, one group or a whole list.

#include <cstddef>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/bead.h"
#include "align/evaluate.h"
#include "align/lexicon.h"
#include "api/documents.h"
#include "base/progress.h"
#include "text/unit.h"

namespace egiz {

// Segments of two or three documents that say the same: one range a document.
struct AlignedBead {
  std::vector<SegmentRange> sides;
  double confidence = 0;  // 0 to 1
};

// Two or three documents in different languages, and the beads that cover them.
struct AlignedDocuments {
  // A stretch of two of the documents: one that is no translation, or one that stands elsewhere.
  struct Stretch {
    std::size_t source_document = 0;  // indices of documents
    std::size_t target_document = 1;
    SegmentRange source;
    SegmentRange target;

    bool operator==(const Stretch&) const = default;
  };

  std::vector<LoadedDocument> documents;
  std::vector<AlignedBead> beads = {};  // every segment once, in order; beads of moves, if asked for, behind the others
  double parallelism = 0;               // 0 to 1: are they translations at all?
  std::vector<Stretch> untranslated = {};  // where the translation stops (align/regions.h)
  std::vector<Stretch> moves = {};         // passages that stand elsewhere (Alignment::moves), of each two documents
};

// Below this parallelism documents are taken for no translations of each other.
inline constexpr double kMinParallelism = 0.5;

struct AlignDocumentsOptions {
  const Lexicon* lexicon = nullptr;  // nullptr: the built-in one; must outlive the call
  std::vector<Bead> fixed = {};      // beads of two documents that are given, in order
  bool moves = false;                // align moved passages, too
};

// Throws Error{invalid_argument} unless there are two or three documents, each in another language, and when fixed
// beads cross, leave the documents, or are given for three; Error{cancelled}.
AlignedDocuments align_documents(std::vector<LoadedDocument> documents, const AlignDocumentsOptions& options = {},
                                 const Progress& progress = {});

// Two documents with an alignment that was made elsewhere.
// REQUIRES: documents.size() == 2, alignment is of them
AlignedDocuments to_aligned(std::vector<LoadedDocument> documents, const Alignment& alignment, bool moves);

// Throws Error{invalid_argument} when two of the documents are in one language.
void require_different_languages(const std::vector<LoadedDocument>& documents);

// What is to be said about an alignment: untranslated stretches and moved passages, with numbers of segments from 0 as
// in a ladder.
std::vector<Finding> describe_stretches(const AlignedDocuments& aligned);

// Beads of a ladder file that are given; the ladder may leave segments out.  Throws Error{not_found}, Error{parse};
// Error{invalid_argument} when they cross or an omission stands alone.
std::vector<Bead> read_fixed_beads(const std::filesystem::path& file);

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

// Scores a ladder file against a gold ladder file.  Throws Error{not_found}, Error{parse}.
AlignmentScore evaluate_files(const std::filesystem::path& gold, const std::filesystem::path& hypothesis);

}  // namespace egiz
