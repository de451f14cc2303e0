/* SPDX-License-Identifier: Apache-2.0 */
#define _XOPEN_SOURCE 700 /* mkdtemp, nftw */
#include "check.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char* fixtures = "fixtures";
int failures = 0;

static char scratch_folder[] = "/tmp/egiz_test_c_XXXXXX";

void check_true(int holds, const char* text, const char* file, int line) {
  if (holds) return;
  ++failures;
  fprintf(stderr, "%s:%d: not so: %s (last error: %s)\n", file, line, text, egiz_last_error());
}

void check_status(egiz_status status, egiz_status wanted, const char* text, const char* file, int line) {
  if (status == wanted) return;
  ++failures;
  fprintf(stderr, "%s:%d: %s gave %s, not %s (last error: %s)\n", file, line, text, egiz_status_name(status),
          egiz_status_name(wanted), egiz_last_error());
}

void check_text(egiz_view text, const char* wanted, const char* file, int line) {
  if (text.data && text.size == strlen(wanted) && memcmp(text.data, wanted, text.size) == 0) return;
  ++failures;
  fprintf(stderr, "%s:%d: \"%.*s\", not \"%s\"\n", file, line, text.data ? (int)text.size : 0,
          text.data ? text.data : "", wanted);
}

static const char* joined(const char* folder, const char* name) {
  static char paths[8][1024];
  static int next = 0;
  char* path = paths[next++ % 8];
  snprintf(path, sizeof paths[0], "%s/%s", folder, name);
  return path;
}

const char* fixture(const char* name) { return joined(fixtures, name); }
const char* scratch(const char* name) { return joined(scratch_folder, name); }

egiz_view text_view(const char* text) {
  egiz_view view;
  view.data = text;
  view.size = strlen(text);
  return view;
}

static int remove_entry(const char* path, const struct stat* status, int type, struct FTW* place) {
  (void)status, (void)type, (void)place;
  return remove(path);
}

int main(int argc, char** argv) {
  if (argc > 1) fixtures = argv[1];
  if (!mkdtemp(scratch_folder)) return 3;
  test_conventions();
  test_documents();
  test_alignment();
  test_pair_aligner();
  test_units();
  test_memory();
  test_query();
  test_history();
  nftw(scratch_folder, remove_entry, 16, FTW_DEPTH | FTW_PHYS);
  if (failures == 0) puts("all checks hold");
  return failures == 0 ? 0 : 1;
}
