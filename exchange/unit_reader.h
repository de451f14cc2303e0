// SPDX-License-Identifier: Apache-2.0
#pragma once

// Files of translation units, in: TMX, XLIFF, PO, TSV, CSV, JSONL, XLSX.

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

#include "exchange/document_limits.h"
#include "exchange/report.h"
#include "text/unit.h"

namespace egiz {

// Takes a unit; return false to stop reading.
using UnitSink = std::function<bool(TranslationUnit&&)>;

struct UnitReadOptions {
  std::vector<Language> languages;  // only these; empty is all.  A table without a heading needs them, or columns
  // Tables: what the columns are, in their order, when there is no heading that says so: languages, "note", "document",
  // "id", "origin", "confidence", names of properties, "-" for a column that is passed over.  Or what a heading means,
  // as in "Source=ru": then all have "=" in them.
  std::vector<std::string> columns;
  DocumentLimits limits;  // of XLSX
  bool partial = false;  // a file that breaks its format delivers what stands before the break, with a finding
};

// Reads a file of units by its content, then its extension, and gives each to sink as it is read: memory does not grow
// with the file, but for XLSX (docs/unit-formats.md).  A unit that cannot be used is skipped and reported.  Throws
// Error{not_found}, Error{io}; Error{parse} with file:line:column when the file breaks its format, at once or after
// units were delivered: a caller that wants all or nothing undoes them, or says options.partial.  Error{unsupported}
// for a format that is not read.
ReadReport read_units(const std::filesystem::path& file, const UnitSink& sink, const UnitReadOptions& options = {});

// The same for bytes in memory; name is for messages and for the extension.
ReadReport read_units(std::string_view bytes, std::string_view name, const UnitSink& sink,
                      const UnitReadOptions& options = {});

// Whether a file is one of units, as read_units reads, and no document to align: told by its content, TSV and CSV by
// their ending.  A pipe, which can be read but once, is none.  Throws Error{not_found}, Error{io}.
bool is_unit_file(const std::filesystem::path& file);

}  // namespace egiz
