/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check.h"

static void a_file_becomes_segments(void) {
  egiz_document* document = NULL;
  egiz_segment segment = EGIZ_SEGMENT_INIT;
  egiz_view text;
  size_t i, end = 0;
  CHECK_OK(egiz_document_load(&document, fixture("documents/news/news.kk.txt"), NULL));
  CHECK_TEXT(egiz_document_language(document), "kk");
  CHECK_TEXT(egiz_document_name(document), fixture("documents/news/news.kk.txt"));
  CHECK(egiz_document_segment_count(document) > 15);
  text = egiz_document_text(document);
  for (i = 0; i < egiz_document_segment_count(document); ++i) {
    CHECK_OK(egiz_document_segment(&segment, document, i));
    CHECK(segment.range.begin >= end && segment.range.end > segment.range.begin && segment.range.end <= text.size);
    CHECK(segment.text.data == text.data + segment.range.begin);
    end = segment.range.end;
  }
  CHECK_STATUS(egiz_document_segment(&segment, document, i), EGIZ_INVALID_ARGUMENT);
  egiz_document_free(document);
}

static void options_say_what_is_known(void) {
  const char text[] = "Первая строка\nвторая строка\n\nтретья\n";
  egiz_load_options options = EGIZ_LOAD_OPTIONS_INIT;
  egiz_document* document = NULL;
  egiz_segment segment = EGIZ_SEGMENT_INIT;
  char* json = NULL;
  options.segmented = 1;
  options.language = "rus";
  CHECK_OK(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "lines.txt", &options));
  CHECK_TEXT(egiz_document_language(document), "ru");
  CHECK(egiz_document_segment_count(document) == 3);
  CHECK_OK(egiz_document_segment(&segment, document, 2));
  CHECK_TEXT(segment.text, "третья");
  CHECK(segment.paragraph == 1);
  CHECK_OK(egiz_document_segment_json(&json, document, 2));
  CHECK(json && strstr(json, "\"text\":\"третья\"") != NULL);
  egiz_string_free(json);
  egiz_document_free(document);

  options.paragraphs = (egiz_paragraphs)9;
  CHECK_STATUS(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "lines.txt", &options),
               EGIZ_INVALID_ARGUMENT);
  options.paragraphs = EGIZ_PARAGRAPHS_DETECT;
  options.language = "not a language";
  CHECK_STATUS(egiz_document_load_bytes(&document, text, EGIZ_NUL_TERMINATED, "lines.txt", &options),
               EGIZ_INVALID_ARGUMENT);
}

static void what_cannot_be_loaded_says_why(void) {
  egiz_document* document = NULL;
  CHECK_STATUS(egiz_document_load(&document, scratch("absent.txt"), NULL), EGIZ_NOT_FOUND);
  CHECK(strstr(egiz_last_error(), "absent.txt") != NULL);
  CHECK(document == NULL);
  CHECK_STATUS(egiz_document_load_bytes(&document, " \n", 2, "empty.txt", NULL), EGIZ_PARSE);
  CHECK(document == NULL);
}

static void repairs_are_told(void) {
  egiz_document* document = NULL;
  egiz_finding finding = EGIZ_FINDING_INIT;
  const char koi[] =
      "\xF0\xD2\xC9\xD7\xC5\xD4, \xCB\xC1\xCB \xC4\xC5\xCC\xC1? \xF7\xD3\xC5 \xC8\xCF\xD2\xCF\xDB\xCF.\n"; /* KOI8-R */
  CHECK_OK(egiz_document_load_bytes(&document, koi, EGIZ_NUL_TERMINATED, "letter.txt", NULL));
  CHECK_TEXT(egiz_document_language(document), "ru");
  if (egiz_document_finding_count(document) > 0) CHECK_OK(egiz_document_finding(&finding, document, 0));
  CHECK_STATUS(egiz_document_finding(&finding, document, egiz_document_finding_count(document)), EGIZ_INVALID_ARGUMENT);
  egiz_document_free(document);
}

static void languages_are_identified(void) {
  egiz_identification identification = EGIZ_IDENTIFICATION_INIT;
  CHECK_OK(egiz_identify_text(&identification, "Бүгін ауа райы жақсы болады", EGIZ_NUL_TERMINATED));
  CHECK(strcmp(identification.language, "kk") == 0);
  CHECK(identification.confidence > 0.5 && identification.confidence <= 1);
  CHECK_OK(egiz_identify_file(&identification, fixture("documents/news/news.en.txt")));
  CHECK(strcmp(identification.language, "en") == 0);
  CHECK_STATUS(egiz_identify_text(&identification, "\xFF\xFE", 2), EGIZ_PARSE);
  CHECK(strstr(egiz_last_error(), "byte 0") != NULL);
}

static void match_keys_level_texts(void) {
  char *one = NULL, *two = NULL;
  CHECK_OK(egiz_match_key(&one, "«Ёлка»", EGIZ_NUL_TERMINATED, "ru"));
  CHECK_OK(egiz_match_key(&two, "\"елка\"", EGIZ_NUL_TERMINATED, "ru"));
  CHECK(one && two && strcmp(one, two) == 0);
  egiz_string_free(one);
  egiz_string_free(two);
  CHECK_STATUS(egiz_match_key(&one, "\xC3", 1, "ru"), EGIZ_PARSE);
  CHECK_OK(egiz_match_key(&one, NULL, 0, "ru"));
  CHECK(one && *one == '\0');
  egiz_string_free(one);
}

void test_documents(void) {
  a_file_becomes_segments();
  options_say_what_is_known();
  what_cannot_be_loaded_says_why();
  repairs_are_told();
  languages_are_identified();
  match_keys_level_texts();
}
