// SPDX-License-Identifier: Apache-2.0
// The lattice against its full-matrix twin, and the chain of anchors against all chains.

#include "align/detail/lattice.h"

#include <cmath>
#include <random>
#include <string>

#include "align/detail/chain.h"
#include "tests/reference/full_matrix.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz::align_detail {
namespace {

struct RandomLattice {
  RandomLattice(std::size_t n, std::size_t m, unsigned seed) {
    std::string lines_n, lines_m;
    for (std::size_t k = 0; k < n; ++k) lines_n += "a\n";
    for (std::size_t k = 0; k < m; ++k) lines_m += "b\n";
    Vocabulary words;
    pair = {Side(document_from_lines(lines_n, Language("en")), false, words),
            Side(document_from_lines(lines_m, Language("de")), false, words)};
    section.source = {0, n};
    section.target = {0, m};
    section.band.rows.assign(n + 1, {0, static_cast<std::uint32_t>(m) + 1});
    std::mt19937 random(seed);
    std::normal_distribution<float> normal(-3, 3);
    for (std::size_t i = 0; i <= n; ++i) {
      for (std::size_t j = 0; j <= m; ++j) {
        TypeScores scores;
        for (std::size_t t = 0; t < kBeadTypeCount; ++t) {
          const bool fits = i + kBeadTypes[t].source <= n && j + kBeadTypes[t].target <= m;
          scores[t] = fits ? normal(random) : kForbidden;
        }
        all.push_back(scores);
      }
    }
  }

  Pair pair;
  Section section;
  std::vector<TypeScores> all;
};

TEST_CASE("forward-backward equals its full-matrix twin", "[property]") {
  for (unsigned seed = 1; seed <= 12; ++seed) {
    const std::size_t n = 1 + seed % 6;
    const std::size_t m = 1 + (seed * 5) % 7;
    RandomLattice random(n, m, seed);
    const Transitions transitions;
    test::FullMatrix twin(
        n, m,
        [&](std::size_t i, std::size_t j, std::size_t t) {
          return static_cast<double>(random.all[i * (m + 1) + j][t]);
        },
        transitions);

    Lattice lattice(random.pair, random.section, ParagraphModel{}, transitions, random.all);
    const Expectations expected = lattice.infer(random.section);

    CAPTURE(seed, n, m);
    CHECK(random.section.score == Approx(std::log(twin.total())).margin(1e-3));
    double covered = 0;
    for (const BeadPosterior& bead : random.section.beads) {
      CHECK(static_cast<double>(bead.probability) ==
            Approx(twin.posterior(bead.source, bead.target, bead.type)).margin(2e-3));
      covered += static_cast<double>(bead.probability) * kBeadTypes[bead.type].source;
    }
    for (const float omitted : random.section.source_omitted) {
      covered += static_cast<double>(omitted);
    }
    CHECK(covered < static_cast<double>(n) + 0.01);
    CHECK(covered > 0.85 * static_cast<double>(n));  // negligible beads are not listed
    CHECK(expected.transitions.beads > 0);
  }
}

TEST_CASE("decoding covers both sides whatever the scores", "[property]") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    RandomLattice random(seed % 9, (seed * 3) % 8, seed);
    if (random.section.source.empty() && random.section.target.empty()) {
      continue;
    }
    Lattice lattice(random.pair, random.section, ParagraphModel{}, Transitions{}, random.all);
    lattice.infer(random.section);

    std::size_t i = 0;
    std::size_t j = 0;
    for (const Bead& bead : lattice.decode(random.section)) {
      REQUIRE(bead.source.begin == i);
      REQUIRE(bead.target.begin == j);
      i = bead.source.end;
      j = bead.target.end;
    }
    CHECK(i == random.section.source.size());
    CHECK(j == random.section.target.size());
  }
}

TEST_CASE("a band is connected whatever rows it starts with", "[property]") {
  std::mt19937 random(9);
  for (int round = 0; round < 200; ++round) {
    const std::size_t n = random() % 12;
    const auto m = static_cast<std::uint32_t>(random() % 12);
    Band band;
    for (std::size_t i = 0; i <= n; ++i) {
      const auto begin = static_cast<std::uint32_t>(random() % (m + 1));
      const bool is_hit = random() % 3 != 0;
      band.rows.push_back(is_hit ? Band::Row{begin, begin + 1 + static_cast<std::uint32_t>(random() % (m - begin + 1))}
                                 : Band::Row{~0U, 0});
    }

    connect(band, m);

    CHECK(band.contains(0, 0));
    CHECK(band.contains(n, m));
    for (std::size_t i = 0; i <= n; ++i) {
      CHECK(band.rows[i].begin < band.rows[i].end);
      if (i > 0) {
        CHECK(band.rows[i].begin >= band.rows[i - 1].begin);
        CHECK(band.rows[i].end >= band.rows[i - 1].end);
        CHECK(band.rows[i].begin < band.rows[i - 1].end);
      }
    }
  }
}

// The weight of the heaviest chain by trying all predecessors of each anchor.
double slow_chain_weight(const std::vector<Anchor>& anchors) {
  std::vector<Anchor> sorted = anchors;
  std::ranges::sort(sorted, [](const Anchor& a, const Anchor& b) {
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  std::vector<double> best(sorted.size());
  double result = 0;
  for (std::size_t k = 0; k < sorted.size(); ++k) {
    for (std::size_t p = 0; p < k; ++p) {
      if (sorted[p].target <= sorted[k].target) {
        best[k] = std::max(best[k], best[p]);
      }
    }
    best[k] += static_cast<double>(sorted[k].weight);
    result = std::max(result, best[k]);
  }
  return result;
}

TEST_CASE("the heaviest chain is as heavy as the slow search finds", "[property]") {
  std::mt19937 random(5);
  for (int round = 0; round < 50; ++round) {
    std::vector<Anchor> anchors(random() % 40);
    for (Anchor& anchor : anchors) {
      anchor = {static_cast<std::uint32_t>(random() % 20), static_cast<std::uint32_t>(random() % 20),
                0.1F + static_cast<float>(random() % 10)};
    }
    double weight = 0;
    for (const Anchor& anchor : heaviest_chain(anchors)) {
      weight += static_cast<double>(anchor.weight);
    }
    CHECK(weight == Approx(slow_chain_weight(anchors)));
  }
}

}  // namespace
}  // namespace egiz::align_detail
