/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_GENERAL_H
#define EGIZ_GENERAL_H

/* What every part of libegiz uses: status, views, progress, threads. */

#include <stddef.h>
#include <stdint.h>

#if defined(__GNUC__)
#define EGIZ_API __attribute__((visibility("default")))
#else
#define EGIZ_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

typedef int egiz_status;
enum {
  EGIZ_OK = 0,
  EGIZ_INVALID_ARGUMENT = 1, /* the call itself is wrong */
  EGIZ_PARSE = 2,            /* input breaks its format, or a memory is damaged */
  EGIZ_UNSUPPORTED = 3,      /* valid, but not something this version does */
  EGIZ_NOT_FOUND = 4,        /* a named file, memory or unit is not there */
  EGIZ_EXISTS = 5,           /* it is there, and must not be */
  EGIZ_BUSY = 6,             /* another writer holds the memory */
  EGIZ_IO = 7,               /* the operating system refused */
  EGIZ_CANCELLED = 8,        /* the progress callback said stop */
  EGIZ_OUT_OF_MEMORY = 100,
  EGIZ_INTERNAL = 101 /* a bug in Egiz: please report it */
};

#define EGIZ_NUL_TERMINATED ((size_t)-1)

/* A stretch of text.  NOT NUL-terminated; data is NULL when there is none. */
typedef struct egiz_view {
  const char* data;
  size_t size;
} egiz_view;

/* Half-open. */
typedef struct egiz_range {
  size_t begin;
  size_t end;
} egiz_range;

/* Called now and then by long work, by one thread at a time but not always the caller's.  Return 0 to go on; anything
 * else stops: the work is undone and EGIZ_CANCELLED returned.  total is 0 when it is not known.  NULL is no callback.
 * It must return, not throw or longjmp, and must not use the objects at work. */
typedef int (*egiz_progress)(uint64_t done, uint64_t total, void* user_data);

/* "major.minor.patch" */
EGIZ_API const char* egiz_version(void);

/* What went wrong in the last call of this thread that failed, or "".  Lives until the next that fails. */
EGIZ_API const char* egiz_last_error(void);

/* "not_found" of EGIZ_NOT_FOUND; "unknown" of a number that is no status. */
EGIZ_API const char* egiz_status_name(egiz_status status);

/* Frees a text returned through char **out, which is NUL-terminated. */
EGIZ_API void egiz_string_free(char* text);

/* While it lives no more than this many threads work at once; 0 is all cores.  Answers do not depend on it. */
typedef struct egiz_thread_limit egiz_thread_limit;
EGIZ_API egiz_status egiz_thread_limit_create(egiz_thread_limit** out, size_t threads);
EGIZ_API void egiz_thread_limit_free(egiz_thread_limit* limit);

#ifdef __cplusplus
}
#endif

#endif
