/* SPDX-License-Identifier: Apache-2.0 */

/* Reviewing an alignment in C: a pair is aligned, which Ctrl-C stops, and aligned again around a bead that is fixed.
 *
 *   cc review_example.c $(pkg-config --cflags --libs egiz) -o review_example
 *   ./review_example news.ru.txt news.kk.txt
 */

#include <egiz.h>
#include <signal.h>
#include <stdio.h>

static volatile sig_atomic_t is_interrupted = 0;

static void interrupt(int number) {
  (void)number;
  is_interrupted = 1;
}

static int show_progress(uint64_t done, uint64_t total, void* user_data) {
  (void)user_data;
  fprintf(stderr, "\raligned %3.0f %%", total > 0 ? 100.0 * (double)done / (double)total : 0.0);
  return is_interrupted;
}

static int failed(const char* what) {
  fprintf(stderr, "\n%s: %s\n", what, egiz_last_error());
  return 1;
}

/* The first beads of an alignment. */
static void show(const egiz_alignment* alignment) {
  egiz_bead bead = EGIZ_BEAD_INIT;
  size_t i;
  for (i = 0; i < 4 && egiz_alignment_bead(&bead, alignment, i) == EGIZ_OK; ++i) {
    printf("%zu to %zu: %zu to %zu, %.2f\n", bead.sides[0].begin, bead.sides[0].end, bead.sides[1].begin,
           bead.sides[1].end, bead.confidence);
  }
}

/* What a reviewer sees, and what becomes of it when the first two segments of both documents are joined. */
static int review(const egiz_pair_aligner* aligner) {
  const egiz_fixed_bead joined = {{0, 2}, {0, 2}};
  egiz_alignment* alignment = NULL;
  if (egiz_pair_aligner_realign(&alignment, aligner, NULL, 0) != EGIZ_OK) return failed("show");
  show(alignment);
  egiz_alignment_free(alignment);
  if (egiz_pair_aligner_realign(&alignment, aligner, &joined, 1) != EGIZ_OK) return failed("align again");
  printf("with two segments joined:\n");
  show(alignment);
  egiz_alignment_free(alignment);
  return 0;
}

int main(int argc, char** argv) {
  egiz_document* source = NULL;
  egiz_document* target = NULL;
  egiz_pair_aligner* aligner = NULL;
  int code;
  if (argc != 3) {
    fprintf(stderr, "usage: review_example RU KK\n");
    return 2;
  }
  signal(SIGINT, interrupt);
  if (egiz_document_load(&source, argv[1], NULL) != EGIZ_OK || egiz_document_load(&target, argv[2], NULL) != EGIZ_OK ||
      egiz_pair_aligner_create(&aligner, source, target, NULL, show_progress, NULL) != EGIZ_OK) {
    code = failed("align");
  } else {
    code = review(aligner);
  }
  egiz_pair_aligner_free(aligner);
  egiz_document_free(target);
  egiz_document_free(source);
  return code;
}
