// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/columns.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <utility>

#include "base/error.h"
#include "exchange/detail/origin_name.h"
#include "exchange/table/heading_language.h"

namespace egiz::exchange {
namespace {

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

std::optional<Columns> Columns::from_heading(std::span<const std::string> cells, const UnitReadOptions& options) {
  Columns columns;
  std::size_t languages = 0;
  for (const std::string& cell : cells) {
    auto language = language_of_heading(cell);
    if (language) ++languages;
    columns.headings_.push_back({cell, std::move(language)});
  }
  if (languages < 2) return std::nullopt;
  for (const Language& wanted : options.languages) {
    const bool is_there = std::any_of(columns.headings_.begin(), columns.headings_.end(), [&](const Heading& heading) {
      return heading.language && wanted.covers(*heading.language);
    });
    if (!is_there) return std::nullopt;
  }
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
    if (cells[i].empty()) continue;
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
