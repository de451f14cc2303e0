// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/month_forms.h"

#include <array>
#include <bit>

#include "tm/detail/kazakh_endings.h"

namespace egiz::detail {
namespace {

using Last = KazakhSound::Last;

struct RussianMonth {
  std::string_view stem;
  std::array<std::string_view, 4> endings;  // nominative, genitive, dative, prepositional
};
constexpr std::array<std::string_view, 4> kSoft = {"ь", "я", "ю", "е"};
constexpr std::array<std::string_view, 4> kHard = {"", "а", "у", "е"};
constexpr std::array<RussianMonth, 12> kRussian = {{{"январ", kSoft},
                                                    {"феврал", kSoft},
                                                    {"март", kHard},
                                                    {"апрел", kSoft},
                                                    {"ма", {"й", "я", "ю", "е"}},
                                                    {"июн", kSoft},
                                                    {"июл", kSoft},
                                                    {"август", kHard},
                                                    {"сентябр", kSoft},
                                                    {"октябр", kSoft},
                                                    {"ноябр", kSoft},
                                                    {"декабр", kSoft}}};

struct KazakhMonth {
  std::string_view name;
  KazakhSound sound;
};
constexpr std::array<KazakhMonth, 12> kKazakh = {{{"қаңтар", {true, Last::sonorant}},
                                                  {"ақпан", {true, Last::nasal}},
                                                  {"наурыз", {true, Last::voiced}},
                                                  {"сәуір", {false, Last::sonorant}},
                                                  {"мамыр", {true, Last::sonorant}},
                                                  {"маусым", {true, Last::nasal}},
                                                  {"шілде", {false, Last::vowel}},
                                                  {"тамыз", {true, Last::voiced}},
                                                  {"қыркүйек", {false, Last::voiceless}},
                                                  {"қазан", {true, Last::nasal}},
                                                  {"қараша", {true, Last::vowel}},
                                                  {"желтоқсан", {true, Last::nasal}}}};

constexpr std::array<std::string_view, 12> kEnglish = {"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
constexpr std::uint32_t kFullName = 1;
constexpr std::uint32_t kThreeLetters = 2;

std::uint32_t russian_cases(std::string_view word, const RussianMonth& month) {
  std::uint32_t cases = 0;
  for (std::size_t i = 0; i < month.endings.size(); ++i) {
    if (word.starts_with(month.stem) && word.substr(month.stem.size()) == month.endings[i]) cases |= 1U << i;
  }
  return cases;
}

// Before a vowel қыркүйек is қыркүйег.
bool softens(const KazakhMonth& month, std::string_view ending) {
  return month.name.ends_with("к") && (ending.starts_with("і") || ending.starts_with("е"));
}

std::string kazakh_form(const KazakhMonth& month, std::string_view ending) {
  std::string form(month.name);
  if (softens(month, ending)) form.replace(form.size() - std::string_view("к").size(), std::string::npos, "г");
  return form.append(ending);
}

std::uint32_t kazakh_month_cases(std::string_view word, const KazakhMonth& month) {
  const std::size_t length = month.name.size();  // к and г are of one length
  if (word.size() < length) return 0;
  const std::string_view ending = word.substr(length);
  return kazakh_form(month, ending) == word ? kazakh_cases(ending, month.sound) : 0;
}

std::uint32_t english_cases(std::string_view word, std::string_view name) {
  if (word == name) return kFullName;
  return word == name.substr(0, 3) ? kThreeLetters : 0;
}

}  // namespace

std::uint32_t month_cases(std::string_view word, int month, const Language& language) {
  const auto i = static_cast<std::size_t>(month - 1);
  if (language.primary() == "ru") return russian_cases(word, kRussian.at(i));
  if (language.primary() == "kk") return kazakh_month_cases(word, kKazakh.at(i));
  if (language.primary() == "en") return english_cases(word, kEnglish.at(i));
  return 0;
}

std::string month_form(int month, std::uint32_t cases, const Language& language) {
  const auto i = static_cast<std::size_t>(month - 1);
  if (language.primary() == "kk") return kazakh_form(kKazakh.at(i), kazakh_ending(cases, kKazakh.at(i).sound));
  if (language.primary() == "en")
    return std::string(kEnglish.at(i).substr(0, cases == kThreeLetters ? 3 : std::string::npos));
  const RussianMonth& russian = kRussian.at(i);
  return std::string(russian.stem).append(russian.endings.at(static_cast<std::size_t>(std::countr_zero(cases))));
}

}  // namespace egiz::detail
