// SPDX-License-Identifier: Apache-2.0
#pragma once

// Roman numerals.

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace egiz {

// What each sign, or pair of signs, is worth; descending.
inline constexpr std::array<std::pair<int, std::string_view>, 13> kRomanSigns = {{{1000, "M"},
                                                                                  {900, "CM"},
                                                                                  {500, "D"},
                                                                                  {400, "CD"},
                                                                                  {100, "C"},
                                                                                  {90, "XC"},
                                                                                  {50, "L"},
                                                                                  {40, "XL"},
                                                                                  {10, "X"},
                                                                                  {9, "IX"},
                                                                                  {5, "V"},
                                                                                  {4, "IV"},
                                                                                  {1, "I"}}};

// The shortest form of a number, in Latin capitals; empty when it is not above 0.
std::string roman_numeral(int value);

}  // namespace egiz
