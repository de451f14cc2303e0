// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/kazakh_endings.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cctype>

namespace egiz::detail {
namespace {

using Last = KazakhSound::Last;

// Capitals stand for letters that depend on the word before: A а/е, I ы/і, G ғ/г, and the consonants below.
constexpr std::array<std::string_view, 20> kCases = {
    "",       // 5, наурыз
    "NIң",    // genitive: 5-тің, наурыздың
    "KA",     // dative: 5-ке, 6-ға
    "EI",     // accusative
    "DA",     // locative
    "BAн",    // ablative
    "Mен",    // instrumental
    "DAGI",   // наурыздағы
    "шI",     // ordinal: 5-ші
    "шIнIң",  // and its cases
    "шIGA",  "шIнI",  "шIдA",    "шIдAн", "шIдAGI",
    "SI",    // possessive: 10-ы, 2-сі
    "SIнA",  // and its cases
    "SIндA", "SIнAн", "SIндAGI",
};

std::string_view either(bool first, std::string_view a, std::string_view b) { return first ? a : b; }

std::string_view letter(char sign, const KazakhSound& sound) {
  const bool is_voiceless = sound.last == Last::voiceless;
  const bool is_vowel = sound.last == Last::vowel;
  const bool is_nasal = sound.last == Last::nasal;
  switch (sign) {
    case 'A':
      return either(sound.is_back, "а", "е");
    case 'I':
      return either(sound.is_back, "ы", "і");
    case 'G':
      return either(sound.is_back, "ғ", "г");
    case 'K':
      return is_voiceless ? either(sound.is_back, "қ", "к") : either(sound.is_back, "ғ", "г");
    case 'D':
      return either(is_voiceless, "т", "д");
    case 'N':
      return is_vowel || is_nasal ? "н" : either(is_voiceless, "т", "д");
    case 'E':
      return is_vowel ? "н" : either(is_voiceless, "т", "д");
    case 'B':
      return is_nasal ? "н" : either(is_voiceless, "т", "д");
    case 'M':
      return sound.last == Last::voiced ? "б" : either(is_voiceless, "п", "м");
    case 'S':
      return is_vowel ? "с" : "";
    default:
      return {};
  }
}

std::string spelled(std::string_view pattern, const KazakhSound& sound) {
  std::string ending;
  for (const char c : pattern) {
    if (c >= 'A' && c <= 'Z') {
      ending += letter(c, sound);
    } else {
      ending += c;
    }
  }
  return ending;
}

// бір, екі, үш ...
constexpr std::array<KazakhSound, 10> kUnits = {{{false, Last::sonorant},
                                                 {false, Last::sonorant},
                                                 {false, Last::vowel},
                                                 {false, Last::voiceless},
                                                 {false, Last::voiceless},
                                                 {false, Last::voiceless},
                                                 {true, Last::vowel},
                                                 {false, Last::vowel},
                                                 {false, Last::voiced},
                                                 {true, Last::voiced}}};
// он, жиырма, отыз ...
constexpr std::array<KazakhSound, 9> kTens = {{{true, Last::nasal},
                                               {true, Last::vowel},
                                               {true, Last::voiced},
                                               {true, Last::voiceless},
                                               {false, Last::sonorant},
                                               {true, Last::voiceless},
                                               {false, Last::voiceless},
                                               {false, Last::nasal},
                                               {true, Last::nasal}}};
constexpr KazakhSound kHundred{false, Last::voiced};  // жүз
constexpr KazakhSound kThousand{true, Last::nasal};   // мың, миллион

}  // namespace

std::optional<KazakhSound> sound_of_number(std::string_view digits) {
  const bool is_number =
      !digits.empty() && std::ranges::all_of(digits, [](unsigned char c) { return std::isdigit(c); });
  if (!is_number) return std::nullopt;
  const std::size_t last = digits.find_last_not_of('0');
  if (last == std::string_view::npos) return kUnits[0];
  const auto digit = static_cast<std::size_t>(digits[last] - '0');
  switch (digits.size() - last - 1) {
    case 0:
      return kUnits[digit];
    case 1:
      return kTens[digit - 1];
    case 2:
      return kHundred;
    default:
      return digits.size() - last - 1 < 9 ? std::optional(kThousand) : std::nullopt;
  }
}

std::uint32_t kazakh_cases(std::string_view ending, const KazakhSound& sound) {
  std::uint32_t cases = 0;
  for (std::size_t i = 0; i < kCases.size(); ++i) {
    if (spelled(kCases[i], sound) == ending) cases |= std::uint32_t{1} << i;
  }
  return cases;
}

std::string kazakh_ending(std::uint32_t cases, const KazakhSound& sound) {
  return spelled(kCases[static_cast<std::size_t>(std::countr_zero(cases))], sound);
}

}  // namespace egiz::detail
