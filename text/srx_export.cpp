// SPDX-License-Identifier: Apache-2.0
#include "text/srx_export.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <utility>

#include "text/detail/word_expression.h"

namespace egiz {
namespace {

using detail::capitalised_expression;
using detail::word_expression;

// What the expressions are built from.  Java's \s does not know the no-break space, ICU's does.
const std::string kSpace = R"([\s\u00A0])";
const std::string kNoLetterBefore = R"((?<![\p{L}\p{N}]))";
const std::string kNoLetterBehind = R"((?![\p{L}\p{N}]))";
const std::string kOpeners = R"((?:[–—−-][\s\u00A0]*)?["«„“”'‘(\[]*)";
const std::string kClosers = R"(["»”“’')\]}]*(?:\[\d+\]|[¹²³⁴-⁹⁰]+)?)";
// Bounded, as all that stands before a break: so that little text is looked at.
const std::string kRoman = R"([IVXLCІХ]{1,7})";

// One of the words, long ones first: the first that matches is taken.
std::string any_of(std::vector<std::string> words) {
  std::ranges::stable_sort(words, [](const auto& a, const auto& b) { return a.size() > b.size(); });
  std::string expression = "(?:";
  for (const std::string& word : words) expression.append(expression.size() > 3 ? "|" : "").append(word);
  return expression + ")";
}

// "т. д." and "U.S.", which must be tried before "д." and "S."
bool has_parts(const WordTable::Word& word) { return word.folded.find_first_of(". ") != std::string::npos; }

// Builds the rules of one language, those that decide first at the front.
class Exporter {
 public:
  explicit Exporter(const std::vector<const WordTable*>& tables) {
    for (const WordTable* table : tables) {
      const std::vector<WordTable::Word> words = table->words();
      words_.insert(words_.end(), words.begin(), words.end());
      surnames_.insert(surnames_.end(), table->surname_endings().begin(), table->surname_endings().end());
    }
    const std::string starters =
        any_of(collect([](const auto& word) { return word.has(WordClass::starter); }, capitalised_expression)) +
        R"((?![\p{L}\p{N}.]))";
    starter_ = kSpace + "+" + starters;
    no_starter_ = kSpace + "+(?!" + kOpeners + starters + ")";
    number_ = R"((?:\d|(?<![\p{L}\p{N}])(?:[IVXLCІХ]{1,7}|)" + any_of(collect(is_magnitude, word_expression)) +
              R"(\.?))[\s\u00A0-]?)";
  }

  std::vector<SrxRule> rules(bool breaks_before_small_letters) {
    add_labels();
    add_units();
    add_abbreviations([](const auto& word) { return has_parts(word); });
    add_abbreviations([](const auto& word) { return !has_parts(word); });
    add_initials();
    add_shapes();
    add_general(breaks_before_small_letters);
    return std::move(rules_);
  }

 private:
  using Filter = std::function<bool(const WordTable::Word&)>;

  static bool is_magnitude(const WordTable::Word& word) { return word.has(WordClass::magnitude); }

  std::vector<std::string> collect(const Filter& filter, const std::function<std::string(const WordTable::Word&)>& as) {
    std::vector<std::string> expressions;
    for (const WordTable::Word& word : words_) {
      if (filter(word)) expressions.push_back(as(word));
    }
    std::ranges::sort(expressions);
    expressions.erase(std::unique(expressions.begin(), expressions.end()), expressions.end());
    return expressions;
  }

  void add(bool breaks, std::string before, std::string after) {
    rules_.push_back({breaks, std::move(before), std::move(after)});
  }

  // A rule for the words that filter takes, behind lead and before a full stop.
  void add_words(bool breaks, const std::string& lead, const Filter& filter, const std::string& after) {
    const std::vector<std::string> words = collect(filter, word_expression);
    if (!words.empty()) add(breaks, lead + any_of(words) + "\\.", after);
  }

