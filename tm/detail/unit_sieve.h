// SPDX-License-Identifier: Apache-2.0
#pragma once

// UnitSieve: the units that a filter lets pass, found out while a search runs.

#include <cstdint>
#include <mutex>
#include <unordered_map>

#include "text/unit_filter.h"
#include "tm/detail/indexed_unit.h"
#include "tm/detail/unit_store.h"

namespace egiz::detail {

// Reads a unit once at most.  For one transaction; any number of threads, which wait for one another to read.
class UnitSieve {
 public:
  // Both must outlive the sieve; filter may be nullptr and lets all pass.
  UnitSieve(UnitStore& store, const UnitFilter* filter) : store_(store), filter_(filter) {}
  UnitSieve(const UnitSieve&) = delete;
  UnitSieve& operator=(const UnitSieve&) = delete;

  bool lets_all_pass() const { return filter_ == nullptr || filter_->is_empty(); }

  // Throws IndexDamaged when the memory has no such unit.
  // REQUIRES: there is a filter
  bool passes(const IndexedUnit& unit) const;

 private:
  UnitStore& store_;
  const UnitFilter* filter_;
  mutable std::mutex mutex_;
  mutable std::unordered_map<std::int64_t, bool> known_;
};

}  // namespace egiz::detail
