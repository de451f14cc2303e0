// SPDX-License-Identifier: Apache-2.0
#pragma once

// Which variants of a unit are written.

#include <span>
#include <vector>

#include "text/unit.h"

namespace egiz::exchange {

// The variants that one of languages covers, in the order of languages; all, in the unit's order, when languages is
// empty.  Fewer than two: the unit is left out.
std::vector<const Variant*> select_variants(const TranslationUnit& unit, std::span<const Language> languages);

}  // namespace egiz::exchange
