// SPDX-License-Identifier: Apache-2.0
#include "text/detail/number_reader.h"

#include <algorithm>
#include <array>
#include <vector>

#include "text/detail/token_words.h"
#include "text/roman.h"
#include "text/utf8.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kMostGroups = 16;  // more are no number
constexpr std::size_t kMostDigits = 40;  // longer runs are no quantity: kept as they are

bool is_hyphen(const Lexeme& lexeme) {
  const bool is_sign = lexeme.symbol == U'-' || lexeme.symbol == U'‑' || lexeme.symbol == U'–';
  return is_sign && lexeme.gap == Lexeme::Gap::none;
}

// Digits and what stands between them: groups[0] separators[0] groups[1] ...
struct Groups {
  std::vector<std::string_view> groups;
  std::string separators;  // each of " .,'/"
  std::size_t end = 0;

  // Groups 1 to last have three digits, and the first one to three without a leading nought.
  bool are_thousands(std::size_t last) const {
    if (groups[0].size() > 3 || groups[0][0] == '0') return false;
    return std::all_of(groups.begin() + 1, groups.begin() + static_cast<std::ptrdiff_t>(last) + 1,
                       [](std::string_view group) { return group.size() == 3; });
  }
};

bool is_digits(std::span<const Lexeme> lexemes, std::size_t at, Lexeme::Gap gap) {
  return at < lexemes.size() && lexemes[at].kind == Lexeme::Kind::digits && lexemes[at].gap == gap;
}

// The separator at lexemes[at] with digits right behind it, or 0.
char separator_at(std::span<const Lexeme> lexemes, std::size_t at) {
  if (at >= lexemes.size() || lexemes[at].kind != Lexeme::Kind::symbol || lexemes[at].gap != Lexeme::Gap::none)
    return 0;
  if (!is_digits(lexemes, at + 1, Lexeme::Gap::none)) return 0;
  switch (lexemes[at].symbol) {
    case U'.':
      return '.';
    case U',':
    case U'٫':
      return ',';
    case U'/':
      return '/';
    case U'\'':
    case U'’':
      return '\'';
    default:
      return 0;
  }
}

// Behind the comma of a list: "1,2,3".
bool goes_on_a_list(std::span<const Lexeme> lexemes, std::size_t begin) {
  return begin >= 2 && lexemes[begin - 1].symbol == U',' && lexemes[begin - 2].kind == Lexeme::Kind::digits &&
         lexemes[begin].gap == Lexeme::Gap::none && lexemes[begin - 1].gap == Lexeme::Gap::none;
}

Groups collect(std::span<const Lexeme> lexemes, std::size_t begin) {
  Groups result;
  result.groups.push_back(lexemes[begin].key);
  result.end = begin + 1;
  if (goes_on_a_list(lexemes, begin)) return result;
  std::size_t at = begin + 1;
  while (result.groups.size() < kMostGroups) {
    const bool is_spaced_so_far = result.separators.find_first_not_of(' ') == std::string::npos;
    if (is_spaced_so_far && is_digits(lexemes, at, Lexeme::Gap::one) && lexemes[at].key.size() == 3 &&
        result.are_thousands(result.groups.size() - 1)) {
      result.separators.push_back(' ');
      result.groups.push_back(lexemes[at].key);
      at += 1;
      continue;
    }
    const char separator = separator_at(lexemes, at);
    const bool has_slash = result.separators.find('/') != std::string::npos;
    if (separator == 0 || (!result.separators.empty() && (separator == '/') != has_slash)) break;
    if (!result.separators.empty() && is_spaced_so_far && result.separators.back() == ' ' && separator == '\'') break;
    result.separators.push_back(separator);
    result.groups.push_back(lexemes[at + 1].key);
    at += 2;
  }
  result.end = at;
  return result;
}

// Without noughts that say nothing: "12.50" is "12.5", "3.0" is "3".
std::string decimal(std::string whole, std::string_view fraction) {
  const auto last = fraction.find_last_not_of('0');
  if (last == std::string_view::npos) return whole;
  whole += '.';
  whole += fraction.substr(0, last + 1);
  return whole;
}

std::string joined(const Groups& groups, std::size_t count) {
  std::string whole;
  for (std::size_t i = 0; i < count; ++i) whole += groups.groups[i];
  return whole;
}

std::string as_written(const Groups& groups) {
  std::string text(groups.groups[0]);
  for (std::size_t i = 1; i < groups.groups.size(); ++i) {
    text += groups.separators[i - 1];
    text += groups.groups[i];
  }
  return text;
}

// One point or comma: does it part thousands?
bool parts_thousands(const Groups& groups, char separator, const Language& language) {
  if (!groups.are_thousands(1)) return false;
  if (language.primary() == "en") return separator == ',';
  return separator == '.' && groups.groups[1].substr(1) == "00";
}

