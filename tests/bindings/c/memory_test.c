/* SPDX-License-Identifier: Apache-2.0 */
#include <stdio.h>
#include <string.h>

#include "check.h"

static egiz_unit* unit_of(const char* ru, const char* kk) {
  egiz_unit* unit = NULL;
  CHECK_OK(egiz_unit_create(&unit));
  CHECK_OK(egiz_unit_set_text(unit, "ru", ru, EGIZ_NUL_TERMINATED));
  if (kk) CHECK_OK(egiz_unit_set_text(unit, "kk", kk, EGIZ_NUL_TERMINATED));
  return unit;
}

static void memories_are_made_and_opened(void) {
  egiz_memory* memory = NULL;
  FILE* file;
  CHECK_STATUS(egiz_memory_open(&memory, scratch("open.egiz"), EGIZ_READ_WRITE), EGIZ_NOT_FOUND);
  CHECK(memory == NULL);
  CHECK_OK(egiz_memory_open(&memory, scratch("open.egiz"), EGIZ_CREATE));
  egiz_memory_free(memory);
  CHECK_STATUS(egiz_memory_open(&memory, scratch("open.egiz"), EGIZ_CREATE), EGIZ_EXISTS);
  CHECK_OK(egiz_memory_open(&memory, scratch("open.egiz"), EGIZ_OPEN_OR_CREATE));
  egiz_memory_free(memory);
  CHECK_STATUS(egiz_memory_open(&memory, scratch("open.egiz"), (egiz_open_mode)8), EGIZ_INVALID_ARGUMENT);
  file = fopen(scratch("damaged.egiz"), "w");
  if (file) {
    fputs("this is no memory at all, but it is long enough to look at", file);
    fclose(file);
  }
  CHECK_STATUS(egiz_memory_open(&memory, scratch("damaged.egiz"), EGIZ_READ_WRITE), EGIZ_PARSE);
}

static int count_units(int64_t id, const egiz_unit* unit, void* count) {
  CHECK(id > 0 && egiz_unit_text(unit, "ru").data != NULL);
  return ++*(int*)count == 2;
}

