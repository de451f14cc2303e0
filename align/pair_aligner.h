// SPDX-License-Identifier: Apache-2.0
#pragma once

// PairAligner: one pair of documents, aligned once and then again around what a reviewer fixes.

#include <memory>
#include <span>

#include "align/aligner.h"
#include "align/bead.h"
#include "text/document.h"

namespace egiz {

// Keeps what was learnt from the whole pair, so that a change costs milliseconds whatever the length of the documents:
//
//   const PairAligner aligner(source, target);
//   show(aligner.alignment());
//   fixed.push_back(what the reviewer joined);
//   show(aligner.realign(fixed));
//
// realign() may be called from many threads at once.
class PairAligner {
 public:
  // Aligns the pair, as align() does, and throws what it throws.  The documents must outlive this.
  PairAligner(const Document& source, const Document& target, const AlignOptions& options = {},
              const Progress& progress = {});
  PairAligner(PairAligner&&) noexcept;
  PairAligner& operator=(PairAligner&&) noexcept;
  ~PairAligner();  // State is complete in pair_aligner.cpp only

  // Of the whole pair.
  const Alignment& alignment() const;

  // alignment() with these beads in it: all that are fixed by now, those of the options among them, in text order.
  // Around each that alignment() does not have the documents are aligned again, from eight beads or more before it to
  // as many behind it, where the alignment is sure; all else stays as it is, parallelism and cost too, and moves that
  // touch nothing new.  Throws Error{invalid_argument} when the beads cross, overlap or leave the documents.
  Alignment realign(std::span<const Bead> fixed) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace egiz
