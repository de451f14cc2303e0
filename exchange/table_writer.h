// SPDX-License-Identifier: Apache-2.0
#pragma once

// Tables of texts and numbers, out: TSV, CSV and XLSX.

#include <filesystem>
#include <iosfwd>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace egiz {

enum class TableFormat { tsv, csv, xlsx };

// The format a file name asks for (".tsv", ".csv", ".xlsx", before a ".gz"); nullopt when it asks for none of them.
std::optional<TableFormat> table_format_of(const std::filesystem::path& file);

// A text, valid during the call, or a number.  A spreadsheet keeps a text that begins with "=" as a text.
using TableCell = std::variant<std::string_view, double>;

struct TableWriteOptions {
  bool overwrite = false;
  std::string sheet = "egiz";  // of XLSX: the name at the bottom, at most 28 characters, none of []:*?/\ in it
};

// Writes rows one after another; the first is the heading.  TSV escapes tabs, line ends and backslashes, CSV quotes as
// RFC 4180 does, with commas.  XLSX has a sheet for each 1,048,575 rows, and a text of more than 32,767 characters,
// which no cell holds, ends in "…" there.
class TableWriter {
 public:
  static constexpr std::size_t kMaxXlsxText = 32767;  // UTF-16 units

  virtual ~TableWriter() = default;

  // Throws Error{io} when it cannot be written.
  // REQUIRES: texts are valid UTF-8
  virtual void row(std::span<const TableCell> cells) = 0;

  // Ends the table and puts a file in place.  Throws Error{io}.
  virtual void finish() = 0;
};

// A file that appears whole when the writer finishes, or not at all; a name that ends in .gz is packed.  Throws
// Error{exists} when it is there and options.overwrite is false, Error{not_found} when its folder is not,
// Error{io} when it cannot be written.
std::unique_ptr<TableWriter> open_table_writer(const std::filesystem::path& file, TableFormat format,
                                               const TableWriteOptions& options = {});

// The same to a stream, which must outlive the writer.  XLSX is written to it as a whole by finish().
std::unique_ptr<TableWriter> open_table_writer(std::ostream& stream, TableFormat format,
                                               const TableWriteOptions& options = {});

}  // namespace egiz
