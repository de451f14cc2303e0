// SPDX-License-Identifier: Apache-2.0
// Passages that stand elsewhere in the other document.

#include <algorithm>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/detail/moves.h"
#include "tests/support/catch.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

std::vector<std::string> split_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin + 1));
    begin = end + 1;
  }
  return lines;
}

struct MovedText {
  Document source, target;
  SegmentRange moved_source, moved_target;  // where the passage stands
};

// A planted text whose target has 12 beads, from bead 30 on, moved behind bead 100.
MovedText moved_text(unsigned seed) {
  const test::PlantedText text =
      test::plant({.beads = 140, .vocabulary = 600, .merge = 0, .omission = 0, .noise = 0.1, .seed = seed});
  std::vector<std::string> lines = split_lines(text.target);
  std::rotate(lines.begin() + 30, lines.begin() + 42, lines.begin() + 100);
  std::string target;
  for (const std::string& line : lines) target += line;
  return {document_from_lines(text.source, Language("ru")),
          document_from_lines(target, Language("en")),
          {30, 42},
          {88, 100}};
}

std::vector<Bead> in_order(std::string_view pattern) {
  std::vector<Bead> beads;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const char c : pattern) {
    beads.push_back({{i, i + (c != 'y')}, {j, j + (c != 'x')}, 1});
    i = beads.back().source.end;
    j = beads.back().target.end;
  }
  return beads;
}

}  // namespace

TEST_CASE("a passage that stands elsewhere is found and aligned", "[property]") {
  const MovedText text = moved_text(3);

  const Alignment alignment = align(text.source, text.target);

  REQUIRE(alignment.moves.size() == 1);
  const Move& move = alignment.moves.front();
  CHECK(move.source.begin >= text.moved_source.begin);
  CHECK(move.source.end <= text.moved_source.end);
  CHECK(move.source.size() >= 10);
  for (const Bead& bead : move.beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    CHECK(bead.source.begin - text.moved_source.begin == bead.target.begin - text.moved_target.begin);
    CHECK(std::ranges::find(alignment.beads, SegmentRange{bead.source.begin, bead.source.begin + 1}, &Bead::source)
              ->target.empty());
  }
}

TEST_CASE("swapping the documents swaps the moves", "[property]") {
  const MovedText text = moved_text(4);

  const Alignment there = align(text.source, text.target);
  const Alignment back = align(text.target, text.source);

  REQUIRE(there.moves.size() == 1);
  REQUIRE(back.moves.size() == 1);
  CHECK(there.moves[0].source == back.moves[0].target);
  CHECK(there.moves[0].target == back.moves[0].source);
}

TEST_CASE("text in order has no moves, nor have holes and foreign passages", "[property]") {
  const test::PlantedText whole = test::plant({.beads = 120, .seed = 5});
  const test::PlantedText hole = test::plant({.beads = 120, .hole_begin = 40, .hole_size = 20, .seed = 6});
  std::string target = hole.target;
  target += test::plant({.beads = 25, .seed = 77}).target;

  CHECK(align(document_from_lines(whole.source, Language("ru")), document_from_lines(whole.target, Language("en")))
            .moves.empty());
  CHECK(align(document_from_lines(hole.source, Language("ru")), document_from_lines(target, Language("en")))
            .moves.empty());
}

TEST_CASE("only runs of three that stand in different places are looked at") {
  std::vector<std::pair<SegmentRange, SegmentRange>> asked;
  const auto note = [&](SegmentRange source, SegmentRange target) {
    asked.emplace_back(source, target);
    return align_detail::TriedBlock();
  };

  CHECK(align_detail::find_moves(in_order("==xxxx==yy==xxyyyy==yyy=="), note).empty());

  REQUIRE(asked.size() == 2);
  CHECK(asked[0] == std::pair{SegmentRange{2, 6}, SegmentRange{8, 12}});
  CHECK(asked[1] == std::pair{SegmentRange{2, 6}, SegmentRange{14, 17}});
}

TEST_CASE("a move is the best run of likely beads, and no segment moves twice") {
  const auto sure = [](SegmentRange source, SegmentRange target) {
    align_detail::TriedBlock tried{.score = 100};
    for (std::size_t k = 0; k < std::min(source.size(), target.size()); ++k) {
      tried.beads.push_back({{source.begin + k, source.begin + k + 1}, {target.begin + k, target.begin + k + 1}, 0.9});
    }
    tried.beads.front().confidence = 0.1;
    return tried;
  };

  const std::vector<Move> moves = align_detail::find_moves(in_order("=xxxxx==yyyyy==yyyyy="), sure);

  REQUIRE(moves.size() == 1);
  CHECK(moves[0].source == SegmentRange{2, 6});
  CHECK(moves[0].beads.size() == 4);
}

}  // namespace egiz
