// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words around numbers: months, years, magnitudes, currencies, the endings of ordinals.

#include <optional>
#include <string_view>

#include "text/language.h"

namespace egiz::detail {

// Keys are match keys.  The language says in whose words a key is looked for; other than ru, kk, en has none.

// 1 to 12 for the name of a month in any case, or its abbreviation.
std::optional<int> month_of(std::string_view key, const Language& language);

// "года", "жылғы": behind (kk: also before) a date.
bool is_year_word(std::string_view key, const Language& language);

// "века", "ғасырда", "в.": behind a Roman number.
bool is_century_word(std::string_view key);

// "айында": behind the name of a month.
bool is_month_word(std::string_view key, const Language& language);

// The power of ten of "thousand", "млн", "миллиардтан".
std::optional<int> magnitude_of(std::string_view key, const Language& language);

// "%" or an ISO 4217 code for the word for per cent or for a currency, behind a number, or for two words
// with a blank ("per cent"); empty for others.
std::string_view unit_of(std::string_view key, const Language& language);

// The same for a symbol, anywhere.
std::string_view unit_of(char32_t symbol);

// An ending written behind a number or an acronym: "21-ші", "5-го", "БҰҰ-ның", "21st".
bool is_ending(std::string_view key, const Language& language);

}  // namespace egiz::detail
