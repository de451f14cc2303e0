// SPDX-License-Identifier: Apache-2.0
#pragma once

// What a unit must be to enter a memory, and how two that say the same become one.

#include "text/unit.h"

namespace egiz::detail {

// Throws Error{invalid_argument}, naming the fault: fewer than two variants, one without text, two of one
// language, text that is not UTF-8, codes out of order or outside their text, a confidence outside 0 to 1.
void check_unit(const TranslationUnit& unit);

// stored, with what arrived adds to it: properties, notes, missing context, missing names; the earlier
// creation, the later change, the more trusted origin.
// REQUIRES: says_the_same(stored, arrived)
TranslationUnit join_units(const TranslationUnit& stored, const TranslationUnit& arrived);

}  // namespace egiz::detail
