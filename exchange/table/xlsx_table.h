// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables as workbooks of Excel.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "exchange/table_writer.h"

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace egiz::exchange {

// A workbook with a bold heading that stays in sight.  Rows wait in a file of the temporary folder, so memory does not
// grow with them.  The same rows give the same bytes.
class XlsxTable : public TableWriter {
 public:
  XlsxTable(std::ostream& out, std::string sheet);
  ~XlsxTable() override;
  XlsxTable(const XlsxTable&) = delete;
  XlsxTable& operator=(const XlsxTable&) = delete;

  void row(std::span<const TableCell> cells) override;
  void finish() override;

 private:
  // A file in the temporary folder, taken away in the end.
  class TemporaryFile {
   public:
    TemporaryFile();  // Throws Error{io}
    ~TemporaryFile();
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return path_; }

   private:
    std::filesystem::path path_;
  };

  void start_sheet();
  void write_row(std::span<const TableCell> cells, lxw_format* format);
  void set_widths();
  void copy_to_stream();

  std::ostream& out_;
  std::string sheet_name_;
  TemporaryFile file_;  // libxlsxwriter writes to names only
  lxw_workbook* book_ = nullptr;
  lxw_worksheet* sheet_ = nullptr;
  lxw_format* heading_format_ = nullptr;
  lxw_format* cell_format_ = nullptr;
  std::vector<std::string> heading_;
  std::vector<std::size_t> widths_;  // characters
  std::size_t sheets_ = 0;
  std::uint32_t next_row_ = 0;
};

// text as a cell of XLSX holds it: at most kMaxXlsxText units of UTF-16, and "_x0041_", which Excel reads as a letter,
// with its first mark escaped.
std::string xlsx_text(std::string_view text);

// Units of UTF-16 in text.
std::size_t utf16_length(std::string_view text);

}  // namespace egiz::exchange
