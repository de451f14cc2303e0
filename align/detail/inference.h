// SPDX-License-Identifier: Apache-2.0
#pragma once

// Inference: what is believed of a section, given what was learnt so far.

#include <cstddef>

#include "align/detail/corpus.h"
#include "align/detail/evidence.h"
#include "align/detail/lattice.h"
#include "align/detail/learner.h"
#include "align/detail/models.h"
#include "align/detail/pivot.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

struct Look {
  Lattice lattice;
  Expectations expectations;
};

// Sees what its parts become when they learn.  Any thread, with a scratch of its own.
class Inference {
 public:
  // Everything given must outlive this.
  Inference(const Corpus& corpus, const Models& models, const Lexical& lexical)
      : corpus_(corpus), models_(models), lexical_(lexical) {}

  const Corpus& corpus() const { return corpus_; }

  // Forward-backward over the band of a section, which grows while probable paths run along its edge.  The beliefs of
  // the section are those of the pass before, and then the new ones.  type_count: how many of kBeadTypes are looked at.
  // pivot, when not nullptr: what a third document says.
  Look look(Section& section, std::size_t type_count, EvidenceScratch& scratch,
            const PivotEvidence* pivot = nullptr) const;

 private:
  const Corpus& corpus_;
  const Models& models_;
  const Lexical& lexical_;
};

}  // namespace egiz::align_detail
