// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/row_reader.h"

#include <utility>

#include "base/error.h"
#include "exchange/detail/unit_check.h"

namespace egiz::exchange {

// Whether the row was a heading, and is used up.
bool RowReader::set_columns(std::span<const std::string> cells, const std::string& place) {
  if (!options_.columns.empty()) {
    columns_ = Columns::as_told(cells, options_, place);
    return maps_headings(options_) || Columns::from_heading(cells, {}).has_value();
  }
  columns_ = Columns::from_heading(cells, options_);
  if (columns_) return true;
  if (options_.languages.size() < 2 || cells.size() < options_.languages.size()) {
    throw Error(ErrorCode::parse, place +
                                      ": no heading with languages (ru, kk); add one, or name the languages of the "
                                      "columns in their order");
  }
  columns_ = Columns::of_languages(options_.languages);
  return false;
}

bool RowReader::take(std::span<const std::string> cells, const std::string& place) {
  if (!columns_ && set_columns(cells, place)) return true;
  if (cells.size() > columns_->size()) {
    reporter_.skipped(place, "has " + std::to_string(cells.size()) + " columns, " + std::to_string(columns_->size()) +
                                 " were expected; skipped");
    return true;
  }
  TranslationUnit unit = columns_->unit(cells);
  if (std::string refusal = check_unit(unit, options_); !refusal.empty()) {
    reporter_.skipped(place, refusal + "; skipped");
    return true;
  }
  reporter_.delivered();
  return sink_(std::move(unit));
}

}  // namespace egiz::exchange
