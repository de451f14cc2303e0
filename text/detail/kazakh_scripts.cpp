// SPDX-License-Identifier: Apache-2.0
#include "text/detail/kazakh_scripts.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>

#include "text/detail/look_alikes.h"

namespace egiz::detail {
namespace {

// Stands for й and и until the neighbours are known, and for і, й and и (first table of 2021).
constexpr char32_t kShortI = U'\uE000';
constexpr char32_t kAnyI = U'\uE001';

bool is_vowel(char32_t letter) {
  return std::u32string_view(U"аәеоөұүыіиуяюэё").find(letter) != std::u32string_view::npos;
}

char32_t small(char32_t c) { return static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))); }

// The letter in Cyrillic, 0 when the alphabet has no such letter.
char32_t from_latin(char32_t letter, KazakhLatin alphabet) {
  const bool is_acute = alphabet == KazakhLatin::acute;
  const bool is_breve = alphabet == KazakhLatin::breve;
  if (letter == U'u') return is_acute ? U'ұ' : U'у';
  if (letter == U'i') return is_acute ? U'і' : is_breve ? kAnyI : kShortI;
  if (letter == U'ı') return is_acute ? kShortI : is_breve ? U'ы' : U'і';
  constexpr std::u32string_view kLatin = U"abdefghjklmnopqrstvyzáäǵğńñóöúüşūý";
  constexpr std::u32string_view kCyrillic = U"абдефгхжклмнопқрствызәәғғңңөөүүшұу";
  static_assert(kLatin.size() == kCyrillic.size());
  return paired(letter, kLatin, kCyrillic);
}

// A capital I is the capital of ı in the tables of 2021 and of both i and ı in that of 2018.
char32_t small_latin(char32_t letter, KazakhLatin alphabet) {
  if (letter == U'I') return alphabet == KazakhLatin::acute ? U'i' : U'ı';
  if (letter == U'İ') return U'i';
  return small(letter);
}

// й, и or і for what stands for them, and я, ю, for й before а, у.
std::u32string resolve_i(std::u32string_view word) {
  std::u32string out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t letter = word[i];
    const bool after_vowel = !out.empty() && is_vowel(out.back());
    const char32_t next = i + 1 < word.size() ? word[i + 1] : U'\0';
    if (letter == U'а' && !out.empty() && out.back() == U'й') {
      out.back() = U'я';
    } else if (letter == U'у' && !out.empty() && out.back() == U'й') {
      out.back() = U'ю';
    } else if (letter == U'а' && !out.empty() && out.back() == U'и') {
      out.push_back(U'я');
    } else if (letter == kShortI || letter == kAnyI) {
      if (after_vowel || (out.empty() && is_vowel(next))) {
        out.push_back(U'й');
      } else {
        out.push_back(letter == kShortI || is_vowel(next) ? U'и' : U'і');
      }
    } else {
      out.push_back(letter);
    }
  }
  return out;
}

std::optional<std::u32string> latin_word(std::u32string_view word, KazakhLatin alphabet) {
  std::u32string letters;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t letter = small_latin(word[i], alphabet);
    const char32_t next = i + 1 < word.size() ? small(word[i + 1]) : U'\0';
    if (next == U'h' && (letter == U's' || letter == U'c') && alphabet == KazakhLatin::acute) {
      letters.push_back(letter == U's' ? U'ш' : U'ч');
      ++i;
      continue;
    }
    const char32_t cyrillic = from_latin(letter, alphabet);
    if (cyrillic == 0) return std::nullopt;
    letters.push_back(cyrillic);
  }
  return resolve_i(letters);
}

char32_t from_arabic(char32_t letter) {
  if (letter == U'ي' || letter == U'ی') return kShortI;
  constexpr std::u32string_view kArabic = U"اٵبۆگعدەةجزكکقلمنڭوٶپرستۋۇٷفحھهچشىٸ";
  constexpr std::u32string_view kCyrillic = U"аәбвгғдеежзккқлмнңоөпрстуұүфхһһчшыі";
  static_assert(kArabic.size() == kCyrillic.size());
  return paired(letter, kArabic, kCyrillic);
}

char32_t front_vowel(char32_t vowel) {
  const char32_t front = paired(vowel, U"аоұы", U"әөүі");
  return front == 0 ? vowel : front;
}

constexpr char32_t kHamza = U'ء';
constexpr char32_t kHighHamza = U'ٴ';

std::optional<std::u32string> arabic_word(std::u32string_view word) {
  if (word.find_first_not_of(U'i') == std::u32string_view::npos) return std::nullopt;
  const bool is_front = word.front() == kHamza || word.front() == kHighHamza;
  if (is_front) word.remove_prefix(1);
  std::u32string letters;
  for (const char32_t letter : word) {
    const char32_t cyrillic = letter == U'i' ? U'і' : from_arabic(letter);  // a Latin i is met in print
    if (cyrillic == 0) return std::nullopt;
    letters.push_back(is_front ? front_vowel(cyrillic) : cyrillic);
  }
  return resolve_i(letters);
}

char32_t ascii_of_arabic(char32_t c) {
  const char32_t ascii = paired(c, U"٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،؛؟٪", U"01234567890123456789,;?%");
  return ascii == 0 ? c : ascii;
}

// Copies text, with every run of letters of which the first is_letter holds replaced by convert(run) if it has one.
template <typename IsLetter, typename Convert>
std::u32string convert_words(std::u32string_view text, IsLetter is_letter, Convert convert) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && is_letter(text[end])) ++end;
    if (end == i) {
      out.push_back(text[i++]);
      continue;
    }
    const auto word = text.substr(i, end - i);
    const auto converted = convert(word);
    out.append(converted ? std::u32string_view(*converted) : word);
    i = end;
  }
  return out;
}

}  // namespace

bool has_kazakh_latin_letter(std::u32string_view text) {
  return text.find_first_of(U"ğĞşŞıūŪǵǴńŃ") != std::u32string_view::npos;
}

KazakhLatin kazakh_latin_alphabet(std::u32string_view text) {
  std::size_t acute = 0;
  std::size_t breve = 0;
  bool has_y = false;
  for (const char32_t c : text) {
    const char32_t letter = c == U'İ' ? c : small(c);
    if (std::u32string_view(U"ǵńáóúý").find(letter) != std::u32string_view::npos) ++acute;
    if (std::u32string_view(U"ğñşūäöüİ").find(letter) != std::u32string_view::npos) ++breve;
    has_y = has_y || letter == U'y';
  }
  if (acute > breve) return KazakhLatin::acute;
  return has_y ? KazakhLatin::breve_y : KazakhLatin::breve;
}

std::u32string kazakh_latin_to_cyrillic(std::u32string_view text, KazakhLatin alphabet) {
  return convert_words(
      text, [](char32_t c) { return script_of(c) != Script::none; },
      [alphabet](std::u32string_view word) { return latin_word(word, alphabet); });
}

std::u32string kazakh_arabic_to_cyrillic(std::u32string_view text) {
  std::u32string out = convert_words(
      text, [](char32_t c) { return script_of(c) == Script::arabic || c == kHamza || c == kHighHamza || c == U'i'; },
      arabic_word);
  std::transform(out.begin(), out.end(), out.begin(), ascii_of_arabic);
  return out;
}

}  // namespace egiz::detail
