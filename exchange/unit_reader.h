// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files of translation units, in: TMX, TSV, JSONL.

#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "exchange/report.h"
#include "text/unit.h"

namespace egiz {

// Takes a unit; return false to stop reading.
using UnitSink = std::function<bool(TranslationUnit&&)>;

struct UnitReadOptions {
  std::vector<Language> languages;  // only these; empty is all.  TSV without a header row needs them
};

// Reads a file of units by its content, then its extension, and gives each to sink as it is read: memory does not grow
// with the file.  A unit that cannot be used is skipped and reported.  Throws Error{not_found}, Error{io};
// Error{parse} with file:line:column when the file breaks its format; Error{unsupported}.
ReadReport read_units(const std::filesystem::path& file, const UnitSink& sink, const UnitReadOptions& options = {});

}  // namespace egiz
