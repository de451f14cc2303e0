// SPDX-License-Identifier: Apache-2.0
#pragma once

// The columns of a table of units: which is a language, which says something else.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/unit_reader.h"
#include "text/unit.h"

namespace egiz::exchange {

// What each column of a table is.  A column whose heading is a language tag or name (heading_language.h) holds text in
// it; "note", "document", "id", "origin" and "confidence" go where a unit has them; any other is a property of that name,
// and one without a heading, or with "-", says nothing.
class Columns {
 public:
  // The columns of a heading row.  nullopt when it is none: it names fewer than two languages or, when options ask for
  // languages, none of them: "no yes" may be words.
  static std::optional<Columns> from_heading(std::span<const std::string> cells, const UnitReadOptions& options);

  // The columns that options.columns name, for a table whose first row is cells; where they map headings, that row is
  // the heading.  Throws Error{parse} with place for a heading that is not there.
  static Columns as_told(std::span<const std::string> cells, const UnitReadOptions& options, const std::string& place);

  // Columns without a heading: those languages, in that order.
  static Columns of_languages(std::span<const Language> languages);

  // Columns whose languages were found in their text; those without one say nothing.
  static Columns of_found(std::span<const std::optional<Language>> languages);

  // Of the columns that have one, in order.
  std::vector<Language> languages() const;

  std::size_t size() const { return headings_.size(); }

  // The unit of a row.  Cells that are empty say nothing.
  // REQUIRES: cells.size() <= size()
  TranslationUnit unit(std::span<const std::string> cells) const;

 private:
  void add(std::string heading);

  struct Heading {
    std::string name;
    std::optional<Language> language;
  };
  std::vector<Heading> headings_;
};

// Whether options.columns say what headings mean.
bool maps_headings(const UnitReadOptions& options);

}  // namespace egiz::exchange
