// SPDX-License-Identifier: Apache-2.0
#include "text/detail/plausibility.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "text/detail/language_model.h"
#include "text/detail/look_alikes.h"

namespace egiz::detail {
namespace {

// Costs in bits, beside those of letters, which are about 3 in the right page and 8 in a wrong one.
constexpr double kMark = 5;              // a mark that text has: quotes, dashes, №, §, no-break space
constexpr double kSign = 14;             // any other sign: box drawing, mathematics
constexpr double kMisplaced = 8;         // a mark where it does not stand: "» слово", "—лово"
constexpr double kMixedScripts = 12;     // a word in both scripts
constexpr double kNothing = 40;          // a byte that stands for nothing
constexpr double kOddCapitals = 10;      // a word with capitals inside
constexpr double kForeignLanguage = 18;  // text in none of ru, kk, en, once

bool is_mark(char32_t c) {
  return std::u32string_view(U"«»“”„‘’‚‹›–—…№§\u00A0°·•©®™€£±×½¼¾").find(c) != std::u32string_view::npos;
}

bool is_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)) != 0; }

// A mark between the characters before and after it.
bool is_misplaced(char32_t before, char32_t mark, char32_t after) {
  const bool begins = before == U' ';
  const bool ends = after == U' ';
  if (std::u32string_view(U"«„‘‚‹").find(mark) != std::u32string_view::npos) return ends;
  if (mark == U'“') return begins && ends;
  if (mark == U'’') return begins && is_letter(after);
  if (mark == U'\u00A0') return begins || ends;
  if (std::u32string_view(U"»”›").find(mark) != std::u32string_view::npos) return is_letter(after) || (begins && ends);
  if (std::u32string_view(U"–—·").find(mark) != std::u32string_view::npos) return begins && is_letter(after);
  if (mark == U'…') return false;
  return is_letter(after) && (begins || is_letter(before));  // ©, €, ½
}

// Small, capitals only, or a capital and small ones.
bool has_odd_capitals(std::u32string_view word) {
  std::size_t capitals = 0;
  for (const char32_t c : word) capitals += u_isupper(static_cast<UChar32>(c)) != 0 ? 1U : 0U;
  if (capitals == 0 || capitals == word.size()) return false;
  return capitals > 1 || u_isupper(static_cast<UChar32>(word[0])) == 0;
}

// Text has one language: the cheapest, ours first.
double least(const std::vector<double>& bits, const LanguageModel& model) {
  double least = std::numeric_limits<double>::max();
  for (std::size_t i = 0; i < bits.size(); ++i) {
    const std::string& name = model.languages()[i];
    const bool is_ours = name == "ru" || name == "kk" || name == "en";
    least = std::min(least, bits[i] + (is_ours || bits[i] == 0 ? 0 : kForeignLanguage));
  }
  return least;
}

}  // namespace

Plausibility::Plausibility()
    : cyrillic_(LanguageModel::of(Script::cyrillic).languages().size()),
      latin_(LanguageModel::of(Script::latin).languages().size()) {}

void Plausibility::add(std::u32string_view text) {
  std::u32string word;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t c = text[i];
    if (is_letter(c)) {
      word.push_back(c);
      continue;
    }
    add_word(word);
    word.clear();
    if (c == 0) bits_ += kNothing;
    if (c < 0x80) continue;
    bits_ += is_mark(c) ? kMark : kSign;
    if (is_misplaced(i == 0 ? U' ' : text[i - 1], c, i + 1 == text.size() ? U' ' : text[i + 1])) bits_ += kMisplaced;
  }
  add_word(word);
}

Plausibility& Plausibility::operator+=(const Plausibility& other) {
  std::ranges::transform(cyrillic_, other.cyrillic_, cyrillic_.begin(), std::plus());
  std::ranges::transform(latin_, other.latin_, latin_.begin(), std::plus());
  bits_ += other.bits_;
  letters_ += other.letters_;
  has_cyrillic_ = has_cyrillic_ || other.has_cyrillic_;
  return *this;
}

double Plausibility::bits() const {
  return bits_ + least(cyrillic_, LanguageModel::of(Script::cyrillic)) +
         least(latin_, LanguageModel::of(Script::latin));
}

void Plausibility::add_word(const std::u32string& word) {
  if (word.empty()) return;
  letters_ += word.size();
  if (has_odd_capitals(word)) bits_ += kOddCapitals;
  std::u32string folded;
  std::size_t cyrillic_letters = 0;
  for (const char32_t c : word) {
    const auto small = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
    folded.push_back(small == U'ё' ? U'е' : small);
    cyrillic_letters += script_of(c) == Script::cyrillic ? 1U : 0U;
  }
  has_cyrillic_ = has_cyrillic_ || cyrillic_letters > 0;
  if (cyrillic_letters > 0 && cyrillic_letters < word.size()) bits_ += kMixedScripts;
  if (2 * cyrillic_letters >= word.size()) {
    LanguageModel::of(Script::cyrillic).add_word(folded, cyrillic_);
  } else {
    LanguageModel::of(Script::latin).add_word(folded, latin_);
  }
}

}  // namespace egiz::detail
