// SPDX-License-Identifier: Apache-2.0
#include "exchange/table_writer.h"

#include "exchange/detail/packed_file.h"
#include "exchange/table/text_table.h"
#include "exchange/table/xlsx_table.h"

namespace egiz {
namespace exchange {
namespace {

class FileTable : public TableWriter {
 public:
  FileTable(const std::filesystem::path& file, TableFormat format, const TableWriteOptions& options)
      : file_(file, options.overwrite), table_(open_table_writer(file_.stream(), format, options)) {}

  void row(std::span<const TableCell> cells) override { table_->row(cells); }

  void finish() override {
    table_->finish();
    file_.commit();
  }

 private:
  PackedFile file_;
  std::unique_ptr<TableWriter> table_;  // after the file: it writes to it
};

}  // namespace
}  // namespace exchange

std::optional<TableFormat> table_format_of(const std::filesystem::path& file) {
  const std::string name = exchange::unpacked_name(file);
  if (name.ends_with(".tsv") || name.ends_with(".tab")) return TableFormat::tsv;
  if (name.ends_with(".csv")) return TableFormat::csv;
  if (name.ends_with(".xlsx")) return TableFormat::xlsx;
  return std::nullopt;
}

std::unique_ptr<TableWriter> open_table_writer(const std::filesystem::path& file, TableFormat format,
                                               const TableWriteOptions& options) {
  return std::make_unique<exchange::FileTable>(file, format, options);
}

std::unique_ptr<TableWriter> open_table_writer(std::ostream& stream, TableFormat format,
                                               const TableWriteOptions& options) {
  switch (format) {
    case TableFormat::tsv:
      return std::make_unique<exchange::TsvTable>(stream);
    case TableFormat::csv:
      return std::make_unique<exchange::CsvTable>(stream);
    case TableFormat::xlsx:
      break;
  }
  return std::make_unique<exchange::XlsxTable>(stream, options.sheet);
}

}  // namespace egiz
