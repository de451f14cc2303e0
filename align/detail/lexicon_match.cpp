// SPDX-License-Identifier: Apache-2.0
// The lexicon on the words of two documents.

#include "align/detail/lexicon_match.h"

#include <algorithm>
#include "align/detail/lexicon_index.h"

namespace egiz::align_detail {
namespace {

constexpr float kEntryStrength = 0.7F;
constexpr float kLeastStrength = 0.02F;
constexpr std::size_t kMostWords = 60;  // of one entry and side

struct Match {
  std::uint32_t entry = 0;
  WordId word = 0;
  float strength = 0;
};

// Ordered by entry, the best first; a word once for each entry.
std::vector<Match> matches(const LexiconIndex& index, const Language& language, const Vocabulary& vocabulary) {
  std::vector<Match> result;
  for (std::size_t f = 0; f < vocabulary.form_count(); ++f) {
    for (const LexiconHit& hit : index.find(vocabulary.form(f), language.primary())) {
      result.push_back({hit.entry, vocabulary.word_of_form(f), hit.strength});
    }
  }
  const auto by_word = [](const Match& a, const Match& b) {
    return a.entry != b.entry ? a.entry < b.entry : a.word != b.word ? a.word < b.word : a.strength > b.strength;
  };
  std::ranges::sort(result, by_word);
  const auto same = [](const Match& a, const Match& b) { return a.entry == b.entry && a.word == b.word; };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  std::ranges::stable_sort(result, [](const Match& a, const Match& b) {
    return a.entry != b.entry ? a.entry < b.entry : a.strength > b.strength;
  });
  return result;
}

}  // namespace

std::vector<WordPair> match_lexicon(const Lexicon& lexicon, const Language& source_language, const Vocabulary& source,
                                    const Language& target_language, const Vocabulary& target) {
  const std::vector<Match> sources = matches(lexicon.index(), source_language, source);
  const std::vector<Match> targets = matches(lexicon.index(), target_language, target);
  std::vector<WordPair> pairs;
  auto t = targets.begin();
  for (auto s = sources.begin(); s != sources.end();) {
    const std::uint32_t entry = s->entry;
    const auto differs = [entry](const Match& match) { return match.entry != entry; };
    const auto s_end = std::find_if(s, sources.end(), differs);
    t = std::find_if(t, targets.end(), [entry](const Match& match) { return match.entry >= entry; });
    const auto t_end = std::find_if(t, targets.end(), differs);
    const auto s_last = s + std::min<std::ptrdiff_t>(s_end - s, kMostWords);
    const auto t_last = t + std::min<std::ptrdiff_t>(t_end - t, kMostWords);
    for (auto a = s; a != s_last; ++a) {
      for (auto b = t; b != t_last; ++b) {
        const float strength = kEntryStrength * std::min(a->strength, b->strength);
        if (strength >= kLeastStrength) {
          pairs.push_back({a->word, b->word, strength});
        }
      }
    }
    s = s_end;
    t = t_end;
  }
  return pairs;
}

}  // namespace egiz::align_detail