  // "1.", "2.3.", "IV.", "А.", "Глава 3.", "12-бап." lead a sentence.
  void add_labels() {
    const std::string begin = R"((?:^|[.?!…;:]["»”]?[\s\u00A0]{1,2})[«"„“(\[•*–—-]{0,2}[\s\u00A0]?)";
    const std::string label = R"((?:\d{1,3}(?:\.\d{1,3}){0,4}|)" + kRoman + R"(|\p{L})\.)";
    add(false, R"(^[\s\u00A0«"„“(\[•*–—§№-]{0,4})" + label, kSpace);
    const auto is_heading = [](const auto& word) { return word.has(WordClass::heading); };
    const std::vector<std::string> headings = collect(is_heading, word_expression);
    if (!headings.empty()) {
      const std::string capitals = any_of(collect(is_heading, capitalised_expression));
      add(false, begin + capitals + R"(\.?[\s\u00A0]{1,2}[«"„“(\[§№–—-]{0,2}[\s\u00A0]?)" + label, kSpace);
      add(false, begin + R"(\d{1,3}[\s\u00A0-]{1,2})" + any_of(headings) + R"(\.)", kSpace);
    }
    const std::string capital = kSpace + "+" + kOpeners + R"(\p{Lu})";
    const auto is_numbered = [](const auto& word) { return word.has(WordClass::before_number); };
    const std::vector<std::string> numbered = collect(is_numbered, word_expression);
    const std::string number = R"([\s\u00A0]{1,2}\d{1,2}(?:\.\d{1,3}){0,4}\.)";
    if (!numbered.empty()) add(true, kNoLetterBefore + any_of(numbered) + "\\." + number, capital);
    add(false, R"((?:[?!…;:]|\p{Ll}{3}\.)["»”]?)" + number, capital);
  }

  // Behind a number: "2014 г.", "60 млрд.", "5 кг."
  void add_units() {
    const auto is_year = [](const auto& word) { return word.has(WordClass::year); };
    const auto is_unit = [&](const auto& word) {
      return word.has(WordClass::after_number) && !is_year(word) && !is_magnitude(word);
    };
    const std::string capital = kSpace + "+" + kOpeners + R"(\p{Lu})";
    add_words(true, number_, is_year, starter_);
    add_words(false, number_, is_year, kSpace);
    add_words(false, number_, is_magnitude, kSpace + R"(+(?:\p{Lu}{2}|[A-Za-z(\d]|\p{Ll}))");
    add_words(true, number_, is_magnitude, capital);
    add_words(false, number_, is_unit, kSpace + R"(+(?:[\d(\[/]|\p{Ll}|\p{Lu}\.))");
    add_words(true, number_, is_unit, capital);
  }

  void add_abbreviations(const Filter& of) {
    const auto rarely = [&](const auto& word) { return of(word) && word.has(WordClass::rarely_ends); };
    const auto never = [&](const auto& word) {
      return of(word) && word.has(WordClass::never_ends) && !word.has(WordClass::rarely_ends);
    };
    const auto numbered = [&](const auto& word) { return of(word) && word.has(WordClass::before_number); };
    const auto may = [&](const auto& word) { return of(word) && word.has(WordClass::may_end) && !never(word); };
    const auto keeps = [&](const auto& word) { return of(word) && word.has(WordClass::keeps_exclamation); };
    add_words(false, kNoLetterBefore, never, kSpace);
    add_words(false, kNoLetterBefore, numbered,
              kSpace + R"(+[№§(\[]?[\s\u00A0]*(?:\d|)" + kRoman + R"((?!\p{L})|\p{Lu}(?!\p{L})))");
    const std::vector<std::string> next =
        collect([](const auto& word) { return word.has(WordClass::continues); }, capitalised_expression);
    if (!next.empty()) add_words(false, kNoLetterBefore, may, kSpace + "+" + any_of(next) + kNoLetterBehind);
    add_words(true, kNoLetterBefore, may, kSpace + "+" + kOpeners + R"([\p{Lu}\d])");
    add_words(false, kNoLetterBefore, rarely, no_starter_);
    const std::vector<std::string> names = collect(keeps, capitalised_expression);
    if (!names.empty()) add(false, kNoLetterBefore + any_of(names) + "!?", no_starter_);
  }

  // "А. С. Пушкин"; "Иванов И. И. Секретарь" are two sentences.
  void add_initials() {
    if (!surnames_.empty()) {
      const std::string surname = R"(\p{Lu}\p{Ll}{1,20})" + any_of(surnames_);
      add(true, surname + kSpace + R"({1,2}\p{Lu}\.(?:[\s\u00A0]?\p{Lu}\.)?)",
          kSpace + "+(?!" + surname + R"(|\p{Lu}\p{Ll}*\.)\p{Lu}\p{Ll})");
    }
    add(false, R"((?<![\p{L}\p{N}°])(?:\p{Lu}|Дж|Дз|Th|Ch|Sh)\.)", no_starter_);
  }

  // Abbreviations that nobody listed: "к.п.н.", "пгт.", "blvd."; no addresses.
  void add_shapes() {
    const std::string begin = R"((?<![\p{L}\p{N}.@/-]))";
    add(false, begin + R"((?:\p{L}{1,4}\.){2,4})", no_starter_);
    add(false, begin + "(?:[бвгджзйклмнпрстфхцчшщғқңһ]{1,5}|[bcdfghjklmnpqrstvwxz]{1,5})\\.", no_starter_);
  }

  void add_general(bool breaks_before_small_letters) {
    const std::string capital = R"((?:[\p{Lu}\p{Lo}\p{N}№§•]|\p{Ll}\p{Lu}))";
    add(false, R"([.?!…]["»”])", kSpace + R"(*[–—-][\s\u00A0]+\p{Ll})");
    // – М., 1986. – 640 с.
    add(false, "\\.",
        kSpace + R"(+[–—-][\s\u00A0]+(?:\p{Lu}\p{L}*\.?[,:][^.?!]{1,60}\d{4}|\d+[\s\u00A0]+[сбps]\.))");
    add(true, "[.?!…]+" + kClosers, kSpace + "+" + kOpeners + capital);
    add(true, R"((?:\){2,}|[:;]-?\)))", kSpace + R"(+\p{Lu})");
    if (breaks_before_small_letters) add(true, R"([\p{L}\p{N}](?:\?|!)+)", kSpace + R"(+\p{Ll})");
    add(true, R"((?<!\p{L})\p{Ll}{2,20}(?:\.|\?|!|…)+)", R"(\p{Lu}\p{Ll})");
    add(false, "", "");  // where rules of other languages are asked too: nothing else ends a sentence
  }

