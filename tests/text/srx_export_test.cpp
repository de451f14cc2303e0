// SPDX-License-Identifier: Apache-2.0
#include "text/srx_export.h"

#include <fstream>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

// The texts of fixtures/text/segment.<language>.tsv, their marks taken out.
std::vector<std::string> texts_of_cut_cases(const std::string& language) {
  std::ifstream file(std::string(EGIZ_FIXTURES) + "/text/segment." + language + ".tsv");
  std::vector<std::string> texts;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::string text = line.substr(line.find('\t') + 1);
    for (std::size_t mark; (mark = text.find(" | ")) != std::string::npos;) text.replace(mark, 3, " ");
    for (std::size_t mark; (mark = text.find('|')) != std::string::npos;) text.erase(mark, 1);
    texts.push_back(std::move(text));
  }
  return texts;
}

std::size_t count_cut_alike(const std::vector<std::string>& texts, const SrxSegmenter& srx, const Language& language) {
  std::size_t alike = 0;
  for (const std::string& text : texts) {
    const bool is_alike = srx.segment(text) == segment(text, language);
    if (!is_alike) UNSCOPED_INFO(text);
    alike += is_alike ? 1 : 0;
  }
  return alike;
}

}  // namespace

TEST_CASE("the exported rules are expressions that ICU takes") {
  SrxRules rules = to_srx(SegmentationRules::built_in());

  CHECK(take_out_faulty(rules).empty());
  CHECK(rules.languages.size() == 5);
}

TEST_CASE("the exported rules cut most hard cases as the segmenter does") {
  const SrxRules rules = to_srx(SegmentationRules::built_in());
  for (const char* tag : {"ru", "kk", "en"}) {
    const Language language(tag);
    const std::vector<std::string> texts = texts_of_cut_cases(tag);
    INFO(tag);

    CHECK(count_cut_alike(texts, SrxSegmenter(rules, language), language) * 100 >= texts.size() * 85);
  }
}

TEST_CASE("a user's words are exported too") {
  SegmentationRules words = SegmentationRules::built_in();
  words.add("language: ru\n[never ends]\nзавотд.\n", "office.txt");
  const std::string text = "Подписал завотд. Кадыров. Печать поставили.";

  CHECK(SrxSegmenter(to_srx(SegmentationRules::built_in()), Language("ru")).segment(text).size() == 3);
  CHECK(SrxSegmenter(to_srx(words), Language("ru")).segment(text).size() == 2);
}

TEST_CASE("languages without tables are cut by the default of the exported rules") {
  const SrxSegmenter srx(to_srx(SegmentationRules::built_in()), Language("de"));

  CHECK(srx.segment("Guten Tag. Wie geht es? Gut.").size() == 3);
}

}  // namespace egiz
