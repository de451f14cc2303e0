// SPDX-License-Identifier: Apache-2.0
#pragma once

// What the commands that look after a memory share: naming units, and showing them.

#include <iosfwd>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"

namespace egiz::cli {

// "12" or "#12".  Throws UsageError for anything else.
UnitId parse_unit_id(const std::string& word);

// NAME=VALUE.  Throws UsageError, naming option, without "=" or name.
std::pair<std::string, std::string> parse_assignment(const std::string& word, std::string_view option);

// The kind of that name.  Throws UsageError for what is no origin.
Origin::Kind parse_origin(const std::string& name);

// The options that say which units are wanted, behind those of a command that are its own.
std::vector<Option> with_filter_options(std::vector<Option> options);

// What those options ask.  Throws UsageError.
UnitFilter parse_filter(const Words& words);

// text with [brackets] around the ranges, which ascend.
std::string with_brackets(std::string text, std::span<const ByteRange> ranges);

// Tells what was imported from a file.  True when no unit was skipped.
bool print_import(const std::string& file, const ImportResult& result, Io& io);

// "#12  ru Добрый день!  kk Қайырлы күн!"
void print_unit(UnitId id, const TranslationUnit& unit, std::ostream& out);

}  // namespace egiz::cli
