// SPDX-License-Identifier: Apache-2.0
#include "bindings/c/egiz_history.h"

#include <memory>

#include "bindings/c/detail/call.h"
#include "bindings/c/detail/handles.h"

using namespace egiz::c;

struct egiz_log {
  std::vector<egiz::Action> actions;
};

struct egiz_steps {
  std::vector<egiz::ActionStep> steps;
  std::vector<egiz_unit> before;  // without a unit where there is none
};

namespace {

egiz::Memory& memory_in(egiz_memory* memory) {
  require(memory, "memory");
  return memory->memory;
}

const egiz::Memory& memory_in(const egiz_memory* memory) {
  require(memory, "memory");
  return memory->memory;
}

egiz_step_kind kind_out(egiz::ActionStep::Kind kind) {
  switch (kind) {
    case egiz::ActionStep::Kind::added:
      return EGIZ_STEP_ADDED;
    case egiz::ActionStep::Kind::changed:
      return EGIZ_STEP_CHANGED;
    case egiz::ActionStep::Kind::removed:
      return EGIZ_STEP_REMOVED;
  }
  return EGIZ_STEP_ADDED;
}

}  // namespace

egiz_status egiz_memory_set_author(egiz_memory* memory, const char* author) {
  return call([&] { memory_in(memory).set_author(optional_text_in(author, "author")); });
}

egiz_status egiz_memory_log(egiz_log** out, const egiz_memory* memory) {
  return create(out, [&] { return std::make_unique<egiz_log>(egiz_log{memory_in(memory).actions()}); });
}

void egiz_log_free(egiz_log* log) { delete log; }

size_t egiz_log_count(const egiz_log* log) { return log ? log->actions.size() : 0; }

egiz_status egiz_log_get(egiz_action* out, const egiz_log* log, size_t index) {
  return call([&] {
    require(log, "log");
    require_index(index, log->actions.size());
    const egiz::Action& action = log->actions[index];
    struct_out(out, egiz_action{.struct_size = sizeof(egiz_action),
                                .number = action.number,
                                .at = action.at.time_since_epoch().count(),
                                .added = action.added,
                                .changed = action.changed,
                                .removed = action.removed,
                                .undoes = action.undoes.value_or(0),
                                .stands = action.stands ? 1 : 0,
                                .author = view(action.author)});
  });
}

egiz_status egiz_memory_steps(egiz_steps** out, const egiz_memory* memory, int64_t action) {
  return create(out, [&] {
    auto steps = std::make_unique<egiz_steps>(egiz_steps{memory_in(memory).steps(action), {}});
    for (egiz::ActionStep& step : steps->steps) {
      steps->before.push_back(
          {step.before ? std::make_shared<egiz::TranslationUnit>(*std::move(step.before)) : nullptr});
    }
    return steps;
  });
}

void egiz_steps_free(egiz_steps* steps) { delete steps; }

size_t egiz_steps_count(const egiz_steps* steps) { return steps ? steps->steps.size() : 0; }

egiz_status egiz_steps_get(egiz_step* out, const egiz_steps* steps, size_t index) {
  return call([&] {
    require(steps, "steps");
    require_index(index, steps->steps.size());
    const egiz::ActionStep& step = steps->steps[index];
    struct_out(out, egiz_step{sizeof(egiz_step), kind_out(step.kind), step.first.value, step.last.value});
  });
}

const egiz_unit* egiz_steps_before(const egiz_steps* steps, size_t index) {
  return index < egiz_steps_count(steps) && steps->before[index].unit ? &steps->before[index] : nullptr;
}

egiz_status egiz_memory_undo(int64_t* action, egiz_memory* memory) {
  return call([&] {
    const auto undone = memory_in(memory).undo();
    if (action) *action = undone.value_or(0);
  });
}

egiz_status egiz_memory_redo(int64_t* action, egiz_memory* memory) {
  return call([&] {
    const auto redone = memory_in(memory).redo();
    if (action) *action = redone.value_or(0);
  });
}

egiz_status egiz_memory_undo_action(egiz_memory* memory, int64_t action) {
  return call([&] { memory_in(memory).undo(action); });
}

egiz_status egiz_memory_forget_history(egiz_memory* memory) {
  return call([&] { memory_in(memory).forget_history(); });
}
