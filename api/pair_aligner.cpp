// SPDX-License-Identifier: Apache-2.0
#include "api/pair_aligner.h"

#include <utility>

namespace egiz {
namespace {

std::vector<LoadedDocument> pair_of(LoadedDocument source, LoadedDocument target) {
  std::vector<LoadedDocument> documents;
  documents.push_back(std::move(source));
  documents.push_back(std::move(target));
  require_different_languages(documents);
  return documents;
}

}  // namespace

DocumentPairAligner::DocumentPairAligner(LoadedDocument source, LoadedDocument target,
                                         const AlignDocumentsOptions& options, const Progress& progress)
    : documents_(pair_of(std::move(source), std::move(target))),
      aligner_(documents_[0].document, documents_[1].document, {.lexicon = options.lexicon, .fixed = options.fixed},
               progress),
      moves_(options.moves) {}

AlignedDocuments DocumentPairAligner::aligned() const { return to_aligned(documents_, aligner_.alignment(), moves_); }

AlignedDocuments DocumentPairAligner::realign(std::span<const Bead> fixed) const {
  return to_aligned(documents_, aligner_.realign(fixed), moves_);
}

}  // namespace egiz
