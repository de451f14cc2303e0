/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_H
#define EGIZ_H

/* libegiz: Russian, Kazakh and English documents to a translation memory, and look-up in it, from C.
 *
 *   egiz_memory *memory = NULL;
 *   egiz_matches *matches = NULL;
 *   if (egiz_memory_open(&memory, "memory.egiz", EGIZ_READ_ONLY) == EGIZ_OK &&
 *       egiz_memory_query(&matches, memory, "Добрый день!", EGIZ_NUL_TERMINATED, "ru", "kk", NULL) == EGIZ_OK) {
 *     egiz_match match = EGIZ_MATCH_INIT;
 *     if (egiz_matches_count(matches) > 0 && egiz_matches_get(&match, matches, 0) == EGIZ_OK)
 *       printf("%.1f %.*s\n", match.score, (int)match.target.size, match.target.data);
 *   } else {
 *     fprintf(stderr, "%s\n", egiz_last_error());
 *   }
 *   egiz_matches_free(matches);
 *   egiz_memory_free(memory);
 *
 * Conventions
 * - A function that can fail returns an egiz_status, EGIZ_OK or what went wrong; egiz_last_error() then has a sentence
 * for the user.  A function that returns something else cannot fail; given NULL or an index that is not there it
 * returns 0 or an empty view.
 * - Out-parameters come first.  A call that fails sets them to NULL or leaves them alone, and has changed nothing else.
 *   Nothing found is no failure: EGIZ_OK and a count of 0, or *out is NULL where a function says so.
 * - What is returned through T **out is the caller's, to be given to egiz_..._free once (NULL is allowed).  A const T *
 * or an egiz_view that is returned belongs to the object it came from and lives as long as that object.
 * - Text is UTF-8 and is checked on its way in: EGIZ_PARSE.  A text argument has its size in bytes, or
 *   EGIZ_NUL_TERMINATED.  Names of files and languages are NUL-terminated.  Offsets count bytes and are half-open.
 * - Structs begin with struct_size, so that later versions may append members: initialise each with its EGIZ_..._INIT.
 *   NULL for options means those defaults.  An enumeration is an int, so that a later version may add to it.
 * - Threads: an object is used by one thread at a time; documents, alignments, pair aligners and answers may be read by
 *   many, and a memory may be opened once in each thread.  The error message belongs to its thread.
 */

#include "egiz_alignment.h"
#include "egiz_documents.h"
#include "egiz_general.h"
#include "egiz_history.h"
#include "egiz_memory.h"
#include "egiz_query.h"
#include "egiz_unit.h"

#endif
