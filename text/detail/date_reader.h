// SPDX-License-Identifier: Apache-2.0
#pragma once

// Dates and times as ru, kk and en write them.

#include <cstddef>
#include <optional>
#include <span>

#include "text/detail/lexeme.h"
#include "text/detail/number_reader.h"

namespace egiz::detail {

// The date that begins at lexemes[begin]: "11.03.2014", "2014-03-11", "2014 жылғы 11 наурыз", "11 марта 2014 года",
// "March 11, 2014", "11th of March", "март 2014 г.", "тамыздың 10-ы".  In "03/11/2014" English has the month first,
// others the day. The value is ISO 8601, "--03-11" when there is no year.
std::optional<Reading> read_date(std::span<const Lexeme> lexemes, std::size_t begin, const Language& language);

// The time of day that begins at lexemes[begin]: "14:30", "14:30:05", "2:30 p.m.", "2pm", "7.55am".
std::optional<Reading> read_time(std::span<const Lexeme> lexemes, std::size_t begin, const Language& language);

}  // namespace egiz::detail
