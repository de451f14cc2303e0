// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was done to a memory: actions and their steps.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "text/unit.h"
#include "tm/memory.h"

namespace egiz {

// One call that changed a memory.
struct Action {
  std::int64_t number = 0;  // ascending
  std::chrono::sys_seconds at;
  std::size_t added = 0;  // units
  std::size_t changed = 0;
  std::size_t removed = 0;
  std::optional<std::int64_t> undoes;  // the number of the action that this one undid
  bool stands = true;                  // it was not undone, or was redone
  std::string author;                  // who did it (Memory::set_author); empty when not known
};

// What an action did to a unit, or that it added a run of units.
struct ActionStep {
  enum class Kind { added, changed, removed };

  Kind kind = Kind::added;
  UnitId first;
  UnitId last;                            // first but for a run that was added
  std::optional<TranslationUnit> before;  // what the unit was, changed or removed; nullopt when it was added
};

}  // namespace egiz
