// SPDX-License-Identifier: Apache-2.0
#include "text/detail/date_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/detail/token_words.h"

namespace egiz::detail {
namespace {

struct Date {
  std::optional<int> year;
  int month = 0;
  std::optional<int> day;
};

std::string two_digits(int number) {
  std::string digits = std::to_string(number);
  if (digits.size() < 2) digits.insert(digits.begin(), '0');
  return digits;
}

std::string iso(const Date& date) {
  std::string text = date.year ? std::to_string(*date.year) : "-";
  text += '-';
  text += two_digits(date.month);
  if (!date.day) return text;
  text += '-';
  text += two_digits(*date.day);
  return text;
}

// Reads lexemes from left to right; every read_* moves on when it finds what it looks for, and only then.
class Reader {
 public:
  Reader(std::span<const Lexeme> lexemes, std::size_t begin, const Language& language)
      : lexemes_(lexemes), language_(&language), at_(begin) {}

  std::size_t at() const { return at_; }

  std::optional<int> read_digits(std::size_t fewest, std::size_t most, int low, int high) {
    if (!is(Lexeme::Kind::digits)) return std::nullopt;
    const std::string& key = lexemes_[at_].key;
    if (key.size() < fewest || key.size() > most) return std::nullopt;
    const int number = std::stoi(key);
    if (number < low || number > high) return std::nullopt;
    ++at_;
    return number;
  }

  std::optional<int> read_year() { return read_digits(4, 4, 1000, 2199); }

  // A day of the month with the ending of an ordinal, if it has one.
  std::optional<int> read_day() {
    const auto day = read_digits(1, 2, 1, 31);
    if (day) at_ = skip_ending(lexemes_, at_, *language_);
    return day;
  }

  // may, march and mar are months only in capitals.
  std::optional<int> read_month() {
    if (!is(Lexeme::Kind::word)) return std::nullopt;
    if (language_->primary() == "en" && !lexemes_[at_].is_capitalized) return std::nullopt;
    const auto month = month_of(lexemes_[at_].key, *language_);
    if (!month) return std::nullopt;
    ++at_;
    read_full_stop();
    read_if(is(Lexeme::Kind::word) && is_month_word(lexemes_[at_].key, *language_));
    return month;
  }

  bool read_year_word() {
    const bool is_word = is(Lexeme::Kind::word) && is_year_word(lexemes_[at_].key, *language_);
    const bool is_short = is_word && lexemes_[at_].range.size() <= 2;
    read_if(is_word);
    if (is_short) read_full_stop();
    return is_word;
  }

  bool read_word(std::string_view key) { return read_if(is(Lexeme::Kind::word) && lexemes_[at_].key == key); }

  bool read_symbol(char32_t symbol) { return read_if(is(Lexeme::Kind::symbol) && lexemes_[at_].symbol == symbol); }

  bool read_joined_symbol(char32_t symbol) { return is_joined() && read_symbol(symbol); }

  // Among the next three lexemes: the cheap sign that a word may begin a date.
  bool has_digits_near() const {
    const auto ahead = lexemes_.subspan(at_, std::min<std::size_t>(4, lexemes_.size() - at_));
    return std::any_of(ahead.begin(), ahead.end(), [](const Lexeme& l) { return l.kind == Lexeme::Kind::digits; });
  }

  bool is_kazakh_genitive() const {
    if (language_->primary() != "kk") return false;
    const std::string_view key = lexemes_[at_].key;
    for (const std::string_view ending : {"ның", "нің", "дың", "дің", "тың", "тің"}) {
      if (key.size() > ending.size() && key.substr(key.size() - ending.size()) == ending) return true;
    }
    return false;
  }

  bool is_joined() const { return at_ < lexemes_.size() && lexemes_[at_].gap == Lexeme::Gap::none; }

 private:
  bool is(Lexeme::Kind kind) const { return at_ < lexemes_.size() && lexemes_[at_].kind == kind; }

  bool read_if(bool is_there) {
    if (is_there) ++at_;
    return is_there;
  }

  // The full stop of an abbreviation, when text goes on behind it.
  void read_full_stop() {
    if (at_ + 1 < lexemes_.size()) read_joined_symbol(U'.');
  }

