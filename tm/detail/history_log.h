// SPDX-License-Identifier: Apache-2.0
#pragma once

// HistoryLog: what one transaction does to units, kept so that it can be told and undone.

#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "tm/detail/sqlite.h"
#include "tm/detail/unit_ids.h"
#include "tm/detail/unit_store.h"
#include "tm/history.h"

namespace egiz::detail {

// A unit as it was before is kept in the rows of a unit, whose id is below 0.
class HistoryLog {
 public:
  HistoryLog(Connection& connection, UnitStore& store, std::int64_t next_unit)
      : connection_(connection), store_(store), next_unit_(next_unit) {}

  void added(std::int64_t id);
  void changed(std::int64_t id, const TranslationUnit& before);
  void removed(std::int64_t id, const TranslationUnit& before);

  // Writes the action, if anything was done.
  void write(std::optional<std::int64_t> undoes, std::string_view author);

 private:
  struct Step {
    ActionStep::Kind kind;
    std::int64_t first, last;
    std::optional<std::int64_t> kept;
  };

  std::optional<std::int64_t> keep(std::int64_t id, const TranslationUnit& before);
  void note(const Step& step);
  void write_steps();

  Connection& connection_;
  UnitStore& store_;
  std::int64_t next_unit_;  // at the begin: what is not below is new, and nothing was before
  std::optional<std::int64_t> next_kept_;
  UnitIds has_before_;
  std::optional<std::int64_t> number_;  // of the action, once a step of it was written
  std::int64_t place_ = 0;              // of the next step to be written
  std::int64_t added_ = 0;              // units, of steps that were written
  std::int64_t changed_ = 0;
  std::int64_t removed_ = 0;
  std::vector<Step> steps_;  // that are not written yet
};

// All actions, the last one first, with what stands worked out.
std::vector<Action> read_actions(Connection& connection);

// The steps of an action in order.  kept is read into before.  Throws Error{parse} for one that is damaged.
std::vector<ActionStep> read_steps(Connection& connection, UnitStore& store, std::int64_t action);

// Calls visit for each of them, the last one first; a few are in memory at a time.  Throws Error{parse} for one that is
// damaged, when it comes to it.
void for_each_step_backwards(Connection& connection, UnitStore& store, std::int64_t action,
                             const std::function<void(const ActionStep& step)>& visit);

// What undo, or redo, would undo; actions as read_actions gives them.  nullopt when there is nothing.
std::optional<std::int64_t> action_to_undo(const std::vector<Action>& actions);
std::optional<std::int64_t> action_to_redo(const std::vector<Action>& actions);

// Removes all actions and the units they keep.
void forget_history(Connection& connection, UnitStore& store);

}  // namespace egiz::detail
