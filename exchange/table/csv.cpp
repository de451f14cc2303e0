// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/csv.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "base/error.h"
#include "exchange/detail/line_reader.h"
#include "exchange/table/row_reader.h"
#include "text/utf8.h"

namespace egiz::exchange {
namespace {

// Cells of one record, read from as many lines as it takes.
class RecordReader {
 public:
  RecordReader(LineReader& lines, char separator) : lines_(lines), separator_(separator) {}

  // Throws Error{parse} when a quote is never closed.
  std::vector<std::string> read(std::string_view line) {
    std::vector<std::string> cells(1);
    const std::string place = lines_.place();
    std::size_t at = 0;
    while (at < line.size()) {
      if (line[at] == '"' && cells.back().empty()) {
        ++at;
        read_quoted(cells.back(), line, at, place);
      } else if (line[at] == separator_) {
        cells.emplace_back();
        ++at;
      } else {
        cells.back() += line[at++];
      }
    }
    return cells;
  }

 private:
  // From behind the opening quote to behind the closing one; line becomes the line in which that stands.
  void read_quoted(std::string& cell, std::string_view& line, std::size_t& at, const std::string& place) {
    while (true) {
      const std::size_t quote = std::min(line.size(), line.find('"', at));
      cell += line.substr(at, quote - at);
      if (quote == line.size()) {
        const auto next = lines_.next();
        if (!next || cell.size() > LineReader::kMaxLine) {
          throw Error(ErrorCode::parse, place + ": a quote is opened here and not closed");
        }
        cell += '\n';
        line = *next;
        at = 0;
      } else if (line.substr(quote).starts_with("\"\"")) {
        cell += '"';
        at = quote + 2;
      } else {
        at = quote + 1;
        return;
      }
    }
  }

  LineReader& lines_;
  char separator_;
};

char separator_of(std::string_view heading) {
  const auto count = [&](char c) { return std::count(heading.begin(), heading.end(), c); };
  if (count('\t') > count(',') && count('\t') >= count(';')) return '\t';
  return count(';') > count(',') ? ';' : ',';
}

}  // namespace

ReadReport read_csv(std::unique_ptr<ByteSource> source, const std::string& name, const UnitSink& sink,
                    const UnitReadOptions& options) {
  LineReader lines(std::move(source), name);
  RowReader rows(sink, options);
  char separator = 0;
  while (const auto line = lines.next()) {
    if (line->empty()) continue;
    if (separator == 0) separator = separator_of(*line);
    const std::string place = lines.place();
    const std::vector<std::string> cells = RecordReader(lines, separator).read(*line);
    if (!std::all_of(cells.begin(), cells.end(), [](const std::string& cell) { return is_valid_utf8(cell); })) {
      rows.reporter().skipped(place, "not UTF-8; skipped");
    } else if (!rows.take(cells, place)) {
      break;
    }
  }
  return rows.reporter().take();
}

}  // namespace egiz::exchange
