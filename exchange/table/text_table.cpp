// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/text_table.h"

#include "exchange/detail/written.h"
#include "exchange/table/tsv.h"

namespace egiz::exchange {
namespace {

void append_csv_cell(std::string& line, std::string_view text) {
  const bool has_edge_blank = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  if (text.find_first_of(",\"\r\n\t;") == std::string_view::npos && !has_edge_blank) {
    line += text;
    return;
  }
  line += '"';
  for (const char c : text) line.append(c == '"' ? 2 : 1, c);
  line += '"';
}

void append_tsv(std::string& line, const TableCell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return append_tsv_cell(line, *text);
  line += shortest(std::get<double>(cell));
}

void append_csv(std::string& line, const TableCell& cell) {
  if (const auto* text = std::get_if<std::string_view>(&cell)) return append_csv_cell(line, *text);
  line += shortest(std::get<double>(cell));
}

void write_line(std::ostream& out, const std::string& line) {
  out.write(line.data(), static_cast<std::streamsize>(line.size()));
  check_written(out);
}

void finish_text(std::ostream& out) {
  out.flush();
  check_written(out);
}

}  // namespace

void TsvTable::row(std::span<const TableCell> cells) {
  line_.clear();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line_ += '\t';
    append_tsv(line_, cells[i]);
  }
  write_line(out_, line_ += '\n');
}

void TsvTable::finish() { finish_text(out_); }

void CsvTable::row(std::span<const TableCell> cells) {
  line_.clear();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line_ += ',';
    append_csv(line_, cells[i]);
  }
  write_line(out_, line_ += "\r\n");
}

void CsvTable::finish() { finish_text(out_); }

}  // namespace egiz::exchange
