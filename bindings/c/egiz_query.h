/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_QUERY_H
#define EGIZ_QUERY_H

/* Look-up in memories: matches and concordance. */

#include "egiz_memory.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Points that a match loses, 0 and up; 0 switches a penalty off. */
typedef struct egiz_penalty_settings {
  size_t struct_size;
  double letter_case;     /* the texts differ in capital letters only */
  double punctuation;     /* in white space, quotes, dashes only */
  double spelling;        /* in ё, look-alike letters or script only */
  double several_targets; /* exact matches translate one source differently */
  double region;          /* en-US was asked for and en-GB found */
  double aligned;         /* made by alignment, not reviewed */
  double machine;         /* machine translation */
  double numbers;         /* in numbers, dates or times only, and the translation was adjusted */
  const char* const* property_names;  /* the unit has this property ... */
  const char* const* property_values; /* ... with this value; "" is any */
  const double* property_points;
  size_t property_count;
  double codes; /* other inline codes than those of the query, where these are known */
} egiz_penalty_settings;
#define EGIZ_PENALTY_SETTINGS_INIT \
  { sizeof(egiz_penalty_settings), 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 10.0, 1.0, NULL, NULL, NULL, 0, 1.0 }

typedef struct egiz_query_options {
  size_t struct_size;
  double min_similarity;                  /* 0 to 100; every unit that reaches it is found, or is adjusted */
  size_t max_matches;                     /* the best ones are returned; 0 is all */
  const char* previous;                   /* the source segment before, for context matches; NULL: not known */
  const char* next;                       /* and after it */
  const char* context_id;                 /* the key of the segment in its document; NULL: not known */
  const egiz_penalty_settings* penalties; /* NULL: EGIZ_PENALTY_SETTINGS_INIT */
  const egiz_filter* filter;              /* only units that pass are found; NULL: all */
  int has_codes; /* 1: texts have inline codes, <1>opening</1> or <2/> alone (docs/matching.md) */
} egiz_query_options;
#define EGIZ_QUERY_OPTIONS_INIT \
  { sizeof(egiz_query_options), 70.0, 5, NULL, NULL, NULL, NULL, NULL, 0 }

typedef int egiz_match_kind;
enum {
  EGIZ_MATCH_CONTEXT = 0, /* source equal, and its neighbours equal too */
  EGIZ_MATCH_EXACT = 1,   /* source equal */
  EGIZ_MATCH_FUZZY = 2
};

/* A unit that answers a query. */
typedef struct egiz_match {
  size_t struct_size;
  int64_t id;
  double score;      /* 0 to 100, after penalties: what a translator sees */
  double similarity; /* 0 to 100, before penalties: text alone */
  egiz_match_kind kind;
  egiz_view source; /* the text of the unit in the language asked from */
  egiz_view target; /* and in the language asked for */
  size_t penalty_count;
  int word_similarity; /* 0 to 100, before penalties: word by word, rounded down */
  int is_adjusted;     /* 1: target has the numbers of the query in place of those of the unit */
  size_t memory;       /* its place among those asked, when several were */
  egiz_view coded_target; /* target with the codes of the query, where the match has the same; else data is NULL */
} egiz_match;
#define EGIZ_MATCH_INIT \
  { sizeof(egiz_match), 0, 0.0, 0.0, EGIZ_MATCH_CONTEXT, {NULL, 0}, {NULL, 0}, 0, 0, 0, 0, {NULL, 0} }

/* What lowered a score: "case", "punctuation" ... */
typedef struct egiz_penalty {
  size_t struct_size;
  egiz_view reason;
  double points;
} egiz_penalty;
#define EGIZ_PENALTY_INIT \
  { sizeof(egiz_penalty), {NULL, 0}, 0.0 }

/* The answer to one query, best first. */
typedef struct egiz_matches egiz_matches;

/* similarity = 100 x (1 - d/m), d the Levenshtein distance of the two match keys in code points, m the longer length.
 */
EGIZ_API egiz_status egiz_memory_query(egiz_matches** out, const egiz_memory* memory, const char* text, size_t size,
                                       const char* from, const char* to, const egiz_query_options* options);
EGIZ_API void egiz_matches_free(egiz_matches* matches);
EGIZ_API size_t egiz_matches_count(const egiz_matches* matches);
EGIZ_API egiz_status egiz_matches_get(egiz_match* out, const egiz_matches* matches, size_t index);
EGIZ_API egiz_status egiz_matches_penalty(egiz_penalty* out, const egiz_matches* matches, size_t index, size_t penalty);
EGIZ_API const egiz_unit* egiz_matches_unit(const egiz_matches* matches, size_t index);

/* {"query","from","to","matches":[{"score","similarity","kind","source","target","id","origin", ...}]} */
EGIZ_API egiz_status egiz_matches_json(char** out, const egiz_matches* matches);

/* The answers to many queries, in order. */
typedef struct egiz_answers egiz_answers;

/* Answers many queries in parallel, each NUL-terminated; the same as one by one. */
EGIZ_API egiz_status egiz_memory_query_all(egiz_answers** out, const egiz_memory* memory, const char* const* texts,
                                           size_t count, const char* from, const char* to,
                                           const egiz_query_options* options, egiz_progress progress, void* user_data);
EGIZ_API void egiz_answers_free(egiz_answers* answers);
EGIZ_API size_t egiz_answers_count(const egiz_answers* answers);
EGIZ_API const egiz_matches* egiz_answers_get(const egiz_answers* answers, size_t index);

