// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/inflection.h"

#include <algorithm>

namespace egiz::detail {
namespace {

using Ending = std::string_view;

constexpr Ending kEnglishPlain[] = {"s", "es", "ed", "ing", "ings"};
constexpr Ending kEnglishE[] = {"e", "es", "ed", "ing", "ings"};
constexpr Ending kEnglishY[] = {"y", "ies", "ied", "ying"};

constexpr Ending kRussianNoun[] = {"а",  "я",  "о",  "е",  "ы",  "и",  "у",  "ю",  "ь",  "й",  "ам",  "ям", "ом",
                                   "ем", "ой", "ей", "ою", "ею", "ью", "ах", "ях", "ов", "ев", "ами", "ями"};
constexpr Ending kRussianSoftNoun[] = {"ья",  "ьи", "ье",  "ью",   "ьей",
                                       "ьею", "ей", "ьям", "ьями", "ьях"};  // статья, статей
constexpr Ending kRussianAdjective[] = {"ый",  "ий",  "ой",  "ая",  "яя", "ое", "ее",  "ые", "ие",
                                        "ого", "его", "ому", "ему", "ым", "им", "ом",  "ем", "ую",
                                        "юю",  "ей",  "ою",  "ею",  "ых", "их", "ыми", "ими"};

// Verbs, by what stands before -ть: решать, говорить, требовать, вернуть.  Only what looks like an infinitive is taken
// for one.
constexpr Ending kReflexive[] = {"ся", "сь"};
constexpr Ending kAt[] = {"ть"};
constexpr Ending kAtForms[] = {"ть", "ю", "ешь", "ет", "ем", "ете", "ют", "л",  "ла", "ло",
                               "ли", "й", "йте", "я",  "в",  "н",   "на", "но", "ны"};
constexpr Ending kAtParticiples[] = {"вш", "ющ", "ем", "нн"};
constexpr Ending kIt[] = {"ить"};
constexpr Ending kItForms[] = {"ить", "ю",   "у",   "ишь", "ит", "им", "ите", "ят",  "ат", "ил",
                               "ила", "ило", "или", "и",   "ив", "ен", "ена", "ено", "ены"};
constexpr Ending kItParticiples[] = {"ивш", "ащ", "ящ", "им", "енн"};
constexpr Ending kOvat[] = {"овать"};
constexpr Ending kOvatForms[] = {"овать", "ую", "уешь", "ует", "уем",  "уете", "уют",   "овал",  "овала", "овало",
                                 "овали", "уй", "уйте", "уя",  "овав", "ован", "ована", "овано", "ованы"};
constexpr Ending kOvatParticiples[] = {"овавш", "ующ", "уем", "ованн"};
constexpr Ending kNut[] = {"нуть"};
constexpr Ending kNutForms[] = {"нуть", "ну",   "нешь", "нет",  "нем", "нете", "нут",
                                "нул",  "нула", "нуло", "нули", "ни",  "ните", "нув"};
constexpr Ending kNutParticiples[] = {"нувш", "нут"};

constexpr Ending kPlural[] = {"лар", "лер", "дар", "дер", "тар", "тер"};
constexpr Ending kPossessive[] = {"ым", "ім",   "м",    "ың",  "ің",  "ң",    "ы",    "і",   "сы",
                                  "сі", "ымыз", "іміз", "мыз", "міз", "ыңыз", "іңіз", "ңыз", "ңіз"};
constexpr Ending kCase[] = {"ның", "нің", "дың", "дің", "тың", "тің", "ға",  "ге",  "қа",  "ке", "на", "не",
                            "ны",  "ні",  "ды",  "ді",  "ты",  "ті",  "н",   "да",  "де",  "та", "те", "нда",
                            "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен"};
constexpr Ending kRelational[] = {"дағы", "дегі", "тағы", "тегі", "ндағы", "ндегі", "ғы", "гі", "қы", "кі"};

// What is taken off the word that is asked for: less, for қалам is no қала of mine, and бала no бал.
constexpr Ending kAskedPossessive[] = {"ы", "і", "сы", "сі", "ын", "ін", "сын", "сін"};
constexpr Ending kAskedCase[] = {"ның", "нің", "дың", "дің", "тың", "тің", "ға",  "ге",  "қа",  "ке",  "на",
                                 "не",  "ны",  "ні",  "ды",  "ді",  "ты",  "ті",  "да",  "де",  "та",  "те",
                                 "нда", "нде", "дан", "ден", "тан", "тен", "нан", "нен", "мен", "бен", "пен"};

constexpr Ending kInfinitive[] = {"у"};
constexpr Ending kNegation[] = {"ма", "ме", "ба", "бе", "па", "пе"};
constexpr Ending kKazakhVerb[] = {"у",    "ды",   "ді",   "ты",   "ті", "ған", "ген", "қан", "кен", "ады",
                                  "еді",  "йды",  "йді",  "ып",   "іп", "п",   "са",  "се",  "ушы", "уші",
                                  "атын", "етін", "йтын", "йтін", "ар", "ер",  "р",   "мақ", "мек", "бақ",
                                  "бек",  "пақ",  "пек",  "а",    "е",  "й",   "сын", "сін"};
constexpr Ending kPersonal[] = {"мын", "мін", "бын", "бін", "сың", "сің", "сыз", "сіз", "мыз",
                                "міз", "быз", "біз", "м",   "ң",   "қ",   "к",   "ңыз", "ңіз"};

Paradigm russian_verb(std::span<const Ending> infinitive, std::span<const Ending> forms) {
  return {{{infinitive}, {kReflexive, true}}, {{forms}, {kReflexive, true}}};
}

Paradigm russian_participle(std::span<const Ending> infinitive, std::span<const Ending> participles) {
  return {{{infinitive}, {kReflexive, true}}, {{participles}, {kRussianAdjective}, {kReflexive, true}}};
}

Paradigm alike(const EndingRow& row) { return {row, row}; }

// Plural, possession, case; then, for what is there or then, -дағы with the same again.
EndingRow kazakh_noun(EndingRow row = {}) {
  const EndingRow noun = {{kPlural, true}, {kPossessive, true}, {kCase, true}, {kRelational, true},
                          {kPlural, true}, {kPossessive, true}, {kCase, true}};
  row.insert(row.end(), noun.begin(), noun.end());
  return row;
}

std::vector<Paradigm> kazakh() {
  const EndingRow asked = {{kPlural, true}, {kAskedPossessive, true}, {kAskedCase, true}};
  return {{asked, kazakh_noun()},
          {{{kInfinitive}}, kazakh_noun({{kNegation, true}, {kKazakhVerb}})},
          {{{kInfinitive}}, {{kNegation, true}, {kKazakhVerb}, {kPersonal}}}};
}

std::vector<Paradigm> russian() {
  return {alike({{kRussianNoun, true}}),
          alike({{kRussianSoftNoun}}),
          alike({{kRussianAdjective}}),
          russian_verb(kAt, kAtForms),
          russian_verb(kIt, kItForms),
          russian_verb(kOvat, kOvatForms),
          russian_verb(kNut, kNutForms),
          russian_participle(kAt, kAtParticiples),
          russian_participle(kIt, kItParticiples),
          russian_participle(kOvat, kOvatParticiples),
          russian_participle(kNut, kNutParticiples)};
}

std::vector<Paradigm> english() { return {alike({{kEnglishPlain, true}}), alike({{kEnglishE}}), alike({{kEnglishY}})}; }

}  // namespace

bool stands_in_row(std::string_view ending, std::span<const EndingSlot> row) {
  if (row.empty()) return ending.empty();
  const auto rest = row.subspan(1);
  if (row.front().may_lack && stands_in_row(ending, rest)) return true;
  return std::ranges::any_of(row.front().endings, [&](std::string_view one) {
    return ending.starts_with(one) && stands_in_row(ending.substr(one.size()), rest);
  });
}

std::span<const Paradigm> paradigms_of(const Language& language) {
  static const std::vector<Paradigm> kKazakhParadigms = kazakh();
  static const std::vector<Paradigm> kRussianParadigms = russian();
  static const std::vector<Paradigm> kEnglishParadigms = english();
  if (language.primary() == "kk") return kKazakhParadigms;
  if (language.primary() == "ru") return kRussianParadigms;
  if (language.primary() == "en") return kEnglishParadigms;
  return {};
}

}  // namespace egiz::detail
