// SPDX-License-Identifier: Apache-2.0
#pragma once

// The match keys of stored units, as an index takes them.

#include <cstdint>
#include <functional>
#include <string_view>

#include "tm/detail/indexed_unit.h"
#include "tm/detail/sqlite.h"
#include "tm/detail/unit_store.h"

namespace egiz::detail {

// Units with neighbouring ids, [first, last].
struct UnitRange {
  std::int64_t first = 0;
  std::int64_t last = 0;

  bool contains(std::int64_t unit) const { return unit >= first && unit <= last; }
};

using VisitKey = std::function<void(std::int64_t language, const IndexedUnit& unit, std::string_view key)>;

// Calls visit for every variant of the units in range, ascending by unit, from one thread at a time.  Keys are made in
// parallel; 4,096 units are held at most.  Throws Error{unsupported} when an id is too large for an index, Error{parse}
// for a unit that is not what was stored.
void read_keys(Connection& connection, UnitStore& store, LanguageSets& sets, const UnitRange& range,
               const VisitKey& visit);

}  // namespace egiz::detail
