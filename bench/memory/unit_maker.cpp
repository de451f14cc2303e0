// SPDX-License-Identifier: Apache-2.0
#include "bench/memory/unit_maker.h"

#include <algorithm>
#include <fstream>
#include <functional>
#include <sstream>

#include "text/utf8.h"

namespace egiz::bench {
namespace {

constexpr std::size_t kMinBytes = 12;
constexpr std::size_t kMaxBytes = 900;

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

std::string unescaped(const std::string& field) {
  std::string text;
  for (std::size_t i = 0; i < field.size(); ++i) {
    if (field[i] == '\\' && i + 1 < field.size()) {
      ++i;
      text += field[i] == '\\' ? '\\' : ' ';
    } else {
      text += field[i];
    }
  }
  return text;
}

// The words of a text up to a share of it, or from there on.
std::string head(const std::vector<std::string>& words, double share) {
  std::string text;
  for (std::size_t i = 0; i < static_cast<std::size_t>(share * static_cast<double>(words.size())); ++i) {
    text += (text.empty() ? "" : " ") + words[i];
  }
  return text;
}

std::string tail(const std::vector<std::string>& words, double share) {
  std::string text;
  for (auto i = static_cast<std::size_t>(share * static_cast<double>(words.size())); i < words.size(); ++i) {
    text += (text.empty() ? "" : " ") + words[i];
  }
  return text;
}

}  // namespace

std::vector<Pair> read_pairs(const std::filesystem::path& folder, std::size_t source_column,
                             std::size_t target_column) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".tsv") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::vector<Pair> pairs;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
      const auto fields = split(line, '\t');
      if (fields.size() <= std::max(source_column, target_column)) continue;
      Pair pair{unescaped(fields[source_column]), unescaped(fields[target_column])};
      if (pair.source.size() >= kMinBytes && !pair.target.empty() && pair.source.size() <= kMaxBytes) {
        pairs.push_back(std::move(pair));
      }
    }
  }
  return pairs;
}

UnitMaker::UnitMaker(std::vector<Pair> pairs, unsigned seed) : random_(seed) {
  std::shuffle(pairs.begin(), pairs.end(), random_);
  for (std::size_t i = 0; i < pairs.size(); ++i) (i % 50 == 0 ? kept_out_ : pairs_).push_back(std::move(pairs[i]));
  for (std::size_t i = 0; i < 20'000; ++i) {
    for (auto& word : split(pairs_[random_() % pairs_.size()].source, ' ')) words_.push_back(std::move(word));
  }
}

Pair UnitMaker::next() {
  while (true) {
    Pair pair;
    if (plain_ < pairs_.size()) {
      pair = pairs_[plain_++];
    } else {
      const Pair& a = pairs_[random_() % pairs_.size()];
      const Pair& b = pairs_[random_() % pairs_.size()];
      const double share = 0.3 + 0.4 * static_cast<double>(random_() % 1000) / 1000;
      pair.source = head(split(a.source, ' '), share) + " " + tail(split(b.source, ' '), share);
      pair.target = head(split(a.target, ' '), share) + " " + tail(split(b.target, ' '), share);
      if (random_() % 3 == 0) pair.source += " " + words_[random_() % words_.size()];
    }
    if (pair.source.size() < kMinBytes || pair.source.size() > kMaxBytes || pair.target.size() < 2) continue;
    if (made_.insert(std::hash<std::string>{}(pair.source)).second) return pair;
  }
}

std::string UnitMaker::perturbed(const std::string& text, double similarity) {
  std::u32string letters = to_utf32(text);
  auto edits = static_cast<std::ptrdiff_t>((1 - similarity) * static_cast<double>(letters.size()));
  while (edits > 0 && !letters.empty()) {
    const std::size_t place = random_() % letters.size();
    const std::u32string word = to_utf32(words_[random_() % words_.size()]) + U' ';
    const auto length = static_cast<std::ptrdiff_t>(word.size());
    switch (random_() % 3) {
      case 0:
        letters[place] = word[0];
        --edits;
        break;
      case 1:
        if (length > edits) continue;
        letters.insert(place, word);
        edits -= length;
        break;
      default:
        if (length > edits) continue;
        letters.erase(place, word.size());
        edits -= length;
        break;
    }
  }
  return to_utf8(letters);
}

std::string UnitMaker::fresh() { return kept_out_[random_() % kept_out_.size()].source; }

}  // namespace egiz::bench
