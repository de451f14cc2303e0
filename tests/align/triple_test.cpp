// SPDX-License-Identifier: Apache-2.0
// Three documents: rectangles against all their paths, what a third document says, and the laws of triples.

#include "align/detail/triple.h"

#include <random>

#include "align/aligner.h"
#include "align/detail/gain.h"
#include "align/detail/pivot.h"
#include "align/detail/rectangle.h"
#include "tests/support/catch.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz::align_detail {
namespace {

// One-to-one beads of n segments, each with this posterior.
Belief diagonal_belief(std::size_t n, float posterior) {
  Belief belief;
  belief.source_omitted.assign(n, 1 - posterior);
  belief.target_omitted.assign(n, 1 - posterior);
  belief.band.rows.assign(n + 1, {0, static_cast<std::uint32_t>(n) + 1});
  for (std::uint32_t k = 0; k < n; ++k) {
    belief.beads.push_back({k, k, 0, posterior});
  }
  return belief;
}

Belief random_belief(std::size_t n, std::size_t m, std::mt19937& random) {
  std::uniform_real_distribution<float> uniform(0, 1);
  Belief belief;
  for (std::size_t k = 0; k < n; ++k) belief.source_omitted.push_back(uniform(random));
  for (std::size_t k = 0; k < m; ++k) belief.target_omitted.push_back(uniform(random));
  belief.band.rows.assign(n + 1, {0, static_cast<std::uint32_t>(m) + 1});
  for (std::uint32_t i = 0; i < n; ++i) {
    for (std::uint32_t j = 0; j < m; ++j) {
      for (std::uint8_t t = 0; t < kBasicTypeCount; ++t) {
        const bool fits = i + kBeadTypes[t].source <= n && j + kBeadTypes[t].target <= m;
        if (fits && uniform(random) < 0.5F) belief.beads.push_back({i, j, t, uniform(random)});
      }
    }
  }
  return belief;
}

// The best gain of a rectangle by walking every path.
float slow_gain(const Belief& belief, std::size_t i, std::size_t j, std::size_t to_i, std::size_t to_j,
                bool needs_bead) {
  if (i == to_i && j == to_j) {
    return needs_bead ? -1e30F : 0.0F;
  }
  float best = -1e30F;
  if (i < to_i) {
    best = std::max(best, omission_gain(belief.source_omitted[i]) + slow_gain(belief, i + 1, j, to_i, to_j, needs_bead));
  }
  if (j < to_j) {
    best = std::max(best, omission_gain(belief.target_omitted[j]) + slow_gain(belief, i, j + 1, to_i, to_j, needs_bead));
  }
  for (const BeadPosterior& bead : belief.beads) {
    const BeadType& type = kBeadTypes[bead.type];
    if (bead.source == i && bead.target == j && i + type.source <= to_i && j + type.target <= to_j) {
      best = std::max(best, gain(bead.probability) +
                                slow_gain(belief, i + type.source, j + type.target, to_i, to_j, false));
    }
  }
  return best;
}

TEST_CASE("the gain of a rectangle is that of its best path", "[property]") {
  std::mt19937 random(3);
  for (int round = 0; round < 30; ++round) {
    const Belief belief = random_belief(3, 4, random);
    const RectangleDecoder decoder(belief);
    const RectangleGains gains = decoder.gains(0, 0);
    for (std::size_t a = 0; a <= 3; ++a) {
      for (std::size_t b = 0; b <= 4; ++b) {
        const bool needs_bead = a > 0 && b > 0;
        const float slow = slow_gain(belief, 0, 0, a, b, needs_bead);
        CAPTURE(round, a, b);
        CHECK(gains[a][b] == Approx(needs_bead ? std::max(slow, gain(0)) : slow).margin(1e-5));
        std::size_t i = 0;
        std::size_t j = 0;
        for (const Bead& bead : decoder.decode(0, a, 0, b)) {
          CHECK(bead.source.begin == i);
          CHECK(bead.target.begin == j);
          i = bead.source.end;
          j = bead.target.end;
        }
        CHECK(i == a);
        CHECK(j == b);
      }
    }
  }
}

TEST_CASE("a third document speaks for what it links and against what it does not") {
  const Belief sure = diagonal_belief(4, 0.98F);
  const PivotEvidence pivot(sure, sure);
  TypeScores scores{};

  pivot.add(1, 1, scores);
  CHECK(scores[0] > 0.8F);  // 1:1
  TypeScores beside{};
  pivot.add(1, 2, beside);
  CHECK(beside[0] < -0.8F);
  CHECK(scores[1] < scores[0]);  // 1:2
}

TEST_CASE("a third document that knows neither segment says nothing") {
  const Belief unsure = diagonal_belief(4, 0.0F);
  const PivotEvidence pivot(unsure, unsure);
  TypeScores scores{};

  pivot.add(1, 1, scores);

  CHECK(scores[0] == Approx(0).margin(1e-5));
}

TEST_CASE("a triangle that agrees gives triple beads, and one that does not is less sure") {
  const Belief sure = diagonal_belief(3, 0.98F);
  const Belief doubtful = diagonal_belief(3, 0.6F);

  TripleAlignment agreed = decode_triple({sure, sure, sure}, 3, 3, 3);
  TripleAlignment disputed = decode_triple({sure, sure, doubtful}, 3, 3, 3);
  set_triple_confidences(agreed);
  set_triple_confidences(disputed);

  REQUIRE(agreed.beads.size() == 3);
  REQUIRE(disputed.beads.size() == 3);
  CHECK(disputed.beads[1].confidence < agreed.beads[1].confidence);
}

TEST_CASE("every bead of a pair lies inside one triple bead", "[property]") {
  const test::PlantedText one = test::plant({.beads = 60, .seed = 51});
  const Document a = document_from_lines(one.source, Language("ru"));
  const Document b = document_from_lines(one.target, Language("en"));
  const Document c = document_from_lines(test::plant({.beads = 60, .seed = 52}).target, Language("de"));

  const TripleAlignment triple = align(a, b, c);

  for (const Bead& bead : project(triple, 0, 1).beads) {
    const bool is_inside = std::ranges::any_of(triple.beads, [&](const TripleBead& whole) {
      return whole.a.begin <= bead.source.begin && bead.source.end <= whole.a.end &&
             whole.b.begin <= bead.target.begin && bead.target.end <= whole.b.end;
    });
    CHECK(is_inside);
  }
  const Alignment there = project(triple, 1, 2);
  const Alignment back = project(triple, 2, 1);
  REQUIRE(there.beads.size() == back.beads.size());
  CHECK(there.beads.front().source == back.beads.front().target);
}

}  // namespace
}  // namespace egiz::align_detail
