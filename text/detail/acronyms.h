// SPDX-License-Identifier: Apache-2.0
#pragma once

// Acronyms and their counterparts in other languages.

#include <optional>
#include <string_view>

#include "text/language.h"

namespace egiz::detail {

// The value that an acronym shares with its counterparts: "un" for "бұұ" in Kazakh, "оон" in Russian.  The forms of
// the other languages count where the language has none such.  A view of constant data.
std::optional<std::string_view> acronym_value(std::string_view key, const Language& language);

}  // namespace egiz::detail
