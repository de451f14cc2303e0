// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a third document says about the beads of a pair.

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/detail/bead_scorer.h"
#include "align/detail/belief.h"

namespace egiz::align_detail {

// Two segments that are linked to the same segment of a third document are likely linked to each other; when one of
// them has a partner there, and it is not the other's, they are likely not.
class PivotEvidence {
 public:
  // What is believed of the two sides of the pair, each against the third document, which is the target of both.
  PivotEvidence(const Belief& source, const Belief& target);

  // Adds the evidence, in nats, to the scores of the beads that start at segments i and j of the documents.
  void add(std::size_t i, std::size_t j, TypeScores& scores) const;

 private:
  struct Support {
    std::uint32_t target = 0;
    float value = 0;  // probability that the two segments have a common partner
  };

  float cell(std::size_t i, std::size_t j) const;

  std::vector<std::size_t> offsets_{0};  // by source segment, into supports_
  std::vector<Support> supports_;        // ordered by target within a segment
  std::vector<float> source_present_;    // probability to have a partner in the third document
  std::vector<float> target_present_;
};

}  // namespace egiz::align_detail
