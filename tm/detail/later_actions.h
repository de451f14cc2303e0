// SPDX-License-Identifier: Apache-2.0
#pragma once

// What was done behind an action, which tells whether it can be undone by itself.

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "tm/detail/sqlite.h"
#include "tm/history.h"

namespace egiz::detail {

using UnitRuns = std::vector<std::pair<std::int64_t, std::int64_t>>;  // [first, last]

// The units that an action touched.
UnitRuns read_runs(Connection& connection, std::int64_t action);

// The units that actions behind one touched.  Those that were undone do not count, nor the undoing: together they left
// things as they were.
class LaterActions {
 public:
  // actions: as read_actions gives them.
  LaterActions(Connection& connection, const std::vector<Action>& actions, std::int64_t action);

  struct Touch {
    std::int64_t unit = 0;
    std::int64_t action = 0;
  };

  // A unit of the runs that was touched, and by which action; nullopt when none was.
  std::optional<Touch> touch_of(const UnitRuns& runs) const;

 private:
  struct Run {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t action = 0;
  };
  std::vector<Run> runs_;               // ascending by first
  std::vector<std::size_t> reaches_;    // for each, which one up to it reaches furthest
};

}  // namespace egiz::detail
