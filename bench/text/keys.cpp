// SPDX-License-Identifier: Apache-2.0
// egiz_bench_keys FOLDER: how fast match_key() and tokenize() are on the sentences of FOLDER/full.dev.tsv (language,
// source, text in every line), by language; the best of several rounds.
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "text/match_key.h"
#include "text/tokens.h"

namespace {

constexpr int kRounds = 10;

// Megabytes a second of work over all texts.
template <typename Work>
double speed(const std::vector<std::string>& texts, Work work) {
  std::size_t bytes = 0;
  for (const auto& text : texts) bytes += text.size();
  double least = 1e9;
  std::size_t sink = 0;
  for (int round = 0; round < kRounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (const auto& text : texts) sink += work(text);
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    least = std::min(least, spent.count());
  }
  return sink == 0 ? 0 : static_cast<double>(bytes) / 1e6 / least;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: egiz_bench_keys FOLDER\n";
    return 2;
  }
  std::map<std::string, std::vector<std::string>> texts;
  std::ifstream file(std::string(argv[1]) + "/full.dev.tsv");
  for (std::string line; std::getline(file, line);) {
    const auto first = line.find('\t');
    const auto second = line.find('\t', first + 1);
    if (second != std::string::npos) texts[line.substr(0, first)].push_back(line.substr(second + 1));
  }
  for (const auto& [tag, sentences] : texts) {
    const egiz::Language language(tag);
    const double keys =
        speed(sentences, [&](const std::string& text) { return egiz::match_key(text, language).size(); });
    const double tokens =
        speed(sentences, [&](const std::string& text) { return egiz::tokenize(text, language).size(); });
    std::cout << tag << ": match_key " << keys << " MB/s, tokenize " << tokens << " MB/s\n";
  }
}
