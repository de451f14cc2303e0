// SPDX-License-Identifier: Apache-2.0
#include "text/document.h"

#include <string>
#include <vector>

#include "base/error.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

ErrorCode refusal_of(const std::string& text, const std::vector<Segment>& segments,
                     const std::vector<ParagraphKind>& kinds = {}) {
  try {
    const Document document(text, Language("ru"), segments, kinds);
  } catch (const Error& error) {
    return error.code();
  }
  FAIL("the document was not refused");
  return {};
}

}  // namespace

TEST_CASE("a document gives its segments as views into its text") {
  const Document document("Да. Нет.\nКонец", Language("ru"), {{{0, 5}, 0}, {{6, 13}, 0}, {{14, 24}, 1}},
                          {ParagraphKind::text, ParagraphKind::heading});

  REQUIRE(document.size() == 3);
  CHECK(document.segment_text(0) == "Да.");
  CHECK(document.segment_text(1) == "Нет.");
  CHECK(document.segment_text(2) == "Конец");
  CHECK(document.starts_paragraph(0));
  CHECK_FALSE(document.starts_paragraph(1));
  CHECK(document.starts_paragraph(2));
  CHECK(document.paragraph_kind(1) == ParagraphKind::heading);
  CHECK(document.paragraph_kind(2) == ParagraphKind::text);
}

TEST_CASE("an empty document has no segments") {
  CHECK(Document().size() == 0);
  CHECK(Document("", Language("kk"), {}).size() == 0);
}

TEST_CASE("a text that is not UTF-8 makes no document") { CHECK(refusal_of("\xC4\xE0", {}) == ErrorCode::parse); }

TEST_CASE("segments that break the rules make no document") {
  using Segments = std::vector<Segment>;
  const Segments segments = GENERATE(Segments{{{2, 2}, 0}},               // empty
                                     Segments{{{4, 2}, 0}},               // backwards
                                     Segments{{{0, 9}, 0}},               // behind the text
                                     Segments{{{0, 4}, 0}, {{2, 8}, 0}},  // overlap
                                     Segments{{{4, 8}, 0}, {{0, 2}, 0}},  // out of order
                                     Segments{{{0, 2}, 1}, {{4, 8}, 0}},  // paragraphs count backwards
                                     Segments{{{1, 4}, 0}},               // begins inside a character
                                     Segments{{{0, 3}, 0}});              // ends inside a character

  CHECK(refusal_of("абвг", segments) == ErrorCode::invalid_argument);
}

TEST_CASE("paragraph kinds are given for all paragraphs or for none") {
  CHECK(refusal_of("абвг", {{{0, 2}, 0}, {{2, 4}, 1}}, {ParagraphKind::heading}) == ErrorCode::invalid_argument);
}

}  // namespace egiz
