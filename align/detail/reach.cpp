// SPDX-License-Identifier: Apache-2.0
// Reach: the beads that fit into a band, and what must be known to score them.

#include "align/detail/reach.h"

#include <algorithm>

namespace egiz::align_detail {
namespace {

// The columns of a row where beads start that end in another row, `step` columns further.
Columns starts_between(const Band::Row& from, const Band::Row& to, std::uint32_t step) {
  const std::uint32_t begin = std::max(from.begin, to.begin > step ? to.begin - step : 0);
  const std::uint32_t end = std::min(from.end, to.end > step ? to.end - step : 0);
  return begin < end ? Columns{begin, end} : Columns{};
}

void include(Columns& columns, std::uint32_t begin, std::uint32_t end) {
  columns = columns.begin >= columns.end ? Columns{begin, end}
                                         : Columns{std::min(columns.begin, begin), std::max(columns.end, end)};
}

// The next row after each that is a gate, or the last.
std::vector<std::size_t> next_gates(const Band& band) {
  std::vector<std::size_t> next(band.rows.size(), band.rows.size() - 1);
  for (std::size_t i = band.rows.size() - 1; i-- > 0;) {
    next[i] = band.rows[i + 1].is_gate ? i + 1 : next[i + 1];
  }
  return next;
}

}  // namespace

Reach::Reach(const Band& band, std::size_t m, std::size_t type_count) : rows_(band.rows.size() - 1) {
  const std::vector<std::size_t> next_gate = next_gates(band);
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    for (std::size_t t = 0; t < type_count; ++t) {
      const BeadType& type = kBeadTypes[t];
      if (i + type.source > next_gate[i]) {
        continue;
      }
      const Columns starts = starts_between(band.rows[i], band.rows[i + type.source], type.target);
      rows_[i].starts[t] = starts;
      if (starts.begin < starts.end) {
        add(i, type, starts);
      }
    }
  }
  make_ascend(m);
}

void Reach::add(std::size_t i, const BeadType& type, const Columns& starts) {
  const std::uint32_t end = starts.end + type.target - 1;
  include(rows_[i].targets[type.source - 1], starts.begin, end);
  for (std::size_t row = i; row < i + type.source; ++row) {
    include(rows_[row].cells, starts.begin, end);
    include(rows_[row].first_targets[type.target - 1], starts.begin, starts.end);
  }
}

void Reach::make_ascend(std::size_t m) {
  auto begin = static_cast<std::uint32_t>(m);
  for (std::size_t i = rows_.size(); i-- > 0;) {
    begin = std::min(begin, rows_[i].cells.begin);
    rows_[i].cells.begin = begin;
  }
  std::uint32_t end = 0;
  for (Row& row : rows_) {
    end = std::max({end, row.cells.end, row.cells.begin});
    row.cells.end = end;
  }
}

}  // namespace egiz::align_detail
