// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables as plain text.

#include <ostream>
#include <string>
#include <string_view>

#include "exchange/table_writer.h"

namespace egiz::exchange {

// Tab-separated values, a line a row.
class TsvTable : public TableWriter {
 public:
  explicit TsvTable(std::ostream& out) : out_(out) {}

  void row(std::span<const TableCell> cells) override;
  void finish() override;

 private:
  std::ostream& out_;
  std::string line_;
};

// Comma-separated values (RFC 4180): lines end in CR LF.
class CsvTable : public TableWriter {
 public:
  explicit CsvTable(std::ostream& out) : out_(out) {}

  void row(std::span<const TableCell> cells) override;
  void finish() override;

 private:
  std::ostream& out_;
  std::string line_;
};

}  // namespace egiz::exchange
