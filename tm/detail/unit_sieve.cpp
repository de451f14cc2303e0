// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/unit_sieve.h"

#include <algorithm>

#include "tm/detail/image.h"

namespace egiz::detail {

bool UnitSieve::passes(const IndexedUnit& unit) const {
  const auto& origins = filter_->origins;
  if (!origins.empty() && std::ranges::find(origins, unit.origin) == origins.end()) return false;
  const std::lock_guard lock(mutex_);
  const auto known = known_.find(unit.id);
  if (known != known_.end()) return known->second;
  const auto read = store_.get(unit.id);
  if (!read) throw IndexDamaged();
  return known_.emplace(unit.id, filter_->passes(*read)).first->second;
}

}  // namespace egiz::detail
