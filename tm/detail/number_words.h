// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers in words: "екі", "двадцать пять", "third".

#include <cstdint>
#include <set>
#include <span>

#include "text/language.h"
#include "text/tokens.h"

namespace egiz::detail {

// What the number words among tokens may stand for: each alone, and words in a row together ("жиырма бес" is 20, 5 and
// 25).  Ordinals and inflected forms count.  Generous: made to excuse a number, not to find one.
std::set<std::int64_t> number_words(std::span<const Token> tokens, const Language& language);

// The months named among tokens, 1 to 12; generous as well.
std::set<std::int64_t> month_words(std::span<const Token> tokens, const Language& language);

}  // namespace egiz::detail
