// SPDX-License-Identifier: Apache-2.0
#pragma once

// The translation of a text that differs from a stored one in its numbers only (docs/matching.md).

#include <optional>
#include <string>
#include <string_view>

#include "text/unit.h"

namespace egiz::detail {

// target with the numbers, dates and times of query in place of those of source, in the form that target gives them.
// query is in the language of source.  nullopt when query and source differ in anything else, when it is not certain
// which number of target is which, or when a word of target depends on the number.
std::optional<std::string> adjusted_target(std::string_view query, const Variant& source, const Variant& target);

}  // namespace egiz::detail
