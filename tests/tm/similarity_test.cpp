// SPDX-License-Identifier: Apache-2.0
#include "tm/similarity.h"

#include <random>
#include <string>

#include "tests/reference/levenshtein.h"
#include "tests/support/catch.h"

namespace egiz {
namespace {

std::u32string random_text_for_similarity(std::mt19937& random, std::size_t max_length, char32_t letters) {
  std::u32string text(std::uniform_int_distribution<std::size_t>(0, max_length)(random), U' ');
  std::uniform_int_distribution<std::uint32_t> letter(0, letters - 1);
  for (char32_t& c : text) c = U'а' + letter(random);
  return text;
}

}  // namespace

TEST_CASE("levenshtein counts letters, not bytes") {
  CHECK(levenshtein(U"қазақ", U"казак") == 2);
  CHECK(levenshtein(U"", U"бір") == 3);
  CHECK(levenshtein(U"kitten", U"sitting") == 3);
}

TEST_CASE("levenshtein says limit + 1 when the distance is more than limit") {
  CHECK(levenshtein(U"kitten", U"sitting", 3) == 3);
  CHECK(levenshtein(U"kitten", U"sitting", 2) == 3);
  CHECK(levenshtein(U"kitten", U"sitting", 0) == 1);
  CHECK(levenshtein(U"a", U"a long text", 4) == 5);
}

TEST_CASE("similarity is 100 for equal keys only") {
  CHECK(similarity("", "") == 100);
  CHECK(similarity("заң", "заң") == 100);
  CHECK(similarity("заң", "зан") == Approx(200.0 / 3));
  CHECK(similarity("заң", "") == 0);
}

TEST_CASE("levenshtein equals the textbook, both ways, at every limit", "[property]") {
  std::mt19937 random(11);
  for (int i = 0; i < 3000; ++i) {
    const std::size_t max_length = i % 10 == 0 ? 300 : 90;
    const char32_t letters = i % 3 == 0 ? 2 : i % 3 == 1 ? 30 : 5000;
    const std::u32string a = random_text_for_similarity(random, max_length, letters);
    std::u32string b = random_text_for_similarity(random, max_length, letters);
    if (i % 2 == 0 && !a.empty()) {  // a near one
      b = a;
      for (int edit = 0; edit < i % 7; ++edit) b.insert(random() % (b.size() + 1), 1, U'ж');
      b.erase(random() % b.size(), 2);
    }
    const std::size_t expected = reference::levenshtein(a, b);
    REQUIRE(levenshtein(a, b) == expected);
    REQUIRE(levenshtein(b, a) == expected);
    const std::size_t limit = random() % (expected + 3);
    REQUIRE(levenshtein(a, b, limit) == std::min(expected, limit + 1));
  }
}

}  // namespace egiz
