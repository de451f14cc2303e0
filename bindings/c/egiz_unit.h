/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_UNIT_H
#define EGIZ_UNIT_H

/* Translation units: building and reading them. */

#include "egiz_general.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef int egiz_origin;
enum {
  EGIZ_ORIGIN_HUMAN = 0,
  EGIZ_ORIGIN_ALIGNED = 1,
  EGIZ_ORIGIN_REVIEWED = 2,
  EGIZ_ORIGIN_MACHINE = 3,
  EGIZ_ORIGIN_IMPORTED = 4
};

/* One thing said in two or more languages. */
typedef struct egiz_unit egiz_unit;

/* An empty unit, to be filled and added to a memory. */
EGIZ_API egiz_status egiz_unit_create(egiz_unit** out);

/* A copy that is the caller's, of a unit that an answer lends. */
EGIZ_API egiz_status egiz_unit_copy(egiz_unit** out, const egiz_unit* unit);
EGIZ_API void egiz_unit_free(egiz_unit* unit);

/* What the unit says in a language; replaces what it said there before. */
EGIZ_API egiz_status egiz_unit_set_text(egiz_unit* unit, const char* language, const char* text, size_t size);

/* What stood before and after it in the document of that language; for context matches.  EGIZ_NOT_FOUND when the unit
 * says nothing in language. */
EGIZ_API egiz_status egiz_unit_set_neighbours(egiz_unit* unit, const char* language, const char* previous,
                                              const char* next);

typedef int egiz_code_kind;
enum { EGIZ_CODE_OPENING = 0, EGIZ_CODE_CLOSING = 1, EGIZ_CODE_STANDALONE = 2 };

/* Formatting that stands in a text and is kept out of it. */
typedef struct egiz_code {
  size_t struct_size;
  egiz_code_kind kind;
  size_t offset;      /* in bytes into the text */
  egiz_view id;       /* the same for the opening and the closing code of a pair; may be empty */
  egiz_view original; /* the code as its file had it; may be empty */
} egiz_code;
#define EGIZ_CODE_INIT                                                 \
  {                                                                    \
    sizeof(egiz_code), EGIZ_CODE_STANDALONE, 0, {NULL, 0}, { NULL, 0 } \
  }

/* Adds a code to the text of a language, behind those that stand there already.  EGIZ_NOT_FOUND when the unit says
 * nothing in language; EGIZ_INVALID_ARGUMENT when the offset is past the end of the text, within a character, or before
 * the code that was added last. */
EGIZ_API egiz_status egiz_unit_add_code(egiz_unit* unit, const char* language, const egiz_code* code);

/* confidence: 0 to 1; that an aligned unit is exactly right. */
EGIZ_API egiz_status egiz_unit_set_origin(egiz_unit* unit, egiz_origin origin, double confidence);

/* The document it stands in (NULL: none) and its place there, from 0 (-1: not known). */
EGIZ_API egiz_status egiz_unit_set_document(egiz_unit* unit, const char* document, int64_t position);

/* client, project, domain ...: free.  Several of one name are kept. */
EGIZ_API egiz_status egiz_unit_add_property(egiz_unit* unit, const char* name, const char* value);
EGIZ_API egiz_status egiz_unit_add_note(egiz_unit* unit, const char* note);

/* Seconds since 1970, UTC; INT64_MIN: not known.  Names may be NULL. */
EGIZ_API egiz_status egiz_unit_set_created(egiz_unit* unit, int64_t time, const char* by);
EGIZ_API egiz_status egiz_unit_set_changed(egiz_unit* unit, int64_t time, const char* by);

typedef struct egiz_unit_info {
  size_t struct_size;
  egiz_origin origin;
  double confidence;
  egiz_view document;
  int64_t position; /* -1: not known */
  int64_t created;  /* seconds since 1970, UTC; INT64_MIN: not known */
  int64_t changed;
  egiz_view created_by;
  egiz_view changed_by;
  size_t variant_count;
  size_t property_count;
  size_t note_count;
} egiz_unit_info;
#define EGIZ_UNIT_INFO_INIT \
  { sizeof(egiz_unit_info), EGIZ_ORIGIN_HUMAN, 0.0, {NULL, 0}, -1, INT64_MIN, INT64_MIN, {NULL, 0}, {NULL, 0}, 0, 0, 0 }

typedef struct egiz_variant {
  size_t struct_size;
  egiz_view language;
  egiz_view text;
  egiz_view previous; /* empty when not known */
  egiz_view next;
} egiz_variant;
#define EGIZ_VARIANT_INIT                                              \
  {                                                                    \
    sizeof(egiz_variant), {NULL, 0}, {NULL, 0}, {NULL, 0}, { NULL, 0 } \
  }

typedef struct egiz_property {
  size_t struct_size;
  egiz_view name;
  egiz_view value;
} egiz_property;
#define EGIZ_PROPERTY_INIT                        \
  {                                               \
    sizeof(egiz_property), {NULL, 0}, { NULL, 0 } \
  }

EGIZ_API egiz_status egiz_unit_get(egiz_unit_info* out, const egiz_unit* unit);
EGIZ_API egiz_status egiz_unit_variant(egiz_variant* out, const egiz_unit* unit, size_t index);

/* The codes of a variant, ascending by offset. */
EGIZ_API size_t egiz_unit_code_count(const egiz_unit* unit, size_t variant);
EGIZ_API egiz_status egiz_unit_code(egiz_code* out, const egiz_unit* unit, size_t variant, size_t index);

EGIZ_API egiz_status egiz_unit_property(egiz_property* out, const egiz_unit* unit, size_t index);
EGIZ_API egiz_view egiz_unit_note(const egiz_unit* unit, size_t index);

/* What the unit says in a language (ru covers ru-RU); data is NULL when it says nothing there. */
EGIZ_API egiz_view egiz_unit_text(const egiz_unit* unit, const char* language);

/* The unit as a line of the JSONL format that Egiz imports and exports. */
EGIZ_API egiz_status egiz_unit_json(char** out, const egiz_unit* unit);

/* Which units are wanted: those of which everything holds that is asked.  NULL and 0 ask nothing. */
typedef struct egiz_filter {
  size_t struct_size;
  const egiz_origin* origins; /* one of these */
  size_t origin_count;
  double min_confidence;              /* of aligned units, 0 to 1 */
  const char* const* property_names;  /* client, project, domain ...: the unit has each */
  const char* const* property_values; /* with this value */
  size_t property_count;
  const char* document;         /* it comes from this document, alone or aligned with others */
  const char* const* languages; /* it has each of these, or one that they cover */
  size_t language_count;
  int64_t since;    /* changed, or created, not before: seconds since 1970, UTC; INT64_MIN: whenever */
  int64_t before;   /* and before; a unit without dates is not in a span of time */
  const char* text; /* stands in one of its texts, compared by match keys */
  const char* by;   /* who made it, or changed it last */
  const char* note; /* stands in one of its notes, compared by match keys */
} egiz_filter;
#define EGIZ_FILTER_INIT \
  { sizeof(egiz_filter), NULL, 0, 0.0, NULL, NULL, 0, NULL, NULL, 0, INT64_MIN, INT64_MIN, NULL, NULL, NULL }

#ifdef __cplusplus
}
#endif

#endif
