// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/sheet_table.h"

#include <algorithm>
#include <utility>

#include "exchange/table/heading_language.h"
#include "text/identify.h"

namespace egiz::exchange {
namespace {

constexpr std::size_t kMostSample = 64 * 1024;  // bytes of a column that are identified
constexpr double kSure = 0.9;                   // of an identification

bool is_ours(const Language& language) {
  return language.primary() == "ru" || language.primary() == "kk" || language.primary() == "en";
}

bool are_different(std::vector<Language> languages) {
  std::sort(languages.begin(), languages.end());
  return std::adjacent_find(languages.begin(), languages.end()) == languages.end();
}

}  // namespace

bool SheetTable::take(std::size_t number, std::vector<std::string>& cells) {
  if (is_decided_) {
    if (!is_table_) return true;
    Row row{number, std::move(cells)};
    const bool wants_more = deliver(row);
    cells = std::move(row.cells);
    return wants_more;
  }
  waiting_.push_back({number, cells});
  return waiting_.size() < kSampleRows || decide();
}

// Chooses the columns and hands on the rows that waited for it.
bool SheetTable::decide() {
  is_decided_ = true;
  std::size_t first = 0;
  if (const auto heading = use_heading()) {
    if (*heading > 0) {
      rows_.reporter().add(place_of(waiting_[0]), "rows above the heading left out: " + std::to_string(*heading));
    }
    first = *heading + 1;
  } else if (use_found()) {
    const std::vector<std::string>& cells = waiting_[0].cells;
    if (std::count_if(cells.begin(), cells.end(), is_plain_heading) >= 2) {
      rows_.reporter().add(place_of(waiting_[0]), "a heading that names no languages; they were found in the text");
      first = 1;
    }
  } else {
    if (!waiting_.empty()) {
      rows_.reporter().add(place_,
                           "no columns in two languages; left out. Name the languages (ru, kk, en) in the first row");
    }
    waiting_.clear();
    return true;
  }
  is_table_ = true;
  std::vector<Row> rows = std::exchange(waiting_, {});
  return std::all_of(rows.begin() + static_cast<std::ptrdiff_t>(first), rows.end(),
                     [&](Row& row) { return deliver(row); });
}

// The first row may name any language; below it, where "no" may be a word, only ours are languages.
std::optional<std::size_t> SheetTable::use_heading() {
  for (std::size_t i = 0; i < std::min(waiting_.size(), kHeadingRows); ++i) {
    auto columns = Columns::from_heading(waiting_[i].cells, options_);
    if (!columns) continue;
    const std::vector<Language> languages = columns->languages();
    if (!are_different(languages)) continue;
    if (i > 0 && !std::all_of(languages.begin(), languages.end(), is_ours)) continue;
    width_ = columns->size();
    rows_.use(*std::move(columns));
    return i;
  }
  return std::nullopt;
}

bool SheetTable::use_found() {
  std::size_t width = 0;
  for (const Row& row : waiting_) width = std::max(width, row.cells.size());
  std::vector<std::optional<Language>> found;
  std::vector<Language> languages;
  for (std::size_t column = 0; column < width; ++column) {
    found.push_back(language_of_column(column));
    if (!found.back()) continue;
    // The first column of a language has its text, the others have remarks.
    if (std::find(languages.begin(), languages.end(), *found.back()) != languages.end()) {
      found.back().reset();
    } else {
      languages.push_back(*found.back());
    }
  }
  const bool has_wanted =
      std::all_of(options_.languages.begin(), options_.languages.end(), [&](const Language& wanted) {
        return std::any_of(languages.begin(), languages.end(),
                           [&](const Language& there) { return wanted.covers(there); });
      });
  if (languages.size() >= 2 && has_wanted) {
    width_ = width;
    rows_.use(Columns::of_found(found));
    return true;
  }
  if (options_.languages.size() < 2 || width < options_.languages.size()) return false;
  width_ = options_.languages.size();
  rows_.use(Columns::of_languages(options_.languages));
  return true;
}

std::optional<Language> SheetTable::language_of_column(std::size_t column) const {
  std::string text;
  for (const Row& row : waiting_) {
    if (column >= row.cells.size() || text.size() > kMostSample) continue;
    text += row.cells[column];
    text += '\n';
  }
  const Identification identification = identify(text);
  if (identification.confidence < kSure || !is_ours(identification.language)) return std::nullopt;
  return identification.language;
}

bool SheetTable::deliver(Row& row) {
  const std::string place = place_of(row);
  if (row.cells.size() > width_) {
    row.cells.resize(width_);
    if (!std::exchange(has_told_of_more_, true)) {
      rows_.reporter().add(place, "cells beyond the columns of the table left out, here and below");
    }
  }
  return rows_.take(row.cells, place);
}

}  // namespace egiz::exchange
