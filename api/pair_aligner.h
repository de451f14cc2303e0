// SPDX-License-Identifier: Apache-2.0
#pragma once

// DocumentPairAligner: two documents, aligned once and then again around what a reviewer fixes.

#include <span>
#include <vector>

#include "align/pair_aligner.h"
#include "api/alignment.h"
#include "base/progress.h"

namespace egiz {

// A PairAligner that keeps its documents, and tells alignments of them as align_documents does.  realign() may be
// called from many threads at once.
class DocumentPairAligner {
 public:
  // Aligns the pair.  Throws what align_documents throws.
  DocumentPairAligner(LoadedDocument source, LoadedDocument target, const AlignDocumentsOptions& options = {},
                      const Progress& progress = {});

  // Of the whole pair.
  AlignedDocuments aligned() const;

  // The same with these beads in it: all that are fixed by now, those of the options among them, in text order; only
  // around what is new is anything aligned again.  Throws Error{invalid_argument} when they cross, overlap or leave the
  // documents.
  AlignedDocuments realign(std::span<const Bead> fixed) const;

 private:
  std::vector<LoadedDocument> documents_;
  PairAligner aligner_;  // of documents_
  bool moves_;
};

}  // namespace egiz
