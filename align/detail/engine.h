// SPDX-License-Identifier: Apache-2.0
#pragma once

// The engine: passes of inference and learning over all documents of one call.

#include <span>
#include <vector>

#include "align/bead.h"
#include "align/detail/belief.h"
#include "align/lexicon.h"
#include "base/progress.h"
#include "text/document.h"

namespace egiz::align_detail {

struct EnginePair {
  const Document* source = nullptr;
  const Document* target = nullptr;
  std::vector<Bead> fixed;  // in order, within the documents, not crossing
};

struct EngineOptions {
  const Lexicon* lexicon = nullptr;  // never nullptr
  bool use_paragraphs = true;
};

// Aligns pairs of one language pair that learn from each other (docs/alignment.md).  beliefs, when not nullptr,
// receives one for each pair.
std::vector<Alignment> align_together(std::span<const EnginePair> pairs, const EngineOptions& options,
                                      const Progress& progress, std::vector<Belief>* beliefs = nullptr);

}  // namespace egiz::align_detail