// The value of the groups, which may also be fewer than were collected.
Reading value_of(const Groups& groups, std::size_t begin, const Language& language) {
  const std::string& separators = groups.separators;
  const std::size_t last = separators.size();
  if (last == 0) return {std::string(groups.groups[0]), groups.end};
  const char final_separator = separators.back();
  if (final_separator == '/') return {as_written(groups), groups.end};
  const bool has_one_kind = separators.find_first_not_of(final_separator) == std::string::npos;
  const bool is_thousands = groups.are_thousands(last);
  if (has_one_kind) {
    if (final_separator == ' ') return {joined(groups, last + 1), groups.end};
    if (last > 1 || final_separator == '\'') {
      if (is_thousands) return {joined(groups, last + 1), groups.end};
      if (final_separator == '.') return {as_written(groups), groups.end};
      return {std::string(groups.groups[0]), begin + 1};  // a list: "1,2,3"
    }
    if (parts_thousands(groups, final_separator, language)) return {joined(groups, 2), groups.end};
    return {decimal(std::string(groups.groups[0]), groups.groups[1]), groups.end};
  }
  const bool is_decimal = separators.find(final_separator) == last - 1 && groups.are_thousands(last - 1) &&
                          separators.find_first_not_of(separators[0]) == last - 1;
  if (is_decimal) return {decimal(joined(groups, last), groups.groups[last]), groups.end};
  return {as_written(groups), groups.end};
}

// value times ten to the power.
std::string scaled(const std::string& value, int power) {
  const auto point = value.find('.');
  std::string fraction = point == std::string::npos ? std::string() : value.substr(point + 1);
  std::string whole = value.substr(0, point);
  const auto moved = static_cast<std::size_t>(power);
  if (fraction.size() < moved) fraction.append(moved - fraction.size(), '0');
  whole += fraction.substr(0, moved);
  const auto first = whole.find_first_not_of('0');
  whole.erase(0, first == std::string::npos ? whole.size() - 1 : first);
  return decimal(whole, std::string_view(fraction).substr(moved));
}

bool is_decimal_number(const std::string& value) {
  return value.size() <= kMostDigits && value.find('/') == std::string::npos &&
         std::count(value.begin(), value.end(), '.') <= 1 && value.find(',') == std::string::npos;
}

}  // namespace

std::size_t skip_ending(std::span<const Lexeme> lexemes, std::size_t at, const Language& language) {
  const auto is_ending_at = [&](std::size_t i) {
    return i < lexemes.size() && lexemes[i].kind == Lexeme::Kind::word && lexemes[i].gap == Lexeme::Gap::none &&
           is_ending(lexemes[i].key, language);
  };
  if (is_ending_at(at)) return at + 1;
  return at < lexemes.size() && is_hyphen(lexemes[at]) && is_ending_at(at + 1) ? at + 2 : at;
}

Reading read_number(std::span<const Lexeme> lexemes, std::size_t begin, const Language& language) {
  Reading reading = value_of(collect(lexemes, begin), begin, language);
  reading.end = skip_ending(lexemes, reading.end, language);
  if (!is_decimal_number(reading.value)) return reading;
  std::size_t at = reading.end;
  if (at < lexemes.size() && is_hyphen(lexemes[at])) ++at;  // 25-тысячный
  if (at >= lexemes.size() || lexemes[at].kind != Lexeme::Kind::word) return reading;
  if (const auto power = magnitude_of(lexemes[at].key, language)) {
    reading.value = scaled(reading.value, *power);
    reading.end = skip_ending(lexemes, at + 1, language);
  }
  return reading;
}

std::optional<int> roman_value(std::string_view word) {
  std::string letters;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t c = next_code_point(word, at);
    const char32_t latin = c < 0x80 ? c : paired(c, U"ХІСМ", U"XICM");
    if (latin == 0) return std::nullopt;
    letters.push_back(static_cast<char>(latin));
  }
  int value = 0;
  std::string_view rest = letters;
  for (const auto& [worth, sign] : kRomanSigns) {
    // A sign of two letters or of a five stands once, others up to three times.
    int times = 0;
    const int most = sign.size() == 2 || worth == 5 || worth == 50 || worth == 500 ? 1 : 3;
    while (times < most && rest.substr(0, sign.size()) == sign) {
      rest.remove_prefix(sign.size());
      value += worth;
      ++times;
    }
  }
  // Any other order of signs leaves letters, or is not the shortest form.
  if (!rest.empty() || value == 0) return std::nullopt;
  return roman_numeral(value) == letters ? std::optional(value) : std::nullopt;
}

}  // namespace egiz::detail
