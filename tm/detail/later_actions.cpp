// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/later_actions.h"

#include <algorithm>

#include "tm/detail/embedded_sql.h"

namespace egiz::detail {

UnitRuns read_runs(Connection& connection, std::int64_t action) {
  UnitRuns runs;
  Rows rows(connection.statement(embedded::sql::steps_sql).with(action));
  while (rows.next()) runs.emplace_back(rows->integer(1), rows->integer(2));
  return runs;
}

LaterActions::LaterActions(Connection& connection, const std::vector<Action>& actions, std::int64_t action) {
  for (const Action& later : actions) {
    if (later.number <= action || later.undoes || !later.stands) continue;
    for (const auto& [first, last] : read_runs(connection, later.number)) runs_.push_back({first, last, later.number});
  }
  std::ranges::sort(runs_, {}, &Run::first);
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const bool reaches_further = i == 0 || runs_[i].last > runs_[reaches_.back()].last;
    reaches_.push_back(reaches_further ? i : reaches_.back());
  }
}

std::optional<LaterActions::Touch> LaterActions::touch_of(const UnitRuns& runs) const {
  for (const auto& [first, last] : runs) {
    const auto behind = std::ranges::upper_bound(runs_, last, {}, &Run::first);
    if (behind == runs_.begin()) continue;
    const Run& furthest = runs_[reaches_[static_cast<std::size_t>(behind - runs_.begin()) - 1]];
    if (furthest.last >= first) return Touch{std::max(first, furthest.first), furthest.action};
  }
  return std::nullopt;
}

}  // namespace egiz::detail
