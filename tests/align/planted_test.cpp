// SPDX-License-Identifier: Apache-2.0
// The aligner on generated documents whose alignment is known; its laws on them.

#include <tbb/global_control.h>

#include <algorithm>
#include <vector>

#include "align/aligner.h"
#include "align/detail/engine.h"
#include "align/evaluate.h"
#include "tests/align/cover.h"
#include "tests/support/catch.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

struct PlantedPair {
  explicit PlantedPair(const test::PlantedOptions& options) {
    const test::PlantedText text = test::plant(options);
    source = document_from_lines(text.source, Language("ru"));
    target = document_from_lines(text.target, Language("en"));
    gold = to_rungs(text.beads);
  }

  double f1(const Alignment& alignment) const { return evaluate(gold, to_rungs(alignment.beads)).strict_f1(); }
  double null_f1(const Alignment& alignment) const { return evaluate(gold, to_rungs(alignment.beads)).null_f1(); }

  Document source, target;
  std::vector<Rung> gold;
};

TEST_CASE("planted beads are found again without a dictionary or cognates", "[property]") {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const PlantedPair pair({.beads = 250, .seed = seed});

    const Alignment alignment = align(pair.source, pair.target);

    CAPTURE(seed);
    CHECK(pair.f1(alignment) > 0.95);
    CHECK(pair.null_f1(alignment) > 0.85);
    CHECK(alignment.parallelism > 0.5);
  }
}

TEST_CASE("two segments that are divided elsewhere in the translation are one bead", "[property]") {
  const PlantedPair pair({.beads = 300, .crossing = 0.05, .seed = 5});

  const Alignment alignment = align(pair.source, pair.target);

  const auto crossings = [](const std::vector<Rung>& rungs) {
    return std::ranges::count_if(rungs, [](const Rung& r) { return r.source.size() == 2 && r.target.size() == 2; });
  };
  CHECK(pair.f1(alignment) > 0.95);
  CHECK(static_cast<double>(crossings(to_rungs(alignment.beads))) > 0.8 * static_cast<double>(crossings(pair.gold)));
}

TEST_CASE("a hole in one side is bridged", "[property]") {
  const PlantedPair pair({.beads = 300, .hole_begin = 100, .hole_size = 80, .seed = 7});

  const Alignment alignment = align(pair.source, pair.target);

  CHECK(pair.f1(alignment) > 0.95);
}

TEST_CASE("texts that have nothing to do with each other are not parallel", "[property]") {
  const PlantedPair one({.beads = 120, .seed = 11});
  const PlantedPair other({.beads = 120, .seed = 12});

  CHECK(align(one.source, other.target).parallelism < 0.5);
}

TEST_CASE("one thread and eight give the same alignments", "[property]") {
  std::vector<PlantedPair> planted;
  std::vector<DocumentPair> pairs;
  for (unsigned seed = 20; seed < 25; ++seed) {
    planted.emplace_back(test::PlantedOptions{.beads = 60 + seed, .seed = seed});
  }
  for (const PlantedPair& pair : planted) {
    pairs.push_back({&pair.source, &pair.target});
  }
  const auto align_with = [&](std::size_t threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, threads);
    return align_all(pairs);
  };

  const auto alone = align_with(1);
  const auto together = align_with(8);

  for (std::size_t k = 0; k < pairs.size(); ++k) {
    CHECK(alone[k].beads == together[k].beads);
    CHECK(alone[k].cost == together[k].cost);
  }
}

TEST_CASE("what the band finds is what the whole matrix gives", "[property]") {
  for (unsigned seed = 50; seed <= 52; ++seed) {
    const PlantedPair pair({.beads = 120, .hole_begin = 40, .hole_size = 30, .seed = seed});
    const align_detail::EnginePair documents{&pair.source, &pair.target, {}};
    align_detail::EngineOptions options{.lexicon = &Lexicon::built_in()};

    const auto banded = align_detail::align_together(std::span(&documents, 1), options, {});
    options.looks_everywhere = true;
    const auto whole = align_detail::align_together(std::span(&documents, 1), options, {});

    CAPTURE(seed);
    const AlignmentScore score = evaluate(to_rungs(whole.front().beads), to_rungs(banded.front().beads));
    CHECK(score.strict_f1() > 0.98);
    CHECK(score.null_f1() > 0.95);
  }
}

TEST_CASE("swapping generated documents swaps their beads", "[property]") {
  const PlantedPair pair({.beads = 100, .seed = 30});

  const Alignment there = align(pair.source, pair.target);
  const Alignment back = align(pair.target, pair.source);

  REQUIRE(there.beads.size() == back.beads.size());
  for (std::size_t k = 0; k < there.beads.size(); ++k) {
    CHECK(there.beads[k] == Bead{back.beads[k].target, back.beads[k].source, back.beads[k].confidence});
  }
}

TEST_CASE("three documents give one alignment whose pairs cover both sides", "[property]") {
  const PlantedPair one({.beads = 80, .seed = 40});
  const Document copy = document_from_lines(one.target.text(), Language("de"));

  const TripleAlignment triple = align(one.source, one.target, copy);

  for (const auto& [x, y] : {std::pair{0, 1}, std::pair{0, 2}, std::pair{1, 2}}) {
    const Document* documents[] = {&one.source, &one.target, &copy};
    require_cover(project(triple, static_cast<std::size_t>(x), static_cast<std::size_t>(y)), *documents[x],
                  *documents[y]);
  }
  CHECK(one.f1(project(triple, 0, 1)) > 0.9);
}

}  // namespace
}  // namespace egiz
