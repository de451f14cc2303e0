// SPDX-License-Identifier: Apache-2.0
#pragma once

// What paragraphs are, as evidence: a heading is translated by a heading, a footnote by a footnote.

#include <array>
#include <cstddef>

#include "align/detail/corpus.h"
#include "text/document.h"

namespace egiz::align_detail {

inline constexpr std::size_t kParagraphKinds = 6;

// Soft, for formats lose kinds and say wrong ones: a translation is taken to keep a kind kKept of the time and to have
// any other by chance.  A kind that one of the documents lacks is running text in both, so that a document whose format
// says nothing is no evidence at all.
class KindScores {
 public:
  KindScores() = default;  // says nothing
  KindScores(const Side& source, const Side& target);

  // nats, from -0.2 to 0.2, for a bead whose first segments are of these kinds.
  float score(ParagraphKind source, ParagraphKind target) const {
    return table_[static_cast<std::size_t>(source)][static_cast<std::size_t>(target)];
  }

 private:
  std::array<std::array<float, kParagraphKinds>, kParagraphKinds> table_{};
};

}  // namespace egiz::align_detail
