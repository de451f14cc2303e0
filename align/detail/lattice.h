// SPDX-License-Identifier: Apache-2.0
#pragma once

// The lattice of all alignments of a section: forward-backward, and the best path by expected gain.

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "align/bead.h"
#include "align/detail/bead_scorer.h"
#include "align/detail/section.h"

namespace egiz::align_detail {

// A path is a sequence of two-sided beads (state M) and runs of omitted source (S) or target (T) segments.  After
// source segments no target segments are omitted at once: the other order says the same.
struct Transitions {
  double enter_source = 0.03;  // probability, after a bead, that a source segment is omitted
  double enter_target = 0.03;
  double stay = 0.55;  // probability that an omission goes on
  static constexpr double kTargetToSource = 0.02;
};

// Expected numbers of steps.
struct TransitionCounts {
  double beads = 0;
  double source_runs = 0, source_segments = 0;
  double target_runs = 0, target_segments = 0;

  TransitionCounts& operator+=(const TransitionCounts& other);
};

// What a section says about the models, weighted by posterior.
struct Expectations {
  TransitionCounts transitions;
  std::array<double, kBeadTypeCount> types{};
  double many = 0;        // beads of more than two segments
  double repetition = 0;  // nats that they repeat (BeadScorer::repetition)
};

class Lattice {
 public:
  // `scores`: for each node of the band, row by row, the beads that start there.
  Lattice(const Pair& pair, const Section& section, const ParagraphModel& paragraphs, const Transitions& transitions,
          const std::vector<TypeScores>& scores);

  // Forward-backward.  Fills in the beliefs of `section` (all but the denominators), and the expectations.
  Expectations infer(Section& section);

  // The nodes whose posterior is above e^-nats, and `margin` more on every side; but rows where only one node is left,
  // as in the rows around them, keep that node alone, and are gates where the basic bead types were looked at and next
  // to no bead passes over them.  Call after infer().
  Band prune(double nats, std::uint32_t margin, std::size_t type_count) const;

  // The rows where the band could be wider and a node at its edge has more than this posterior; all rows when no path
  // leads through the band.  Decided rows count as no edge.  Call after infer().
  std::vector<std::size_t> tight_rows(double posterior) const;

  // The posterior of each node to lie between two beads, greatest in row i.  Call after infer().
  struct Boundary {
    std::size_t column = 0;
    double posterior = 0;
  };
  Boundary best_boundary(std::size_t i) const;

  // The path with the greatest expected gain.  Call after infer().  Indices count from the start of the section.
  std::vector<Bead> decode(const Section& section) const;

 private:
  struct Node {
    double match = 0, source = 0, target = 0;  // log sums
  };
  // A bead that fits into the band, from the node where it starts.
  struct Edge {
    std::size_t to = 0;  // the node where it ends
    float score = 0;
    std::uint8_t type = 0;
  };

  std::size_t index(std::size_t i, std::size_t j) const { return offsets_[i] + j - band_.rows[i].begin; }
  std::span<const Edge> edges(std::size_t node) const {
    return std::span(edges_).subspan(first_edges_[node], first_edges_[node + 1] - first_edges_[node]);
  }
  void collect_edges(const std::vector<TypeScores>& scores);
  void forward();
  void backward();
  double starts_of(std::size_t node) const;
  double greatest_log_posterior(std::size_t node) const;
  double log_posterior(std::size_t node) const;
  void believe_beads(std::size_t i, std::size_t j, Section& section, Expectations& expected);
  void believe_omissions(std::size_t i, std::size_t j, Section& section, Expectations& expected) const;

  Band band_;
  std::size_t n_ = 0;
  std::size_t m_ = 0;
  std::vector<std::size_t> offsets_;
  std::vector<std::size_t> first_edges_;  // of each node
  std::vector<Edge> edges_;
  std::vector<Node> alpha_;
  std::vector<Node> beta_;
  std::vector<double> leave_;  // log sum of all that reaches a node, ready to start a bead
  double total_ = 0;
  std::vector<double> passed_over_;  // of each row: the posterior of all beads that pass over it
  // Log transition scores, by the node where an omission starts or ends.
  double match_match_ = 0, match_source_ = 0, match_target_ = 0, stay_ = 0, source_match_ = 0, target_match_ = 0,
         target_source_ = 0;
  std::vector<double> start_source_, end_source_, start_target_, end_target_;
};

}  // namespace egiz::align_detail
