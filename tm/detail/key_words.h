// SPDX-License-Identifier: Apache-2.0
#pragma once

// Words of texts and of match keys, as concordance and the comparison of texts count them.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "text/document.h"

namespace egiz::detail {

// Letters, digits and marks of any script; everything that is not white space, punctuation or a symbol.
bool is_word_character(char32_t c);

// Characters that are not seen and do not end a word: the soft hyphen, zero-width joiners.
bool is_invisible(char32_t c);

// Small letter of a Latin, Greek or Cyrillic capital; other characters as they are.
char32_t to_small(char32_t c);

// The words of text as byte ranges, in order.
// REQUIRES: text is valid UTF-8
std::vector<ByteRange> word_ranges(std::string_view text);

}  // namespace egiz::detail
