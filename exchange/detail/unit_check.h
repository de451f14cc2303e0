// SPDX-License-Identifier: Apache-2.0
#pragma once

// Whether a unit that was read can be used.

#include <string>

#include "exchange/unit_reader.h"
#include "text/unit.h"

namespace egiz::exchange {

// Whether options ask for language.
bool is_wanted(const Language& language, const UnitReadOptions& options);

// Removes the variants that are blank or not wanted.  Gives the reason why the unit cannot be used: fewer than two
// variants are left, or a language stands twice; empty when it can.
std::string check_unit(TranslationUnit& unit, const UnitReadOptions& options);

}  // namespace egiz::exchange
