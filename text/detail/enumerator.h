// SPDX-License-Identifier: Apache-2.0
#pragma once

// Numbers and headings that lead a sentence and are no sentence themselves.

#include <string_view>

#include "text/detail/word_book.h"

namespace egiz::detail {

// Is text, from the begin of a segment up to a full stop, only the number of what follows?
// "1", "2.3", "а", "IV", "§ 4", "• 9", "Статья 12", "12-бап", "Рис. 3".
bool is_enumerator(std::string_view text, const WordBook& words);

// Is text a reference to a publication's imprint, which a dash leads on to: "СПб., 1997", "Наука, 2001",
// "С. 12", "250 с."?
bool is_imprint(std::string_view text);

}  // namespace egiz::detail
