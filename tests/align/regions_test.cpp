// SPDX-License-Identifier: Apache-2.0
// Regions: maximal stretches without translation, compared with a slow search of all runs.

#include "align/regions.h"

#include <random>
#include <string>

#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

Document numbered_lines(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "segment of one length\n";
  return document_from_lines(text, Language("en"));
}

// Beads 1-1, or omissions on the source side, as a string of '=' and 'x' says; 'y' is an omission on
// the target side.
Alignment beads_of(std::string_view pattern) {
  Alignment alignment;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const char c : pattern) {
    const std::size_t a = c != 'y';
    const std::size_t b = c != 'x';
    alignment.beads.push_back({{i, i + a}, {j, j + b}, c == '=' ? 0.43 : 0.9});
    i += a;
    j += b;
  }
  return alignment;
}

std::vector<Region> regions_of(std::string_view pattern) {
  const Alignment alignment = beads_of(pattern);
  std::size_t source = 0;
  std::size_t target = 0;
  for (const Bead& bead : alignment.beads) {
    source = bead.source.end;
    target = bead.target.end;
  }
  return find_untranslated(alignment, numbered_lines(source), numbered_lines(target));
}

// The run of beads with the greatest sum, left to right, then the same on both sides of it: what Ruzzo and Tompa prove
// maximal scoring subsequences to be.
void slow_runs(const std::vector<double>& scores, std::size_t begin, std::size_t end,
               std::vector<std::pair<std::size_t, std::size_t>>& out) {
  double best = 0;
  std::pair<std::size_t, std::size_t> run;
  for (std::size_t a = begin; a < end; ++a) {
    double sum = 0;
    for (std::size_t b = a; b < end; ++b) {
      sum += scores[b];
      if (sum > best) {
        best = sum;
        run = {a, b + 1};
      }
    }
  }
  if (best <= 0) return;
  slow_runs(scores, begin, run.first, out);
  out.push_back(run);
  slow_runs(scores, run.second, end, out);
}

}  // namespace

TEST_CASE("a translation has no untranslated stretch, and single omissions are none") {
  CHECK(regions_of("==========").empty());
  CHECK(regions_of("==x==y==xx==").empty());
}

TEST_CASE("holes on one side and foreign passages on both are told") {
  CHECK(regions_of("===xxxxxx===") == std::vector<Region>{{{3, 9}, {3, 3}}});
  CHECK(regions_of("==xxxyyy========yyyyyy") == std::vector<Region>{{{2, 5}, {2, 5}}, {{13, 13}, {13, 19}}});
}

TEST_CASE("a moved passage is not untranslated") {
  Alignment alignment = beads_of("===xxxxxx========yyyyyy===");
  const Document document = numbered_lines(20);
  CHECK(find_untranslated(alignment, document, document).size() == 2);

  alignment.moves = {{{3, 9}, {11, 17}, {}}};

  CHECK(find_untranslated(alignment, document, document).empty());
}

TEST_CASE("a chance bead inside a hole does not divide it") {
  CHECK(regions_of("===xxxxx=xxxxx===") == std::vector<Region>{{{3, 14}, {3, 4}}});
}

TEST_CASE("regions are the maximal scoring runs of the slow search", "[property]") {
  std::mt19937 random(5);
  for (int round = 0; round < 200; ++round) {
    std::string pattern;
    std::vector<double> scores;
    const auto length = std::uniform_int_distribution<std::size_t>(1, 60)(random);
    for (std::size_t k = 0; k < length; ++k) {
      pattern += "==xy"[std::uniform_int_distribution<std::size_t>(0, 3)(random)];
      scores.push_back(pattern.back() == '=' ? -2 * 0.43 : 0.9);
    }
    std::vector<std::pair<std::size_t, std::size_t>> runs;
    slow_runs(scores, 0, scores.size(), runs);
    const Alignment alignment = beads_of(pattern);
    std::vector<Region> expected;
    for (const auto& [begin, end] : runs) {
      const Bead& first = alignment.beads[begin];
      const Bead& last = alignment.beads[end - 1];
      const Region region{{first.source.begin, last.source.end}, {first.target.begin, last.target.end}};
      if (region.source.size() + region.target.size() >= 5) expected.push_back(region);
    }

    CAPTURE(pattern);
    CHECK(regions_of(pattern) == expected);
  }
}

}  // namespace egiz
