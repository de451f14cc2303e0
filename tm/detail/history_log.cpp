// SPDX-License-Identifier: Apache-2.0
#include "tm/detail/history_log.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <unordered_set>
#include <utility>

#include "tm/detail/embedded_sql.h"
#include "tm/detail/unit_hash.h"

namespace egiz::detail {
namespace {

namespace sql = embedded::sql;

constexpr std::size_t kMaxSteps = 16'384;      // kept in memory, to be written together
constexpr std::int64_t kStepsAtATime = 1'024;  // that are read

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

std::int64_t single(Connection& connection, std::string_view statement) {
  Rows row(connection.statement(statement).with());
  return row.next() ? row->integer(0) : 0;
}

// A step without what it kept, and where that is.
struct StepRow {
  explicit StepRow(const Rows& row)
      : step{static_cast<ActionStep::Kind>(row->integer(0)), UnitId{row->integer(1)}, UnitId{row->integer(2)},
             std::nullopt},
        kept(row->optional_integer(3)) {}

  ActionStep with_kept(UnitStore& store) && {
    if (kept && !(step.before = store.get(*kept))) store.fail_damaged(step.first.value);
    return std::move(step);
  }

  ActionStep step;
  std::optional<std::int64_t> kept;
};

}  // namespace

void HistoryLog::added(std::int64_t id) {
  if (!steps_.empty() && steps_.back().kind == ActionStep::Kind::added && steps_.back().last + 1 == id) {
    steps_.back().last = id;
  } else {
    note({ActionStep::Kind::added, id, id, std::nullopt});
  }
}

void HistoryLog::changed(std::int64_t id, const TranslationUnit& before) {
  if (const auto kept = keep(id, before)) note({ActionStep::Kind::changed, id, id, kept});
}

void HistoryLog::removed(std::int64_t id, const TranslationUnit& before) {
  note({ActionStep::Kind::removed, id, id, keep(id, before)});
}

// nullopt for a unit that this action added, or whose state before it is kept already.
std::optional<std::int64_t> HistoryLog::keep(std::int64_t id, const TranslationUnit& before) {
  if (id >= next_unit_ || !has_before_.insert(id)) return std::nullopt;
  if (!next_kept_) next_kept_ = std::min<std::int64_t>(0, single(connection_, sql::least_unit_sql)) - 1;
  const std::int64_t kept = (*next_kept_)--;
  store_.insert(kept, before, hashes_of(before));
  return kept;
}

void HistoryLog::note(const Step& step) {
  if (steps_.size() >= kMaxSteps) write_steps();
  steps_.push_back(step);
}

void HistoryLog::write_steps() {
  if (!number_) number_ = single(connection_, sql::last_action_sql) + 1;
  for (const Step& step : steps_) {
    if (step.kind == ActionStep::Kind::added) added_ += step.last - step.first + 1;
    if (step.kind == ActionStep::Kind::changed) ++changed_;
    if (step.kind == ActionStep::Kind::removed) ++removed_;
    connection_.statement(sql::insert_step_sql)
        .with(*number_, place_++, static_cast<std::int64_t>(step.kind), step.first, step.last, step.kept)
        .run();
  }
  steps_.clear();
}

void HistoryLog::write(std::optional<std::int64_t> undoes, std::string_view author) {
  if (steps_.empty()) return;
  write_steps();
  connection_.statement(sql::insert_action_sql)
      .with(*number_, now(), undoes, added_, changed_, removed_, store_.optional_name_id(std::string(author)))
      .run();
}

std::vector<Action> read_actions(Connection& connection) {
  std::vector<Action> actions;
  std::unordered_set<std::int64_t> undone;
  const bool has_authors = connection.integer("PRAGMA user_version") >= 3;
  Rows rows(connection.statement(has_authors ? sql::actions_sql : sql::actions_2_sql).with());
  while (rows.next()) {
    Action action{.number = rows->integer(0),
                  .at = std::chrono::sys_seconds(std::chrono::seconds(rows->integer(1))),
                  .added = static_cast<std::size_t>(rows->integer(3)),
                  .changed = static_cast<std::size_t>(rows->integer(4)),
                  .removed = static_cast<std::size_t>(rows->integer(5)),
                  .undoes = rows->optional_integer(2),
                  .stands = true,
                  .author = has_authors ? std::string(rows->text(6)) : std::string()};
    action.stands = !undone.contains(action.number);
    if (action.undoes && action.stands) undone.insert(*action.undoes);
    actions.push_back(action);
  }
  return actions;
}

std::vector<ActionStep> read_steps(Connection& connection, UnitStore& store, std::int64_t action) {
  std::vector<StepRow> read;
  {
    Rows rows(connection.statement(sql::steps_sql).with(action));
    while (rows.next()) read.emplace_back(rows);
  }
  std::vector<ActionStep> steps;
  for (StepRow& row : read) steps.push_back(std::move(row).with_kept(store));
  return steps;
}

void for_each_step_backwards(Connection& connection, UnitStore& store, std::int64_t action,
                             const std::function<void(const ActionStep& step)>& visit) {
  std::int64_t place = std::numeric_limits<std::int64_t>::max();
  while (true) {
    std::vector<StepRow> read;
    {
      Rows rows(connection.statement(sql::steps_before_sql).with(action, place, kStepsAtATime));
      while (rows.next()) {
        read.emplace_back(rows);
        place = rows->integer(4);
      }
    }
    if (read.empty()) return;
    for (StepRow& row : read) visit(std::move(row).with_kept(store));
  }
}

std::optional<std::int64_t> action_to_undo(const std::vector<Action>& actions) {
  const auto found = std::ranges::find_if(actions, [](const Action& a) { return !a.undoes && a.stands; });
  if (found == actions.end()) return std::nullopt;
  return found->number;
}

// An undone action can come back until another one is done.
std::optional<std::int64_t> action_to_redo(const std::vector<Action>& actions) {
  const auto undoes_an_undo = [&](const Action& action) {
    return std::ranges::any_of(actions, [&](const Action& a) { return a.number == action.undoes && a.undoes; });
  };
  for (const Action& action : actions) {
    if (!action.undoes) return std::nullopt;
    if (action.stands && !undoes_an_undo(action)) return action.number;
  }
  return std::nullopt;
}

void forget_history(Connection& connection, UnitStore& store) {
  std::vector<std::int64_t> kept;
  {
    Rows rows(connection.statement(sql::kept_units_sql).with());
    while (rows.next()) kept.push_back(rows->integer(0));
  }
  for (const std::int64_t id : kept) store.erase(id);
  connection.statement(sql::delete_steps_sql).with().run();
  connection.statement(sql::delete_actions_sql).with().run();
}

}  // namespace egiz::detail
