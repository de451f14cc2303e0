// SPDX-License-Identifier: Apache-2.0
#include "text/detail/token_words.h"

#include <algorithm>
#include <array>
#include <span>

namespace egiz::detail {
namespace {

bool holds(std::string_view list, std::string_view word) {
  for (auto at = list.find(word); at != std::string_view::npos; at = list.find(word, at + 1)) {
    const bool begins = at == 0 || list[at - 1] == ' ';
    const bool ends = at + word.size() == list.size() || list[at + word.size()] == ' ';
    if (begins && ends) return true;
  }
  return false;
}

constexpr std::string_view kRussianNounEndings =
    "а у е ы и ом ам ами ах ов ю я ем ей й ь ям ями ях ый ая ое ые ого ой ому ую ым ом ых ыми";

constexpr std::string_view kRussianNumberEndings =
    "й я е го му м х ми ю ая ой ый ий ое ые ых ым ого ому ом ую ти ть тью ки ка ку";

// Case, possessive and plural endings of Kazakh, as they stand behind a number, an acronym, or a loan word.
constexpr std::string_view kKazakhEndings =
    "ы і сы сі ның нің дың дің тың тің ға ге қа ке а е на не ды ді ты ті ны ні н да де та те нда нде дан ден тан тен "
    "нан нен мен бен пен дағы дегі тағы тегі ндағы ндегі ғы гі қы кі ын ін ына іне ында інде ынан інен ының інің "
    "ындағы індегі ыма сын сін сына сіне сында сінде сынан сінен сының сінің лар лер дар дер тар тер лары лері дары "
    "дері тары тері ларға лерге дарға дерге тарға терге лық лік дық дік тық тік дай дей тай тей ша ше";

constexpr std::string_view kKazakhOrdinalEndings =
    "ші шы нші ншы інші ыншы шіден шыдан шіге шыға шіде шыда шінің шының шілер шылар сі сы";

constexpr std::string_view kEnglishEndings = "st nd rd th s";

bool is_inflected(std::string_view key, std::string_view stem, std::string_view endings) {
  if (key.substr(0, stem.size()) != stem) return false;
  const auto ending = key.substr(stem.size());
  return ending.empty() || holds(endings, ending);
}

// A stem that takes the endings of its language, or with is_whole only stands alone, and what it means.
template <typename Value>
struct Entry {
  std::string_view stem;
  Value value;
  bool is_whole = false;
};

template <typename Value>
const Value* look_up(std::string_view key, std::span<const Entry<Value>> entries, std::string_view endings) {
  for (const auto& entry : entries) {
    if (entry.is_whole ? key == entry.stem : is_inflected(key, entry.stem, endings)) return &entry.value;
  }
  return nullptr;
}

template <typename Value>
struct Words {
  std::span<const Entry<Value>> ru, kk, en;

