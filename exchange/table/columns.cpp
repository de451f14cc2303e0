// SPDX-License-Identifier: Apache-2.0
#include "exchange/table/columns.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <utility>

#include "base/error.h"
#include "exchange/detail/origin_name.h"

namespace egiz::exchange {
namespace {

// A heading is a language when its first subtag has two or three letters: "ru", "kk-KZ", "kaz"; not "source".
std::optional<Language> language_of(std::string_view heading) {
  const std::size_t primary = std::min(heading.size(), heading.find_first_of("-_"));
  if (primary != 2 && primary != 3) return std::nullopt;
  if (heading == "id") return std::nullopt;  // Indonesian, in theory; a number, in every table
  try {
    return Language(heading);
  } catch (const Error&) {
    return std::nullopt;
  }
}

void set_cell(TranslationUnit& unit, const std::string& heading, const std::string& cell) {
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
    auto language = language_of(cell);
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
