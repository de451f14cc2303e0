// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers as ru, kk and en write them.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "text/detail/lexeme.h"

namespace egiz::detail {

// Lexemes that mean something together: their value, and the index behind the last of them.
struct Reading {
  std::string value;
  std::size_t end = 0;
};

// The number that begins with the digits at lexemes[begin]: groups of thousands, decimal point or comma, numbers joined
// by "/", a magnitude behind it ("5 млн"), an ending ("21-ші", "1990-х").  Where a separator may be either (one,
// with three digits behind it) English takes a comma for thousands; others take it for the decimal comma, and a point
// for thousands when the digits end in 00.
// REQUIRES: lexemes[begin] are digits
Reading read_number(std::span<const Lexeme> lexemes, std::size_t begin, const Language& language);

// The index behind an ending that is written at lexemes[at] ("-ші", "st"), or at.
std::size_t skip_ending(std::span<const Lexeme> lexemes, std::size_t at, const Language& language);

// The value of a Roman number in capitals, in Latin or Cyrillic look-alikes ("XXI", "ХХІ"), in shortest form.
// REQUIRES: word is valid UTF-8
std::optional<int> roman_value(std::string_view word);

}  // namespace egiz::detail
