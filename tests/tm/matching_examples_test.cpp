// SPDX-License-Identifier: Apache-2.0

// The worked examples of docs/matching.md.

#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "tests/support/catch.h"
#include "tests/tm/support.h"
#include "text/inline_codes.h"
#include "tm/detail/word_forms.h"
#include "tm/memory.h"

namespace egiz {
namespace {

using Cells = std::vector<std::string>;

std::string stripped(const std::string& cell) {
  const std::size_t begin = cell.find_first_not_of(' ');
  return begin == cell.npos ? "" : cell.substr(begin, cell.find_last_not_of(' ') + 1 - begin);
}

Cells cells_of(const std::string& line) {
  Cells cells;
  for (std::size_t begin = 1; begin < line.size();) {
    const std::size_t end = line.find('|', begin);
    cells.push_back(stripped(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return cells;
}

// The rows of the tables with that header.
std::vector<Cells> example_rows(const std::string& header) {
  std::ifstream file(EGIZ_FIXTURES "/../docs/matching.md");
  std::vector<Cells> rows;
  bool in_table = false;
  for (std::string line; std::getline(file, line);) {
    if (line == header) {
      in_table = true;
    } else if (!line.starts_with("|")) {
      in_table = false;
    } else if (in_table && !line.starts_with("|---")) {
      rows.push_back(cells_of(line));
    }
  }
  return rows;
}

// A text, of the language given or of the tag before it: "en-GB: colour".
Variant example_variant(const std::string& language, const std::string& text) {
  const std::size_t colon = text.find(": ");
  const bool has_tag = text.starts_with(language + "-") && colon != text.npos;
  return {
      Language(has_tag ? text.substr(0, colon) : language), has_tag ? text.substr(colon + 2) : text, {}, {}, {}, {}};
}

Match example_match(const Cells& row) {
  const test::MemoryFolder folder;
  Memory memory = Memory::create(folder.file());
  TranslationUnit unit;
  unit.variants = {example_variant(row[0], row[3]), example_variant(row[1], row[4])};
  memory.add(unit);
  return memory.find(row[2], Language(row[0]), Language(row[1]), {.min_similarity = 1}).at(0);
}

}  // namespace

TEST_CASE("scores are those of the documentation") {
  const auto rows = example_rows("| from | to | query | source | target | similarity | by words | penalties | score |");
  REQUIRE(rows.size() == 10);
  for (const Cells& row : rows) {
    CAPTURE(row[2], row[3]);
    const Match match = example_match(row);
    std::string penalties;
    for (const Penalty& penalty : match.penalties) penalties += (penalties.empty() ? "" : ", ") + penalty.reason;
    CHECK(std::abs(match.similarity - std::stod(row[5])) < 0.005);
    CHECK(match.word_similarity == std::stoi(row[6]));
    CHECK(penalties == row[7]);
    CHECK(std::abs(match.score - std::stod(row[8])) < 0.005);
  }
}

TEST_CASE("codes are placed as in the documentation") {
  const auto rows = example_rows("| from | to | query | source | target | answer | penalties |");
  REQUIRE(rows.size() == 4);
  for (const Cells& row : rows) {
    CAPTURE(row[2], row[3]);
    const test::MemoryFolder folder;
    Memory memory = Memory::create(folder.file());
    TranslationUnit unit;
    for (const std::size_t side : {std::size_t{0}, std::size_t{1}}) {
      const CodedText coded = parse_coded_text(row[3 + side].substr(1, row[3 + side].size() - 2));
      unit.variants.push_back({Language(row[side]), coded.text, coded.codes, {}, {}, {}});
    }
    memory.add(unit);
    const CodedText query = parse_coded_text(row[2].substr(1, row[2].size() - 2));

    const auto matches = memory.find(query.text, Language(row[0]), Language(row[1]), {.codes = &query.codes});

    REQUIRE(matches.size() == 1);
    const auto& [source, target] = std::tie(matches[0].unit.variants[0], matches[0].unit.variants[1]);
    CHECK("`" + target_with_codes(query.codes, source, target).value_or(target.text) + "`" == row[5]);
    CHECK((matches[0].penalties.empty() ? "" : matches[0].penalties[0].reason) == row[6]);
  }
}

TEST_CASE("numbers are adjusted as in the documentation") {
  const auto rows = example_rows("| from | to | query | source | target | becomes |");
  REQUIRE(rows.size() == 10);
  for (const Cells& row : rows) {
    CAPTURE(row[2], row[3]);
    CHECK(example_match(row).adjusted.value_or("not adjusted") == row[5]);
  }
}

TEST_CASE("words have the forms that the page on matching gives") {
  const auto rows = example_rows("| language | asked for | found | not found |");
  REQUIRE(rows.size() > 5);
  for (const Cells& row : rows) {
    const std::string asked = row[1].substr(1, row[1].size() - 3);  // `word~`
    const detail::WordForms forms(asked, Language(row[0]));
    for (const std::size_t column : {2U, 3U}) {
      std::istringstream words(row[column]);
      for (std::string word; std::getline(words >> std::ws, word, ',');) {
        CAPTURE(asked, word);
        CHECK(forms.contains(word) == (column == 2));
      }
    }
  }
}

}  // namespace egiz