  const Value* find(std::string_view key, const Language& language) const {
    if (language.primary() == "ru") return look_up(key, ru, kRussianNounEndings);
    if (language.primary() == "kk") return look_up(key, kk, kKazakhEndings);
    if (language.primary() == "en") return look_up(key, en, {});
    return nullptr;
  }
};

constexpr std::array<Entry<int>, 22> kRussianMonths = {{
    {"январ", 1},      {"феврал", 2},     {"март", 3},        {"апрел", 4},      {"ма", 5},        {"июн", 6},
    {"июл", 7},        {"август", 8},     {"сентябр", 9},     {"октябр", 10},    {"ноябр", 11},    {"декабр", 12},
    {"янв", 1, true},  {"фев", 2, true},  {"февр", 2, true},  {"мар", 3, true},  {"апр", 4, true}, {"авг", 8, true},
    {"сент", 9, true}, {"окт", 10, true}, {"нояб", 11, true}, {"дек", 12, true},
}};
constexpr std::array<Entry<int>, 13> kKazakhMonths = {{
    {"қаңтар", 1},
    {"ақпан", 2},
    {"наурыз", 3},
    {"сәуір", 4},
    {"мамыр", 5},
    {"маусым", 6},
    {"шілде", 7},
    {"тамыз", 8},
    {"қыркүйек", 9},
    {"қазан", 10},
    {"қараша", 11},
    {"желтоқсан", 12},
    {"қыркүйег", 9},
}};
constexpr std::array<Entry<int>, 24> kEnglishMonths = {{
    {"january", 1}, {"february", 2}, {"march", 3},     {"april", 4},    {"may", 5},       {"june", 6},
    {"july", 7},    {"august", 8},   {"september", 9}, {"october", 10}, {"november", 11}, {"december", 12},
    {"jan", 1},     {"feb", 2},      {"mar", 3},       {"apr", 4},      {"jun", 6},       {"jul", 7},
    {"aug", 8},     {"sep", 9},      {"sept", 9},      {"oct", 10},     {"nov", 11},      {"dec", 12},
}};

constexpr std::array<Entry<int>, 11> kRussianMagnitudes = {{
    {"тысяч", 3},
    {"миллион", 6},
    {"миллиард", 9},
    {"триллион", 12},
    {"тыс", 3, true},
    {"млн", 6, true},
    {"млрд", 9, true},
    {"трлн", 12, true},
    {"тысячн", 3},
    {"миллионн", 6},
    {"миллиардн", 9},
}};
constexpr std::array<Entry<int>, 7> kKazakhMagnitudes = {{
    {"мың", 3},
    {"миллион", 6},
    {"миллиард", 9},
    {"триллион", 12},
    {"млн", 6},
    {"млрд", 9},
    {"трлн", 12},
}};
constexpr std::array<Entry<int>, 13> kEnglishMagnitudes = {{
    {"thousand", 3},
    {"thousands", 3},
    {"million", 6},
    {"millions", 6},
    {"billion", 9},
    {"billions", 9},
    {"trillion", 12},
    {"trillions", 12},
    {"mln", 6},
    {"mn", 6},
    {"bln", 9},
    {"bn", 9},
    {"trln", 12},
}};

using Unit = std::string_view;
constexpr std::array<Entry<Unit>, 17> kRussianUnits = {{
    {"процент", "%"},
    {"тенге", "KZT"},
    {"тг", "KZT", true},
    {"рубл", "RUB"},
    {"руб", "RUB", true},
    {"доллар", "USD"},
    {"долл", "USD", true},
    {"евро", "EUR"},
    {"юан", "CNY"},

    {"usd", "USD", true},
    {"eur", "EUR", true},
    {"kzt", "KZT", true},
    {"rub", "RUB", true},
    {"gbp", "GBP", true},
    {"cny", "CNY", true},
    {"фунтов стерлингов", "GBP", true},
    {"фунта стерлингов", "GBP", true},
}};
constexpr std::array<Entry<Unit>, 17> kKazakhUnits = {{
    {"пайыз", "%"},
    {"процент", "%"},
    {"теңге", "KZT"},
    {"тг", "KZT", true},
    {"рубл", "RUB"},
    {"рубль", "RUB"},
    {"доллар", "USD"},
    {"еуро", "EUR"},
    {"евро", "EUR"},
    {"юань", "CNY"},
    {"usd", "USD", true},
    {"eur", "EUR", true},
    {"kzt", "KZT", true},
    {"rub", "RUB", true},
    {"gbp", "GBP", true},
    {"cny", "CNY", true},
    {"фунт стерлинг", "GBP"},
}};
constexpr std::array<Entry<Unit>, 21> kEnglishUnits = {{
    {"percent", "%"},  {"tenge", "KZT"},  {"tenges", "KZT"}, {"rouble", "RUB"},  {"roubles", "RUB"},
    {"ruble", "RUB"},  {"rubles", "RUB"}, {"dollar", "USD"}, {"dollars", "USD"}, {"euro", "EUR"},
    {"euros", "EUR"},  {"yuan", "CNY"},   {"usd", "USD"},    {"eur", "EUR"},     {"kzt", "KZT"},
    {"rub", "RUB"},    {"gbp", "GBP"},    {"cny", "CNY"},    {"pct", "%"},       {"pounds sterling", "GBP"},
    {"per cent", "%"},
}};

constexpr Words<int> kMonths = {kRussianMonths, kKazakhMonths, kEnglishMonths};
constexpr Words<int> kMagnitudes = {kRussianMagnitudes, kKazakhMagnitudes, kEnglishMagnitudes};
constexpr Words<Unit> kUnits = {kRussianUnits, kKazakhUnits, kEnglishUnits};

std::optional<int> as_optional(const int* value) { return value == nullptr ? std::nullopt : std::optional(*value); }

}  // namespace

std::optional<int> month_of(std::string_view key, const Language& language) {
  return as_optional(kMonths.find(key, language));
}

bool is_year_word(std::string_view key, const Language& language) {
  if (language.primary() == "ru") return holds("г год года году годом годе", key);
  if (language.primary() == "kk") return key == "ж" || is_inflected(key, "жыл", kKazakhEndings);
  return false;
}

bool is_century_word(std::string_view key) {
  return key == "в" || is_inflected(key, "век", kRussianNounEndings) || is_inflected(key, "ғасыр", kKazakhEndings);
}

bool is_month_word(std::string_view key, const Language& language) {
  return language.primary() == "kk" && is_inflected(key, "ай", kKazakhEndings);
}

std::optional<int> magnitude_of(std::string_view key, const Language& language) {
  return as_optional(kMagnitudes.find(key, language));
}

std::string_view unit_of(std::string_view key, const Language& language) {
  const Unit* unit = kUnits.find(key, language);
  return unit == nullptr ? Unit{} : *unit;
}

std::string_view unit_of(char32_t symbol) {
  switch (symbol) {
    case U'%':
      return "%";
    case U'$':
      return "USD";
    case U'€':
      return "EUR";
    case U'£':
      return "GBP";
    case U'¥':
      return "CNY";
    case U'₸':
      return "KZT";
    case U'₽':
      return "RUB";
    default:
      return {};
  }
}

bool is_ending(std::string_view key, const Language& language) {
  if (language.primary() == "ru") return holds(kRussianNumberEndings, key);
  if (language.primary() == "kk") return holds(kKazakhEndings, key) || holds(kKazakhOrdinalEndings, key);
  if (language.primary() == "en") return holds(kEnglishEndings, key);
  return false;
}

}  // namespace egiz::detail
