// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/stems.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <span>

#include "text/match_key.h"
#include "text/utf8.h"
#include "tm/detail/key_words.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kLeastLetters = 3;

// Endings of nouns, adjectives and verbs, most letters first.
constexpr std::string_view kRussian[] = {
    "остями", "остью", "остей", "остям", "остях", "ствами", "ировать", "ованию", "ования", "ование", "ениями", "ениях",
    "ению",   "ением", "ения",  "ение",  "ений",  "ости",   "ость",    "ство",   "ства",   "ству",   "ыми",    "ими",
    "ого",    "его",   "ому",   "ему",   "ами",   "ями",    "иях",     "ией",    "иям",    "ует",    "уют",    "ить",
    "ать",    "ять",   "еть",   "ала",   "или",   "ыла",    "ила",     "али",    "ый",     "ий",     "ой",     "ая",
    "яя",     "ое",    "ее",    "ые",    "ие",    "ую",     "юю",      "ом",     "ем",     "ам",     "ям",     "ах",
    "ях",     "ов",    "ев",    "ей",    "ию",    "ия",     "ии",      "ет",     "ит",     "ут",     "ют",     "ат",
    "ят",     "ал",    "ил",    "ым",    "им",    "ых",     "их",      "а",      "я",      "о",      "е",      "ы",
    "и",      "у",     "ю",     "ь",     "й"};
constexpr std::string_view kKazakh[] = {
    "ларының", "лерінің", "дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі", "ның", "нің", "дың", "дің", "тың", "тің",
    "лар",     "лер",     "дар",  "дер",  "тар",  "тер",  "мен",   "бен",   "пен", "нан", "нен", "дан", "ден", "тан",
    "тен",     "ында",    "інде", "нда",  "нде",  "ына",  "іне",   "сын",   "сін", "мыз", "міз", "ңыз", "ңіз", "лық",
    "лік",     "дық",     "дік",  "тық",  "тік",  "ған",  "ген",   "қан",   "кен", "ға",  "ге",  "қа",  "ке",  "на",
    "не",      "да",      "де",   "та",   "те",   "ды",   "ді",    "ты",    "ті",  "ны",  "ні",  "сы",  "сі",  "ын",
    "ін",      "ым",      "ім",   "ың",   "ің",   "са",   "се",    "ы",     "і",   "а",   "е",   "н"};
constexpr std::string_view kEnglish[] = {"ings", "ing", "ies", "ed", "es", "s", "y"};

std::span<const std::string_view> endings_of(const Language& language) {
  if (language.primary() == "ru") return kRussian;
  if (language.primary() == "kk") return kKazakh;
  if (language.primary() == "en") return kEnglish;
  return {};
}

// word without its longest ending; the same when it has none that leaves a stem.
std::string_view without_ending(std::string_view word, std::span<const std::string_view> endings) {
  std::string_view shortest = word;
  for (const std::string_view ending : endings) {
    if (!word.ends_with(ending) || word.size() - ending.size() >= shortest.size()) continue;
    const std::string_view stem = word.substr(0, word.size() - ending.size());
    if (count_code_points(stem) >= kLeastLetters) shortest = stem;
  }
  return shortest;
}

}  // namespace

std::string_view stem_of(std::string_view word, const Language& language) {
  const auto endings = endings_of(language);
  std::string_view stem = without_ending(word, endings);
  if (language.primary() != "kk") return stem;
  for (std::string_view before = word; stem != before;) {
    before = stem;
    stem = without_ending(stem, endings);
  }
  return stem;
}

std::vector<std::string> stems_of(std::string_view text, const Language& language) {
  const std::string key = match_key(text, language);
  std::vector<std::string> stems;
  for (const ByteRange& range : word_ranges(key)) {
    stems.emplace_back(stem_of(std::string_view(key).substr(range.begin, range.size()), language));
  }
  std::ranges::sort(stems);
  return stems;
}

std::size_t shared_stems(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  std::vector<std::string> both;
  std::ranges::set_intersection(a, b, std::back_inserter(both));
  return both.size();
}

}  // namespace egiz::detail
