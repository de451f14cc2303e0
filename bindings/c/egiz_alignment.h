/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_ALIGNMENT_H
#define EGIZ_ALIGNMENT_H

/* Documents to alignments, one group or a whole list. */

#include "egiz_documents.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef int egiz_format;
enum {
  EGIZ_FORMAT_BY_NAME = 0, /* as the file name says, TMX when it says nothing */
  EGIZ_FORMAT_TMX = 1,
  EGIZ_FORMAT_TSV = 2,
  EGIZ_FORMAT_JSONL = 3,
  EGIZ_FORMAT_LADDER = 4, /* alignments only */
  EGIZ_FORMAT_MOSES = 5   /* one file a language */
};

/* Two or three documents in different languages, and the beads that cover them in order. */
typedef struct egiz_alignment egiz_alignment;

/* Segments that say the same.  sides[i] counts segments of document i; a side may be empty, not all. */
typedef struct egiz_bead {
  size_t struct_size;
  double confidence; /* 0 to 1; that exactly this bead is right */
  size_t side_count; /* 2 or 3 */
  egiz_range sides[3];
} egiz_bead;
#define EGIZ_BEAD_INIT           \
  {                              \
    sizeof(egiz_bead), 0.0, 0, { \
      {0, 0}, {0, 0}, { 0, 0 }   \
    }                            \
  }

typedef struct egiz_documents_options {
  size_t struct_size;
  const char* const* languages; /* of the documents, in order; NULL: identified */
  size_t language_count;
  int segmented;       /* 1: one segment a line */
  int force;           /* 1: add to a memory even what does not seem to be a translation; not used when aligning */
  const char* lexicon; /* a TSV or TBX file of words, beside the built-in ones; or NULL */
  const char* lexicon_memory; /* a memory whose units teach words; or NULL */
  const char* fixed;          /* a ladder of beads of two documents that are given; or NULL */
  int moves;                  /* 1: align passages that stand elsewhere; their beads stand behind the others */
} egiz_documents_options;
#define EGIZ_DOCUMENTS_OPTIONS_INIT \
  { sizeof(egiz_documents_options), NULL, 0, 0, 0, NULL, NULL, NULL, 0 }

/* Aligns two or three documents, which may be freed afterwards.  Of the options languages, segmented and force are not
 * used. */
EGIZ_API egiz_status egiz_align(egiz_alignment** out, const egiz_document* const* documents, size_t count,
                                const egiz_documents_options* options, egiz_progress progress, void* user_data);

/* Loads and aligns two or three files. */
EGIZ_API egiz_status egiz_align_files(egiz_alignment** out, const char* const* files, size_t count,
                                      const egiz_documents_options* options, egiz_progress progress, void* user_data);
EGIZ_API void egiz_alignment_free(egiz_alignment* alignment);

/* 0 to 1: are the documents translations of each other at all? */
EGIZ_API double egiz_alignment_parallelism(const egiz_alignment* alignment);
EGIZ_API size_t egiz_alignment_document_count(const egiz_alignment* alignment);
EGIZ_API const egiz_document* egiz_alignment_document(const egiz_alignment* alignment, size_t index);
EGIZ_API size_t egiz_alignment_bead_count(const egiz_alignment* alignment);
EGIZ_API egiz_status egiz_alignment_bead(egiz_bead* out, const egiz_alignment* alignment, size_t index);

/* The segments of one side of a bead, joined by spaces; "" when the side is empty. */
EGIZ_API egiz_status egiz_alignment_bead_text(char** out, const egiz_alignment* alignment, size_t index, size_t side);

/* {"documents","languages","parallelism","beads":[{"sides":[[begin,end]],"confidence","texts"}],
 * "untranslated":[{"documents":[0,1],"sides"}],"moves"} */
EGIZ_API egiz_status egiz_alignment_json(char** out, const egiz_alignment* alignment);

/* The file appears whole or not at all.  EGIZ_EXISTS when it is there and overwrite is 0. */
EGIZ_API egiz_status egiz_alignment_write(const egiz_alignment* alignment, const char* file, egiz_format format,
                                          int overwrite);

/* The same as a text; not EGIZ_FORMAT_MOSES.  EGIZ_FORMAT_BY_NAME is TMX. */
EGIZ_API egiz_status egiz_alignment_string(char** out, const egiz_alignment* alignment, egiz_format format);

/* ---- For a reviewer: one pair, aligned again around what is fixed ---- */

/* Keeps what was learnt from a pair of documents, so that to align it again around some beads takes milliseconds. */
typedef struct egiz_pair_aligner egiz_pair_aligner;

/* Segments of both documents that belong together.  One side may be empty, not both; it then stands where the other one
 * is left out, as in the beads of an alignment. */
