// SPDX-License-Identifier: Apache-2.0
#pragma once

// Units as tables: TSV, CSV, XLSX, and Moses.

#include <deque>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "exchange/table_writer.h"
#include "exchange/unit_writer.h"

namespace egiz::exchange {

// A heading of language tags and of options.columns, then a row a unit.
class UnitTableWriter : public UnitWriter {
 public:
  // Throws Error{invalid_argument} when options name fewer than two languages.
  UnitTableWriter(std::unique_ptr<TableWriter> table, TableFormat format, const UnitWriteOptions& options);

  void write(const TranslationUnit& unit) override;
  void finish() override { table_->finish(); }
  LeftOut left_out() const override { return left_out_; }

 private:
  void add_columns(const TranslationUnit& unit);
  void add_joined(const Properties& properties, const std::string& name);

  std::unique_ptr<TableWriter> table_;
  std::vector<Language> languages_;
  std::vector<std::string> columns_;
  std::size_t max_text_;  // UTF-16 units of a text
  std::vector<TableCell> row_;
  std::deque<std::string> texts_;  // of this row, where the unit has none to point to
  LeftOut left_out_;
};

// A stream a language, a line a unit; line ends and tabs in the text become spaces.
class MosesWriter : public UnitWriter {
 public:
  // outs: one stream for each language of options.  Throws as UnitTableWriter.
  MosesWriter(std::vector<std::ostream*> outs, const UnitWriteOptions& options);

  void write(const TranslationUnit& unit) override;
  void finish() override;
  LeftOut left_out() const override { return left_out_; }

 private:
  std::vector<std::ostream*> outs_;
  std::vector<Language> languages_;
  LeftOut left_out_;
};

}  // namespace egiz::exchange
