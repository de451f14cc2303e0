// SPDX-License-Identifier: Apache-2.0
#pragma once

// What XLIFF has no place for: names and values that our reader knows.

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "text/unit.h"

namespace egiz::exchange {

// Origin, dates, people, position and properties of a unit, but for the property "state", which has a place of its own.
// tags: those of source and target, where other codes are written for them; else empty.
std::vector<std::pair<std::string, std::string>> xliff_metadata(const TranslationUnit& unit, const std::string& tags);

// Puts them back.
// REQUIRES: unit has two variants
void apply_xliff_metadata(TranslationUnit& unit, std::span<const std::pair<std::string, std::string>> metadata);

}  // namespace egiz::exchange
