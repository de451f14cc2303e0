// SPDX-License-Identifier: Apache-2.0
#include "text/transliterate.h"

#include <array>

#include "text/language.h"
#include "text/match_key.h"
#include "text/utf8.h"

namespace egiz {
namespace {

constexpr char kVowel = 'a';
constexpr char kSilent = ' ';

struct Spelling {
  std::u32string_view letters;
  std::string_view skeleton;
};

// Longest first.
constexpr std::array kSpellings = {
    Spelling{U"tsch", "c"}, Spelling{U"sch", "c"}, Spelling{U"tch", "c"}, Spelling{U"dzh", "j"}, Spelling{U"sh", "c"},
    Spelling{U"ch", "c"},   Spelling{U"zh", "j"},  Spelling{U"kh", "g"},  Spelling{U"gh", "g"},  Spelling{U"ph", "f"},
    Spelling{U"th", "t"},   Spelling{U"ts", "s"},  Spelling{U"tz", "s"},  Spelling{U"ck", "k"},  Spelling{U"qu", "kv"},
    Spelling{U"dj", "j"},   Spelling{U"дж", "j"},  Spelling{U"тс", "s"},  Spelling{U"x", "ks"},
};

// One letter each, Latin and Cyrillic.
constexpr std::u32string_view kLetters = U"bdfgjklmnpqrstvwzбвгғджзкқлмнңпрстфхһцчшщñńğǵşç";
constexpr std::string_view kClasses = "bdfgjklmnpkrstvvsbvggdjskklmnnprstfggscccnnggcc";
static_assert(kLetters.size() == kClasses.size());

bool is_front_vowel(char32_t c) { return c == U'e' || c == U'i' || c == U'y'; }

bool is_vowel(char32_t c) {
  constexpr std::u32string_view kVowels = U"aeiouyıаәеёиійоөуұүыэюяáäóöúüūýéèêíôâîãåøæїєўј";
  return kVowels.find(c) != std::u32string_view::npos;
}

// The class of word[i], which is no digraph; kSilent for what is not written elsewhere.
char class_of(std::u32string_view word, std::size_t i) {
  const char32_t c = word[i];
  const char32_t next = i + 1 < word.size() ? word[i + 1] : U'\0';
  if (is_vowel(c)) return kVowel;
  if (c == U'h') return i == 0 || is_vowel(next) ? 'g' : kSilent;  // Johnson, Tehran
  if (c == U'c') return is_front_vowel(next) ? 's' : 'k';
  const auto at = kLetters.find(c);
  return at == std::u32string_view::npos ? kSilent : kClasses[at];
}

const Spelling* spelling_at(std::u32string_view word, std::size_t i) {
  for (const Spelling& spelling : kSpellings) {
    if (word.substr(i, spelling.letters.size()) == spelling.letters) return &spelling;
  }
  return nullptr;
}

}  // namespace

std::string name_skeleton(std::string_view word) {
  const std::u32string letters = to_utf32(match_key(word, Language()));
  std::string skeleton;
  bool after_vowel = false;
  const auto add = [&](char c) {
    if (skeleton.empty() || after_vowel || skeleton.back() != c) skeleton.push_back(c);
    after_vowel = false;
  };
  for (std::size_t i = 0; i < letters.size();) {
    if (const Spelling* spelling = spelling_at(letters, i)) {
      for (const char c : spelling->skeleton) add(c);
      i += spelling->letters.size();
      continue;
    }
    const char c = class_of(letters, i);
    if (c == kVowel) {
      if (i == 0) add(c);
      after_vowel = i > 0;
    } else if (c != kSilent) {
      add(c);
    }
    ++i;
  }
  return skeleton;
}

}  // namespace egiz
