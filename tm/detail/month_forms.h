// SPDX-License-Identifier: Apache-2.0
#pragma once

// Names of months in their cases: "наурыздағы" to "сәуірдегі", "марта" to "апреля".

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "text/language.h"

namespace egiz::detail {

// The cases in which word names month (1 to 12), as bits that mean the same for every month of a language; 0 when it
// does not, or in no form known here (abbreviations, capitals).
std::uint32_t month_cases(std::string_view word, int month, const Language& language);

// The name of month in the lowest of cases.
// REQUIRES: cases came from month_cases for that language
std::string month_form(int month, std::uint32_t cases, const Language& language);

}  // namespace egiz::detail
