/* SPDX-License-Identifier: Apache-2.0 */

/* The main job of Egiz in C: a document and its translation into a memory, a look-up, an export.
 *
 *   cc example.c $(pkg-config --cflags --libs egiz) -o example
 *   ./example news.ru.txt news.kk.txt memory.egiz memory.tmx
 */

#include <egiz.h>
#include <stdio.h>

static int failed(const char* what) {
  fprintf(stderr, "%s: %s\n", what, egiz_last_error());
  return 1;
}

/* Adds the two documents and says what became of them. */
static int add(egiz_memory* memory, const char* const* files) {
  egiz_add_results* results = NULL;
  egiz_add_result result = EGIZ_ADD_RESULT_INIT;
  egiz_status status = egiz_memory_add_documents(&results, memory, files, 2, NULL, NULL, NULL);
  if (status == EGIZ_OK) status = egiz_add_results_get(&result, results, 0);
  if (status == EGIZ_OK) {
    printf("%zu segments, %zu units added, parallelism %.2f\n", result.segments, result.added, result.parallelism);
    if (result.refused) printf("%.*s\n", (int)result.message.size, result.message.data);
  }
  egiz_add_results_free(results);
  return status == EGIZ_OK ? 0 : failed("add");
}

/* Looks up the first segment of the document. */
static int query(egiz_memory* memory, const char* file) {
  egiz_document* document = NULL;
  egiz_matches* matches = NULL;
  egiz_segment segment = EGIZ_SEGMENT_INIT;
  egiz_match match = EGIZ_MATCH_INIT;
  size_t i;
  egiz_status status = egiz_document_load(&document, file, NULL);
  if (status == EGIZ_OK) status = egiz_document_segment(&segment, document, 0);
  if (status == EGIZ_OK)
    status = egiz_memory_query(&matches, memory, segment.text.data, segment.text.size, "ru", "kk", NULL);
  for (i = 0; status == EGIZ_OK && i < egiz_matches_count(matches); ++i) {
    status = egiz_matches_get(&match, matches, i);
    if (status == EGIZ_OK)
      printf("%.1f  %.*s\n      %.*s\n", match.score, (int)match.source.size, match.source.data, (int)match.target.size,
             match.target.data);
  }
  egiz_matches_free(matches);
  egiz_document_free(document);
  return status == EGIZ_OK ? 0 : failed("query");
}

int main(int argc, char** argv) {
  egiz_memory* memory = NULL;
  const char* files[2];
  int code;
  if (argc != 5) {
    fprintf(stderr, "usage: example RU KK MEMORY TMX\n");
    return 2;
  }
  files[0] = argv[1];
  files[1] = argv[2];
  if (egiz_memory_open(&memory, argv[3], EGIZ_OPEN_OR_CREATE) != EGIZ_OK) return failed("open");
  code = add(memory, files);
  if (code == 0) code = query(memory, argv[1]);
  if (code == 0 && egiz_memory_export(NULL, memory, argv[4], NULL, NULL, NULL) != EGIZ_OK) code = failed("export");
  egiz_memory_free(memory);
  return code;
}
