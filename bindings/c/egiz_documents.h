/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_DOCUMENTS_H
#define EGIZ_DOCUMENTS_H

/* Texts and documents: languages, match keys, segments. */

#include "egiz_general.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The language of a text: "ru", "kk", "kk-Latn", "kk-Arab", "en"; "und" when undecided, "x-other" for any other. */
typedef struct egiz_identification {
  size_t struct_size;
  char language[32];
  double confidence; /* 0 to 1 */
} egiz_identification;
#define EGIZ_IDENTIFICATION_INIT \
  { sizeof(egiz_identification), "", 0.0 }

EGIZ_API egiz_status egiz_identify_text(egiz_identification* out, const char* text, size_t size);
EGIZ_API egiz_status egiz_identify_file(egiz_identification* out, const char* file);

/* What two texts have in common when a translator would call them the same. */
EGIZ_API egiz_status egiz_match_key(char** out, const char* text, size_t size, const char* language);

/* How line ends in a plain text are read. */
typedef int egiz_paragraphs;
enum {
  EGIZ_PARAGRAPHS_DETECT = 0,
  EGIZ_PARAGRAPHS_LINE = 1,      /* every line is a paragraph */
  EGIZ_PARAGRAPHS_BLANK_LINE = 2 /* paragraphs are separated by blank lines */
};

typedef struct egiz_load_options {
  size_t struct_size;
  const char* language; /* NULL: as the format states it, else identified */
  int segmented;        /* 1: one segment a line, an empty line ends a paragraph */
  egiz_paragraphs paragraphs;
} egiz_load_options;
#define EGIZ_LOAD_OPTIONS_INIT \
  { sizeof(egiz_load_options), NULL, 0, EGIZ_PARAGRAPHS_DETECT }

/* A text in one language, cut into segments. */
typedef struct egiz_document egiz_document;

typedef struct egiz_segment {
  size_t struct_size;
  egiz_range range; /* in egiz_document_text() */
  size_t paragraph; /* counts from 0 */
  egiz_view text;
} egiz_segment;
#define EGIZ_SEGMENT_INIT                        \
  {                                              \
    sizeof(egiz_segment), {0, 0}, 0, { NULL, 0 } \
  }

/* What was repaired or left out, and where. */
typedef struct egiz_finding {
  size_t struct_size;
  egiz_view place;
  egiz_view reason;
} egiz_finding;
#define EGIZ_FINDING_INIT                        \
  {                                              \
    sizeof(egiz_finding), {NULL, 0}, { NULL, 0 } \
  }

/* Reads a file of any format Egiz knows.  EGIZ_PARSE when there is no text in it, EGIZ_INVALID_ARGUMENT when the
 * language is not given and cannot be told. */
EGIZ_API egiz_status egiz_document_load(egiz_document** out, const char* file, const egiz_load_options* options);

/* The same for bytes in memory; name is for messages, and its extension tells the format ("notes.txt"). */
EGIZ_API egiz_status egiz_document_load_bytes(egiz_document** out, const char* bytes, size_t size, const char* name,
                                              const egiz_load_options* options);
EGIZ_API void egiz_document_free(egiz_document* document);

EGIZ_API egiz_view egiz_document_name(const egiz_document* document);
EGIZ_API egiz_view egiz_document_language(const egiz_document* document);
EGIZ_API egiz_view egiz_document_text(const egiz_document* document);
EGIZ_API size_t egiz_document_segment_count(const egiz_document* document);
EGIZ_API egiz_status egiz_document_segment(egiz_segment* out, const egiz_document* document, size_t index);
EGIZ_API size_t egiz_document_finding_count(const egiz_document* document);
EGIZ_API egiz_status egiz_document_finding(egiz_finding* out, const egiz_document* document, size_t index);

/* {"begin","end","paragraph","text"} */
EGIZ_API egiz_status egiz_document_segment_json(char** out, const egiz_document* document, size_t index);

#ifdef __cplusplus
}
#endif

#endif
