/* SPDX-License-Identifier: Apache-2.0 */
#include <pthread.h>
#include <string.h>

#include "check.h"

static void nothing_is_freed_without_harm(void) {
  egiz_string_free(NULL);
  egiz_thread_limit_free(NULL);
  egiz_document_free(NULL);
  egiz_alignment_free(NULL);
  egiz_pair_aligner_free(NULL);
  egiz_job_results_free(NULL);
  egiz_unit_free(NULL);
  egiz_memory_free(NULL);
  egiz_add_results_free(NULL);
  egiz_import_report_free(NULL);
  egiz_stats_free(NULL);
  egiz_matches_free(NULL);
  egiz_answers_free(NULL);
  egiz_hits_free(NULL);
  egiz_fragments_free(NULL);
  egiz_memories_free(NULL);
  egiz_log_free(NULL);
  egiz_steps_free(NULL);
}

static void accessors_of_nothing_give_nothing(void) {
  CHECK(egiz_document_text(NULL).data == NULL);
  CHECK(egiz_document_segment_count(NULL) == 0);
  CHECK(egiz_alignment_bead_count(NULL) == 0);
  CHECK(egiz_alignment_document(NULL, 0) == NULL);
  CHECK(egiz_matches_count(NULL) == 0);
  CHECK(egiz_matches_unit(NULL, 0) == NULL);
  CHECK(egiz_answers_get(NULL, 0) == NULL);
  CHECK(egiz_hits_unit(NULL, 0) == NULL);
  CHECK(egiz_fragments_count(NULL) == 0);
  CHECK(egiz_fragments_hits(NULL, 0) == NULL);
  CHECK(egiz_unit_text(NULL, "ru").data == NULL);
  CHECK(egiz_unit_note(NULL, 0).data == NULL);
}

static void null_arguments_are_refused_by_name(void) {
  egiz_document* document = NULL;
  egiz_matches* matches = NULL;
  CHECK_STATUS(egiz_document_load(NULL, "a.txt", NULL), EGIZ_INVALID_ARGUMENT);
  CHECK(strstr(egiz_last_error(), "out is NULL") != NULL);
  CHECK_STATUS(egiz_document_load(&document, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  CHECK(strstr(egiz_last_error(), "file is NULL") != NULL);
  CHECK_STATUS(egiz_document_load_bytes(&document, NULL, 4, "a.txt", NULL), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_document_load_bytes(&document, NULL, EGIZ_NUL_TERMINATED, "a.txt", NULL), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_align(NULL, NULL, 2, NULL, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_memory_query(&matches, NULL, "a", EGIZ_NUL_TERMINATED, "ru", "kk", NULL), EGIZ_INVALID_ARGUMENT);
  CHECK(matches == NULL);
  CHECK_STATUS(egiz_memory_add(NULL, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_memory_size(NULL, NULL), EGIZ_INVALID_ARGUMENT);
}

static void statuses_have_names(void) {
  CHECK(strcmp(egiz_status_name(EGIZ_OK), "ok") == 0);
  CHECK(strcmp(egiz_status_name(EGIZ_BUSY), "busy") == 0);
  CHECK(strcmp(egiz_status_name(EGIZ_INTERNAL), "internal") == 0);
  CHECK(strcmp(egiz_status_name((egiz_status)9), "unknown") == 0);
  CHECK(strchr(egiz_version(), '.') != NULL);
}

/* A struct of a program that was built with a later libegiz: longer. */
typedef struct later_options {
  egiz_load_options known;
  int more;
} later_options;

static void options_of_other_versions_are_understood(void) {
  const char text[] = "Это одно предложение. Это другое.\n";
  later_options later = {EGIZ_LOAD_OPTIONS_INIT, 0};
  egiz_load_options options = EGIZ_LOAD_OPTIONS_INIT;
  egiz_document* document = NULL;

  later.known.struct_size = sizeof later;
  CHECK_OK(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "a.txt", &later.known));
  egiz_document_free(document);
  later.more = 1;
  CHECK_STATUS(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "a.txt", &later.known), EGIZ_UNSUPPORTED);
  CHECK(document == NULL);

  options.struct_size = offsetof(egiz_load_options, segmented); /* of an earlier version: the rest is not read */
  options.segmented = 77;
  options.paragraphs = (egiz_paragraphs)77;
  CHECK_OK(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "a.txt", &options));
  egiz_document_free(document);

  options.struct_size = 0;
  CHECK_STATUS(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "a.txt", &options),
               EGIZ_INVALID_ARGUMENT);
  CHECK(strstr(egiz_last_error(), "struct_size") != NULL);
}

static void answers_fit_structs_of_earlier_versions(void) {
  const char text[] = "Это одно предложение. Это другое.\n";
  egiz_segment segment = EGIZ_SEGMENT_INIT;
  egiz_document* document = NULL;
  CHECK_OK(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "a.txt", NULL));
  segment.struct_size = offsetof(egiz_segment, paragraph);
  segment.paragraph = 4711;
  CHECK_OK(egiz_document_segment(&segment, document, 1));
  CHECK(segment.range.begin > 0 && segment.range.end > segment.range.begin);
  CHECK(segment.paragraph == 4711 && segment.text.data == NULL);
  segment.struct_size = 0;
  CHECK_STATUS(egiz_document_segment(&segment, document, 1), EGIZ_INVALID_ARGUMENT);
  egiz_document_free(document);
}

static void* fail_elsewhere(void* unused) {
  egiz_document* document = NULL;
  (void)unused;
  CHECK(strcmp(egiz_last_error(), "") == 0);
  CHECK_STATUS(egiz_document_load(&document, "/not/there/at/all", NULL), EGIZ_NOT_FOUND);
  return NULL;
}

static void the_message_belongs_to_its_thread(void) {
  pthread_t thread;
  CHECK_STATUS(egiz_document_load(NULL, "a.txt", NULL), EGIZ_INVALID_ARGUMENT);
  CHECK(pthread_create(&thread, NULL, fail_elsewhere, NULL) == 0);
  pthread_join(thread, NULL);
  CHECK(strstr(egiz_last_error(), "out is NULL") != NULL);
}

static void a_message_is_cut_between_characters(void) {
  char name[8192];
  size_t i;
  egiz_document* document = NULL;
  for (i = 0; i + 2 < sizeof name; i += 2) memcpy(name + i, "\xD2\x9B", 2); /* қ */
  name[i] = '\0';
  CHECK_STATUS(egiz_document_load_bytes(&document, "", 0, name, NULL), EGIZ_PARSE);
  {
    char* key = NULL; /* fails when the message is no UTF-8 */
    CHECK_OK(egiz_match_key(&key, egiz_last_error(), EGIZ_NUL_TERMINATED, "kk"));
    CHECK(key && strlen(key) > 1000);
    egiz_string_free(key);
  }
}

static void threads_are_limited_while_the_limit_lives(void) {
  egiz_thread_limit* limit = NULL;
  CHECK_OK(egiz_thread_limit_create(&limit, 1));
  CHECK(limit != NULL);
  egiz_thread_limit_free(limit);
}

void test_conventions(void) {
  nothing_is_freed_without_harm();
  accessors_of_nothing_give_nothing();
  null_arguments_are_refused_by_name();
  statuses_have_names();
  options_of_other_versions_are_understood();
  answers_fit_structs_of_earlier_versions();
  the_message_belongs_to_its_thread();
  a_message_is_cut_between_characters();
  threads_are_limited_while_the_limit_lives();
}