/* ---- Concordance ---- */

typedef struct egiz_concordance_options {
  size_t struct_size;
  size_t max_hits;           /* 0 is all */
  const egiz_filter* filter; /* only units that pass are found; NULL: all */
} egiz_concordance_options;
#define EGIZ_CONCORDANCE_OPTIONS_INIT \
  { sizeof(egiz_concordance_options), 20, NULL }

typedef struct egiz_hit {
  size_t struct_size;
  int64_t id;
  egiz_view text; /* in the language that was searched */
  size_t highlight_count;
  size_t memory; /* its place among those asked, when several were */
} egiz_hit;
#define EGIZ_HIT_INIT \
  { sizeof(egiz_hit), 0, {NULL, 0}, 0, 0 }

/* Units that hold every word of a text. */
typedef struct egiz_hits egiz_hits;

/* "word*" is a prefix, "word~" any form of the word, a "quoted phrase" stays together. */
EGIZ_API egiz_status egiz_memory_concordance(egiz_hits** out, const egiz_memory* memory, const char* text, size_t size,
                                             const char* language, const egiz_concordance_options* options);
EGIZ_API void egiz_hits_free(egiz_hits* hits);
EGIZ_API size_t egiz_hits_count(const egiz_hits* hits);
EGIZ_API egiz_status egiz_hits_get(egiz_hit* out, const egiz_hits* hits, size_t index);

/* Where the words stand in the text of a hit. */
EGIZ_API egiz_status egiz_hits_highlight(egiz_range* out, const egiz_hits* hits, size_t index, size_t highlight);
EGIZ_API const egiz_unit* egiz_hits_unit(const egiz_hits* hits, size_t index);

/* {"query","in","hits":[{"id","highlights":[[begin,end]],"variants","memory"}]} */
EGIZ_API egiz_status egiz_hits_json(char** out, const egiz_hits* hits);

/* ---- Fragments ---- */

typedef struct egiz_fragment_options {
  size_t struct_size;
  size_t min_words;          /* shorter parts are not told; at least 1 */
  size_t max_hits;           /* units for each part; 0 is all */
  const egiz_filter* filter; /* only units that pass are found; NULL: all */
} egiz_fragment_options;
#define EGIZ_FRAGMENT_OPTIONS_INIT \
  { sizeof(egiz_fragment_options), 2, 3, NULL }

/* A part of a text that units hold word for word. */
typedef struct egiz_fragment {
  size_t struct_size;
  egiz_range range; /* in the text, bytes, from the first word to the last */
  size_t words;
} egiz_fragment;
#define EGIZ_FRAGMENT_INIT \
  { sizeof(egiz_fragment), {0, 0}, 0 }

/* The longest parts of a text that stand in units with text in to, most words first. */
typedef struct egiz_fragments egiz_fragments;
EGIZ_API egiz_status egiz_memory_fragments(egiz_fragments** out, const egiz_memory* memory, const char* text,
                                           size_t size, const char* from, const char* to,
                                           const egiz_fragment_options* options);
EGIZ_API void egiz_fragments_free(egiz_fragments* fragments);
EGIZ_API size_t egiz_fragments_count(const egiz_fragments* fragments);
EGIZ_API egiz_status egiz_fragments_get(egiz_fragment* out, const egiz_fragments* fragments, size_t index);

/* The units that hold one, short texts first, as if from had been searched for it; NULL when there is no such index. */
EGIZ_API const egiz_hits* egiz_fragments_hits(const egiz_fragments* fragments, size_t index);

/* {"query","from","to","fragments":[{"begin","end","words","text","hits":[{"id","highlights","source","target",
 * "memory"}]}]} */
EGIZ_API egiz_status egiz_fragments_json(char** out, const egiz_fragments* fragments);

/* ---- Several memories ---- */

/* Memories that are asked as if they were one.  Among equals the one that was added first goes first; what several hold
 * with the same source and target, letter by letter, is told once. */
typedef struct egiz_memories egiz_memories;
EGIZ_API egiz_status egiz_memories_create(egiz_memories** out);
EGIZ_API void egiz_memories_free(egiz_memories* memories);

/* penalty: points that each of its matches loses, named "memory".  memory must live as long as memories is used. */
EGIZ_API egiz_status egiz_memories_add(egiz_memories* memories, const egiz_memory* memory, double penalty);

/* The calls of one memory for all of them; egiz_match and egiz_hit tell the memory, JSON its file. */
EGIZ_API egiz_status egiz_memories_query(egiz_matches** out, const egiz_memories* memories, const char* text,
                                         size_t size, const char* from, const char* to,
                                         const egiz_query_options* options);
EGIZ_API egiz_status egiz_memories_query_all(egiz_answers** out, const egiz_memories* memories,
                                             const char* const* texts, size_t count, const char* from, const char* to,
                                             const egiz_query_options* options, egiz_progress progress,
                                             void* user_data);
EGIZ_API egiz_status egiz_memories_concordance(egiz_hits** out, const egiz_memories* memories, const char* text,
                                               size_t size, const char* language,
                                               const egiz_concordance_options* options);
EGIZ_API egiz_status egiz_memories_fragments(egiz_fragments** out, const egiz_memories* memories, const char* text,
                                             size_t size, const char* from, const char* to,
                                             const egiz_fragment_options* options);

#ifdef __cplusplus
}
#endif

#endif
