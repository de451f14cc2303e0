// SPDX-License-Identifier: Apache-2.0
#include "tm/word_diff.h"

#include <random>
#include <string>

#include "tests/support/catch.h"

namespace egiz {
namespace {

constexpr auto kSame = DiffPart::Kind::same;
constexpr auto kRemoved = DiffPart::Kind::removed;
constexpr auto kAdded = DiffPart::Kind::added;

std::string joined_without(DiffPart::Kind left_out, const std::vector<DiffPart>& parts) {
  std::string text;
  for (const DiffPart& part : parts) {
    if (part.kind != left_out) text += part.text;
  }
  return text;
}

}  // namespace

TEST_CASE("a diff tells words, not letters") {
  CHECK(word_diff("Договор подписан вчера.", "Договор подписан сегодня.") ==
        std::vector<DiffPart>{{kSame, "Договор подписан "}, {kRemoved, "вчера"}, {kAdded, "сегодня"}, {kSame, "."}});
  CHECK(word_diff("да", "да") == std::vector<DiffPart>{{kSame, "да"}});
  CHECK(word_diff("", "иә") == std::vector<DiffPart>{{kAdded, "иә"}});
  CHECK(word_diff("", "").empty());
}

TEST_CASE("without what is added a diff is the text before, without what is removed the text after", "[property]") {
  std::mt19937 random(3);
  const std::vector<std::string> words = {"дом", " ", "сад", ",", "  ", "5", "үй"};
  for (int round = 0; round < 300; ++round) {
    std::string before;
    std::string after;
    for (std::size_t i = random() % 12; i > 0; --i) before += words[random() % words.size()];
    for (std::size_t i = random() % 12; i > 0; --i) after += words[random() % words.size()];

    const std::vector<DiffPart> parts = word_diff(before, after);

    CHECK(joined_without(kAdded, parts) == before);
    CHECK(joined_without(kRemoved, parts) == after);
  }
  const std::string long_text(5000, '.');
  CHECK(word_diff(long_text, "a").size() == 2);
}

TEST_CASE("likeness by words counts words, blanks and punctuation") {
  CHECK(word_similarity("нажмите кнопку \"сохранить\"", "нажмите кнопки \"сохранить\"") == 85);  // 1 of 7
  CHECK(word_similarity("сот шешімі", "сот шешімімен") == 66);
  CHECK(word_similarity("the right to work", "the right to walk") == 85);
  CHECK(word_similarity("1,234.5 kg", "1,234.6 kg") == 66);  // a number is one piece
  CHECK(word_similarity("don't go", "do go") == 66);
  CHECK(word_similarity("a. b", "a, b") == 75);
  CHECK(word_similarity("", "") == 100);
  CHECK(word_similarity("", "a") == 0);
}

}  // namespace egiz
