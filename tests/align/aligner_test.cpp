// SPDX-License-Identifier: Apache-2.0
// The aligner on small documents, hostile ones among them.

#include "align/aligner.h"

#include <string>

#include "base/error.h"
#include "tests/align/cover.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

Document lines(const std::string& text, const char* language) { return document_from_lines(text, Language(language)); }

std::string repeated(const std::string& text, std::size_t times) {
  std::string result;
  for (std::size_t k = 0; k < times; ++k) {
    result += text;
  }
  return result;
}

// The law of every alignment: all segments of both sides, in order, once; omissions of one segment.
void check_cover(const Alignment& alignment, const Document& source, const Document& target) {
  require_cover(alignment, source, target);
  for (const Bead& bead : alignment.beads) {
    REQUIRE(bead.source.size() + bead.target.size() > 0);
    if (bead.source.empty() || bead.target.empty()) {
      REQUIRE(bead.source.size() + bead.target.size() == 1);
    }
    REQUIRE(bead.confidence >= 0);
    REQUIRE(bead.confidence <= 1);
  }
  REQUIRE(alignment.parallelism >= 0);
  REQUIRE(alignment.parallelism <= 1);
}

const char* const kRussian =
    "Мост закрыли на ремонт в мае 2019 года.\n"
    "Рабочие нашли трещины в двух опорах.\n"
    "Инженер Петров сказал, что ремонт займёт восемь месяцев и обойдётся в 40 миллионов рублей.\n"
    "Жители недовольны.\n"
    "Новый паром начнёт ходить в понедельник.\n";
const char* const kEnglish =
    "The bridge was closed for repairs in May 2019.\n"
    "Workers found cracks in two of its piers.\n"
    "Engineer Petrov said that the work would take eight months.\n"
    "It will cost 40 million roubles.\n"
    "Residents are unhappy.\n"
    "A new ferry starts on Monday.\n";

TEST_CASE("a short text and its translation align, a split sentence among them") {
  const Document ru = lines(kRussian, "ru");
  const Document en = lines(kEnglish, "en");

  const Alignment alignment = align(ru, en);

  check_cover(alignment, ru, en);
  REQUIRE(alignment.beads.size() == 5);
  CHECK(alignment.beads[2].source == SegmentRange{2, 3});
  CHECK(alignment.beads[2].target == SegmentRange{2, 4});
}

TEST_CASE("swapping the sides swaps the beads") {
  const Document ru = lines(kRussian, "ru");
  const Document en = lines(kEnglish, "en");

  const Alignment there = align(ru, en);
  const Alignment back = align(en, ru);

  REQUIRE(there.beads.size() == back.beads.size());
  for (std::size_t k = 0; k < there.beads.size(); ++k) {
    CHECK(there.beads[k] == Bead{back.beads[k].target, back.beads[k].source, back.beads[k].confidence});
  }
  CHECK(there.cost == back.cost);
}

TEST_CASE("documents of any shape are covered") {
  const std::string kLong = repeated("слово и ещё одно слово. ", 500) + "\n";
  const std::string cases[][2] = {
      {"", ""},
      {"одна строка\n", ""},
      {"", "one line\nand another\n"},
      {"да\n", "yes\n"},
      {"!!!\n...\n---\n", "?\n"},
      {repeated("строка\n", 1000), repeated("line\n", 1000)},
      {repeated("строка\n", 700), repeated("line\n", 3)},
      {"", repeated("line\n", 2000)},
      {kLong + kLong, kLong},
      {"1\n2\n3\n4\n5\n", "5\n4\n3\n2\n1\n"},
      {"\xF0\x9F\x98\x80\n\xE4\xB8\xAD\xE6\x96\x87\n", "\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85\n"},
  };
  for (const auto& [source, target] : cases) {
    const Document ru = lines(source, "ru");
    const Document en = lines(target, "en");
    check_cover(align(ru, en), ru, en);
  }
}

TEST_CASE("fixed beads stay, and the rest is aligned around them") {
  const Document ru = lines(kRussian, "ru");
  const Document en = lines(kEnglish, "en");
  AlignOptions options;
  options.fixed = {{{1, 2}, {2, 3}, 1.0}};

  const Alignment alignment = align(ru, en, options);

  check_cover(alignment, ru, en);
  CHECK(std::ranges::find(alignment.beads, options.fixed.front()) != alignment.beads.end());
}

TEST_CASE("fixed beads that cross or leave the documents are refused") {
  const Document ru = lines("а\nб\n", "ru");
  const Document en = lines("a\nb\n", "en");
  const std::vector<std::vector<Bead>> wrong{
      {{{1, 2}, {1, 2}, 1}, {{0, 1}, {0, 1}, 1}}, {{{0, 3}, {0, 1}, 1}}, {{{1, 1}, {1, 1}, 1}}, {{{0, 1}, {5, 6}, 1}}};
  for (const auto& fixed : wrong) {
    AlignOptions options;
    options.fixed = fixed;
    CHECK_THROWS_AS(align(ru, en, options), Error);
  }
}

TEST_CASE("a batch of nothing is nothing, and a pair without a document is refused") {
  CHECK(align_all({}).empty());
  const std::vector<DocumentPair> pairs(1);
  CHECK_THROWS_AS(align_all(pairs), Error);
}

TEST_CASE("a batch stops when progress says so") {
  const Document ru = lines(kRussian, "ru");
  const Document en = lines(kEnglish, "en");
  const std::vector<DocumentPair> pairs{{&ru, &en}};

  CHECK_THROWS_AS(align_all(pairs, {}, [](auto, auto) { return false; }), Error);
}

}  // namespace
}  // namespace egiz
