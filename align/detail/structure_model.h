// SPDX-License-Identifier: Apache-2.0
#pragma once

// Structure evidence: sentences inside segments, and paragraphs.

#include <array>
#include <cstddef>

#include "align/detail/bead_types.h"
#include "align/detail/corpus.h"

namespace egiz::align_detail {

// A segment may hold several sentences (merged lines).  The difference of the sentence counts of the two sides of a
// bead, clipped, is likelier to be 0 in translations than by chance.
class SentenceModel {
 public:
  static constexpr int kClip = 3;
  using Histogram = std::array<double, 2 * kClip + 1>;  // by difference + kClip

  SentenceModel();

  // Learns from the differences of beads 1:1 and of all others.
  void learn(const Histogram& one_to_one, const Histogram& other);

  // Likelihoods given a true bead.
  double probability(bool is_one_to_one, int difference) const {
    return match_[is_one_to_one ? 0 : 1][static_cast<std::size_t>(difference + kClip)];
  }

  static int clip(int difference) { return difference < -kClip ? -kClip : difference > kClip ? kClip : difference; }

 private:
  std::array<Histogram, 2> match_;
};

// SentenceModel against the chance of one document pair, as a table.
class SentenceScores {
 public:
  SentenceScores() = default;
  SentenceScores(const Side& source, const Side& target, const SentenceModel& model);

  // nats; `difference` is source minus target sentences of the whole bead.
  float score(std::size_t type, int difference) const {
    return table_[type][static_cast<std::size_t>(SentenceModel::clip(difference) + SentenceModel::kClip)];
  }

 private:
  std::array<std::array<float, 2 * SentenceModel::kClip + 1>, kBeadTypeCount> table_{};
};

// Paragraph evidence: log odds, in nats, of what is seen where a bead starts, inside it, and where an omission starts
// or ends; learnt, and 0 where a document has no paragraphs.
struct ParagraphModel {
  std::array<float, 4> start{0.0F, 0.0F, 0.0F, 0.0F};  // by (source starts one) + 2 (target starts one)
  float crossing_source = 0;                           // each paragraph start inside a bead
  float crossing_target = 0;
  std::array<float, 2> omission_start{0.0F, 0.0F};  // the first omitted segment starts no / a paragraph
  std::array<float, 2> omission_end{0.0F, 0.0F};    // the segment after the last omitted one
};

// Expected counts over two-sided beads and omissions, weighted by posterior.
struct ParagraphCounts {
  std::array<double, 4> start{};
  double inner_source = 0, crossed_source = 0;  // boundaries inside beads; those that start a paragraph
  double inner_target = 0, crossed_target = 0;
  std::array<double, 2> omission_start{};
  std::array<double, 2> omission_end{};
  double source_rate = 0, target_rate = 0;  // share of segments that start a paragraph

  ParagraphCounts& operator+=(const ParagraphCounts& other);
};

ParagraphModel estimate_paragraphs(const ParagraphCounts& counts);

// Before anything is learnt, from the rates alone.
ParagraphModel initial_paragraphs(double source_rate, double target_rate);

double paragraph_rate(const Side& side);

}  // namespace egiz::align_detail
