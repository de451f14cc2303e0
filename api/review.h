// SPDX-License-Identifier: Apache-2.0
#pragma once

// Review: the units an aligner was not sure of go out as a table, and come back corrected.

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/progress.h"
#include "exchange/report.h"
#include "text/unit_filter.h"
#include "tm/memory.h"

namespace egiz {

struct ReviewOptions {
  double below = 0.9;               // aligned units whose confidence is less; 0 to 1
  bool with_findings = false;       // and units of any origin in which a check finds something (tm/checks.h)
  std::vector<Language> languages;  // columns, and units that have two of them; empty: all of the memory
  UnitFilter filter;                // only these
  bool overwrite = false;
};

// Writes the doubtful units, ascending by id, as a table (.tsv, .csv or .xlsx by name) with the columns unit,
// confidence, verdict (empty, for the reviewer), the languages, findings, document, fingerprint.  Returns the number
// of rows; a file is written also when there are none.  Throws Error{exists}, Error{io}, Error{unsupported} for
// another ending, Error{cancelled}.
std::size_t write_review(const Memory& memory, const std::filesystem::path& file, const ReviewOptions& options = {},
                         const Progress& progress = {});

struct ReviewReport {
  std::size_t rows = 0;           // that were read
  std::size_t accepted = 0;       // verdict "ok", text as it was: now reviewed
  std::size_t corrected = 0;      // another text: now reviewed
  std::size_t removed = 0;        // verdict "remove"
  std::size_t untouched = 0;      // no verdict, no other text
  std::vector<Finding> findings;  // rows that were left out, and why
};

// Reads such a table back and does what it says, in one transaction.  A row says "ok" (also "ок" in Cyrillic, "+"),
// "remove" ("удалить", "жою", "-") or nothing; capitals do not matter.  An empty cell leaves its text alone.  A row
// whose unit is not there any more, or was changed since the table was written, is left out and told.
// Throws what read_units throws; Error{parse} when the table has no column "unit".
ReviewReport apply_review(Memory& memory, const std::filesystem::path& file, const std::string& reviewer = "",
                          const Progress& progress = {});

}  // namespace egiz