typedef struct egiz_fixed_bead {
  egiz_range source;
  egiz_range target;
} egiz_fixed_bead;

/* Aligns the pair, as egiz_align does; the documents may be freed afterwards. */
EGIZ_API egiz_status egiz_pair_aligner_create(egiz_pair_aligner** out, const egiz_document* source,
                                              const egiz_document* target, const egiz_documents_options* options,
                                              egiz_progress progress, void* user_data);
EGIZ_API void egiz_pair_aligner_free(egiz_pair_aligner* aligner);

/* The alignment with these beads in it: all that are fixed by now, in text order, those of options.fixed among them.
 * Only around what is new is anything aligned again; without any bead it is the alignment of the whole pair.
 * EGIZ_INVALID_ARGUMENT when they cross, overlap or leave the documents.  Many threads may do this with one aligner. */
EGIZ_API egiz_status egiz_pair_aligner_realign(egiz_alignment** out, const egiz_pair_aligner* aligner,
                                               const egiz_fixed_bead* fixed, size_t count);

/* Agreement of two ladder files, 0 to 1, as Vecalign's scorer counts. */
typedef struct egiz_score {
  size_t struct_size;
  double strict_precision, strict_recall, strict_f1;
  double lax_precision, lax_recall, lax_f1;
  double null_f1; /* of the segments left without a partner */
} egiz_score;
#define EGIZ_SCORE_INIT \
  { sizeof(egiz_score), 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0 }

EGIZ_API egiz_status egiz_evaluate_files(egiz_score* out, const char* gold, const char* hypothesis);

/* Finds which documents of a folder translate each other: {"groups":[{"files":[{"name","language"}],"confidence",
 * "names"}],"denied","alone":[{"name","language"}],"left_out":[{"place","reason"}]}.  options.languages: languages of
 * the folder beside ru, kk and en; fixed, moves and force are not used. */
EGIZ_API egiz_status egiz_pair_folder_json(char** out, const char* folder, const egiz_documents_options* options,
                                           egiz_progress progress, void* user_data);

/* ---- Many alignments ---- */

/* One pair of files, and where its alignment goes. */
typedef struct egiz_job {
  const char* source;
  const char* target;
  const char* output;
} egiz_job;

typedef struct egiz_list_options {
  size_t struct_size;
  const char* const* languages; /* of all sources and all targets: two, or NULL: identified */
  size_t language_count;
  int segmented;
  egiz_format format; /* EGIZ_FORMAT_BY_NAME: TMX */
  int overwrite;
  int resume;          /* 1: leave alone jobs whose output is there and not older than its inputs */
  const char* lexicon; /* as in egiz_documents_options */
  const char* lexicon_memory;
  int moves;
} egiz_list_options;
#define EGIZ_LIST_OPTIONS_INIT \
  { sizeof(egiz_list_options), NULL, 0, 0, EGIZ_FORMAT_BY_NAME, 0, 0, NULL, NULL, 0 }

typedef int egiz_outcome;
enum { EGIZ_OUTCOME_ALIGNED = 0, EGIZ_OUTCOME_SKIPPED = 1, EGIZ_OUTCOME_FAILED = 2 };

typedef struct egiz_job_result {
  size_t struct_size;
  egiz_view source, target, output;
  egiz_outcome outcome;
  size_t beads;
  double parallelism;
  egiz_view message; /* why it failed, or was skipped */
} egiz_job_result;
#define EGIZ_JOB_RESULT_INIT                                                                            \
  {                                                                                                     \
    sizeof(egiz_job_result), {NULL, 0}, {NULL, 0}, {NULL, 0}, EGIZ_OUTCOME_ALIGNED, 0, 0.0, { NULL, 0 } \
  }

/* One result a job, in order. */
typedef struct egiz_job_results egiz_job_results;

/* Aligns all jobs, in parallel.  A job that fails is told in its result and takes no other with it. */
EGIZ_API egiz_status egiz_align_list(egiz_job_results** out, const egiz_job* jobs, size_t count,
                                     const egiz_list_options* options, egiz_progress progress, void* user_data);

/* The same for a file of lines "source<TAB>target<TAB>output[<TAB>ladder of fixed beads]". */
EGIZ_API egiz_status egiz_align_list_file(egiz_job_results** out, const char* file, const egiz_list_options* options,
                                          egiz_progress progress, void* user_data);
EGIZ_API void egiz_job_results_free(egiz_job_results* results);
EGIZ_API size_t egiz_job_results_count(const egiz_job_results* results);
EGIZ_API egiz_status egiz_job_results_get(egiz_job_result* out, const egiz_job_results* results, size_t index);

#ifdef __cplusplus
}
#endif

#endif
