// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/term_finder.h"

#include <algorithm>

#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/key_words.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kShortStem = 3;  // code points; a stem is never cut below this

struct Word {
  std::u32string key;
  ByteRange range;
};

std::vector<Word> words_of(std::string_view text, const Language& language) {
  std::vector<Word> words;
  for (const ByteRange& range : word_ranges(text)) {
    words.push_back({to_utf32(match_key(text.substr(range.begin, range.size()), language)), range});
  }
  return words;
}

// The two letters that every form of a word begins with.
std::uint64_t beginning_of(std::u32string_view key) {
  const std::uint64_t first = key.empty() ? 0 : key[0];
  return (first << 32) | (key.size() < 2 ? 0 : key[1]);
}

std::u32string_view without_last(std::u32string_view word, std::u32string_view letters, std::size_t most) {
  for (; most > 0 && word.size() > kShortStem && letters.find(word.back()) != letters.npos; --most)
    word.remove_suffix(1);
  return word;
}

// "сил|ой", "акц|иями", "договор|ами": an ending takes the place of vowels.
bool is_russian_form(std::u32string_view word, std::u32string_view term) {
  const std::u32string_view stem = without_last(term, U"аеиоуыэюяьй", 2);
  const std::size_t longest = term.size() - stem.size() == 2 ? 4 : 3;
  return word.starts_with(stem) && word.size() <= stem.size() + longest;
}

// "күш|тің", "құқы|ғы": endings queue up; қ, к, п before a vowel turn into ғ, г, б.
bool is_kazakh_form(std::u32string_view word, std::u32string_view term) {
  const std::size_t longest = term.size() <= kShortStem ? 6 : 14;
  if (word.size() > term.size() + longest) return false;
  if (word.starts_with(term)) return true;
  static constexpr std::u32string_view kHard = U"қкп";
  static constexpr std::u32string_view kSoft = U"ғгб";
  const std::size_t hard = kHard.find(term.back());
  const std::u32string_view stem = term.substr(0, term.size() - 1);
  return hard != kHard.npos && word.size() > term.size() && word.starts_with(stem) && word[stem.size()] == kSoft[hard];
}

// "law|s", "compan|ies", "licens|ing"
bool is_english_form(std::u32string_view word, std::u32string_view term) {
  const std::u32string_view stem = without_last(term, U"ey", 1);
  const std::size_t longest = term.size() <= kShortStem ? 2 : 3;
  return word.starts_with(stem) && word.size() <= stem.size() + longest;
}

}  // namespace

bool is_form_of(std::u32string_view word, std::u32string_view term_word, const Language& language) {
  if (word == term_word) return true;
  if (term_word.size() < 2) return false;
  if (language.primary() == "ru") return is_russian_form(word, term_word);
  if (language.primary() == "kk") return is_kazakh_form(word, term_word);
  if (language.primary() == "en") return is_english_form(word, term_word);
  return false;
}

TermFinder::TermFinder(std::span<const Term> terms, const Language& language) : language_(language) {
  for (std::size_t term = 0; term < terms.size(); ++term) {
    for (const auto& [held, names] : terms[term].names) {
      if (!held.covers(language) && !language.covers(held)) continue;
      for (std::size_t i = 0; i < names.size(); ++i) {
        Name name{term, i, {}};
        for (Word& word : words_of(names[i], language)) name.words.push_back(std::move(word.key));
        if (name.words.empty()) continue;
        by_beginning_[beginning_of(name.words.front())].push_back(names_.size());
        names_.push_back(std::move(name));
      }
    }
  }
}

std::vector<TermHit> TermFinder::find(std::string_view text) const {
  std::vector<TermHit> hits;
  if (names_.empty()) return hits;
  const std::vector<Word> words = words_of(text, language_);
  const auto stands_at = [&](const Name& name, std::size_t first) {
    if (words.size() - first < name.words.size()) return false;
    for (std::size_t i = 0; i < name.words.size(); ++i) {
      if (!is_form_of(words[first + i].key, name.words[i], language_)) return false;
    }
    return true;
  };
  for (std::size_t first = 0; first < words.size(); ++first) {
    const auto candidates = by_beginning_.find(beginning_of(words[first].key));
    if (candidates == by_beginning_.end()) continue;
    for (const std::size_t i : candidates->second) {
      if (!stands_at(names_[i], first)) continue;
      const std::size_t last = first + names_[i].words.size() - 1;
      hits.push_back({names_[i].term, names_[i].name, {words[first].range.begin, words[last].range.end}});
    }
  }
  std::vector<TermHit> outer;
  std::ranges::copy_if(hits, std::back_inserter(outer), [&](const TermHit& hit) {
    return std::ranges::none_of(hits, [&](const TermHit& other) {
      return other.range.begin <= hit.range.begin && other.range.end >= hit.range.end &&
             other.range.size() > hit.range.size();
    });
  });
  return outer;
}

}  // namespace egiz::detail
