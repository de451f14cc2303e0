// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of a table to units: what TSV, CSV and XLSX share.

#include <optional>
#include <span>
#include <string>
#include <utility>

#include "exchange/detail/reporter.h"
#include "exchange/table/columns.h"
#include "exchange/unit_reader.h"

namespace egiz::exchange {

// Takes rows one after another; the first says what the columns are.
class RowReader {
 public:
  RowReader(const UnitSink& sink, const UnitReadOptions& options) : sink_(sink), options_(options) {}

  // False when the sink has enough.  place is for findings.  Throws Error{parse} when the first row is no heading and
  // options do not say what the columns are.
  bool take(std::span<const std::string> cells, const std::string& place);

  // The rows that follow have these columns; the first of them is a unit.
  void use(Columns columns) { columns_ = std::move(columns); }

  Reporter& reporter() { return reporter_; }

 private:
  bool set_columns(std::span<const std::string> cells, const std::string& place);

  const UnitSink& sink_;
  const UnitReadOptions& options_;
  std::optional<Columns> columns_;
  Reporter reporter_;
};

}  // namespace egiz::exchange
