// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "base/error.h"
#include "tm/detail/later_actions.h"
#include "tm/detail/memory_impl.h"

namespace egiz {

using detail::Transaction;
using detail::WriteSession;

std::vector<Action> Memory::Impl::actions() {
  Transaction snapshot(*connection_, Transaction::Kind::read);
  return detail::read_actions(*connection_);
}

std::vector<ActionStep> Memory::Impl::steps(std::int64_t action) {
  Transaction snapshot(*connection_, Transaction::Kind::read);
  std::vector<ActionStep> steps = detail::read_steps(*connection_, store_, action);
  if (steps.empty()) {
    throw Error(ErrorCode::not_found, path().string() + ": there is no action " + std::to_string(action));
  }
  return steps;
}

std::optional<std::int64_t> Memory::Impl::revert(std::optional<std::int64_t> (*choose)(const std::vector<Action>&)) {
  WriteSession session(*connection_, store_, author_);
  const std::optional<std::int64_t> action = choose(detail::read_actions(*connection_));
  if (!action) return std::nullopt;
  session.revert(*action);
  session.commit();
  has_written_ = true;
  return action;
}

// What came back is the action that the undo had undone.
std::optional<std::int64_t> Memory::Impl::redo() {
  const std::optional<std::int64_t> undo = revert(detail::action_to_redo);
  if (!undo) return std::nullopt;
  for (const Action& action : actions()) {
    if (action.number == *undo) return action.undoes;
  }
  return std::nullopt;
}

void Memory::Impl::undo(std::int64_t action) {
  WriteSession session(*connection_, store_, author_);
  const std::vector<Action> actions = detail::read_actions(*connection_);
  const auto found = std::ranges::find(actions, action, &Action::number);
  const std::string name = path().string() + ": action " + std::to_string(action);
  const auto refuse = [&](const std::string& why) { throw Error(ErrorCode::invalid_argument, name + " " + why); };
  if (found == actions.end()) {
    throw Error(ErrorCode::not_found, path().string() + ": there is no action " + std::to_string(action));
  }
  if (found->undoes) refuse("is an undo itself; take it back with redo");
  if (!found->stands) refuse("is undone already");
  const detail::LaterActions later(*connection_, actions, action);
  if (const auto touch = later.touch_of(detail::read_runs(*connection_, action))) {
    refuse("cannot be undone by itself: action " + std::to_string(touch->action) + " touched unit " +
           std::to_string(touch->unit) + ", too; undo that first");
  }
  session.revert(action, &later);
  session.commit();
  has_written_ = true;
}

void Memory::Impl::forget_history() {
  Transaction transaction(*connection_, Transaction::Kind::write);
  detail::forget_history(*connection_, store_);
  transaction.commit();
}

}  // namespace egiz
