// SPDX-License-Identifier: Apache-2.0
#include "api/lexicons.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace egiz {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMostEntries = 200'000;
constexpr std::size_t kMostExamples = 20'000;
constexpr double kSure = 0.8;  // confidence of an aligned unit that is learnt from

bool is_sure(const Origin& origin) { return origin.kind != Origin::Kind::aligned || origin.confidence >= kSure; }

bool is_short(std::string_view text) {
  std::size_t words = 0;
  bool in_word = false;
  for (const char c : text) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    words += !is_blank && !in_word;
    in_word = !is_blank;
  }
  return words > 0 && words <= kMostWords;
}

// At most kMostExamples, spread evenly over all that are offered; never more than twice as many are held.
class EvenSample {
 public:
  void offer(LexiconEntry&& example) {
    if (seen_++ % step_ != 0) return;
    kept_.push_back(std::move(example));
    if (kept_.size() == 2 * kMostExamples) {
      thin_to(kMostExamples);
      step_ *= 2;
    }
  }

  std::vector<LexiconEntry> take() && {
    if (kept_.size() > kMostExamples) thin_to(kMostExamples);
    return std::move(kept_);
  }

 private:
  // REQUIRES: no more than are kept
  void thin_to(std::size_t size) {
    for (std::size_t k = 1; k < size; ++k) kept_[k] = std::move(kept_[k * kept_.size() / size]);
    kept_.resize(size);
  }

  std::vector<LexiconEntry> kept_;
  std::size_t seen_ = 0;
  std::size_t step_ = 1;
};

}  // namespace

Lexicon lexicon_of(const Memory& memory) {
  std::vector<LexiconEntry> entries;
  EvenSample examples;
  memory.for_each([&](UnitId, const TranslationUnit& unit) {
    LexiconEntry entry;
    LexiconEntry example;
    for (const Variant& variant : unit.variants) {
      example.terms.push_back({variant.language, variant.text});
      if (is_short(variant.text)) entry.terms.push_back(example.terms.back());
    }
    if (entry.terms.size() >= 2) {
      if (entries.size() < kMostEntries) entries.push_back(std::move(entry));
    } else if (is_sure(unit.origin)) {
      examples.offer(std::move(example));
    }
    return true;
  });
  return Lexicon(entries, std::move(examples).take());
}

LoadedLexicon load_lexicon(const LexiconSources& sources) {
  std::vector<LexiconEntry> entries;
  LoadedLexicon loaded;
  for (const std::filesystem::path& file : sources.files) {
    LexiconFile read = read_lexicon(file);
    std::ranges::move(read.entries, std::back_inserter(entries));
    std::ranges::move(read.report.findings, std::back_inserter(loaded.findings));
  }
  loaded.lexicon = Lexicon::built_in().merged_with(Lexicon(entries));
  if (sources.memory) {
    loaded.lexicon = loaded.lexicon.merged_with(lexicon_of(Memory::open(*sources.memory, OpenMode::read_only)));
  }
  return loaded;
}

}  // namespace egiz
