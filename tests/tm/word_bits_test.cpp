// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/word_bits.h"

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "tests/support/catch.h"
#include "tm/detail/alphabet.h"

namespace egiz::detail {
namespace {

Alphabet alphabet_of_key(std::u32string_view letters) {
  LetterCounts counts;
  for (const char32_t letter : letters) counts.add(letter);
  return Alphabet(counts);
}

std::set<std::uint64_t> marks_in(const WordCodes& words, const std::vector<std::uint8_t>& text) {
  std::set<std::uint64_t> marks;
  words.mark(text, [&marks](std::uint64_t mark) { marks.insert(mark); });
  return marks;
}

bool may_hold(const std::set<std::uint64_t>& text, const std::vector<std::uint64_t>& wanted) {
  return std::ranges::all_of(wanted, [&text](std::uint64_t mark) { return text.contains(mark); });
}

}  // namespace

TEST_CASE("a text is marked with its words and their beginnings") {
  const Alphabet alphabet = alphabet_of_key(U"право на труд, шешімімен");
  const WordCodes words(alphabet);
  const auto marks = marks_in(words, alphabet.encode(U"право на труд, шешімімен"));
  const auto holds = [&](std::u32string_view word, bool is_beginning) {
    return may_hold(marks, words.marks_of(alphabet.encode(word), is_beginning));
  };

  CHECK(holds(U"труд", false));
  CHECK(holds(U"на", false));
  CHECK(holds(U"шешім", true));
  CHECK(holds(U"шешімі", true));
  CHECK_FALSE(holds(U"шешім", false));
  CHECK(holds(U"право", false));
  CHECK_FALSE(holds(U"орав", false));
  CHECK_FALSE(holds(U"рав", true));
}

TEST_CASE("what is not certain marks nothing") {
  const Alphabet alphabet = alphabet_of_key(U"ab ");
  const WordCodes words(alphabet);

  CHECK(words.marks_of(alphabet.encode(U"ab"), true).empty());       // too short a beginning
  CHECK(words.marks_of(alphabet.encode(U"abя"), false).empty());     // a letter without a code
  CHECK(words.marks_of(alphabet.encode(U"ab ab"), false).empty());  // not one word
}

TEST_CASE("every word of a text is found by its marks", "[property]") {
  std::mt19937 random(51);
  std::u32string letters = U"абвгдежзик ,.-";
  const Alphabet alphabet = alphabet_of_key(letters);
  const WordCodes words(alphabet);
  for (int round = 0; round < 500; ++round) {
    std::u32string text;
    for (std::size_t i = random() % 60; i > 0; --i) text += random() % 9 == 0 ? U'я' : letters[random() % letters.size()];
    const auto codes = alphabet.encode(text);
    const auto marks = marks_in(words, codes);
    for (std::size_t begin = 0; begin < codes.size(); ++begin) {
      if (!words.contains(codes[begin]) || (begin > 0 && words.contains(codes[begin - 1]))) continue;
      std::size_t end = begin;
      while (end < codes.size() && words.contains(codes[end])) ++end;
      const std::span word(codes.data() + begin, end - begin);
      REQUIRE(may_hold(marks, words.marks_of(word, false)));
      REQUIRE(may_hold(marks, words.marks_of(word.first(1 + random() % word.size()), true)));
    }
  }
}

}  // namespace egiz::detail
