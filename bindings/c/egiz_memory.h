/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_MEMORY_H
#define EGIZ_MEMORY_H

/* Translation memories: opening, filling, writing out. */

#include "egiz_alignment.h"
#include "egiz_unit.h"

#ifdef __cplusplus
extern "C" {
#endif

/* A translation memory: units in any number of languages in one file.  Many may read while one writes. */
typedef struct egiz_memory egiz_memory;

typedef int egiz_open_mode;
enum {
  EGIZ_READ_ONLY = 0,
  EGIZ_READ_WRITE = 1,
  EGIZ_OPEN_OR_CREATE = 2, /* to write, and made first when it is not there */
  EGIZ_CREATE = 3          /* EGIZ_EXISTS when it is there */
};

/* EGIZ_PARSE when the file is no memory or damaged, EGIZ_UNSUPPORTED when a newer version wrote it. */
EGIZ_API egiz_status egiz_memory_open(egiz_memory** out, const char* file, egiz_open_mode mode);
EGIZ_API void egiz_memory_free(egiz_memory* memory);

/* ---- Units, one at a time ---- */

/* Adds a unit, or joins its data to the unit that already says exactly this; *id may be NULL.  EGIZ_INVALID_ARGUMENT
 * when it has not two variants with text, or two of one language. */
EGIZ_API egiz_status egiz_memory_add(int64_t* id, egiz_memory* memory, const egiz_unit* unit);

/* *out is NULL when there is no such unit. */
EGIZ_API egiz_status egiz_memory_get(egiz_unit** out, const egiz_memory* memory, int64_t id);

/* EGIZ_NOT_FOUND when there is no such unit. */
EGIZ_API egiz_status egiz_memory_update(egiz_memory* memory, int64_t id, const egiz_unit* unit);
EGIZ_API egiz_status egiz_memory_remove(egiz_memory* memory, int64_t id);

/* Calls visit for every unit, ascending by id, until it returns anything but 0, which is no failure.  The unit lives
 * during the visit, which must not use the memory. */
typedef int (*egiz_visit)(int64_t id, const egiz_unit* unit, void* user_data);
EGIZ_API egiz_status egiz_memory_for_each(const egiz_memory* memory, egiz_visit visit, void* user_data);

/* ---- Documents and files into a memory ---- */

/* What became of groups of documents, one result a group. */
typedef struct egiz_add_results egiz_add_results;

typedef struct egiz_add_result {
  size_t struct_size;
  size_t segments; /* of all documents together */
  size_t units;    /* that the alignment gave */
  size_t added;    /* of these, new in the memory */
  size_t merged;   /* of these, joined to units that were there */
  double parallelism;
  int refused;       /* 1: not translations of each other; nothing was added */
  egiz_view message; /* why the group was refused, or failed; else empty */
  size_t document_count;
  size_t finding_count;
} egiz_add_result;
#define EGIZ_ADD_RESULT_INIT \
  { sizeof(egiz_add_result), 0, 0, 0, 0, 0.0, 0, {NULL, 0}, 0, 0 }

/* Aligns two or three files and adds the units in one transaction, or refuses them: one result. */
EGIZ_API egiz_status egiz_memory_add_documents(egiz_add_results** out, egiz_memory* memory, const char* const* files,
                                               size_t count, const egiz_documents_options* options,
                                               egiz_progress progress, void* user_data);

/* The same for an alignment that is there; force: 1 adds even what does not seem to be a translation. */
EGIZ_API egiz_status egiz_memory_add_alignment(egiz_add_results** out, egiz_memory* memory,
                                               const egiz_alignment* alignment, int force, egiz_progress progress,
                                               void* user_data);

/* Finds the groups of documents of a folder that translate each other, by their names ("law_ru.txt", "law_kk.txt") and
 * else by what they say, and adds each.  A group that fails is told in its result and takes no other with it.
 * options.languages: languages of the folder beside ru, kk and en. */
EGIZ_API egiz_status egiz_memory_add_folder(egiz_add_results** out, egiz_memory* memory, const char* folder,
                                            const egiz_documents_options* options, egiz_progress progress,
                                            void* user_data);
EGIZ_API void egiz_add_results_free(egiz_add_results* results);
EGIZ_API size_t egiz_add_results_count(const egiz_add_results* results);
EGIZ_API egiz_status egiz_add_results_get(egiz_add_result* out, const egiz_add_results* results, size_t index);
EGIZ_API egiz_view egiz_add_results_document(const egiz_add_results* results, size_t index, size_t document);
EGIZ_API egiz_status egiz_add_results_finding(egiz_finding* out, const egiz_add_results* results, size_t index,
                                              size_t finding);

/* What became of a file of units. */
typedef struct egiz_import_report egiz_import_report;

typedef struct egiz_import_counts {
  size_t struct_size;
  size_t read;     /* units the file gave */
  size_t skipped;  /* units that could not be used, each with a finding */
  size_t repaired; /* units used after a repair, each with a finding */
  size_t added;
  size_t merged;
  size_t finding_count; /* at most 1000 are kept */
} egiz_import_counts;
#define EGIZ_IMPORT_COUNTS_INIT \
  { sizeof(egiz_import_counts), 0, 0, 0, 0, 0, 0 }

/* Imports TMX, TSV or JSONL in one transaction: a file that is not whole adds nothing and fails.  languages: only
 * these; NULL is all. */
EGIZ_API egiz_status egiz_memory_import(egiz_import_report** out, egiz_memory* memory, const char* file,
                                        const char* const* languages, size_t language_count, egiz_progress progress,
                                        void* user_data);
EGIZ_API void egiz_import_report_free(egiz_import_report* report);
EGIZ_API egiz_status egiz_import_report_counts(egiz_import_counts* out, const egiz_import_report* report);
EGIZ_API egiz_status egiz_import_report_finding(egiz_finding* out, const egiz_import_report* report, size_t index);

/* ---- And out of it ---- */

typedef struct egiz_export_options {
  size_t struct_size;
  egiz_format format;
  const char* const* languages; /* columns of TSV and Moses, filter of TMX and JSONL; NULL is all */
  size_t language_count;
  int overwrite;
} egiz_export_options;
#define EGIZ_EXPORT_OPTIONS_INIT \
  { sizeof(egiz_export_options), EGIZ_FORMAT_BY_NAME, NULL, 0, 0 }

typedef struct egiz_export_counts {
  size_t struct_size;
  size_t written;
  size_t left_out; /* units that lack one of the languages asked for */
} egiz_export_counts;
#define EGIZ_EXPORT_COUNTS_INIT \
  { sizeof(egiz_export_counts), 0, 0 }

/* Writes every unit.  The file appears whole or not at all.  out may be NULL. */
EGIZ_API egiz_status egiz_memory_export(egiz_export_counts* out, const egiz_memory* memory, const char* file,
                                        const egiz_export_options* options, egiz_progress progress, void* user_data);

/* ---- Sizes ---- */

EGIZ_API egiz_status egiz_memory_size(size_t* out, const egiz_memory* memory);

typedef struct egiz_language_count {
  size_t struct_size;
  egiz_view language;
  size_t units;
  size_t characters; /* code points */
} egiz_language_count;
#define EGIZ_LANGUAGE_COUNT_INIT \
  { sizeof(egiz_language_count), {NULL, 0}, 0, 0 }

/* The languages of a memory and how much there is of each. */
typedef struct egiz_stats egiz_stats;
EGIZ_API egiz_status egiz_memory_stats(egiz_stats** out, const egiz_memory* memory);
EGIZ_API void egiz_stats_free(egiz_stats* stats);
EGIZ_API size_t egiz_stats_count(const egiz_stats* stats);
EGIZ_API egiz_status egiz_stats_get(egiz_language_count* out, const egiz_stats* stats, size_t index);

/* {"units","languages":[{"language","units","characters"}]} */
EGIZ_API egiz_status egiz_memory_stats_json(char** out, const egiz_memory* memory);

#ifdef __cplusplus
}
#endif

#endif
