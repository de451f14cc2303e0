/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "check.h"

static egiz_alignment* news(size_t count) {
  egiz_alignment* alignment = NULL;
  const char* files[3];
  files[0] = fixture("documents/news/news.ru.txt");
  files[1] = fixture("documents/news/news.kk.txt");
  files[2] = fixture("documents/news/news.en.txt");
  CHECK_OK(egiz_align_files(&alignment, files, count, NULL, NULL, NULL));
  return alignment;
}

static void beads_cover_every_side_in_order(void) {
  size_t count, i, side;
  for (count = 2; count <= 3; ++count) {
    egiz_alignment* alignment = news(count);
    egiz_bead bead = EGIZ_BEAD_INIT;
    size_t end[3] = {0, 0, 0};
    CHECK(egiz_alignment_document_count(alignment) == count);
    CHECK(egiz_alignment_parallelism(alignment) > 0.5);
    for (i = 0; i < egiz_alignment_bead_count(alignment); ++i) {
      CHECK_OK(egiz_alignment_bead(&bead, alignment, i));
      CHECK(bead.side_count == count && bead.confidence >= 0 && bead.confidence <= 1);
      for (side = 0; side < count; ++side) {
        CHECK(bead.sides[side].begin == end[side]);
        end[side] = bead.sides[side].end;
      }
    }
    for (side = 0; side < count; ++side) {
      CHECK(end[side] == egiz_document_segment_count(egiz_alignment_document(alignment, side)));
    }
    CHECK(egiz_alignment_document(alignment, count) == NULL);
    CHECK_STATUS(egiz_alignment_bead(&bead, alignment, i), EGIZ_INVALID_ARGUMENT);
    egiz_alignment_free(alignment);
  }
}

static void a_bead_has_a_text_on_each_side(void) {
  egiz_alignment* alignment = news(2);
  egiz_segment segment = EGIZ_SEGMENT_INIT;
  char* text = NULL;
  CHECK_OK(egiz_document_segment(&segment, egiz_alignment_document(alignment, 0), 0));
  CHECK_OK(egiz_alignment_bead_text(&text, alignment, 0, 0));
  CHECK(text && strncmp(text, segment.text.data, segment.text.size) == 0);
  egiz_string_free(text);
  CHECK_STATUS(egiz_alignment_bead_text(&text, alignment, 0, 2), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_alignment_json(&text, alignment));
  CHECK(text && strstr(text, "\"languages\":[\"ru\",\"kk\"]") != NULL);
  egiz_string_free(text);
  egiz_alignment_free(alignment);
}

