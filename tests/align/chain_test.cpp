// SPDX-License-Identifier: Apache-2.0
// Anchors where chance has more to say than the truth.

#include "align/detail/chain.h"

#include <random>
#include <string>
#include <vector>

#include "align/detail/cognates.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz::align_detail {
namespace {

constexpr std::size_t kHole = 3000;  // source segments without a partner
constexpr std::size_t kSide = 30;    // pairs before the hole, and behind it

// Each target segment holds three numbers.  One of them its partner holds too; all of them stand eight times on the
// source side, the others somewhere in the hole.
struct HoleOfChance {
  HoleOfChance() {
    std::vector<std::string> sources(kHole + 2 * kSide);
    std::string target;
    std::mt19937 random(3);
    for (std::size_t k = 0; k < 2 * kSide; ++k) {
      sources[partner(k)] += number(k, 0);
      for (std::size_t n = 0; n < 3; ++n) {
        target += number(k, n);
        for (std::size_t copy = n == 0 ? 1 : 0; copy < 8; ++copy) {
          sources[kSide + random() % kHole] += number(k, n);
        }
      }
      target += "\n";
    }
    std::string source;
    for (const std::string& segment : sources) source += "- " + segment + "\n";
    pair = {Side(document_from_lines(source, Language("ru")), false, source_words),
            Side(document_from_lines(target, Language("en")), false, target_words)};
  }

  static std::string number(std::size_t k, std::size_t n) { return std::to_string(1000 + 10 * k + n) + " "; }
  static std::size_t partner(std::size_t target) { return target < kSide ? target : target + kHole; }

  Vocabulary source_words;
  Vocabulary target_words;
  Pair pair;
};

TEST_CASE("anchors that support each other outweigh more chance ones inside a hole") {
  const HoleOfChance text;
  const std::vector<WordPair> words = merge_word_pairs(find_cognates(text.source_words, text.target_words));

  const std::vector<Anchor> anchors =
      find_anchors(text.pair, {0, text.pair.source.size()}, {0, text.pair.target.size()}, words);

  std::size_t right = 0;
  for (const Anchor& anchor : anchors) {
    const bool is_right = anchor.source == HoleOfChance::partner(anchor.target);
    right += is_right;
    const bool is_beside_hole = anchor.target + 1 == kSide || anchor.target == kSide;
    CHECK((is_right || is_beside_hole));
  }
  CHECK(right > 2 * kSide - 6);
}

}  // namespace
}  // namespace egiz::align_detail
