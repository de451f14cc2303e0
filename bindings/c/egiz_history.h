/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_HISTORY_H
#define EGIZ_HISTORY_H

/* What was done to a memory, and taking it back. */

#include "egiz_memory.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The name that what is done through this memory from now on is logged under; NULL or "": none. */
EGIZ_API egiz_status egiz_memory_set_author(egiz_memory* memory, const char* author);

/* One call that changed a memory. */
typedef struct egiz_action {
  size_t struct_size;
  int64_t number; /* ascending, from 1 */
  int64_t at;     /* seconds since 1970, UTC */
  size_t added;   /* units */
  size_t changed;
  size_t removed;
  int64_t undoes;   /* the number of the action that this one undid; 0: none */
  int stands;       /* 1: it was not undone, or came back */
  egiz_view author; /* empty when not known */
} egiz_action;
#define EGIZ_ACTION_INIT \
  { sizeof(egiz_action), 0, 0, 0, 0, 0, 0, 0, {NULL, 0} }

/* The actions on a memory, the last one first. */
typedef struct egiz_log egiz_log;
EGIZ_API egiz_status egiz_memory_log(egiz_log** out, const egiz_memory* memory);
EGIZ_API void egiz_log_free(egiz_log* log);
EGIZ_API size_t egiz_log_count(const egiz_log* log);
EGIZ_API egiz_status egiz_log_get(egiz_action* out, const egiz_log* log, size_t index);

typedef int egiz_step_kind;
enum { EGIZ_STEP_ADDED = 0, EGIZ_STEP_CHANGED = 1, EGIZ_STEP_REMOVED = 2 };

/* What an action did to a unit, or that it added a run of units. */
typedef struct egiz_step {
  size_t struct_size;
  egiz_step_kind kind;
  int64_t first; /* number of the unit */
  int64_t last;  /* first but for a run that was added */
} egiz_step;
#define EGIZ_STEP_INIT \
  { sizeof(egiz_step), EGIZ_STEP_ADDED, 0, 0 }

/* The steps of an action, in order.  EGIZ_NOT_FOUND when there is no such action. */
typedef struct egiz_steps egiz_steps;
EGIZ_API egiz_status egiz_memory_steps(egiz_steps** out, const egiz_memory* memory, int64_t action);
EGIZ_API void egiz_steps_free(egiz_steps* steps);
EGIZ_API size_t egiz_steps_count(const egiz_steps* steps);
EGIZ_API egiz_status egiz_steps_get(egiz_step* out, const egiz_steps* steps, size_t index);

/* The unit as it was before the step; NULL when it was added. */
EGIZ_API const egiz_unit* egiz_steps_before(const egiz_steps* steps, size_t index);

/* Undoes the last action that stands; once more undoes the one before.  redo takes the last undo back, until something
 * else is done.  *action is the number of the action that was undone or came back, 0 when there is none; may be NULL. */
EGIZ_API egiz_status egiz_memory_undo(int64_t* action, egiz_memory* memory);
EGIZ_API egiz_status egiz_memory_redo(int64_t* action, egiz_memory* memory);

/* Undoes one action, whatever was done since to other units.  EGIZ_NOT_FOUND when there is none; EGIZ_INVALID_ARGUMENT
 * when it does not stand, is an undo itself, or a later action touched one of its units, which the message names. */
EGIZ_API egiz_status egiz_memory_undo_action(egiz_memory* memory, int64_t action);

/* Removes what is kept of former units and actions. */
EGIZ_API egiz_status egiz_memory_forget_history(egiz_memory* memory);

#ifdef __cplusplus
}
#endif

#endif
