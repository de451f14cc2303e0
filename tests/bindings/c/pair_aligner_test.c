/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check.h"

static egiz_pair_aligner* story(egiz_progress progress, void* user_data) {
  egiz_document* documents[2] = {NULL, NULL};
  egiz_pair_aligner* aligner = NULL;
  egiz_status status;
  CHECK_OK(egiz_document_load(&documents[0], fixture("documents/story/story.ru.txt"), NULL));
  CHECK_OK(egiz_document_load(&documents[1], fixture("documents/story/story.en.txt"), NULL));
  status = egiz_pair_aligner_create(&aligner, documents[0], documents[1], NULL, progress, user_data);
  CHECK(status == (progress ? EGIZ_CANCELLED : EGIZ_OK));
  egiz_document_free(documents[0]);
  egiz_document_free(documents[1]);
  return aligner;
}

static int is_bead(const egiz_alignment* alignment, size_t index, egiz_fixed_bead wanted) {
  egiz_bead bead = EGIZ_BEAD_INIT;
  CHECK_OK(egiz_alignment_bead(&bead, alignment, index));
  return bead.confidence == 1.0 && memcmp(&bead.sides[0], &wanted.source, sizeof wanted.source) == 0 &&
         memcmp(&bead.sides[1], &wanted.target, sizeof wanted.target) == 0;
}

static void beads_that_are_fixed_hold(void) {
  egiz_pair_aligner* aligner = story(NULL, NULL);
  egiz_alignment* whole = NULL;
  egiz_alignment* after = NULL;
  egiz_fixed_bead fixed[2] = {{{0, 2}, {0, 1}}, {{2, 3}, {1, 1}}};
  char* before_text = NULL;
  char* after_text = NULL;
  CHECK_OK(egiz_pair_aligner_realign(&whole, aligner, NULL, 0));
  CHECK(egiz_alignment_parallelism(whole) > 0.5);
  CHECK_OK(egiz_pair_aligner_realign(&after, aligner, fixed, 2));
  CHECK(is_bead(after, 0, fixed[0]) && is_bead(after, 1, fixed[1]));
  CHECK_TEXT(egiz_document_language(egiz_alignment_document(after, 1)), "en");
  egiz_alignment_free(after);

  /* The aligner is as it was. */
  CHECK_OK(egiz_pair_aligner_realign(&after, aligner, NULL, 0));
  CHECK_OK(egiz_alignment_json(&before_text, whole));
  CHECK_OK(egiz_alignment_json(&after_text, after));
  CHECK(before_text && after_text && strcmp(before_text, after_text) == 0);
  egiz_string_free(before_text);
  egiz_string_free(after_text);

  /* Alignments do not need it. */
  egiz_pair_aligner_free(aligner);
  CHECK(egiz_alignment_bead_count(after) == egiz_alignment_bead_count(whole));
  egiz_alignment_free(after);
  egiz_alignment_free(whole);
}

static void beads_that_cannot_be_are_refused(void) {
  egiz_pair_aligner* aligner = story(NULL, NULL);
  egiz_alignment* alignment = NULL;
  egiz_fixed_bead crossing[2] = {{{2, 3}, {2, 3}}, {{3, 4}, {1, 2}}};
  egiz_fixed_bead outside = {{0, 1000}, {0, 1}};
  egiz_fixed_bead backwards = {{3, 1}, {0, 1}};
  CHECK_STATUS(egiz_pair_aligner_realign(&alignment, aligner, crossing, 2), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_pair_aligner_realign(&alignment, aligner, &outside, 1), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_pair_aligner_realign(&alignment, aligner, &backwards, 1), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_pair_aligner_realign(&alignment, aligner, NULL, 1), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_pair_aligner_realign(&alignment, NULL, NULL, 0), EGIZ_INVALID_ARGUMENT);
  CHECK(alignment == NULL);
  egiz_pair_aligner_free(aligner);
  egiz_pair_aligner_free(NULL);
}

static void one_language_is_no_pair(void) {
  egiz_document* document = NULL;
  egiz_pair_aligner* aligner = NULL;
  CHECK_OK(egiz_document_load(&document, fixture("documents/story/story.ru.txt"), NULL));
  CHECK_STATUS(egiz_pair_aligner_create(&aligner, document, document, NULL, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_pair_aligner_create(&aligner, document, NULL, NULL, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  CHECK(aligner == NULL);
  egiz_document_free(document);
}

static int stop_at_once(uint64_t done, uint64_t total, void* calls) {
  (void)done, (void)total;
  ++*(int*)calls;
  return 1;
}

static void it_stops_when_progress_says_so(void) {
  int calls = 0;
  CHECK(story(stop_at_once, &calls) == NULL);
  CHECK(calls == 1);
}

void test_pair_aligner(void) {
  beads_that_are_fixed_hold();
  beads_that_cannot_be_are_refused();
  one_language_is_no_pair();
  it_stops_when_progress_says_so();
}
