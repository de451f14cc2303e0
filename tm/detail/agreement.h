// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether the words around a number would have to change with its value.

#include <string_view>

#include "text/language.h"
#include "tm/detail/numeral.h"

namespace egiz::detail {

// True when another value can take the place of numeral in text and no word beside it must change its form: the plural
// of what is counted (5 дней, 21 день; 1 day, 5 days), "во 2", "an 8".  Cautious: false where it does not know.
// Nouns behind a Kazakh number do not change.
bool agrees_with_value(std::string_view text, const Numeral& numeral, const Numeral& value, const Language& language);

}  // namespace egiz::detail
