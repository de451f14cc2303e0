// SPDX-License-Identifier: Apache-2.0
#pragma once

// Looking after a memory: finding units by what they hold, removing, changing, merging, backing up.

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/progress.h"
#include "text/unit_filter.h"
#include "tm/checks.h"
#include "tm/memory.h"

namespace egiz {

// Units by number, by what they hold, or both.
struct UnitSelection {
  std::vector<UnitId> ids;  // its id is one of these; empty does not matter
  UnitFilter filter;

  bool is_empty() const { return ids.empty() && filter.is_empty(); }
};

// The units that fit, ascending by id.  Throws Error{not_found} when one of selection.ids is not there.
std::vector<NumberedUnit> find_units(const Memory& memory, const UnitSelection& selection,
                                     const Progress& progress = {});

// Units that say the same: their match keys are equal in every language.
struct DuplicateGroup {
  UnitId kept;                // the most trusted origin, then the latest change, then the least id
  std::vector<UnitId> extra;  // the others, ascending
};

// source: compares the keys of this language alone; units of a group still have the same languages.
// Groups ascend by the first of their units.
std::vector<DuplicateGroup> find_duplicates(const Memory& memory, const std::optional<Language>& source = std::nullopt,
                                            const Progress& progress = {});

// Removes units in one transaction.
void remove_units(Memory& memory, const std::vector<UnitId>& ids, const Progress& progress = {});

struct UnitEdit {
  std::map<Language, std::string> texts;               // new text of a language; empty removes the language
  std::multimap<std::string, std::string> properties;  // sets; an empty value removes the name
  std::optional<Origin::Kind> origin;
  std::optional<std::string> note;  // added to those it has
  std::string changed_by;           // empty leaves it
};

// A unit as it is after an edit.  Inline codes before and behind the part of a text that changes keep their place;
// those within move to its beginning.
TranslationUnit edited(TranslationUnit unit, const UnitEdit& edit);

// Edits one unit of a memory and returns it as it then is.  Throws Error{not_found}; Error{invalid_argument} when fewer
// than two languages would be left.
TranslationUnit edit_unit(Memory& memory, UnitId id, const UnitEdit& edit);

// Adds all units of another memory, in one transaction.  In whatever order memories are merged, the same units come
// together; their ids differ.
AddReport merge_memory(Memory& into, const std::filesystem::path& from, const Progress& progress = {});

// Copies a memory, which may be in use.  Throws Error{exists} unless overwrite, Error{io}.
void back_up_memory(const Memory& memory, const std::filesystem::path& file, bool overwrite,
                    const Progress& progress = {});

}  // namespace egiz
