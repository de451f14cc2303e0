// SPDX-License-Identifier: Apache-2.0
#include "text/segmentation_rules.h"

#include <string>

#include "base/error.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

std::string rules_error(const std::string& data) {
  SegmentationRules rules;
  try {
    rules.add(data, "office.txt");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::parse);
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("a user's abbreviation keeps a sentence whole") {
  const std::string text = "Подпись: завотд. Кадыров. Дата.";
  SegmentationRules rules = SegmentationRules::built_in();
  CHECK(segment(text, Language("ru"), {.rules = &rules}).size() == 3);

  rules.add("language: ru\n[never ends]  # our office\nзавотд., замзав.\n", "office.txt");

  CHECK(segment(text, Language("ru"), {.rules = &rules}).size() == 2);
  CHECK(segment(text, Language("ru")).size() == 3);
}

TEST_CASE("a user can take an abbreviation away") {
  const std::string text = "Это был проф. Кадыров ушёл.";
  SegmentationRules rules = SegmentationRules::built_in();
  CHECK(segment(text, Language("ru"), {.rules = &rules}).size() == 1);

  rules.add("language: ru\n[not abbreviations]\nпроф.\n", "office.txt");

  CHECK(segment(text, Language("ru"), {.rules = &rules}).size() == 2);
}

TEST_CASE("rules for a new language take it from ICU") {
  SegmentationRules rules;
  rules.add("language: de\n[never ends]\nbzw., z. B.\n", "german.txt");

  CHECK(segment("Es gibt z. B. Wien.", Language("de"), {.rules = &rules}).size() == 1);
  CHECK(rules.find("de") != nullptr);
  CHECK(rules.find("ru") == nullptr);
}

TEST_CASE("a word with a capital in the table stands for that word only") {
  SegmentationRules rules;
  rules.add("language: en\n[never ends]\nWash.\n", "states.txt");

  CHECK(segment("We saw Wash. Monument.", Language("en"), {.rules = &rules}).size() == 1);
  CHECK(segment("It came out in the wash. Monument.", Language("en"), {.rules = &rules}).size() == 2);
}

TEST_CASE("a file that is no rules is refused with its place") {
  CHECK(rules_error("проф.\n").find("office.txt:1: ") == 0);
  CHECK(rules_error("language: ru\nпроф.\n").find("office.txt:2: ") == 0);
  CHECK(rules_error("# ours\n\nlanguage: ru\n[titles]\n").find("office.txt:4: ") == 0);
  CHECK(rules_error("language: ru\n[never ends\n").find("office.txt:2: ") == 0);
  CHECK(rules_error("language: r u\n").find("office.txt:1: ") == 0);
  CHECK(rules_error("language: ru\n[never ends]\nа.,,б.\n").find("office.txt:3: ") == 0);
  CHECK(rules_error("language: ru\n[never ends]\n\xFF\n").find("office.txt:3: ") == 0);
  CHECK(rules_error("language: ru\n[never ends]\n" + std::string(100, 'a') + "\n").find("office.txt:3: ") == 0);
}

TEST_CASE("a file that is refused has changed nothing") {
  SegmentationRules rules;

  CHECK_THROWS_AS(rules.add("language: de\n[never ends]\nbzw.\n[titles]\n", "german.txt"), Error);

  CHECK(rules.find("de") == nullptr);
}

TEST_CASE("every language of the house has rules") {
  for (const char* tag : {"ru", "kk", "kk-Latn", "en"}) CHECK(SegmentationRules::built_in().find(tag) != nullptr);
}

}  // namespace egiz
