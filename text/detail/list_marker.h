// SPDX-License-Identifier: Apache-2.0
#pragma once

// Enumerators that open a segment.

#include <optional>
#include <span>
#include <string_view>

#include "text/detail/lexeme.h"
#include "text/detail/number_reader.h"

namespace egiz::detail {

// The enumerator at the beginning of text: "1)", "(2)", "1.", "2.3.", "а)", "IV.".  The value is its number, or its
// letter as the Latin letter that has its place in the alphabet: "в)" is "c".
std::optional<Reading> read_list_marker(std::span<const Lexeme> lexemes, std::string_view text);

}  // namespace egiz::detail
