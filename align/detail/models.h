// SPDX-License-Identifier: Apache-2.0
#pragma once

// The models of all pairs of a call beside the words, and how they are learnt from expectations.

#include <array>
#include <span>
#include <vector>

#include "align/detail/bead_scorer.h"
#include "align/detail/corpus.h"
#include "align/detail/lattice.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

// Everything that the passes learn about one document pair.
struct PairState {
  PairModel model;
  Transitions transitions;
};

class Models {
 public:
  explicit Models(const Corpus& corpus);

  const PairState& of(std::size_t pair) const { return states_[pair]; }

  // Learns from what the sections believe.  with_types: bead types and omission rates too.
  void learn(std::span<const Section> sections, std::span<const Expectations> expectations, bool with_types);

 private:
  void learn_lengths(std::span<const Section> sections);
  void learn_sentences(std::span<const Section> sections);
  void learn_paragraphs(std::span<const Section> sections);
  void learn_edges(std::span<const Section> sections);
  void learn_inner(std::span<const Section> sections);
  void learn_repetition(std::span<const Expectations> expectations);
  void learn_transitions(std::span<const Section> sections, std::span<const Expectations> expectations);
  void rebuild();

  const Corpus& corpus_;
  std::vector<PairState> states_;
  std::vector<double> ratios_;
  LengthSpread spread_;
  SentenceModel sentences_;
  EdgeChances source_edges_;
  EdgeChances target_edges_;
  EdgeModel edges_;
  BoundaryCounts source_boundaries_;  // of all documents
  BoundaryCounts target_boundaries_;
  InnerModel inner_;
  std::vector<double> source_rates_;  // of paragraph starts
  std::vector<double> target_rates_;
};

}  // namespace egiz::align_detail
