// SPDX-License-Identifier: Apache-2.0

// The cases of fixtures/text/segment.<language>.tsv: a topic, a tab, a text with | where a sentence ends.

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

struct CutCase {
  std::string topic;
  std::string text;
  std::vector<std::string> sentences;
};

CutCase parse_cut_case(const std::string& line) {
  CutCase cut;
  const std::size_t tab = line.find('\t');
  cut.topic = line.substr(0, tab);
  std::string marked = line.substr(tab + 1);
  for (;;) {
    const std::size_t mark = marked.find('|');
    std::string sentence = marked.substr(0, mark);
    if (mark != std::string::npos && sentence.ends_with(' ')) sentence.pop_back();
    cut.sentences.push_back(sentence);
    cut.text += sentence;
    if (mark == std::string::npos) return cut;
    marked = marked.substr(mark + 1);
    if (marked.starts_with(' ')) {
      cut.text += ' ';
      marked = marked.substr(1);
    }
  }
}

std::vector<CutCase> read_cut_cases(const std::string& language) {
  std::ifstream file(std::string(EGIZ_FIXTURES) + "/text/segment." + language + ".tsv");
  std::vector<CutCase> cases;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line.front() != '#') cases.push_back(parse_cut_case(line));
  }
  return cases;
}

std::vector<std::string> sentences_of(std::string_view text, const std::string& language) {
  std::vector<std::string> out;
  for (const Segment& segment : segment(text, Language(language))) {
    out.emplace_back(text.substr(segment.range.begin, segment.range.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("sentences are cut where a reader cuts them") {
  const std::string language = GENERATE("ru", "kk", "en");
  const std::vector<CutCase> cases = read_cut_cases(language);

  CHECK(cases.size() >= 150);
  for (const CutCase& cut : cases) {
    INFO(language << ", " << cut.topic << ": " << cut.text);
    CHECK(sentences_of(cut.text, language) == cut.sentences);
  }
}

TEST_CASE("a sentence that was cut at a full stop is not cut again", "[property]") {
  const std::string language = GENERATE("ru", "kk", "en");

  for (const CutCase& cut : read_cut_cases(language)) {
    for (const std::string& sentence : cut.sentences) {
      INFO(language << ", " << cut.topic << ": " << sentence);
      CHECK(sentences_of(sentence, language) == std::vector<std::string>{sentence});
    }
  }
}

}  // namespace egiz
