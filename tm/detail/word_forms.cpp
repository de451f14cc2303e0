// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/word_forms.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/utf8.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kLeastLetters = 3;

// кітап, but кітабы.
constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kVoiced{{{"п", "б"}, {"к", "г"}, {"қ", "ғ"}}};

bool begins_with_vowel(std::string_view ending) {
  static constexpr std::array<std::string_view, 6> kVowels{"ы", "і", "а", "е", "у", "и"};
  return std::ranges::any_of(kVowels, [ending](std::string_view vowel) { return ending.starts_with(vowel); });
}

std::string common_beginning(std::string_view a, std::string_view b) {
  std::size_t end = static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
  while (end > 0 && end < a.size() && is_utf8_continuation(a[end])) --end;  // a whole letter
  return std::string(a.substr(0, end));
}

}  // namespace

WordForms::WordForms(std::string_view word, const Language& language) : word_(word), beginning_(word) {
  const bool is_kazakh = language.primary() == "kk";
  std::size_t letters = 0;
  for (std::size_t end = 0; end < word.size();) {
    next_code_point(word, end);
    if (++letters < kLeastLetters && end < word.size()) continue;
    for (const Paradigm& paradigm : paradigms_of(language)) {
      if (stands_in_row(word.substr(end), paradigm.asked)) add_stem(word.substr(0, end), paradigm, is_kazakh);
    }
  }
  for (const Stem& stem : stems_) beginning_ = common_beginning(beginning_, stem.letters);
}

void WordForms::add_stem(std::string_view stem, const Paradigm& paradigm, bool is_kazakh) {
  stems_.push_back({std::string(stem), &paradigm});
  if (!is_kazakh) return;
  for (const auto& [plain, voiced] : kVoiced) {
    const auto with_last = [stem](std::string_view old, std::string_view letter) {
      return std::string(stem.substr(0, stem.size() - old.size())).append(letter);
    };
    if (stem.ends_with(plain)) stems_.push_back({with_last(plain, voiced), &paradigm, true});
    if (stem.ends_with(voiced)) stems_.push_back({with_last(voiced, plain), &paradigm});
  }
}

bool WordForms::contains(std::string_view word) const {
  if (word == word_) return true;
  if (!word.starts_with(beginning_)) return false;
  return std::ranges::any_of(stems_, [word](const Stem& stem) {
    if (!word.starts_with(stem.letters)) return false;
    const std::string_view ending = word.substr(stem.letters.size());
    return (!stem.goes_before_vowels || begins_with_vowel(ending)) && stands_in_row(ending, stem.paradigm->forms);
  });
}

}  // namespace egiz::detail
