/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check.h"

static void a_unit_holds_what_it_is_given(void) {
  egiz_unit *unit = NULL, *copy = NULL;
  egiz_unit_info info = EGIZ_UNIT_INFO_INIT;
  egiz_variant variant = EGIZ_VARIANT_INIT;
  egiz_property property = EGIZ_PROPERTY_INIT;
  char* json = NULL;
  CHECK_OK(egiz_unit_create(&unit));
  CHECK_STATUS(egiz_unit_json(&json, unit), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_unit_set_text(unit, "ru", "Да", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_text(unit, "kk", "Жоқ", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_text(unit, "kk", "Иә", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_neighbours(unit, "kk", "Бұрын", NULL));
  CHECK_STATUS(egiz_unit_set_neighbours(unit, "en", "Before", NULL), EGIZ_NOT_FOUND);
  CHECK_OK(egiz_unit_set_origin(unit, EGIZ_ORIGIN_REVIEWED, 0.5));
  CHECK_STATUS(egiz_unit_set_origin(unit, EGIZ_ORIGIN_REVIEWED, 1.5), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_unit_set_origin(unit, (egiz_origin)17, 1), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_unit_set_document(unit, "letter.txt", 3));
  CHECK_OK(egiz_unit_add_property(unit, "client", "one"));
  CHECK_OK(egiz_unit_add_property(unit, "client", "two"));
  CHECK_OK(egiz_unit_add_note(unit, "as agreed"));
  CHECK_OK(egiz_unit_set_created(unit, 1700000000, "aliya"));
  CHECK_STATUS(egiz_unit_set_text(unit, "ru", "\xD0", 1), EGIZ_PARSE);
  CHECK_STATUS(egiz_unit_add_note(unit, "\xD0"), EGIZ_PARSE);

  CHECK_OK(egiz_unit_copy(&copy, unit));
  egiz_unit_free(unit);
  CHECK_OK(egiz_unit_get(&info, copy));
  CHECK(info.origin == EGIZ_ORIGIN_REVIEWED && info.confidence == 0.5);
  CHECK_TEXT(info.document, "letter.txt");
  CHECK(info.position == 3 && info.created == 1700000000 && info.changed == INT64_MIN);
  CHECK_TEXT(info.created_by, "aliya");
  CHECK(info.variant_count == 2 && info.property_count == 2 && info.note_count == 1);
  CHECK_OK(egiz_unit_variant(&variant, copy, 1));
  CHECK_TEXT(variant.language, "kk");
  CHECK_TEXT(variant.text, "Иә");
  CHECK_TEXT(variant.previous, "Бұрын");
  CHECK_OK(egiz_unit_property(&property, copy, 1));
  CHECK_TEXT(property.name, "client");
  CHECK_TEXT(property.value, "two");
  CHECK_TEXT(egiz_unit_note(copy, 0), "as agreed");
  CHECK(egiz_unit_note(copy, 1).data == NULL);
  CHECK_TEXT(egiz_unit_text(copy, "ru"), "Да");
  CHECK(egiz_unit_text(copy, "en").data == NULL);
  CHECK_OK(egiz_unit_json(&json, copy));
  CHECK(json && strstr(json, "\"text\":\"Иә\"") != NULL && strchr(json, '\n') == NULL);
  egiz_string_free(json);
  egiz_unit_free(copy);
}

static void codes_stand_between_characters(void) {
  egiz_unit* unit = NULL;
  egiz_code code = EGIZ_CODE_INIT;
  CHECK_OK(egiz_unit_create(&unit));
  CHECK_STATUS(egiz_unit_add_code(unit, "ru", &code), EGIZ_NOT_FOUND);
  CHECK_OK(egiz_unit_set_text(unit, "ru", "Да", EGIZ_NUL_TERMINATED));
  CHECK_STATUS(egiz_unit_add_code(unit, "ru", NULL), EGIZ_INVALID_ARGUMENT);
  code.kind = EGIZ_CODE_OPENING;
  code.id.data = "1";
  code.id.size = 1;
  code.original.data = "<b>";
  code.original.size = 3;
  code.offset = 2;
  CHECK_OK(egiz_unit_add_code(unit, "ru", &code));
  code.kind = EGIZ_CODE_CLOSING;
  code.offset = 1; /* within a letter */
  CHECK_STATUS(egiz_unit_add_code(unit, "ru", &code), EGIZ_INVALID_ARGUMENT);
  code.offset = 0; /* before the first */
  CHECK_STATUS(egiz_unit_add_code(unit, "ru", &code), EGIZ_INVALID_ARGUMENT);
  code.offset = 5;
  CHECK_STATUS(egiz_unit_add_code(unit, "ru", &code), EGIZ_INVALID_ARGUMENT);
  code.offset = 4;
  code.kind = 17;
  CHECK_STATUS(egiz_unit_add_code(unit, "ru", &code), EGIZ_INVALID_ARGUMENT);
  code.kind = EGIZ_CODE_CLOSING;
  CHECK_OK(egiz_unit_add_code(unit, "ru", &code));
  CHECK(egiz_unit_code_count(unit, 0) == 2 && egiz_unit_code_count(unit, 1) == 0);
  CHECK_OK(egiz_unit_code(&code, unit, 0, 0));
  CHECK(code.kind == EGIZ_CODE_OPENING && code.offset == 2);
  CHECK_TEXT(code.id, "1");
  CHECK_TEXT(code.original, "<b>");
  CHECK_STATUS(egiz_unit_code(&code, unit, 0, 2), EGIZ_INVALID_ARGUMENT);
  egiz_unit_free(unit);
}

void test_units(void) {
  a_unit_holds_what_it_is_given();
  codes_stand_between_characters();
}
