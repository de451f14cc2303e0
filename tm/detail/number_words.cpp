// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/number_words.h"

#include <algorithm>
#include <optional>
#include <string_view>

namespace egiz::detail {
namespace {

// Words that begin like this have this value.  The longest beginning wins.
struct Beginning {
  std::string_view letters;  // of the match key
  std::int64_t value;
};

constexpr Beginning kRussian[] = {
    {"один", 1},
    {"одн", 1},
    {"перв", 1},
    {"единствен", 1},
    {"дв", 2},
    {"втор", 2},
    {"оба", 2},
    {"обе", 2},
    {"обои", 2},
    {"пар", 2},
    {"три", 3},
    {"трех", 3},
    {"трем", 3},
    {"тремя", 3},
    {"трет", 3},
    {"трижды", 3},
    {"трое", 3},
    {"троих", 3},
    {"четыр", 4},
    {"четвер", 4},
    {"четвё", 4},
    {"пят", 5},
    {"шест", 6},
    {"сем", 7},
    {"седьм", 7},
    {"восем", 8},
    {"восьм", 8},
    {"девят", 9},
    {"десят", 10},
    {"одиннадцат", 11},
    {"двенадцат", 12},
    {"дюжин", 12},
    {"тринадцат", 13},
    {"четырнадцат", 14},
    {"пятнадцат", 15},
    {"шестнадцат", 16},
    {"семнадцат", 17},
    {"восемнадцат", 18},
    {"девятнадцат", 19},
    {"двадцат", 20},
    {"тридцат", 30},
    {"сорок", 40},
    {"пятьдесят", 50},
    {"пятидесят", 50},
    {"шестьдесят", 60},
    {"шестидесят", 60},
    {"семьдесят", 70},
    {"семидесят", 70},
    {"восемьдесят", 80},
    {"восьмидесят", 80},
    {"девяност", 90},
    {"двест", 200},
    {"двухсот", 200},
    {"трист", 300},
    {"трехсот", 300},
    {"четырест", 400},
    {"четырехсот", 400},
    {"пятьсот", 500},
    {"пятисот", 500},
    {"шестьсот", 600},
    {"семьсот", 700},
    {"восемьсот", 800},
    {"девятьсот", 900},
    {"сотн", 100},
    {"тысяч", 1000},
    {"миллион", 1000000},
    {"миллиард", 1000000000},
};
constexpr Beginning kKazakh[] = {
    {"бір", 1},
    {"жалғыз", 1},
    {"екі", 2},
    {"екеу", 2},
    {"қос", 2},
    {"жұп", 2},
    {"үш", 3},
    {"төрт", 4},
    {"бес", 5},
    {"алты", 6},
    {"алтау", 6},
    {"жеті", 7},
    {"жетеу", 7},
    {"сегіз", 8},
    {"тоғыз", 9},
    {"он", 10},
    {"жиырма", 20},
    {"отыз", 30},
    {"қырық", 40},
    {"қырқ", 40},
    {"елу", 50},
    {"алпыс", 60},
    {"жетпіс", 70},
    {"сексен", 80},
    {"тоқсан", 90},
    {"жүз", 100},
    {"мың", 1000},
    {"миллион", 1000000},
    {"миллиард", 1000000000},
};
constexpr Beginning kEnglish[] = {
    {"one", 1},           {"once", 1},
    {"first", 1},         {"single", 1},
    {"two", 2},           {"twice", 2},
    {"second", 2},        {"both", 2},
    {"double", 2},        {"pair", 2},
    {"couple", 2},        {"three", 3},
    {"third", 3},         {"triple", 3},
    {"four", 4},          {"five", 5},
    {"fifth", 5},         {"six", 6},
    {"seven", 7},         {"eight", 8},
    {"nine", 9},          {"ninth", 9},
    {"ten", 10},          {"eleven", 11},
    {"twelve", 12},       {"twelfth", 12},
    {"dozen", 12},        {"thirteen", 13},
    {"fourteen", 14},     {"fifteen", 15},
    {"sixteen", 16},      {"seventeen", 17},
    {"eighteen", 18},     {"nineteen", 19},
    {"twent", 20},        {"thirt", 30},
    {"fort", 40},         {"fift", 50},
    {"sixt", 60},         {"sevent", 70},
    {"eight", 80},        {"ninet", 90},
    {"hundred", 100},     {"thousand", 1000},
    {"million", 1000000}, {"billion", 1000000000},
};
// Short words that begin many others stand whole.
constexpr Beginning kWholeRussian[] = {{"раз", 1}, {"сто", 100}, {"ста", 100}, {"сот", 100}};

constexpr Beginning kRussianMonths[] = {
    {"январ", 1}, {"феврал", 2}, {"март", 3},   {"апрел", 4},   {"май", 5},     {"мая", 5},    {"мае", 5},
    {"июн", 6},   {"июл", 7},    {"август", 8}, {"сентябр", 9}, {"октябр", 10}, {"ноябр", 11}, {"декабр", 12},
};
constexpr Beginning kKazakhMonths[] = {
    {"қаңтар", 1}, {"ақпан", 2},    {"наурыз", 3},   {"сәуір", 4},  {"мамыр", 5},   {"маусым", 6},     {"шілде", 7},
    {"тамыз", 8},  {"қыркүйек", 9}, {"қыркүйег", 9}, {"қазан", 10}, {"қараша", 11}, {"желтоқсан", 12},
};
constexpr Beginning kEnglishMonths[] = {
    {"jan", 1}, {"feb", 2}, {"mar", 3}, {"apr", 4},  {"may", 5},  {"jun", 6},
    {"jul", 7}, {"aug", 8}, {"sep", 9}, {"oct", 10}, {"nov", 11}, {"dec", 12},
};

std::span<const Beginning> month_beginnings(const Language& language) {
  if (language.primary() == "ru") return kRussianMonths;
  if (language.primary() == "kk") return kKazakhMonths;
  if (language.primary() == "en") return kEnglishMonths;
  return {};
}

std::span<const Beginning> beginnings(const Language& language) {
  if (language.primary() == "ru") return kRussian;
  if (language.primary() == "kk") return kKazakh;
  if (language.primary() == "en") return kEnglish;
  return {};
}

std::optional<std::int64_t> value_of(std::string_view key, const Language& language) {
  if (language.primary() == "ru") {
    const auto whole = std::ranges::find(kWholeRussian, key, &Beginning::letters);
    if (whole != std::end(kWholeRussian)) return whole->value;
  }
  const Beginning* best = nullptr;
  for (const Beginning& beginning : beginnings(language)) {
    const bool is_longer = best == nullptr || beginning.letters.size() > best->letters.size();
    if (key.starts_with(beginning.letters) && is_longer) best = &beginning;
  }
  if (best == nullptr) return std::nullopt;
  return best->value;
}

// The value of words in a row: "үш жүз жиырма бес".
class Sum {
 public:
  void take(std::int64_t value) {
    if (value == 100) {
      last_ = std::max<std::int64_t>(last_, 1) * value;
    } else if (value >= 1000) {
      total_ += std::max<std::int64_t>(last_, 1) * value;
      last_ = 0;
    } else {
      last_ += value;
    }
    last_ = std::min(last_, kLimit);
    total_ = std::min(total_, kLimit);
  }
  std::int64_t total() const { return total_ + last_; }

 private:
  static constexpr std::int64_t kLimit = 1'000'000'000;  // keeps endless rows of words from overflowing

  std::int64_t total_ = 0;
  std::int64_t last_ = 0;
};

}  // namespace

std::set<std::int64_t> number_words(std::span<const Token> tokens, const Language& language) {
  std::set<std::int64_t> values;
  Sum row;
  for (const Token& token : tokens) {
    const auto value = token.kind == TokenKind::word ? value_of(token.value, language) : std::nullopt;
    if (!value) {
      row = {};
      continue;
    }
    row.take(*value);
    values.insert(*value);
    values.insert(row.total());
  }
  return values;
}

std::set<std::int64_t> month_words(std::span<const Token> tokens, const Language& language) {
  std::set<std::int64_t> months;
  for (const Token& token : tokens) {
    for (const Beginning& month : month_beginnings(language)) {
      if (token.kind == TokenKind::word && token.value.starts_with(month.letters)) months.insert(month.value);
    }
  }
  return months;
}

}  // namespace egiz::detail
