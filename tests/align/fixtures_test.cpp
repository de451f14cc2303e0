// SPDX-License-Identifier: Apache-2.0
// The hand-aligned documents of fixtures/documents.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/evaluate.h"
#include "tests/support/catch.h"
#include "text/segmenter.h"

namespace egiz {
namespace {

std::string file_text(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  REQUIRE(in);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

std::vector<std::size_t> rung_side(const std::string& cell) {
  std::vector<std::size_t> result;
  std::istringstream in(cell);
  for (std::string number; std::getline(in, number, ',');) {
    result.push_back(std::stoul(number));
  }
  return result;
}

std::vector<Rung> gold_ladder(const std::filesystem::path& path) {
  std::vector<Rung> rungs;
  std::istringstream in(file_text(path));
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.front() != '#') {
      const std::size_t tab = line.find('\t');
      rungs.push_back(
          {rung_side(line.substr(0, tab)), rung_side(line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1))});
    }
  }
  return rungs;
}

std::vector<std::string> fixture_names(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.is_directory()) {
      names.push_back(entry.path().filename().string());
    }
  }
  std::ranges::sort(names);
  return names;
}

TEST_CASE("documents aligned by hand are aligned so") {
  const std::filesystem::path root = std::filesystem::path(EGIZ_FIXTURES) / "documents";
  AlignmentScore pairs;
  AlignmentScore triples;
  for (const std::string& name : fixture_names(root)) {
    const auto document = [&](const char* language) {
      return document_from_lines(file_text(root / name / (name + "." + language + ".segments")), Language(language));
    };
    const Document ru = document("ru");
    const Document kk = document("kk");
    const Document en = document("en");
    const auto gold = [&](const char* pair) { return gold_ladder(root / name / (name + "." + pair + ".gold")); };

    pairs += evaluate(gold("ru-kk"), to_rungs(align(ru, kk).beads));
    pairs += evaluate(gold("ru-en"), to_rungs(align(ru, en).beads));
    pairs += evaluate(gold("kk-en"), to_rungs(align(kk, en).beads));
    const TripleAlignment triple = align(ru, kk, en);
    triples += evaluate(gold("ru-kk"), to_rungs(project(triple, 0, 1).beads));
    triples += evaluate(gold("ru-en"), to_rungs(project(triple, 0, 2).beads));
    triples += evaluate(gold("kk-en"), to_rungs(project(triple, 1, 2).beads));
  }

  REQUIRE(pairs.gold_beads > 100);
  CHECK(pairs.strict_f1() > 0.93);
  // A bead of three documents is the closure of its pairs, so that some pairs in it are coarser than their own gold.
  CHECK(triples.strict_f1() > 0.85);
}

}  // namespace
}  // namespace egiz
