// SPDX-License-Identifier: Apache-2.0
// LexiconIndex: the entries of a lexicon by the stems of their words.

#include "align/detail/lexicon_index.h"

#include <algorithm>
#include <array>

#include "align/detail/tokenizer.h"
#include "text/utf8.h"

namespace egiz::align_detail {
namespace {

constexpr std::size_t kLeastStem = 3;  // letters that stay in any case

using Endings = std::span<const std::string_view>;

// Longest first.
constexpr std::array<std::string_view, 32> kRussian{
    "оваться", "еваться", "ировать", "иться", "аться", "яться", "еться", "овать", "евать", "ить", "ать",
    "ять",     "еть",     "уть",     "ыть",   "оть",   "ться",  "ти",    "ть",    "ый",    "ий",  "ой",
    "ая",      "яя",      "ое",      "ее",    "ия",    "ие",    "а",     "я",     "о",     "е"};
constexpr std::array<std::string_view, 4> kRussianLast{"ь", "й", "ы", "и"};
constexpr std::array<std::string_view, 2> kKazakh{"у", "ю"};
constexpr std::array<std::string_view, 3> kKazakhSoftening{"к", "қ", "п"};
constexpr std::array<std::string_view, 2> kEnglish{"e", "y"};

// The word without the first ending it has, when enough is left.
std::string_view without_ending(std::string_view word, Endings endings) {
  for (const std::string_view ending : endings) {
    if (word.ends_with(ending)) {
      const std::string_view stem = word.substr(0, word.size() - ending.size());
      if (count_code_points(stem) >= kLeastStem) {
        return stem;
      }
    }
  }
  return word;
}

// Most letters behind the stem: Kazakh suffixes come in chains.
std::size_t most_suffix(std::string_view language) {
  if (language == "kk") {
    return 11;
  }
  return language == "ru" ? 5 : language == "en" ? 4 : 3;
}

float stem_strength(std::size_t stem_letters) {
  if (stem_letters >= 5) {
    return 0.85F;
  }
  return stem_letters == 4 ? 0.7F : stem_letters == 3 ? 0.45F : 0.15F;
}

}  // namespace

std::string_view inflection_stem(std::string_view word, std::string_view language) {
  if (language == "ru") {
    const std::string_view stem = without_ending(word, kRussian);
    return stem.size() == word.size() ? without_ending(word, kRussianLast) : stem;
  }
  if (language == "kk") {
    const std::string_view stem = without_ending(word, kKazakh);
    return stem.size() == word.size() ? without_ending(word, kKazakhSoftening) : stem;
  }
  return language == "en" ? without_ending(word, kEnglish) : word;
}

LexiconIndex::LexiconIndex(std::span<const LexiconEntry> entries) {
  for (std::size_t e = 0; e < entries.size(); ++e) {
    for (const LexiconEntry::Term& term : entries[e].terms) {
      const std::string language(term.language.primary());
      const SegmentTokens words = tokenize_segment(term.text);
      for (const SegmentToken& word : words.tokens) {
        const std::string stem(inflection_stem(word.form, language));
        languages_[language][stem].push_back(
            {static_cast<std::uint32_t>(e), 1.0F / static_cast<float>(words.tokens.size()), word.form});
      }
    }
  }
}

std::vector<LexiconHit> LexiconIndex::find(std::string_view form, std::string_view language) const {
  std::vector<LexiconHit> hits;
  const auto stems = languages_.find(language);
  if (stems == languages_.end()) {
    return hits;
  }
  const std::size_t letters = count_code_points(form);
  const std::size_t suffix = most_suffix(language);
  std::size_t end = 0;
  for (std::size_t length = 1; length <= letters; ++length) {
    next_code_point(form, end);
    if (length + suffix < letters) {
      continue;
    }
    const auto found = stems->second.find(form.substr(0, end));
    if (found == stems->second.end()) {
      continue;
    }
    for (const Use& use : found->second) {
      const float strength = use.head == form ? 1.0F : length >= 2 ? stem_strength(length) : 0.0F;
      if (strength > 0) {
        hits.push_back({use.entry, strength * use.share});
      }
    }
  }
  return hits;
}

}  // namespace egiz::align_detail
