// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/tsv.h"

#include <utility>
#include <vector>

#include "exchange/detail/line_reader.h"
#include "exchange/table/row_reader.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

constexpr std::string_view kLetters = "tnr\\";
constexpr std::string_view kMeanings = "\t\n\r\\";

// The cells of a row, into cells, whose strings are used again.
void split_row(std::string_view row, std::vector<std::string>& cells) {
  std::size_t count = 0;
  while (true) {
    const std::size_t tab = row.find('\t');
    if (count == cells.size()) cells.emplace_back();
    const std::string_view cell = row.substr(0, tab);
    if (cell.find('\\') == std::string_view::npos) {
      cells[count] = cell;
    } else {
      cells[count] = tsv_cell_text(cell);
    }
    ++count;
    if (tab == std::string_view::npos) break;
    row.remove_prefix(tab + 1);
  }
  cells.resize(count);
}

}  // namespace

void append_tsv_cell(std::string& out, std::string_view text) {
  for (const char c : text) {
    const std::size_t special = kMeanings.find(c);
    if (special == std::string_view::npos) {
      out += c;
    } else {
      out += '\\';
      out += kLetters[special];
    }
  }
}

std::string tsv_cell_text(std::string_view cell) {
  std::string text;
  text.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const std::size_t letter =
        cell[i] == '\\' && i + 1 < cell.size() ? kLetters.find(cell[i + 1]) : std::string_view::npos;
    if (letter == std::string_view::npos) {
      text += cell[i];
    } else {
      text += kMeanings[letter];
      ++i;
    }
  }
  return text;
}

ReadReport read_tsv(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                    const UnitReadOptions& options) {
  LineReader lines(std::move(source), name);
  RowReader rows(sink, options);
  std::vector<std::string> cells;
  while (const auto line = lines.next()) {
    if (line->empty()) continue;
    if (!is_valid_utf8(*line)) {
      rows.reporter().skipped(lines.place(), "not UTF-8; skipped");
      continue;
    }
    split_row(*line, cells);
    if (!rows.take(cells, lines.place())) break;
  }
  return rows.reporter().take();
}

}  // namespace egiz::exchange
