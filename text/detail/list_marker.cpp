// SPDX-License-Identifier: Apache-2.0
#include "text/detail/list_marker.h"

#include <string>

#include "text/utf8.h"

namespace egiz::detail {
namespace {

constexpr std::size_t kMostDigits = 3;  // "2014. ..." is a year

bool is_symbol(std::span<const Lexeme> lexemes, std::size_t at, char32_t symbol) {
  return at < lexemes.size() && lexemes[at].kind == Lexeme::Kind::symbol && lexemes[at].gap == Lexeme::Gap::none &&
         lexemes[at].symbol == symbol;
}

bool is_number(std::span<const Lexeme> lexemes, std::size_t at) {
  return at < lexemes.size() && lexemes[at].kind == Lexeme::Kind::digits && lexemes[at].key.size() <= kMostDigits;
}

// 1, 2.3, 2-1
Reading read_digits(std::span<const Lexeme> lexemes, std::size_t begin) {
  Reading reading{lexemes[begin].key, begin + 1};
  while ((is_symbol(lexemes, reading.end, U'.') || is_symbol(lexemes, reading.end, U'-')) &&
         is_number(lexemes, reading.end + 1) && lexemes[reading.end + 1].gap == Lexeme::Gap::none) {
    reading.value += static_cast<char>(lexemes[reading.end].symbol);
    reading.value += lexemes[reading.end + 1].key;
    reading.end += 2;
  }
  return reading;
}

std::optional<Reading> read_letter(std::span<const Lexeme> lexemes, std::size_t begin) {
  const std::string& key = lexemes[begin].key;
  if (key.empty() || count_code_points(key) != 1) return std::nullopt;
  std::size_t at = 0;
  const char32_t letter = next_code_point(key, at);
  // The alphabet without ё and й, which are not counted with.
  const char32_t latin = paired(letter, U"абвгдежзиклмнопрстуфхцчшщэюя", U"abcdefghijklmnopqrstuvwxyz  ");
  if (latin == 0 || latin == U' ') return Reading{key, begin + 1};
  return Reading{std::string(1, static_cast<char>(latin)), begin + 1};
}

std::string_view text_of(const Lexeme& lexeme, std::string_view text) {
  return text.substr(lexeme.range.begin, lexeme.range.size());
}

}  // namespace

std::optional<Reading> read_list_marker(std::span<const Lexeme> lexemes, std::string_view text) {
  const std::size_t begin = !lexemes.empty() && lexemes[0].symbol == U'(' ? 1 : 0;
  if (begin >= lexemes.size()) return std::nullopt;
  const Lexeme& first = lexemes[begin];
  std::optional<Reading> reading;
  bool may_take_full_stop = begin == 0;
  if (is_number(lexemes, begin)) {
    reading = read_digits(lexemes, begin);
  } else if (first.kind == Lexeme::Kind::word) {
    if (const auto roman = first.is_upper ? roman_value(text_of(first, text)) : std::nullopt) {
      reading = Reading{std::to_string(*roman), begin + 1};
    } else {
      reading = read_letter(lexemes, begin);
      may_take_full_stop = may_take_full_stop && !first.is_capitalized;  // "А. Петров"
    }
  }
  if (!reading) return std::nullopt;
  const bool has_bracket = is_symbol(lexemes, reading->end, U')');
  const bool has_full_stop = may_take_full_stop && is_symbol(lexemes, reading->end, U'.') &&
                             (reading->end + 1 == lexemes.size() || lexemes[reading->end + 1].gap != Lexeme::Gap::none);
  if (!has_bracket && !has_full_stop) return std::nullopt;
  ++reading->end;
  return reading;
}

}  // namespace egiz::detail
