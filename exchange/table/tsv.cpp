// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/tsv.h"

#include <optional>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/detail/line_reader.h"
#include "exchange/detail/reporter.h"
#include "exchange/detail/unit_check.h"
#include "exchange/table/columns.h"
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

Columns first_columns(std::span<const std::string> cells, const UnitReadOptions& options, const std::string& place,
                      bool& is_heading) {
  auto columns = Columns::from_heading(cells, options);
  is_heading = columns.has_value();
  if (columns) return std::move(*columns);
  if (options.languages.size() >= 2 && cells.size() >= options.languages.size()) {
    return Columns::of_languages(options.languages);
  }
  throw Error(ErrorCode::parse, place + ": no heading with languages (\"ru<TAB>kk\"); add one, or name the languages of " +
                                    "the columns in their order");
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
    const std::size_t letter = cell[i] == '\\' && i + 1 < cell.size() ? kLetters.find(cell[i + 1]) : std::string_view::npos;
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
  Reporter reporter;
  std::optional<Columns> columns;
  std::vector<std::string> cells;
  while (const auto line = lines.next()) {
    if (line->empty()) continue;
    if (!is_valid_utf8(*line)) {
      reporter.skipped(lines.place(), "not UTF-8; skipped");
      continue;
    }
    split_row(*line, cells);
    if (!columns) {
      bool is_heading = false;
      columns = first_columns(cells, options, lines.place(), is_heading);
      if (is_heading) continue;
    }
    if (cells.size() > columns->size()) {
      reporter.skipped(lines.place(), "has " + std::to_string(cells.size()) + " columns, " +
                                          std::to_string(columns->size()) + " were expected; skipped");
      continue;
    }
    TranslationUnit unit = columns->unit(cells);
    if (std::string refusal = check_unit(unit, options); !refusal.empty()) {
      reporter.skipped(lines.place(), refusal + "; skipped");
      continue;
    }
    reporter.delivered();
    if (!sink(std::move(unit))) break;
  }
  return reporter.take();
}

}  // namespace egiz::exchange