  std::span<const Lexeme> lexemes_;
  const Language* language_;
  std::size_t at_;
};

std::optional<Reading> as_reading(const Date& date, const Reader& reader) { return Reading{iso(date), reader.at()}; }

// 11.03.2014 and 2014-03-11, the same sign twice.
std::optional<Reading> read_numeric(Reader reader, const Language& language) {
  const Reader start = reader;
  for (const char32_t sign : {U'.', U'-', U'/'}) {
    reader = start;
    const auto joined = [&reader, sign] { return reader.read_joined_symbol(sign) && reader.is_joined(); };
    if (const auto year = reader.read_year(); year && joined()) {
      const auto month = reader.read_digits(2, 2, 1, 12);
      const bool goes_on = month && joined();
      const auto day = goes_on ? reader.read_digits(2, 2, 1, 31) : std::nullopt;
      if (day && !reader.read_joined_symbol(sign)) return as_reading({year, *month, day}, reader);
    }
    reader = start;
    auto first = reader.read_digits(1, 2, 1, 31);
    auto second = first && joined() ? reader.read_digits(1, 2, 1, 31) : std::nullopt;
    const auto year = second && joined() ? reader.read_year() : std::nullopt;
    if (!year) continue;
    const bool month_first = (sign == U'/' && language.primary() == "en" && *first <= 12) || *second > 12;
    if (month_first) std::swap(first, second);
    if (*second > 12) continue;
    Reader after = reader;
    if (!after.read_year_word()) after = reader;
    return as_reading({year, *second, first}, after);
  }
  return std::nullopt;
}

// 2014 жылғы 11 наурыз, 2014 жылғы наурыз
std::optional<Reading> read_year_first(Reader reader, const Language& language) {
  if (language.primary() != "kk") return std::nullopt;
  const auto year = reader.read_year();
  if (!year) return std::nullopt;
  const bool has_word = reader.read_year_word();
  const auto day = reader.read_day();
  if (day) reader.read_joined_symbol(U'-');
  if (!day && !has_word) return std::nullopt;
  const auto month = reader.read_month();
  if (!month) return std::nullopt;
  return as_reading({year, *month, day}, reader);
}

// The year behind a month, with its word.
std::optional<int> read_year_behind(Reader& reader) {
  Reader ahead = reader;
  ahead.read_joined_symbol(U',');
  const auto year = ahead.read_year();
  if (!year) return std::nullopt;
  reader = ahead;
  reader.read_year_word();
  return year;
}

// 11 марта 2014 года, 11-наурыз, 11th of March 2014
std::optional<Reading> read_day_first(Reader reader) {
  const auto day = reader.read_day();
  if (!day) return std::nullopt;
  reader.read_joined_symbol(U'-');
  reader.read_word("of");
  const auto month = reader.read_month();
  if (!month) return std::nullopt;
  const auto year = read_year_behind(reader);
  return as_reading({year, *month, day}, reader);
}

// March 11, 2014; March 2014; март 2014 года
std::optional<Reading> read_month_first(Reader reader, const Language& language) {
  if (!reader.has_digits_near()) return std::nullopt;
  const bool is_genitive = reader.is_kazakh_genitive();
  const auto month = reader.read_month();
  if (!month) return std::nullopt;
  if (language.primary() == "en") {
    Reader ahead = reader;
    if (const auto day = ahead.read_day()) {
      const auto year = read_year_behind(ahead);
      return as_reading({year, *month, day}, ahead);
    }
  }
  if (const auto year = read_year_behind(reader)) return as_reading({year, *month, std::nullopt}, reader);
  // тамыздың 10-нан
  if (!is_genitive) return std::nullopt;
  const auto day = reader.read_day();
  return day ? as_reading({std::nullopt, *month, day}, reader) : std::nullopt;
}

// am: 0, pm: 12
std::optional<int> read_half_of_day(Reader& reader) {
  Reader ahead = reader;
  std::optional<int> hours;
  if (ahead.read_word("am")) hours = 0;
  if (!hours && ahead.read_word("pm")) hours = 12;
  for (const auto& [letter, added] : {std::pair("a", 0), std::pair("p", 12)}) {
    if (hours) break;
    if (ahead.read_word(letter) && ahead.read_joined_symbol(U'.') && ahead.read_word("m")) {
      ahead.read_joined_symbol(U'.');
      hours = added;
      break;
    }
    ahead = reader;
  }
  if (hours) reader = ahead;
  return hours;
}

}  // namespace

std::optional<Reading> read_date(std::span<const Lexeme> lexemes, std::size_t begin, const Language& language) {
  const Reader reader(lexemes, begin, language);
  if (lexemes[begin].kind == Lexeme::Kind::word) return read_month_first(reader, language);
  if (lexemes[begin].kind != Lexeme::Kind::digits) return std::nullopt;
  if (auto reading = read_numeric(reader, language)) return reading;
  if (auto reading = read_year_first(reader, language)) return reading;
  return read_day_first(reader);
}

std::optional<Reading> read_time(std::span<const Lexeme> lexemes, std::size_t begin, const Language& language) {
  Reader reader(lexemes, begin, language);
  const auto hours = reader.read_digits(1, 2, 0, 24);
  if (!hours) return std::nullopt;
  const bool is_english = language.primary() == "en";
  std::optional<int> minutes;
  bool needs_half = true;  // 2pm, 7.55am
  for (const char32_t sign : {U':', U'.'}) {
    Reader ahead = reader;
    if (!ahead.read_joined_symbol(sign) || !ahead.is_joined()) continue;
    minutes = ahead.read_digits(2, 2, 0, 59);
    if (!minutes) return std::nullopt;
    reader = ahead;
    needs_half = sign == U'.';
    if (!needs_half && ahead.read_joined_symbol(U':') && ahead.is_joined() && ahead.read_digits(2, 2, 0, 59)) {
      reader = ahead;
    }
    break;
  }
  const auto half = is_english && *hours <= 12 ? read_half_of_day(reader) : std::nullopt;
  if (needs_half && !half) return std::nullopt;
  const int hour = half ? *hours % 12 + *half : *hours;
  std::string value = two_digits(hour);
  value += ':';
  value += two_digits(minutes.value_or(0));
  return Reading{std::move(value), reader.at()};
}

}  // namespace egiz::detail