  std::vector<WordTable::Word> words_;
  std::vector<std::string> surnames_;
  std::string starter_;     // behind a full stop: a word that begins sentences
  std::string no_starter_;  // none, not even behind quotation marks
  std::string number_;      // before a unit
  std::vector<SrxRule> rules_;
};

struct ExportedLanguage {
  const char* name;
  const char* pattern;
  std::array<const char*, 3> tables;
  bool breaks_before_small_letters;
};

constexpr std::array kLanguages = {
    ExportedLanguage{"Kazakh (Latin)", "(?:KK|KAZ|KZ)[-_]LATN.*", {"kk-Latn", "kk", "en"}, true},
    ExportedLanguage{"Kazakh", "(?:KK|KAZ|KZ).*", {"kk", "kk-Latn", "en"}, true},
    ExportedLanguage{"Russian", "RU.*", {"ru", "en", ""}, false},
    ExportedLanguage{"English", "EN.*", {"en", "ru", ""}, true},
};

}  // namespace

SrxRules to_srx(const SegmentationRules& rules) {
  SrxRules srx{.cascade = false, .languages = {}, .maps = {}};
  for (const ExportedLanguage& language : kLanguages) {
    std::vector<const WordTable*> tables;
    for (const char* tag : language.tables) {
      if (const WordTable* table = rules.find(tag)) tables.push_back(table);
    }
    srx.languages.push_back({language.name, Exporter(tables).rules(language.breaks_before_small_letters)});
    srx.maps.push_back({language.pattern, language.name});
  }
  srx.languages.push_back({"Default", Exporter({}).rules(false)});
  srx.maps.push_back({".*", "Default"});
  return srx;
}

}  // namespace egiz