static void units_are_added_read_changed_and_removed(void) {
  egiz_memory* memory = NULL;
  egiz_unit *one = unit_of("Да", "Иә"), *two = unit_of("Нет", "Жоқ"), *half = unit_of("Может быть", NULL), *read = NULL;
  int64_t id = 0, again = 0;
  size_t size = 0;
  int seen = 0;
  CHECK_OK(egiz_memory_open(&memory, scratch("units.egiz"), EGIZ_CREATE));
  CHECK_OK(egiz_memory_add(&id, memory, one));
  CHECK_OK(egiz_memory_add(&again, memory, one));
  CHECK(id == again);
  CHECK_OK(egiz_memory_add(NULL, memory, two));
  CHECK_STATUS(egiz_memory_add(NULL, memory, half), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_memory_size(&size, memory));
  CHECK(size == 2);

  CHECK_OK(egiz_memory_get(&read, memory, id));
  CHECK_TEXT(egiz_unit_text(read, "kk"), "Иә");
  CHECK_OK(egiz_unit_set_text(read, "kk", "Ия", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_memory_update(memory, id, read));
  egiz_unit_free(read);
  CHECK_OK(egiz_memory_get(&read, memory, id));
  CHECK_TEXT(egiz_unit_text(read, "kk"), "Ия");
  egiz_unit_free(read);

  CHECK_OK(egiz_memory_for_each(memory, count_units, &seen));
  CHECK(seen == 2);
  CHECK_STATUS(egiz_memory_for_each(memory, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_memory_remove(memory, id));
  CHECK_STATUS(egiz_memory_remove(memory, id), EGIZ_NOT_FOUND);
  CHECK_OK(egiz_memory_get(&read, memory, id));
  CHECK(read == NULL);
  egiz_unit_free(one);
  egiz_unit_free(two);
  egiz_unit_free(half);
  egiz_memory_free(memory);
}

static int stop(uint64_t done, uint64_t total, void* user_data) {
  (void)done, (void)total, (void)user_data;
  return 1;
}

static void documents_fill_a_memory(void) {
  egiz_memory* memory = NULL;
  egiz_add_results* results = NULL;
  egiz_add_result result = EGIZ_ADD_RESULT_INIT;
  egiz_alignment* alignment = NULL;
  size_t size = 0, i, added = 0;
  const char* files[2];
  files[0] = fixture("documents/news/news.ru.txt");
  files[1] = fixture("documents/news/news.kk.txt");
  CHECK_OK(egiz_memory_open(&memory, scratch("documents.egiz"), EGIZ_CREATE));

  CHECK_STATUS(egiz_memory_add_documents(&results, memory, files, 2, NULL, stop, NULL), EGIZ_CANCELLED);
  CHECK_OK(egiz_memory_size(&size, memory));
  CHECK(size == 0 && results == NULL);

  CHECK_OK(egiz_memory_add_documents(&results, memory, files, 2, NULL, NULL, NULL));
  CHECK(egiz_add_results_count(results) == 1);
  CHECK_OK(egiz_add_results_get(&result, results, 0));
  CHECK(result.added > 10 && result.added + result.merged == result.units && !result.refused &&
        result.document_count == 2);
  CHECK_TEXT(egiz_add_results_document(results, 0, 1), files[1]);
  CHECK(egiz_add_results_document(results, 0, 2).data == NULL);
  egiz_add_results_free(results);

  CHECK_OK(egiz_align_files(&alignment, files, 2, NULL, NULL, NULL));
  CHECK_OK(egiz_memory_add_alignment(&results, memory, alignment, 0, NULL, NULL));
  CHECK_OK(egiz_add_results_get(&result, results, 0));
  CHECK(result.added == 0 && result.merged == result.units);
  egiz_add_results_free(results);
  egiz_alignment_free(alignment);

  CHECK_OK(egiz_memory_add_folder(&results, memory, fixture("documents/story"), NULL, NULL, NULL));
  for (i = 0; i < egiz_add_results_count(results); ++i) {
    CHECK_OK(egiz_add_results_get(&result, results, i));
    added += result.added;
  }
  CHECK(added > 10);
  egiz_add_results_free(results);
  CHECK_STATUS(egiz_memory_add_folder(&results, memory, scratch("absent"), NULL, NULL, NULL), EGIZ_NOT_FOUND);
  egiz_memory_free(memory);
}

static void strangers_are_refused_unless_forced(void) {
  egiz_memory* memory = NULL;
  egiz_add_results* results = NULL;
  egiz_add_result result = EGIZ_ADD_RESULT_INIT;
  egiz_documents_options options = EGIZ_DOCUMENTS_OPTIONS_INIT;
  const char* files[2];
  files[0] = fixture("documents/list/list.ru.txt");
  files[1] = fixture("documents/story/story.kk.txt");
  CHECK_OK(egiz_memory_open(&memory, scratch("strangers.egiz"), EGIZ_CREATE));
  CHECK_OK(egiz_memory_add_documents(&results, memory, files, 2, &options, NULL, NULL));
  CHECK_OK(egiz_add_results_get(&result, results, 0));
  CHECK(result.refused && result.added == 0 && result.message.size > 0);
  egiz_add_results_free(results);
  options.force = 1;
  CHECK_OK(egiz_memory_add_documents(&results, memory, files, 2, &options, NULL, NULL));
  CHECK_OK(egiz_add_results_get(&result, results, 0));
  CHECK(!result.refused && result.added > 0);
  egiz_add_results_free(results);
  egiz_memory_free(memory);
}

static void what_is_exported_is_imported(void) {
  egiz_memory *from = NULL, *to = NULL;
  egiz_import_report* report = NULL;
  egiz_import_counts counts = EGIZ_IMPORT_COUNTS_INIT;
  egiz_export_counts exported = EGIZ_EXPORT_COUNTS_INIT;
  egiz_export_options options = EGIZ_EXPORT_OPTIONS_INIT;
  const char* languages[2] = {"ru", "en"};
  CHECK_OK(egiz_memory_open(&from, scratch("documents.egiz"), EGIZ_READ_ONLY)); /* of the test before */
  CHECK_OK(egiz_memory_export(&exported, from, scratch("all.tmx"), NULL, NULL, NULL));
  CHECK(exported.written > 20 && exported.left_out == 0);
  CHECK_STATUS(egiz_memory_export(NULL, from, scratch("all.tmx"), NULL, NULL, NULL), EGIZ_EXISTS);
  options.format = EGIZ_FORMAT_LADDER;
  CHECK_STATUS(egiz_memory_export(NULL, from, scratch("all.ladder"), &options, NULL, NULL), EGIZ_INVALID_ARGUMENT);
  options.format = EGIZ_FORMAT_TSV;
  options.languages = languages;
  options.language_count = 2;
  CHECK_OK(egiz_memory_export(&exported, from, scratch("ru-en.tsv"), &options, NULL, NULL));
  CHECK(exported.written > 10 && exported.left_out > 10);
  CHECK_STATUS(egiz_memory_export(NULL, from, scratch("stopped.tmx"), NULL, stop, NULL), EGIZ_CANCELLED);
  CHECK(fopen(scratch("stopped.tmx"), "r") == NULL);

  CHECK_OK(egiz_memory_open(&to, scratch("imported.egiz"), EGIZ_CREATE));
  CHECK_OK(egiz_memory_import(&report, to, scratch("all.tmx"), NULL, 0, NULL, NULL));
  CHECK_OK(egiz_import_report_counts(&counts, report));
  CHECK(counts.read == counts.added + counts.merged && counts.skipped == 0 && counts.added > 20);
  egiz_import_report_free(report);
  CHECK_STATUS(egiz_memory_import(&report, to, scratch("absent.tmx"), NULL, 0, NULL, NULL), EGIZ_NOT_FOUND);
  CHECK(report == NULL);
  egiz_memory_free(from);
  egiz_memory_free(to);
}

static void skipped_units_are_told(void) {
  egiz_memory* memory = NULL;
  egiz_import_report* report = NULL;
  egiz_import_counts counts = EGIZ_IMPORT_COUNTS_INIT;
  egiz_finding finding = EGIZ_FINDING_INIT;
  FILE* file = fopen(scratch("half.tsv"), "w");
  CHECK(file != NULL);
  if (!file) return;
  fputs("ru\tkk\nДа\tИә\nНет\t\n", file);
  fclose(file);
  CHECK_OK(egiz_memory_open(&memory, scratch("half.egiz"), EGIZ_CREATE));
  CHECK_OK(egiz_memory_import(&report, memory, scratch("half.tsv"), NULL, 0, NULL, NULL));
  CHECK_OK(egiz_import_report_counts(&counts, report));
  CHECK(counts.read == 1 && counts.skipped == 1 && counts.finding_count == 1);
  CHECK_OK(egiz_import_report_finding(&finding, report, 0));
  CHECK(finding.place.size > 0 && finding.reason.size > 0);
  CHECK_STATUS(egiz_import_report_finding(&finding, report, 1), EGIZ_INVALID_ARGUMENT);
  egiz_import_report_free(report);
  egiz_memory_free(memory);
}

static void sizes_are_told_by_language(void) {
  egiz_memory* memory = NULL;
  egiz_stats* stats = NULL;
  egiz_language_count count = EGIZ_LANGUAGE_COUNT_INIT;
  char* json = NULL;
  CHECK_OK(egiz_memory_open(&memory, scratch("half.egiz"), EGIZ_READ_ONLY));
  CHECK_OK(egiz_memory_stats(&stats, memory));
  CHECK(egiz_stats_count(stats) == 2);
  CHECK_OK(egiz_stats_get(&count, stats, 0));
  CHECK(count.units == 1 && count.characters == 2 && count.language.size == 2);
  egiz_stats_free(stats);
  CHECK_OK(egiz_memory_stats_json(&json, memory));
  CHECK(json && strstr(json, "\"units\":1") != NULL);
  egiz_string_free(json);
  egiz_memory_free(memory);
}

void test_memory(void) {
  memories_are_made_and_opened();
  units_are_added_read_changed_and_removed();
  documents_fill_a_memory();
  strangers_are_refused_unless_forced();
  what_is_exported_is_imported();
  skipped_units_are_told();
  sizes_are_told_by_language();
}
