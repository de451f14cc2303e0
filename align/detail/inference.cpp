// SPDX-License-Identifier: Apache-2.0
// Inference: what is believed of a section, given what was learnt so far.

#include "align/detail/inference.h"

#include <span>
#include <utility>
#include <vector>

#include "align/detail/band.h"
#include "align/detail/reach.h"
#include "align/detail/refine.h"

namespace egiz::align_detail {
namespace {

constexpr int kMostWidenings = 5;
constexpr double kMostEdge = 1e-4;  // posterior at the edge of a band that is let pass

std::vector<TypeScores> score_all(const Section& section, const BeadScorer& scorer) {
  std::vector<TypeScores> scores;
  scores.reserve(section.band.node_count());
  for (std::size_t i = 0; i < section.band.rows.size(); ++i) {
    for (std::size_t j = section.band.rows[i].begin; j < section.band.rows[i].end; ++j) {
      scores.push_back(scorer.scores(i, j));
    }
  }
  return scores;
}

void add_pivot(const Section& section, const PivotEvidence& pivot, std::vector<TypeScores>& scores) {
  auto own = scores.begin();
  for (std::size_t i = 0; i < section.band.rows.size(); ++i) {
    for (std::size_t j = section.band.rows[i].begin; j < section.band.rows[i].end; ++j, ++own) {
      if (i < section.source.size() && j < section.target.size()) {
        pivot.add(section.source.begin + i, section.target.begin + j, *own);
      }
    }
  }
}

void add_repetition(std::span<const BeadPosterior> beads, const BeadScorer& scorer, Expectations& expectations) {
  for (const BeadPosterior& bead : beads) {
    if (kBeadTypes[bead.type].source + kBeadTypes[bead.type].target > 2) {
      const auto weight = static_cast<double>(bead.probability);
      expectations.many += weight;
      expectations.repetition += weight * static_cast<double>(scorer.repetition(bead.source, bead.target, bead.type));
    }
  }
}

}  // namespace

Look Inference::look(Section& section, std::size_t type_count, EvidenceScratch& scratch,
                     const PivotEvidence* pivot) const {
  const Pair& pair = corpus_.pairs[section.pair];
  const PairState& state = models_.of(section.pair);
  for (int round = 0;; ++round) {
    const Reach reach(section.band, section.target.size(), type_count);
    const Evidence evidence(pair, lexical_, section, reach, scratch);
    const BeadScorer scorer(pair, state.model, lexical_, section, reach, evidence);
    std::vector<TypeScores> scores = score_all(section, scorer);
    refine(
        section.band, kLost,
        [&](std::size_t i, std::size_t j, std::size_t type) { return scorer.word_order(i, j, type); }, scores);
    if (pivot != nullptr) {  // a few nats at most, so that no bead that is lost is found again
      add_pivot(section, *pivot, scores);
    }
    Lattice lattice(pair, section, state.model.paragraphs, state.transitions, scores);
    Section believed = section;  // scores depend on the links of the pass before, which a wider look must still see
    Expectations expectations = lattice.infer(believed);
    const std::vector<std::size_t> tight = lattice.tight_rows(kMostEdge);
    if (round == kMostWidenings || tight.empty()) {
      add_repetition(believed.beads, scorer, expectations);
      section = std::move(believed);
      return {std::move(lattice), expectations};
    }
    section.band = widen(section.band, tight, section.target.size());
  }
}

}  // namespace egiz::align_detail
