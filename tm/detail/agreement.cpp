// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/agreement.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <string>
#include <vector>

#include "text/match_key.h"
#include "tm/detail/key_words.h"

namespace egiz::detail {
namespace {

enum class Plural { one, few, many, other };  // CLDR

// What a noun behind a number goes by.
Plural plural_of(const Numeral& numeral, const Language& language) {
  const std::string& number = numeral.mantissa();
  if (number.find_first_not_of("0123456789") != std::string::npos) return Plural::other;
  if (language.primary() == "en") return number == "1" ? Plural::one : Plural::other;
  const char last = number.back();
  const bool is_teen = number.size() > 1 && number[number.size() - 2] == '1';
  if (is_teen || last == '0' || last >= '5') return Plural::many;
  return last == '1' ? Plural::one : Plural::few;
}

bool is_blank(std::string_view text) {
  return !text.empty() && text.find_first_not_of(" \t\u00A0\u202F\u2009") == std::string_view::npos;
}

// The word right behind, or right before, with white space between; empty when something else stands there.
std::string word_behind(std::string_view text, std::size_t end, const Language& language) {
  const std::string_view rest = text.substr(end);
  const std::vector<ByteRange> words = word_ranges(rest);
  if (words.empty() || !is_blank(rest.substr(0, words.front().begin))) return {};
  return match_key(rest.substr(words.front().begin, words.front().size()), language);
}

std::string word_before(std::string_view text, std::size_t begin, const Language& language) {
  const std::string_view head = text.substr(0, begin);
  const std::vector<ByteRange> words = word_ranges(head);
  if (words.empty()) return {};
  std::string_view between = head.substr(words.back().end);
  if (between.starts_with('.')) between.remove_prefix(1);  // "ст. 5"
  if (!is_blank(between)) return {};
  return match_key(head.substr(words.back().begin, words.back().size()), language);
}

bool begins_with_one_of(std::string_view word, std::span<const std::string_view> beginnings) {
  return std::ranges::any_of(beginnings, [&](std::string_view beginning) { return word.starts_with(beginning); });
}

bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

// Things that have a number for a name: it counts nothing.
bool names_by_number(std::string_view word, const Language& language) {
  static constexpr std::array<std::string_view, 22> kRussian = {
      "стать",  "пункт", "подпункт", "част",    "глав",    "раздел", "параграф", "приложени",
      "таблиц", "рисун", "форм",     "страниц", "кабинет", "дом",    "квартир",  "вариант",
      "этап",   "групп", "класс",    "номер",   "верси",   "строк"};
  static constexpr std::array<std::string_view, 6> kRussianShort = {"ст", "п", "пп", "гл", "стр", "рис"};
  static constexpr std::array<std::string_view, 22> kEnglish = {
      "article", "section",  "paragraph", "clause", "chapter", "part",        "annex",  "appendix",
      "table",   "figure",   "page",      "rule",   "item",    "no",          "number", "step",
      "version", "chapters", "form",      "line",   "room",    "subparagraph"};
  if (language.primary() == "en") return is_one_of(word, kEnglish);
  return begins_with_one_of(word, kRussian) || is_one_of(word, kRussianShort);
}

// "2014 года": the number is a name again, the words are those of any year.
bool is_year(const Numeral& numeral, std::string_view word) {
  static constexpr std::array<std::string_view, 7> kWords = {"год", "года", "году", "годом", "годе", "г", "гг"};
  const auto whole = numeral.whole_number();
  return whole && whole->size() == 4 && is_one_of(word, kWords);
}

// Words that a number does not count: "от 5 до 10", abbreviations, what has one form.
bool never_changes(std::string_view word, const Language& language) {
  static constexpr std::array<std::string_view, 4> kEnglish = {"to", "per", "percent", "tenge"};
  static constexpr std::array<std::string_view, 10> kRussian = {"до", "тенге", "евро", "га", "тг",
                                                                "кг", "км",    "см",   "мм", "млн"};
  if (language.primary() == "en") return is_one_of(word, kEnglish);
  return is_one_of(word, kRussian);
}

// "миллионов", "тысяч": what stands behind the digits is a word that goes by them.
bool has_inflected_magnitude(const Numeral& numeral, const Language& language) {
  static constexpr std::array<std::string_view, 4> kWords = {"тысяч", "миллион", "миллиард", "триллион"};
  const std::string behind = match_key(numeral.behind(), language);
  return language.primary() == "ru" && begins_with_one_of(behind, kWords);
}

bool counts_something(std::string_view text, const Numeral& numeral, const Language& language) {
  if (has_inflected_magnitude(numeral, language)) return true;
  const TokenKind kind = numeral.token().kind;
  if (kind == TokenKind::date || kind == TokenKind::list_marker) return false;
  const bool has_magnitude = !numeral.behind().empty() && !numeral.whole_number();
  if (has_magnitude) return false;  // "5 млн дней": the word goes by the millions
  const std::string behind = word_behind(text, numeral.token().range.end, language);
  if (behind.empty() || never_changes(behind, language) || is_year(numeral, behind)) return false;
  return !names_by_number(word_before(text, numeral.token().range.begin, language), language);
}

int first_number(const Numeral& numeral) {
  const std::string& value = numeral.token().value;
  const std::size_t begin = numeral.token().kind == TokenKind::date ? value.find_last_of('-') + 1 : 0;
  int number = 0;
  std::from_chars(value.data() + begin, value.data() + value.size(), number);
  return number;
}

// "во 2 (втором)", "ко 100 (ста)".
bool needs_long_preposition(const Numeral& numeral) {
  const int number = first_number(numeral);
  return number == 2 || (number >= 100 && number <= 199);
}

// "an 8", "an 11", "an 18".
bool begins_with_vowel_sound(const Numeral& numeral) {
  const std::string& value = numeral.token().value;
  if (value.starts_with('8')) return true;
  const bool is_of_eleven = value.starts_with("11") || value.starts_with("18");
  return is_of_eleven && std::min(value.find('.'), value.size()) % 3 == 2;
}

bool word_before_fits(std::string_view text, const Numeral& numeral, const Numeral& value, const Language& language) {
  static constexpr std::array<std::string_view, 6> kRussian = {"в", "во", "с", "со", "к", "ко"};
  const std::string before = word_before(text, numeral.token().range.begin, language);
  if (language.primary() == "en") {
    const bool is_article = before == "a" || before == "an";
    return !is_article || begins_with_vowel_sound(numeral) == begins_with_vowel_sound(value);
  }
  return !is_one_of(before, kRussian) || needs_long_preposition(numeral) == needs_long_preposition(value);
}

}  // namespace

bool agrees_with_value(std::string_view text, const Numeral& numeral, const Numeral& value, const Language& language) {
  if (language.primary() == "kk") return true;
  if (!word_before_fits(text, numeral, value, language)) return false;
  return !counts_something(text, numeral, language) || plural_of(numeral, language) == plural_of(value, language);
}

}  // namespace egiz::detail
