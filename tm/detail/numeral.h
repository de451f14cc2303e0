// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numeral: a number, date or time as it stands in a text, in a form that another value can take.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/tokens.h"

namespace egiz::detail {

class Numeral {
 public:
  // True for the tokens that are numerals: numbers, dates, times, and markers of lists that are numbers.
  static bool is_one(const Token& token);

  // REQUIRES: is_one(token), token is of tokenize(text, language)
  Numeral(std::string_view text, const Token& token, const Language& language);

  const Token& token() const { return token_; }
  bool has_value_of(const Numeral& other) const {
    return token_.kind == other.token_.kind && token_.value == other.token_.value;
  }

  // The value without its magnitude: "2.5" for "2,5 миллиона".
  const std::string& mantissa() const { return mantissa_; }

  // What is written behind the digits of a number: "-ге", " млн", "th".
  std::string_view behind() const { return behind_; }

  // The number as digits without noughts in front, when it is a whole one without magnitude.
  std::optional<std::string> whole_number() const;

  // True when the two, in one language, differ in nothing but their values: magnitude, case, ordinal.
  bool is_of_form(const Numeral& other) const;

  // The value of other in the form of this: "2014 жылғы 11 наурыздағы" with the value of "12 апреля 2015 года" is
  // "2015 жылғы 12 сәуірдегі".  nullopt when there is no such form.
  std::optional<std::string> with_value_of(const Numeral& other) const;

 private:
  // A run of digits, of letters, or of what is between them.
  struct Piece {
    enum class Kind { digits, letters, other };
    Kind kind = Kind::other;
    std::string_view text;
  };
  static std::vector<Piece> pieces_of(std::string_view text);

  std::uint32_t month_cases_of(std::string_view word) const;
  bool is_date_of_form(const Numeral& other) const;
  bool is_number_of_form(const Numeral& other) const;
  std::optional<std::string> date_with(const Numeral& other) const;
  std::optional<std::string> number_with(const Numeral& other) const;
  std::optional<std::string> ending_for(const Numeral& other) const;

  Token token_;
  Language language_;
  std::string_view spelled_;
  std::string_view digits_;  // with the signs between them; empty for dates and Roman numbers
  std::string_view behind_;
  std::string mantissa_;
  bool is_roman_ = false;
};

}  // namespace egiz::detail
