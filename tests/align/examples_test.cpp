// SPDX-License-Identifier: Apache-2.0
// What the aligner learns from sentences whose translations are known.

#include "align/detail/examples.h"

#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/evaluate.h"
#include "tests/support/catch.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

// A short text that lacks every fourth segment on one side and every fifth on the other, and examples of its words.
class TaughtPair {
 public:
  explicit TaughtPair(unsigned seed) {
    const test::PlantedText text =
        test::plant({.beads = 900, .vocabulary = 500, .merge = 0, .omission = 0, .noise = 0.1, .seed = seed});
    const Document sources = document_from_lines(text.source, Language("ru"));
    const Document targets = document_from_lines(text.target, Language("en"));
    std::string source_text;
    std::string target_text;
    for (std::size_t k = 0; k < sources.size(); ++k) {
      const std::string from(sources.segment_text(k));
      const std::string to(targets.segment_text(k));
      if (k >= 60) {
        examples.push_back({{{Language("ru"), from}, {Language("en"), to}}});
        continue;
      }
      Bead bead{{i_, i_}, {j_, j_}, 1};
      if (k % 4 != 1) {
        source_text += from + "\n";
        bead.source.end = ++i_;
      }
      if (k % 5 != 2) {
        target_text += to + "\n";
        bead.target.end = ++j_;
      }
      if (bead.source.size() + bead.target.size() > 0) gold.push_back(bead);
    }
    source = document_from_lines(source_text, Language("ru"));
    target = document_from_lines(target_text, Language("en"));
  }

  Alignment aligned(const Lexicon& lexicon) const { return align(source, target, {.lexicon = &lexicon}); }
  double f1(const Alignment& alignment) const {
    return evaluate(to_rungs(gold), to_rungs(alignment.beads)).strict_f1();
  }

  Document source, target;
  std::vector<Bead> gold;
  std::vector<LexiconEntry> examples;

 private:
  std::size_t i_ = 0;
  std::size_t j_ = 0;
};

TEST_CASE("examples teach the words of a text that is too short to teach its own", "[property]") {
  for (unsigned seed = 81; seed < 84; ++seed) {
    const TaughtPair pair(seed);

    const double untaught = pair.f1(pair.aligned(Lexicon()));
    const double taught = pair.f1(pair.aligned(Lexicon({}, pair.examples)));

    CAPTURE(seed, untaught);
    CHECK(taught > 0.9);
    CHECK(taught > untaught + 0.05);
  }
}

TEST_CASE("examples in other languages say nothing, and swapped documents give swapped beads") {
  const TaughtPair pair(84);
  std::vector<LexiconEntry> others = pair.examples;
  for (LexiconEntry& example : others) example.terms[1].language = Language("de");
  const Lexicon lexicon({}, pair.examples);

  CHECK(pair.aligned(Lexicon({}, others)).beads == pair.aligned(Lexicon()).beads);
  const Alignment there = pair.aligned(lexicon);
  const Alignment back = align(pair.target, pair.source, {.lexicon = &lexicon});
  REQUIRE(there.beads.size() == back.beads.size());
  for (std::size_t k = 0; k < there.beads.size(); ++k) {
    CHECK(there.beads[k] == Bead{back.beads[k].target, back.beads[k].source, back.beads[k].confidence});
  }
}

TEST_CASE("an example is there when both languages are") {
  const Language ru("ru");
  const Language kk("kk");
  const std::vector<LexiconEntry> given{{{{ru, "Да."}, {kk, "Иә."}}},
                                        {{{ru, "Нет."}, {Language("en"), "No."}}},
                                        {{{Language("en"), "Well."}, {Language("kk-KZ"), "Жақсы."}, {ru, "Хорошо."}}},
                                        {{{ru, ""}, {kk, "Бос."}}},
                                        {{{ru, std::string(2'001, 'x')}, {kk, "Ұзын."}}}};

  const align_detail::Examples examples = align_detail::examples_of(Lexicon({}, given), kk, ru);

  REQUIRE(examples.source.size() == 2);
  REQUIRE(examples.target.size() == 2);
  CHECK(examples.source.segment_text(1) == "Жақсы.");
  CHECK(examples.target.segment_text(1) == "Хорошо.");
  CHECK(align_detail::examples_of(Lexicon(), kk, ru).empty());
}

}  // namespace
}  // namespace egiz
