// SPDX-License-Identifier: Apache-2.0
// Alignment around fixed beads, against aligning the whole pair again.

#include "align/pair_aligner.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "align/evaluate.h"
#include "base/error.h"
#include "tests/align/cover.h"
#include "tests/support/catch.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

struct ReviewedPair {
  explicit ReviewedPair(unsigned seed, std::size_t beads = 300) {
    const test::PlantedText text = test::plant({.beads = beads, .seed = seed});
    source = document_from_lines(text.source, Language("ru"));
    target = document_from_lines(text.target, Language("en"));
    gold = text.beads;
  }
  Document source, target;
  std::vector<Bead> gold;
};

bool is_same_bead(const Bead& a, const Bead& b) { return a.source == b.source && a.target == b.target; }

// Beads of the alignment in the middle: one is given the target of the next, as a reviewer might by mistake.
Bead wrong_bead(const Alignment& alignment) {
  std::size_t k = alignment.beads.size() / 2;
  while (alignment.beads[k].source.empty() || alignment.beads[k + 1].target.empty()) ++k;
  return {alignment.beads[k].source, alignment.beads[k + 1].target, 1};
}

TEST_CASE("a pair that is aligned to be reviewed is aligned as any other") {
  const ReviewedPair pair(61);

  const PairAligner there(pair.source, pair.target);
  const PairAligner back(pair.target, pair.source);

  CHECK(there.alignment().beads == align(pair.source, pair.target).beads);
  CHECK(back.alignment().beads == align(pair.target, pair.source).beads);
  CHECK(there.realign({}).beads == there.alignment().beads);
  CHECK(there.realign(there.alignment().beads).beads.size() == there.alignment().beads.size());
}

TEST_CASE("fixed beads are in the new alignment, and what is far from them stays as it is", "[property]") {
  for (unsigned seed = 62; seed < 66; ++seed) {
    const ReviewedPair pair(seed);
    const PairAligner aligner(pair.source, pair.target);
    const Bead fixed = wrong_bead(aligner.alignment());

    const Alignment after = aligner.realign(std::vector{fixed});

    CAPTURE(seed);
    require_cover(after, pair.source, pair.target);
    CHECK(std::ranges::count(after.beads, fixed) == 1);
    std::size_t changed = 0;
    for (const Bead& bead : aligner.alignment().beads) {
      const bool is_kept = std::ranges::find(after.beads, bead) != after.beads.end();
      changed += is_kept ? 0 : 1;
      if (bead.source.end + 60 < fixed.source.begin || bead.source.begin > fixed.source.end + 60) {
        CHECK(is_kept);
      }
    }
    CHECK(changed > 0);
    CHECK(changed < 60);
  }
}

TEST_CASE("what is aligned again is what aligning the whole pair again gives", "[property]") {
  for (unsigned seed = 66; seed < 70; ++seed) {
    const ReviewedPair pair(seed);
    const PairAligner aligner(pair.source, pair.target);
    for (const Bead& fixed : {wrong_bead(aligner.alignment()), pair.gold[pair.gold.size() / 3]}) {
      const Alignment whole = align(pair.source, pair.target, {.fixed = {fixed}});

      const Alignment local = aligner.realign(std::vector{fixed});

      CAPTURE(seed);
      CHECK(evaluate(to_rungs(whole.beads), to_rungs(local.beads)).strict_f1() > 0.97);
      const auto is_near = [&](const Bead& bead) {
        return std::abs(static_cast<long>(bead.source.begin) - static_cast<long>(fixed.source.begin)) <= 8;
      };
      std::size_t near = 0;
      std::size_t same = 0;
      for (const Bead& bead : whole.beads) {
        if (!is_near(bead)) continue;
        ++near;
        if (std::ranges::any_of(local.beads, [&](const Bead& other) { return is_same_bead(bead, other); })) ++same;
      }
      CHECK(10 * same >= 7 * near);
    }
  }
}

TEST_CASE("beads are fixed one after another, in either order of the sides") {
  const ReviewedPair pair(70);
  const PairAligner there(pair.source, pair.target);
  const PairAligner back(pair.target, pair.source);
  std::vector<Bead> fixed;
  std::vector<Bead> fixed_back;
  for (const std::size_t k : {std::size_t{20}, std::size_t{21}, std::size_t{150}, std::size_t{299}}) {
    fixed.push_back({pair.gold[k].source, pair.gold[k].target, 1});
    fixed_back.push_back({pair.gold[k].target, pair.gold[k].source, 1});

    const Alignment after = there.realign(fixed);
    const Alignment after_back = back.realign(fixed_back);

    require_cover(after, pair.source, pair.target);
    REQUIRE(after.beads.size() == after_back.beads.size());
    for (std::size_t b = 0; b < after.beads.size(); ++b) {
      CHECK(after.beads[b] ==
            Bead{after_back.beads[b].target, after_back.beads[b].source, after_back.beads[b].confidence});
    }
    for (const Bead& bead : fixed) {
      CHECK(std::ranges::count(after.beads, bead) == 1);
    }
  }
}

TEST_CASE("an omission of several segments can be fixed, and all of two documents") {
  const ReviewedPair pair(71, 40);
  const PairAligner aligner(pair.source, pair.target);
  const std::vector<Bead> omission{{{10, 14}, {10, 10}, 1}};
  const std::vector<Bead> all{{{0, pair.source.size()}, {0, pair.target.size()}, 1}};

  const Alignment with_omission = aligner.realign(omission);

  require_cover(with_omission, pair.source, pair.target);
  CHECK(std::ranges::count(with_omission.beads, omission.front()) == 1);
  CHECK(aligner.realign(all).beads == all);
}

TEST_CASE("beads that cross or leave the documents cannot be fixed in a review") {
  const ReviewedPair pair(72, 30);
  const PairAligner aligner(pair.source, pair.target);

  CHECK_THROWS_AS(aligner.realign(std::vector<Bead>{{{3, 4}, {5, 6}}, {{4, 5}, {4, 5}}}), Error);
  CHECK_THROWS_AS(aligner.realign(std::vector<Bead>{{{3, 400}, {5, 6}}}), Error);
}

TEST_CASE("empty documents are aligned again to nothing") {
  const Document empty = document_from_lines("", Language("ru"));
  const Document other = document_from_lines("a\n", Language("en"));

  CHECK(PairAligner(empty, empty).realign({}).beads.empty());
  CHECK(PairAligner(empty, other).realign(std::vector<Bead>{{{0, 0}, {0, 1}}}).beads.size() == 1);
}

}  // namespace
}  // namespace egiz
