// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/detail/kind_model.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

using Kinds = std::vector<ParagraphKind>;

constexpr ParagraphKind kText = ParagraphKind::text;
constexpr ParagraphKind kHeading = ParagraphKind::heading;
constexpr ParagraphKind kFootnote = ParagraphKind::footnote;

// Paragraphs of one segment each; their words say nothing of what belongs together.
Document document_of_kinds(const char* language, const std::string& word, const Kinds& kinds) {
  std::string text;
  std::vector<Segment> segments;
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    const std::size_t begin = text.size();
    for (int k = 0; k < 4; ++k) text += word + static_cast<char>('a' + i) + static_cast<char>('a' + k) + " ";
    segments.push_back({{begin, text.size() - 1}, i});
  }
  return Document(text, Language(language), segments, kinds);
}

align_detail::Side side_of_kinds(const Kinds& kinds, bool use_paragraphs = true) {
  align_detail::Vocabulary vocabulary;
  return align_detail::Side(document_of_kinds("en", "x", kinds), use_paragraphs, vocabulary);
}

align_detail::KindScores scores_of(const Kinds& source, const Kinds& target) {
  return align_detail::KindScores(side_of_kinds(source), side_of_kinds(target));
}

}  // namespace

TEST_CASE("a kind is evidence for the same kind and against another, and the rarer the more") {
  const Kinds kinds = {kHeading, kText, kText, kText, kHeading, kText, kText, kFootnote};
  const align_detail::KindScores scores = scores_of(kinds, kinds);

  CHECK(scores.score(kHeading, kHeading) > 0.05F);
  CHECK(scores.score(kFootnote, kFootnote) >= scores.score(kHeading, kHeading));
  CHECK(scores.score(kText, kText) > 0);
  CHECK(scores.score(kText, kText) < scores.score(kHeading, kHeading));
  CHECK(scores.score(kHeading, kText) < -0.1F);
  CHECK(scores.score(kFootnote, kFootnote) <= 0.21F);
}

TEST_CASE("a kind that one document lacks says nothing") {
  const align_detail::KindScores plain = scores_of({kHeading, kText, kFootnote}, {kText, kText, kText});
  const align_detail::KindScores some = scores_of({kHeading, kText, kFootnote, kText}, {kHeading, kText, kText});

  for (const ParagraphKind kind : {kHeading, kText, kFootnote}) {
    CHECK(plain.score(kind, kText) == Approx(0.0F).margin(1e-6));
    CHECK(align_detail::KindScores().score(kind, kText) == 0);
  }
  CHECK(some.score(kFootnote, kText) == some.score(kText, kText));
  CHECK(side_of_kinds({kHeading, kText}, false).kind(0) == kText);
}

TEST_CASE("the sides of a bead are alike to the kinds") {
  const Kinds source = {kHeading, kText, kText, kFootnote, kText};
  const Kinds target = {kHeading, kText, kHeading, kFootnote};

  for (const ParagraphKind a : {kHeading, kText, kFootnote}) {
    for (const ParagraphKind b : {kHeading, kText, kFootnote}) {
      CHECK(scores_of(source, target).score(a, b) == scores_of(target, source).score(b, a));
    }
  }
}

TEST_CASE("headings find each other where words say nothing") {
  const Document source =
      document_of_kinds("en", "qw", {kHeading, kText, kText, kText, kHeading, kText, kText, kHeading, kText, kText});
  const Document target =
      document_of_kinds("kk", "зж", {kHeading, kText, kText, kHeading, kText, kText, kHeading, kText, kText});

  const Alignment alignment = align(source, target);

  std::size_t headings = 0;
  for (const Bead& bead : alignment.beads) {
    if (bead.source.empty() || bead.target.empty()) continue;
    if (source.paragraph_kind(bead.source.begin) != kHeading) continue;
    ++headings;
    CHECK(target.paragraph_kind(bead.target.begin) == kHeading);
  }
  CHECK(headings == 3);
}

}  // namespace egiz
