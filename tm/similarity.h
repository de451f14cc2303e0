// SPDX-License-Identifier: Apache-2.0
#pragma once

// How alike two texts are.

#include <cstddef>
#include <string_view>

namespace egiz {

// Levenshtein distance in code points, or limit + 1 when it is more than limit.  Bit-parallel
// (Myers 1999, Hyyro 2003).
std::size_t levenshtein(std::u32string_view a, std::u32string_view b,
                        std::size_t limit = static_cast<std::size_t>(-1) - 1);

// 100 x (1 - d/m) of two match keys; 100 when both are empty.  Symmetric; 100 only for equal keys.
double similarity(std::string_view key_a, std::string_view key_b);

}  // namespace egiz
