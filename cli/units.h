// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the commands that look after a memory share: naming units, and showing them.

#include <iosfwd>
#include <optional>
#include <string>
#include <utility>

#include "cli/command.h"

namespace egiz::cli {

// "12" or "#12".  Throws UsageError for anything else.
UnitId parse_unit_id(const std::string& word);

// NAME=VALUE.  Throws UsageError, naming option, without "=" or name.
std::pair<std::string, std::string> parse_assignment(const std::string& word, std::string_view option);

// --origin.  Throws UsageError for what is no origin.
std::optional<Origin::Kind> parse_origin(const Words& words);

// "#12  ru Добрый день!  kk Қайырлы күн!"
void print_unit(UnitId id, const TranslationUnit& unit, std::ostream& out);

}  // namespace egiz::cli
