// SPDX-License-Identifier: Apache-2.0
#pragma once

// The engine: passes of inference and learning over all documents of one call.

#include <memory>
#include <span>
#include <vector>

#include "align/bead.h"
#include "align/detail/belief.h"
#include "align/detail/local_aligner.h"
#include "align/detail/pivot.h"
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
  bool calibrate = true;          // else the confidences of beads are posteriors
  bool looks_everywhere = false;  // at the whole matrix of each pair: the slow twin, for comparison
};

// Aligns pairs of one language pair that learn from each other (docs/alignment.md).  What progress is told counts up
// while a pass goes through the documents.  Throws Error{cancelled}.
std::vector<Alignment> align_together(std::span<const EnginePair> pairs, const EngineOptions& options,
                                      const Progress& progress);

// Aligns one pair and keeps what it learnt, so that more can be said about it.
class PairEngine {
 public:
  PairEngine(const EnginePair& pair, const EngineOptions& options, const Progress& progress);
  PairEngine(PairEngine&&) noexcept;
  ~PairEngine();  // State is complete in engine.cpp only

  Alignment alignment() const;
  Belief belief() const;

  // Aligns parts of the pair again, in the order of its sides.  This must outlive it and not hear() meanwhile.
  LocalAligner local_aligner() const;

  // Posteriors of beads of this pair, in the order of its sides, become confidences.
  void calibrate(std::vector<Bead>& beads) const;

  // Moves among the omissions of these beads of the pair, whose confidences are posteriors.
  std::vector<Move> find_moves(std::span<const Bead> beads) const;

  // Looks once more, in the light of a third document.
  void hear(const PivotEvidence& pivot, const Progress& progress);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace egiz::align_detail
