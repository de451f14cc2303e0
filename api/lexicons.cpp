// SPDX-License-Identifier: Apache-2.0
#include "api/lexicons.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace egiz {
namespace {

constexpr std::size_t kMostWords = 4;
constexpr std::size_t kMostEntries = 200'000;

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

}  // namespace

std::vector<LexiconEntry> lexicon_of(const Memory& memory) {
  std::vector<LexiconEntry> entries;
  memory.for_each([&](UnitId, const TranslationUnit& unit) {
    LexiconEntry entry;
    for (const Variant& variant : unit.variants) {
      if (is_short(variant.text)) entry.terms.push_back({variant.language, variant.text});
    }
    if (entry.terms.size() >= 2) entries.push_back(std::move(entry));
    return entries.size() < kMostEntries;
  });
  return entries;
}

LoadedLexicon load_lexicon(const LexiconSources& sources) {
  std::vector<LexiconEntry> entries;
  LoadedLexicon loaded;
  for (const std::filesystem::path& file : sources.files) {
    LexiconFile read = read_lexicon(file);
    std::ranges::move(read.entries, std::back_inserter(entries));
    std::ranges::move(read.report.findings, std::back_inserter(loaded.findings));
  }
  if (sources.memory) {
    std::ranges::move(lexicon_of(Memory::open(*sources.memory, OpenMode::read_only)), std::back_inserter(entries));
  }
  loaded.lexicon = Lexicon::built_in().merged_with(Lexicon(entries));
  return loaded;
}

}  // namespace egiz
