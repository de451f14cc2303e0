// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/columns.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/error.h"
#include "exchange/detail/origin_name.h"
#include "exchange/detail/unit_check.h"
#include "exchange/table/heading_language.h"

namespace egiz::exchange {
namespace {

constexpr std::string_view kFields[] = {"note", "document", "id", "origin", "confidence"};

bool is_field(std::string_view name) { return std::find(std::begin(kFields), std::end(kFields), name) != std::end(kFields); }

void set_cell(TranslationUnit& unit, const std::string& heading, const std::string& cell) {
  if (heading.empty()) return;
  if (heading == "note") {
    unit.notes.push_back(cell);
  } else if (heading == "document") {
    unit.context.document = cell;
  } else if (heading == "id") {
    unit.context.id = cell;
  } else if (const auto kind = origin_kind(cell); heading == "origin" && kind) {
    unit.origin.kind = *kind;
  } else if (double value = 0; heading == "confidence" &&
                               std::from_chars(cell.data(), cell.data() + cell.size(), value).ec == std::errc() &&
                               value >= 0 && value <= 1) {
    unit.origin.confidence = value;
  } else {
    unit.properties.emplace(heading, cell);
  }
}

}  // namespace

bool maps_headings(const UnitReadOptions& options) {
  return !options.columns.empty() && options.columns.front().find('=') != std::string::npos;
}

void Columns::add(std::string heading) {
  auto language = language_of_heading(heading);
  if (std::string name = normal_heading(heading); is_field(name)) heading = std::move(name);
  headings_.push_back({std::move(heading), std::move(language)});
}

Columns Columns::as_told(std::span<const std::string> cells, const UnitReadOptions& options,
                         const std::string& place) {
  Columns columns;
  if (!maps_headings(options)) {
    for (const std::string& column : options.columns) columns.add(column);
    return columns;
  }
  for (const std::string& cell : cells) columns.add(cell);
  for (const std::string& mapping : options.columns) {
    const std::size_t equals = mapping.find('=');
    const std::string heading = mapping.substr(0, equals);
    const auto found = std::find(cells.begin(), cells.end(), heading);
    if (equals == std::string::npos || found == cells.end()) {
      throw Error(ErrorCode::parse, place + ": no column is headed \"" + heading + "\"; look at the first row");
    }
    const std::string meaning = mapping.substr(equals + 1);
    columns.headings_[static_cast<std::size_t>(found - cells.begin())] = {meaning, language_of_heading(meaning)};
  }
  return columns;
}

std::optional<Columns> Columns::from_heading(std::span<const std::string> cells, const UnitReadOptions& options) {
  Columns columns;
  std::size_t languages = 0;
  for (const std::string& cell : cells) {
    columns.add(cell);
    if (columns.headings_.back().language) ++languages;
  }
  if (languages < 2) return std::nullopt;
  const bool has_wanted = std::any_of(columns.headings_.begin(), columns.headings_.end(), [&](const Heading& heading) {
    return heading.language && is_wanted(*heading.language, options);
  });
  if (!has_wanted) return std::nullopt;
  return columns;
}

Columns Columns::of_languages(std::span<const Language> languages) {
  Columns columns;
  for (const Language& language : languages) columns.headings_.push_back({language.tag(), language});
  return columns;
}

Columns Columns::of_found(std::span<const std::optional<Language>> languages) {
  Columns columns;
  for (const auto& language : languages) columns.headings_.push_back({{}, language});
  return columns;
}

std::vector<Language> Columns::languages() const {
  std::vector<Language> out;
  for (const Heading& heading : headings_) {
    if (heading.language) out.push_back(*heading.language);
  }
  return out;
}

TranslationUnit Columns::unit(std::span<const std::string> cells) const {
  TranslationUnit unit;
  unit.origin.kind = Origin::Kind::imported;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty() || headings_[i].name == "-") continue;
    if (headings_[i].language) {
      Variant& variant = unit.variants.emplace_back();
      variant.language = *headings_[i].language;
      variant.text = cells[i];
    } else {
      set_cell(unit, headings_[i].name, cells[i]);
    }
  }
  return unit;
}

}  // namespace egiz::exchange
