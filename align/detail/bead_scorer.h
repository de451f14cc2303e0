// SPDX-License-Identifier: Apache-2.0
#pragma once

// Bead scores: all evidence on one bead as a log likelihood ratio.

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "align/detail/bead_types.h"
#include "align/detail/corpus.h"
#include "align/detail/evidence.h"
#include "align/detail/kind_model.h"
#include "align/detail/learner.h"
#include "align/detail/length_model.h"
#include "align/detail/section.h"
#include "align/detail/structure_model.h"

namespace egiz::align_detail {

inline constexpr float kForbidden = -1e30F;  // the score of a bead that cannot be
inline constexpr float kLexicalWeight = 0.5F;

// What is known about one document pair beside its words.
struct PairModel {
  LengthModel length;
  SentenceScores sentences;
  ParagraphModel paragraphs;
  KindScores kinds;
  EdgeModel edges;
  std::array<float, kBeadTypeCount> log_priors{};
  float usual_repetition = 1;  // nats; of words that a true bead of many segments explains twice
};

using TypeScores = std::array<float, kBeadTypeCount>;

// Scores, in nats, of the beads of one section: "these are one bead" against "they have nothing to do with each other".
class BeadScorer {
 public:
  // type_count: how many of kBeadTypes are looked at.
  BeadScorer(const Pair& pair, const PairModel& model, const Lexical& lexical, const Section& section,
             const Evidence& evidence, std::size_t type_count);

  // The beads that start at a node, kForbidden for those that leave the section or the evidence.
  TypeScores scores(std::size_t i, std::size_t j);

  // Nats of evidence that the segments of one bead repeat.
  // REQUIRES: scores(i, j) gives it a score
  float repetition(std::size_t i, std::size_t j, std::size_t type);

 private:
  struct Reach {
    std::array<std::size_t, kMaxSide + 1> targets{};  // by number of source segments: most target segments
    std::array<std::size_t, kMaxSide + 1> sources{};
    std::array<std::size_t, kMaxSide> most_sources{};  // by place of a target segment in its bead
    std::array<std::size_t, kMaxSide> most_targets{};
  };

  bool has_evidence(std::size_t i, std::size_t j, const BeadType& type) const;
  void sum_lexical(std::size_t i, std::size_t j);
  void start_words(const float* credits, std::size_t count);
  void add_repeated(const float* mass, float most, const float* nulls, float given);
  float sum_repeated(const BeadType& type) const;
  float structure(std::size_t i, std::size_t j, std::size_t type) const;

  const Pair& pair_;
  const PairModel& model_;
  const Section& section_;
  const Evidence& evidence_;
  std::size_t type_count_;
  Reach reach_;
  std::vector<float> mass_;
  std::vector<float> source_nulls_;  // of each word of the section
  std::vector<float> target_nulls_;
  std::vector<float> source_credits_;  // of each word of the section: 0, or -1 when it stands twice in its segment
  std::vector<float> target_credits_;
  // forward_[a][b]: words of the b-th target segment given the first a source segments; backward_ the other way.
  std::array<std::array<float, kMaxSide>, kMaxSide + 1> forward_{};
  std::array<std::array<float, kMaxSide>, kMaxSide + 1> backward_{};
  // The same shape: what words are explained again by a further segment.
  std::array<std::array<float, kMaxSide>, kMaxSide + 1> forward_repeated_{};
  std::array<std::array<float, kMaxSide>, kMaxSide + 1> backward_repeated_{};
  std::vector<float> best_credit_;  // of each word of a segment, over the segments so far
  float repeated_ = 0;
};

}  // namespace egiz::align_detail