static void loaded_documents_are_aligned(void) {
  egiz_document* documents[2] = {NULL, NULL};
  egiz_alignment* alignment = NULL;
  CHECK_OK(egiz_document_load(&documents[0], fixture("documents/story/story.ru.txt"), NULL));
  CHECK_OK(egiz_document_load(&documents[1], fixture("documents/story/story.en.txt"), NULL));
  CHECK_OK(egiz_align(&alignment, (const egiz_document* const*)documents, 2, NULL, NULL, NULL));
  egiz_document_free(documents[1]);
  CHECK_TEXT(egiz_document_language(egiz_alignment_document(alignment, 1)), "en");
  egiz_alignment_free(alignment);

  documents[1] = documents[0];
  CHECK_STATUS(egiz_align(&alignment, (const egiz_document* const*)documents, 2, NULL, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_align(&alignment, (const egiz_document* const*)documents, 1, NULL, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  egiz_document_free(documents[0]);
}

static void alignments_are_written_in_every_format(void) {
  egiz_alignment* alignment = news(2);
  char* text = NULL;
  CHECK_OK(egiz_alignment_write(alignment, scratch("news.tsv"), EGIZ_FORMAT_BY_NAME, 0));
  CHECK_STATUS(egiz_alignment_write(alignment, scratch("news.tsv"), EGIZ_FORMAT_BY_NAME, 0), EGIZ_EXISTS);
  CHECK_OK(egiz_alignment_write(alignment, scratch("news.tsv"), EGIZ_FORMAT_TSV, 1));
  CHECK_STATUS(egiz_alignment_write(alignment, scratch("no/folder/news.tmx"), EGIZ_FORMAT_TMX, 0), EGIZ_NOT_FOUND);
  CHECK_STATUS(egiz_alignment_write(alignment, scratch("news.x"), (egiz_format)12, 0), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_alignment_string(&text, alignment, EGIZ_FORMAT_BY_NAME));
  CHECK(text && strstr(text, "<tmx") != NULL);
  egiz_string_free(text);
  CHECK_OK(egiz_alignment_string(&text, alignment, EGIZ_FORMAT_LADDER));
  CHECK(text && strncmp(text, "0", 1) == 0);
  egiz_string_free(text);
  CHECK_STATUS(egiz_alignment_string(&text, alignment, EGIZ_FORMAT_MOSES), EGIZ_INVALID_ARGUMENT);
  egiz_alignment_free(alignment);
}

static void a_ladder_is_scored(void) {
  egiz_score score = EGIZ_SCORE_INIT;
  const char* gold = fixture("documents/news/news.ru-kk.gold");
  CHECK_OK(egiz_evaluate_files(&score, gold, gold));
  CHECK(score.strict_f1 == 1 && score.lax_f1 == 1);
  CHECK_STATUS(egiz_evaluate_files(&score, gold, scratch("absent")), EGIZ_NOT_FOUND);
}

/* Goes on until it was called as often as *calls_left says. */
static int stop_later(uint64_t done, uint64_t total, void* calls_left) {
  CHECK(done <= total);
  return (*(int*)calls_left)-- == 0;
}

static void aligning_stops_when_progress_says_so(void) {
  const char* files[2];
  egiz_document* documents[2] = {NULL, NULL};
  egiz_alignment* alignment = NULL;
  int calls_left;
  files[0] = fixture("documents/news/news.ru.txt");
  files[1] = fixture("documents/news/news.en.txt");
  for (calls_left = 0; calls_left < 3; ++calls_left) {
    int left = calls_left;
    CHECK_STATUS(egiz_align_files(&alignment, files, 2, NULL, stop_later, &left), EGIZ_CANCELLED);
    CHECK(alignment == NULL && left == -1);
  }
  CHECK_OK(egiz_document_load(&documents[0], files[0], NULL));
  CHECK_OK(egiz_document_load(&documents[1], files[1], NULL));
  calls_left = 1;
  CHECK_STATUS(
      egiz_align(&alignment, (const egiz_document* const*)documents, 2, NULL, stop_later, &calls_left), EGIZ_CANCELLED);
  CHECK(alignment == NULL);
  calls_left = 1000000;
  CHECK_OK(egiz_align(&alignment, (const egiz_document* const*)documents, 2, NULL, stop_later, &calls_left));
  CHECK(calls_left < 1000000);
  egiz_alignment_free(alignment);
  egiz_document_free(documents[0]);
  egiz_document_free(documents[1]);
}

static int stop(uint64_t done, uint64_t total, void* calls) {
  (void)done, (void)total;
  ++*(int*)calls;
  return 1;
}

static void a_list_is_aligned_job_by_job(void) {
  egiz_job jobs[2];
  egiz_job_results* results = NULL;
  egiz_job_result result = EGIZ_JOB_RESULT_INIT;
  egiz_list_options options = EGIZ_LIST_OPTIONS_INIT;
  int calls = 0;
  jobs[0].source = fixture("documents/news/news.ru.txt");
  jobs[0].target = fixture("documents/news/news.en.txt");
  jobs[0].output = scratch("list.ladder");
  jobs[1].source = scratch("absent.txt");
  jobs[1].target = jobs[0].target;
  jobs[1].output = scratch("other.ladder");
  options.format = EGIZ_FORMAT_LADDER;

  CHECK_STATUS(egiz_align_list(&results, jobs, 1, &options, stop, &calls), EGIZ_CANCELLED);
  CHECK(results == NULL && calls > 0);
  CHECK_OK(egiz_align_list(&results, jobs, 2, &options, NULL, NULL));
  CHECK(egiz_job_results_count(results) == 2);
  CHECK_OK(egiz_job_results_get(&result, results, 0));
  CHECK(result.outcome == EGIZ_OUTCOME_ALIGNED && result.beads > 10);
  CHECK_TEXT(result.output, jobs[0].output);
  CHECK_OK(egiz_job_results_get(&result, results, 1));
  CHECK(result.outcome == EGIZ_OUTCOME_FAILED && result.message.size > 0);
  egiz_job_results_free(results);
}

static void a_list_is_read_from_a_file(void) {
  egiz_job_results* results = NULL;
  egiz_job_result result = EGIZ_JOB_RESULT_INIT;
  egiz_list_options options = EGIZ_LIST_OPTIONS_INIT;
  FILE* file = fopen(scratch("jobs.tsv"), "w");
  CHECK(file != NULL);
  if (!file) return;
  fprintf(file, "%s\t%s\t%s\n", fixture("documents/news/news.ru.txt"), fixture("documents/news/news.en.txt"),
          scratch("list.ladder"));
  fclose(file);
  options.format = EGIZ_FORMAT_LADDER;
  options.resume = 1; /* the test before has written it */
  CHECK_OK(egiz_align_list_file(&results, scratch("jobs.tsv"), &options, NULL, NULL));
  CHECK_OK(egiz_job_results_get(&result, results, 0));
  CHECK(result.outcome == EGIZ_OUTCOME_SKIPPED);
  egiz_job_results_free(results);
}

static void a_folder_is_paired(void) {
  char* json = NULL;
  int calls = 0;
  CHECK_OK(egiz_pair_folder_json(&json, fixture("documents/story"), NULL, NULL, NULL));
  CHECK(json && strstr(json, "\"groups\":[{\"files\"") != NULL && strstr(json, "story.kk.txt") != NULL);
  egiz_string_free(json);
  json = NULL;
  CHECK_STATUS(egiz_pair_folder_json(&json, scratch("absent"), NULL, NULL, NULL), EGIZ_NOT_FOUND);
  CHECK_STATUS(egiz_pair_folder_json(&json, fixture("documents/story"), NULL, stop, &calls), EGIZ_CANCELLED);
  CHECK(json == NULL);
}

static void beads_that_are_given_hold(void) {
  const char* files[2];
  egiz_alignment* alignment = NULL;
  egiz_bead bead = EGIZ_BEAD_INIT;
  egiz_documents_options options = EGIZ_DOCUMENTS_OPTIONS_INIT;
  FILE* ladder = fopen(scratch("fixed.ladder"), "w");
  CHECK(ladder != NULL);
  if (!ladder) return;
  fputs("0,1\t0\n", ladder);
  fclose(ladder);
  files[0] = fixture("documents/news/news.ru.txt");
  files[1] = fixture("documents/news/news.en.txt");
  options.fixed = scratch("fixed.ladder");
  options.moves = 1;
  CHECK_OK(egiz_align_files(&alignment, files, 2, &options, NULL, NULL));
  CHECK_OK(egiz_alignment_bead(&bead, alignment, 0));
  CHECK(bead.sides[0].end == 2 && bead.sides[1].end == 1 && bead.confidence == 1.0);
  egiz_alignment_free(alignment);
  alignment = NULL;
  options.lexicon = scratch("absent.tsv");
  CHECK_STATUS(egiz_align_files(&alignment, files, 2, &options, NULL, NULL), EGIZ_NOT_FOUND);
}

void test_alignment(void) {
  beads_cover_every_side_in_order();
  a_bead_has_a_text_on_each_side();
  loaded_documents_are_aligned();
  aligning_stops_when_progress_says_so();
  alignments_are_written_in_every_format();
  a_ladder_is_scored();
  a_list_is_aligned_job_by_job();
  a_list_is_read_from_a_file();
  a_folder_is_paired();
  beads_that_are_given_hold();
}
