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
#include "align/detail/reach.h"
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
  InnerModel inner;
  std::array<float, kBeadTypeCount> log_priors{};
  float usual_repetition = 1;  // nats; of words that a true bead of many segments explains twice
};

using TypeScores = std::array<float, kBeadTypeCount>;

// Scores, in nats, of the beads of one section: "these are one bead" against "they have nothing to do with each other".
// What a bead shares with its neighbours (how a few segments of one side explain one of the other) is computed once.
class BeadScorer {
 public:
  // Everything given must outlive this.
  BeadScorer(const Pair& pair, const PairModel& model, const Lexical& lexical, const Section& section,
             const Reach& reach, const Evidence& evidence);

  // The beads that start at a node, kForbidden for those that do not fit into the band; the order of words left aside.
  TypeScores scores(std::size_t i, std::size_t j) const;

  // What the order of its words adds to the score of one bead.  Not cheap.
  // REQUIRES: scores(i, j) gives it a score
  float word_order(std::size_t i, std::size_t j, std::size_t type) const;

  // Nats of evidence that the segments of one bead repeat.
  // REQUIRES: scores(i, j) gives it a score
  float repetition(std::size_t i, std::size_t j, std::size_t type) const;

 private:
  // How some segments explain the words of one segment of the other side.
  struct Explained {
    float lexical = 0;   // log likelihood ratio
    float repeated = 0;  // of it, what several of them explain
  };
  using ByCount = std::array<Explained, kMaxSide>;  // by number of segments - 1

  // One segment while it is explained by one more segment after another.
  struct Words {
    const float* nulls = nullptr;
    const float* counted = nullptr;
    std::vector<float> mass;
    const float* first_good = nullptr;  // masses of the first segment that explains a word well
    float first_scale = 0;
    std::vector<float> best_ratio;  // over the segments so far; empty before a second is good
    float background = 0;
    float given = 0;
    float repeated = 0;
  };

  // Segments of one side that stand in a bead together.
  struct Stretch {
    LengthModel::Lengths lengths;
    int sentences = 0;
    float crossings = 0;  // nats; of the boundaries within
  };
  using Stretches = std::vector<std::array<Stretch, kMaxSide>>;  // by first segment, by number of segments - 1

  void find_stretches();
  void start(const std::vector<float>& counted, const float* nulls, std::size_t first, std::size_t count);
  void add(const float* mass, float most, float background, std::size_t given);
  void add_ratios(const float* mass, float scale);
  Explained explained() const;
  void explain_target(std::size_t i, std::size_t j);
  void explain_source(std::size_t i, std::size_t j);
  Explained sum(std::size_t i, std::size_t j, const BeadType& type) const;
  float structure(std::size_t i, std::size_t j, std::size_t type) const;

  const Pair& pair_;
  const PairModel& model_;
  const Section& section_;
  const Reach& reach_;
  const Evidence& evidence_;
  std::vector<float> source_nulls_;  // of each word of the section
  std::vector<float> target_nulls_;
  std::vector<float> source_counted_;  // of each word of the section: 1, or 0 when it stands twice in its segment
  std::vector<float> target_counted_;
  Stretches source_stretches_;
  Stretches target_stretches_;
  Words words_;
  std::vector<ByCount> forward_;   // of each cell (i, j): target segment j given source segments from i on
  std::vector<ByCount> backward_;  // source segment i given target segments from j on
};

}  // namespace egiz::align_detail
