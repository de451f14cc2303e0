// SPDX-License-Identifier: Apache-2.0
// Passages of three documents that stand elsewhere in one of them.

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/moves.h"
#include "tests/support/catch.h"
#include "tests/support/planted_text.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

constexpr std::size_t kBeads = 140;
constexpr std::size_t kPassage = 12;  // segments, from segment 30 on

using TextLines = std::vector<std::string>;

TextLines text_lines(const std::string& text) {
  TextLines lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    lines.push_back(text.substr(begin, end - begin + 1));
    begin = end + 1;
  }
  return lines;
}

Document three_document(const TextLines& lines, const char* language) {
  std::string text;
  for (const std::string& line : lines) text += line;
  return document_from_lines(text, Language(language));
}

// A planted text in three languages, bead by bead: of the first and the third the words are those of the second.
struct ThreeTexts {
  explicit ThreeTexts(unsigned seed) {
    const test::PlantedText text =
        test::plant({.beads = kBeads, .vocabulary = 600, .merge = 0, .omission = 0, .noise = 0.1, .seed = seed});
    a = text_lines(text.source);
    b = text_lines(text.target);
    c = b;
    for (std::string& line : c) line.insert(line.size() - 2, " und");
  }

  static void move_passage(TextLines& lines, std::ptrdiff_t behind) {
    std::rotate(lines.begin() + 30, lines.begin() + 30 + kPassage, lines.begin() + behind);
  }
  TripleAlignment aligned() const {
    return align(three_document(a, "ru"), three_document(b, "en"), three_document(c, "de"));
  }

  TextLines a, b, c;
};

// Segments of a side that a bead behind the first `in_order` holds.
std::vector<std::size_t> moved_segments(const std::vector<TripleBead>& beads, std::size_t in_order,
                                        SegmentRange TripleBead::*side) {
  std::vector<std::size_t> segments;
  for (std::size_t k = in_order; k < beads.size(); ++k) {
    for (std::size_t i = (beads[k].*side).begin; i < (beads[k].*side).end; ++i) segments.push_back(i);
  }
  return segments;
}

// Beads before the first one that stands before its predecessor.
std::size_t count_in_order(const std::vector<TripleBead>& beads) {
  std::array<std::size_t, 3> end{};
  for (std::size_t k = 0; k < beads.size(); ++k) {
    const std::array<SegmentRange, 3> sides{beads[k].a, beads[k].b, beads[k].c};
    for (std::size_t side = 0; side < 3; ++side) {
      if (sides[side].empty()) continue;
      if (sides[side].begin < end[side]) return k;
      end[side] = sides[side].end;
    }
  }
  return beads.size();
}

// Every segment of every side once.
void check_once(const std::vector<TripleBead>& beads, const TripleAlignment& alignment) {
  for (const auto side : {&TripleBead::a, &TripleBead::b, &TripleBead::c}) {
    std::vector<std::size_t> found = moved_segments(beads, 0, side);
    std::vector<std::size_t> wanted = moved_segments(alignment.beads, 0, side);
    std::ranges::sort(found);
    CHECK(found == wanted);
  }
}

TEST_CASE("a passage that one of three documents has elsewhere is found in both its pairs and aligned on three sides",
          "[property]") {
  for (const unsigned seed : {3U, 4U}) {
    ThreeTexts texts(seed);
    ThreeTexts::move_passage(texts.c, 100);

    const TripleAlignment alignment = texts.aligned();
    const std::vector<TripleBead> beads = with_moves(alignment);

    CAPTURE(seed);
    CHECK(alignment.pairs[0].moves.empty());
    REQUIRE(alignment.pairs[1].moves.size() == 1);
    REQUIRE(alignment.pairs[2].moves.size() == 1);
    CHECK(project(alignment, 2, 0).moves[0].source == alignment.pairs[1].moves[0].target);
    check_once(beads, alignment);
    std::size_t right = 0;
    for (std::size_t k = count_in_order(beads); k < beads.size(); ++k) {
      right +=
          beads[k].a == beads[k].b && beads[k].c == SegmentRange{beads[k].a.begin + 58, beads[k].a.end + 58} ? 1U : 0U;
      CHECK(beads[k].confidence > 0);
      CHECK(beads[k].confidence <= 1);
    }
    CHECK(right >= 10);
  }
}

TEST_CASE("a passage that stands elsewhere in each of three documents is aligned on three sides", "[property]") {
  ThreeTexts texts(5);
  ThreeTexts::move_passage(texts.b, 70);
  ThreeTexts::move_passage(texts.c, 110);

  const TripleAlignment alignment = texts.aligned();
  const std::vector<TripleBead> beads = with_moves(alignment);

  check_once(beads, alignment);
  const std::size_t in_order = count_in_order(beads);
  const auto whole = std::ranges::count_if(
      beads.begin() + static_cast<std::ptrdiff_t>(in_order), beads.end(), [](const TripleBead& bead) {
        return bead.a.size() == 1 && bead.b.begin == bead.a.begin + 28 && bead.c.begin == bead.a.begin + 68;
      });
  CHECK(whole >= 10);
}

TEST_CASE("a passage that two of three documents have in different places moves without the third", "[property]") {
  ThreeTexts texts(6);
  ThreeTexts::move_passage(texts.c, 100);
  texts.b.erase(texts.b.begin() + 30, texts.b.begin() + 30 + kPassage);

  const TripleAlignment alignment = texts.aligned();
  const std::vector<TripleBead> beads = with_moves(alignment);

  check_once(beads, alignment);
  const std::size_t in_order = count_in_order(beads);
  CHECK(moved_segments(beads, in_order, &TripleBead::a).size() >= 10);
  CHECK(moved_segments(beads, in_order, &TripleBead::c).size() >= 10);
  CHECK(moved_segments(beads, in_order, &TripleBead::b).empty());
}

TEST_CASE("three texts in order have no moves") {
  const TripleAlignment alignment = ThreeTexts(7).aligned();

  CHECK(alignment.pairs[0].moves.empty());
  CHECK(alignment.pairs[1].moves.empty());
  CHECK(alignment.pairs[2].moves.empty());
  CHECK(with_moves(alignment) == alignment.beads);
}

TEST_CASE("a move takes the third side along, and one that would tear a bead apart does nothing") {
  TripleAlignment alignment;
  alignment.beads = {{{0, 1}, {0, 1}, {0, 0}, 0.9}, {{1, 2}, {1, 2}, {0, 1}, 0.8}, {{2, 2}, {2, 2}, {1, 2}, 0.7}};
  Alignment& ac = alignment.pairs[1];

  ac.moves = {{{0, 1}, {1, 2}, {{{0, 1}, {1, 2}, 0.4}}}};
  const std::vector<TripleBead> moved = with_moves(alignment);
  REQUIRE(moved.size() == 2);
  CHECK(moved[0] == alignment.beads[1]);
  CHECK(moved[1].a == SegmentRange{0, 1});
  CHECK(moved[1].b == SegmentRange{0, 1});
  CHECK(moved[1].c == SegmentRange{1, 2});
  CHECK(moved[1].confidence == Approx(std::cbrt(0.9 * 0.4 * 0.5)));

  ac.moves = {{{0, 1}, {2, 3}, {{{0, 1}, {2, 3}, 0.4}}}};
  alignment.beads.push_back({{2, 2}, {2, 3}, {2, 3}, 0.6});  // b would be 0 and 2
  CHECK(with_moves(alignment) == alignment.beads);
}

}  // namespace
}  // namespace egiz
