// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers in digits as languages write them: 1 234,5 and 1,234.5.

#include <optional>
#include <string>
#include <string_view>

#include "text/language.h"

namespace egiz::detail {

// Digits with the signs between them, taken apart.
struct DecimalForm {
  std::string whole;     // "1234"
  std::string fraction;  // "50"; noughts at the end are kept
  std::string grouping;  // what parts thousands; empty when nothing does
  std::string point;     // what parts whole and fraction; empty when there is none
};

// How many bytes at the beginning of text are digits, or signs and blanks between digits.
std::size_t digits_length(std::string_view text);

// spelled: a number without ending or magnitude, value: what tokenize() makes of it.  nullopt when it is no decimal
// number ("2.3.1", "64/35").
std::optional<DecimalForm> decimal_form(std::string_view spelled, std::string_view value);

// The number in the form of model, which stood in language: what model does not show is as the number itself has it
// (in_language), in the signs of language.
std::string in_form_of(const DecimalForm& number, const Language& in_language, const DecimalForm& model,
                       const Language& language);

}  // namespace egiz::detail
