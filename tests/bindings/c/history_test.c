/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check.h"

static int64_t add(egiz_memory* memory, const char* ru, const char* kk) {
  egiz_unit* unit = NULL;
  int64_t id = 0;
  CHECK_OK(egiz_unit_create(&unit));
  CHECK_OK(egiz_unit_set_text(unit, "ru", ru, EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_text(unit, "kk", kk, EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_memory_add(&id, memory, unit));
  egiz_unit_free(unit);
  return id;
}

static size_t size_of(const egiz_memory* memory) {
  size_t size = 0;
  CHECK_OK(egiz_memory_size(&size, memory));
  return size;
}

static void the_log_tells_what_was_done(egiz_memory* memory) {
  egiz_log* log = NULL;
  egiz_steps* steps = NULL;
  egiz_action action = EGIZ_ACTION_INIT;
  egiz_step step = EGIZ_STEP_INIT;
  CHECK_OK(egiz_memory_log(&log, memory));
  CHECK(egiz_log_count(log) == 3);
  CHECK_OK(egiz_log_get(&action, log, 0));
  CHECK(action.number == 3 && action.removed == 1 && action.stands == 1 && action.undoes == 0 && action.at > 0);
  CHECK_TEXT(action.author, "Aigul");
  CHECK_STATUS(egiz_log_get(&action, log, 3), EGIZ_INVALID_ARGUMENT);
  egiz_log_free(log);
  CHECK_OK(egiz_memory_steps(&steps, memory, 3));
  CHECK(egiz_steps_count(steps) == 1);
  CHECK_OK(egiz_steps_get(&step, steps, 0));
  CHECK(step.kind == EGIZ_STEP_REMOVED && step.first == 1 && step.last == 1);
  CHECK_TEXT(egiz_unit_text(egiz_steps_before(steps, 0), "kk"), "Иә");
  CHECK(egiz_steps_before(steps, 1) == NULL);
  egiz_steps_free(steps);
  CHECK_OK(egiz_memory_steps(&steps, memory, 1));
  CHECK(egiz_steps_count(steps) == 1 && egiz_steps_before(steps, 0) == NULL);
  egiz_steps_free(steps);
  CHECK_STATUS(egiz_memory_steps(&steps, memory, 9), EGIZ_NOT_FOUND);
}

static void actions_are_taken_back(egiz_memory* memory) {
  int64_t action = 0;
  CHECK_STATUS(egiz_memory_undo_action(memory, 1), EGIZ_INVALID_ARGUMENT);
  CHECK(strstr(egiz_last_error(), "action 3") != NULL);
  CHECK_STATUS(egiz_memory_undo_action(memory, 9), EGIZ_NOT_FOUND);
  CHECK_OK(egiz_memory_undo_action(memory, 2));
  CHECK(size_of(memory) == 0);
  CHECK_OK(egiz_memory_redo(&action, memory));
  CHECK(action == 2 && size_of(memory) == 1);
  CHECK_OK(egiz_memory_undo(&action, memory));
  CHECK(action == 3 && size_of(memory) == 2);
  CHECK_OK(egiz_memory_undo(NULL, memory));
  CHECK_OK(egiz_memory_forget_history(memory));
  CHECK_OK(egiz_memory_undo(&action, memory));
  CHECK(action == 0 && size_of(memory) == 1);
}

void test_history(void) {
  egiz_memory* memory = NULL;
  CHECK_OK(egiz_memory_open(&memory, scratch("history.egiz"), EGIZ_CREATE));
  CHECK_OK(egiz_memory_set_author(memory, "Aigul"));
  add(memory, "Да", "Иә");
  add(memory, "Нет", "Жоқ");
  CHECK_OK(egiz_memory_remove(memory, 1));
  the_log_tells_what_was_done(memory);
  actions_are_taken_back(memory);
  egiz_memory_free(memory);
}
