// SPDX-License-Identifier: Apache-2.0
// Scoring: worked examples, counted by hand.

#include "align/evaluate.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

TEST_CASE("an alignment equal to the gold scores 1 in everything") {
  const std::vector<Rung> gold{{{0}, {0}}, {{1, 2}, {1}}, {{3}, {}}, {{}, {2}}};

  const AlignmentScore score = evaluate(gold, gold);

  CHECK(score.strict_f1() == 1.0);
  CHECK(score.lax_f1() == 1.0);
  CHECK(score.null_f1() == 1.0);
  CHECK(score.hypothesis_beads == 4);
  CHECK(score.gold_beads == 2);
}

TEST_CASE("omissions count in precision and not in recall") {
  const std::vector<Rung> gold{{{0}, {0}}, {{1}, {}}, {{2}, {1}}};
  const std::vector<Rung> hypothesis{{{0}, {0}}, {{1, 2}, {1}}};

  const AlignmentScore score = evaluate(gold, hypothesis);

  CHECK(score.strict_precision() == Approx(0.5));
  CHECK(score.strict_recall() == Approx(0.5));
  CHECK(score.lax_precision() == Approx(1.0));
  CHECK(score.lax_recall() == Approx(1.0));
  CHECK(score.gold_nulls == 1);
  CHECK(score.hypothesis_nulls == 0);
  CHECK(score.null_f1() == 0.0);
}

TEST_CASE("a segment that the hypothesis forgets counts as left without a partner") {
  const std::vector<Rung> gold{{{0}, {0}}, {{1}, {}}};
  const std::vector<Rung> hypothesis{{{0}, {0}}};

  const AlignmentScore score = evaluate(gold, hypothesis);

  CHECK(score.strict_f1() == 1.0);
  CHECK(score.null_hits == 1);
  CHECK(score.null_f1() == 1.0);
}

TEST_CASE("an omission of two segments in one rung equals no gold of one segment each") {
  const std::vector<Rung> gold{{{0}, {}}, {{1}, {}}, {{2}, {0}}};
  const std::vector<Rung> hypothesis{{{0, 1}, {}}, {{2}, {0}}};

  const AlignmentScore score = evaluate(gold, hypothesis);

  CHECK(score.strict_precision() == Approx(0.5));
  CHECK(score.strict_recall() == 1.0);
  CHECK(score.null_f1() == 1.0);
}

TEST_CASE("duplicates count once and rungs without segments not at all") {
  const std::vector<Rung> gold{{{0}, {0}}};
  const std::vector<Rung> hypothesis{{{0}, {0}}, {{0}, {0}}, {{}, {}}};

  const AlignmentScore score = evaluate(gold, hypothesis);

  CHECK(score.hypothesis_beads == 1);
  CHECK(score.strict_f1() == 1.0);
}

TEST_CASE("nothing found where there was something is 0, nothing where there was nothing is 1") {
  const std::vector<Rung> gold{{{0}, {0}}};

  CHECK(evaluate(gold, {}).strict_f1() == 0.0);
  CHECK(evaluate({}, {}).strict_f1() == 1.0);
}

TEST_CASE("scores of documents add up") {
  const std::vector<Rung> gold{{{0}, {0}}};
  const std::vector<Rung> wrong{{{0}, {}}, {{}, {0}}};

  AlignmentScore sum = evaluate(gold, gold);
  sum += evaluate(gold, wrong);

  CHECK(sum.strict_recall() == Approx(0.5));
  CHECK(sum.strict_precision() == Approx(1.0 / 3));
}

TEST_CASE("beads become rungs of single indices") {
  const std::vector<Bead> beads{{{0, 2}, {0, 1}, 0.5}, {{2, 2}, {1, 2}, 0.5}};

  const std::vector<Rung> expected{{{0, 1}, {0}}, {{}, {1}}};

  CHECK(to_rungs(beads) == expected);
}

}  // namespace
}  // namespace egiz
