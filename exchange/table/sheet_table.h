// SPDX-License-Identifier: Apache-2.0
#pragma once

// Rows of a spreadsheet, which may have anything around its table, to units.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "exchange/table/row_reader.h"

namespace egiz::exchange {

// Finds the columns of one sheet and hands its rows on.  The columns are those of a heading with languages among the
// first kHeadingRows rows; without one, those whose text is in different languages of ru, kk and en; without such, the
// languages of options in their order.  Columns beyond the heading, and rows above it, are left out.
class SheetTable {
 public:
  // place is the sheet's, "a.xlsx/Sheet1".  All must outlive the table.
  SheetTable(RowReader& rows, const UnitReadOptions& options, std::string place)
      : rows_(rows), options_(options), place_(std::move(place)) {}

  // The next row, without empty cells at its end; number counts from 1 as the program shows it.  False when the sink
  // has enough.
  bool take(std::size_t number, std::vector<std::string>& cells);

  // Behind the last row.  False when the sink has enough.  A sheet with rows and no table is told in a finding.
  bool finish() { return is_decided_ || decide(); }

  // Whether columns in two languages were found.
  bool is_table() const { return is_table_; }

 private:
  static constexpr std::size_t kHeadingRows = 20;
  static constexpr std::size_t kSampleRows = 200;  // that are looked at when there is no heading

  struct Row {
    std::size_t number = 0;
    std::vector<std::string> cells;
  };

  bool decide();
  std::optional<std::size_t> use_heading();
  bool use_found();
  std::optional<Language> language_of_column(std::size_t column) const;
  bool deliver(Row& row);
  std::string place_of(const Row& row) const { return place_ + ":" + std::to_string(row.number); }

  RowReader& rows_;
  const UnitReadOptions& options_;
  std::string place_;
  std::vector<Row> waiting_;  // until the columns are known
  std::size_t width_ = 0;     // columns, once known
  bool is_table_ = false;
  bool is_decided_ = false;
  bool has_told_of_more_ = false;
};

}  // namespace egiz::exchange
