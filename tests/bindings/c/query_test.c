/* SPDX-License-Identifier: Apache-2.0 */
#include <string.h>

#include "check.h"

static void add(egiz_memory* memory, const char* ru, const char* kk, egiz_origin origin) {
  egiz_unit* unit = NULL;
  CHECK_OK(egiz_unit_create(&unit));
  CHECK_OK(egiz_unit_set_text(unit, "ru", ru, EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_text(unit, "kk", kk, EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_origin(unit, origin, 1));
  CHECK_OK(egiz_memory_add(NULL, memory, unit));
  egiz_unit_free(unit);
}

static egiz_memory* letters(void) {
  egiz_memory* memory = NULL;
  CHECK_OK(egiz_memory_open(&memory, scratch("query.egiz"), EGIZ_CREATE));
  add(memory, "Письмо отправлено вчера вечером.", "Хат кеше кешке жіберілді.", EGIZ_ORIGIN_HUMAN);
  add(memory, "Письмо отправлено сегодня вечером.", "Хат бүгін кешке жіберілді.", EGIZ_ORIGIN_HUMAN);
  add(memory, "Ответа пока нет.", "Әзірге жауап жоқ.", EGIZ_ORIGIN_MACHINE);
  return memory;
}

static void the_best_match_comes_first(egiz_memory* memory) {
  egiz_matches* matches = NULL;
  egiz_match match = EGIZ_MATCH_INIT;
  char* json = NULL;
  CHECK_OK(
      egiz_memory_query(&matches, memory, "письмо отправлено вчера вечером.", EGIZ_NUL_TERMINATED, "ru", "kk", NULL));
  CHECK(egiz_matches_count(matches) == 2);
  CHECK_OK(egiz_matches_get(&match, matches, 0));
  CHECK(match.kind == EGIZ_MATCH_EXACT && match.similarity == 100 && match.score == 99 && match.penalty_count == 1);
  CHECK_TEXT(match.source, "Письмо отправлено вчера вечером.");
  CHECK_TEXT(match.target, "Хат кеше кешке жіберілді.");
  CHECK_TEXT(egiz_unit_text(egiz_matches_unit(matches, 0), "kk"), "Хат кеше кешке жіберілді.");
  CHECK(egiz_matches_unit(matches, 2) == NULL);
  CHECK_OK(egiz_matches_get(&match, matches, 1));
  CHECK(match.kind == EGIZ_MATCH_FUZZY && match.similarity < 100);
  CHECK(match.word_similarity > 0 && match.word_similarity < 100 && match.is_adjusted == 0);
  CHECK_STATUS(egiz_matches_get(&match, matches, 2), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_matches_json(&json, matches));
  CHECK(json && strstr(json, "\"from\":\"ru\",\"to\":\"kk\",\"matches\":[{") != NULL);
  egiz_string_free(json);
  egiz_matches_free(matches);
}

static void penalties_are_named_and_can_be_set(egiz_memory* memory) {
  egiz_matches* matches = NULL;
  egiz_match match = EGIZ_MATCH_INIT;
  egiz_penalty penalty = EGIZ_PENALTY_INIT;
  egiz_query_options options = EGIZ_QUERY_OPTIONS_INIT;
  egiz_penalty_settings settings = EGIZ_PENALTY_SETTINGS_INIT;
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", NULL));
  CHECK_OK(egiz_matches_penalty(&penalty, matches, 0, 0));
  CHECK(penalty.points == 10 && penalty.reason.size > 0);
  CHECK_STATUS(egiz_matches_penalty(&penalty, matches, 0, 1), EGIZ_INVALID_ARGUMENT);
  egiz_matches_free(matches);

  settings.machine = 0;
  options.penalties = &settings;
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK_OK(egiz_matches_get(&match, matches, 0));
  CHECK(match.score == 100 && match.penalty_count == 0);
  egiz_matches_free(matches);
}

static void options_bound_the_answer(egiz_memory* memory) {
  egiz_matches* matches = NULL;
  egiz_query_options options = EGIZ_QUERY_OPTIONS_INIT;
  options.max_matches = 1;
  CHECK_OK(egiz_memory_query(&matches, memory, "Письмо отправлено", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) <= 1);
  egiz_matches_free(matches);
  options.min_similarity = 200;
  CHECK_STATUS(egiz_memory_query(&matches, memory, "a", 1, "ru", "kk", &options), EGIZ_INVALID_ARGUMENT);
  CHECK_STATUS(egiz_memory_query(&matches, memory, "\x80", 1, "ru", "kk", NULL), EGIZ_PARSE);
  CHECK_STATUS(egiz_memory_query(&matches, memory, "a", 1, "no language", "kk", NULL), EGIZ_INVALID_ARGUMENT);
  CHECK(matches == NULL);
  CHECK_OK(egiz_memory_query(&matches, memory, "совсем другое", EGIZ_NUL_TERMINATED, "ru", "kk", NULL));
  CHECK(egiz_matches_count(matches) == 0);
  egiz_matches_free(matches);
}

static void many_queries_are_answered_as_one(egiz_memory* memory) {
  const char* texts[3] = {"Ответа пока нет.", "совсем другое", "Письмо отправлено вчера вечером."};
  egiz_answers* answers = NULL;
  size_t i;
  CHECK_OK(egiz_memory_query_all(&answers, memory, texts, 3, "ru", "kk", NULL, NULL, NULL));
  CHECK(egiz_answers_count(answers) == 3 && egiz_answers_get(answers, 3) == NULL);
  for (i = 0; i < 3; ++i) {
    egiz_matches* matches = NULL;
    char *one = NULL, *other = NULL;
    CHECK_OK(egiz_memory_query(&matches, memory, texts[i], EGIZ_NUL_TERMINATED, "ru", "kk", NULL));
    CHECK_OK(egiz_matches_json(&one, matches));
    CHECK_OK(egiz_matches_json(&other, egiz_answers_get(answers, i)));
    CHECK(one && other && strcmp(one, other) == 0);
    egiz_string_free(one);
    egiz_string_free(other);
    egiz_matches_free(matches);
  }
  egiz_answers_free(answers);
}

static void words_are_found_where_they_stand(egiz_memory* memory) {
  egiz_hits* hits = NULL;
  egiz_hit hit = EGIZ_HIT_INIT;
  egiz_range range = {0, 0};
  egiz_concordance_options options = EGIZ_CONCORDANCE_OPTIONS_INIT;
  char* json = NULL;
  CHECK_OK(egiz_memory_concordance(&hits, memory, "жауап", EGIZ_NUL_TERMINATED, "kk", NULL));
  CHECK(egiz_hits_count(hits) == 1);
  CHECK_OK(egiz_hits_get(&hit, hits, 0));
  CHECK_TEXT(hit.text, "Әзірге жауап жоқ.");
  CHECK(hit.highlight_count == 1);
  CHECK_OK(egiz_hits_highlight(&range, hits, 0, 0));
  CHECK(range.end - range.begin == strlen("жауап") &&
        memcmp(hit.text.data + range.begin, "жауап", range.end - range.begin) == 0);
  CHECK_STATUS(egiz_hits_highlight(&range, hits, 0, 1), EGIZ_INVALID_ARGUMENT);
  CHECK_TEXT(egiz_unit_text(egiz_hits_unit(hits, 0), "ru"), "Ответа пока нет.");
  CHECK_OK(egiz_hits_json(&json, hits));
  CHECK(json && strstr(json, "\"in\":\"kk\"") != NULL);
  egiz_string_free(json);
  egiz_hits_free(hits);
  options.max_hits = 1;
  CHECK_OK(egiz_memory_concordance(&hits, memory, "хат", EGIZ_NUL_TERMINATED, "kk", &options));
  CHECK(egiz_hits_count(hits) == 1);
  egiz_hits_free(hits);
}

/* Of two memories; the second holds what the first does, and a unit of a client. */
static void several_memories_answer_as_one(egiz_memory* mine) {
  const char *names[] = {"client"}, *values[] = {"Old"};
  const double points[] = {4};
  const char* texts[] = {"Ответа пока нет.", "Совет старейшин собрался."};
  egiz_memory* old = NULL;
  egiz_memories* memories = NULL;
  egiz_unit* unit = NULL;
  egiz_matches* matches = NULL;
  egiz_answers* answers = NULL;
  egiz_hits* hits = NULL;
  egiz_match match = EGIZ_MATCH_INIT;
  egiz_hit hit = EGIZ_HIT_INIT;
  egiz_filter filter = EGIZ_FILTER_INIT;
  egiz_query_options options = EGIZ_QUERY_OPTIONS_INIT;
  egiz_penalty_settings settings = EGIZ_PENALTY_SETTINGS_INIT;
  egiz_concordance_options words = EGIZ_CONCORDANCE_OPTIONS_INIT;
  char* json = NULL;
  CHECK_OK(egiz_memory_open(&old, scratch("old.egiz"), EGIZ_CREATE));
  add(old, "Ответа пока нет.", "Әзірге жауап жоқ.", EGIZ_ORIGIN_HUMAN);
  CHECK_OK(egiz_unit_create(&unit));
  CHECK_OK(egiz_unit_set_text(unit, "ru", "Совет старейшин собрался.", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_text(unit, "kk", "Ақсақалдар кеңесі жиналды.", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_add_property(unit, "client", "Old"));
  CHECK_OK(egiz_memory_add(NULL, old, unit));
  egiz_unit_free(unit);
  CHECK_OK(egiz_memories_create(&memories));
  CHECK_OK(egiz_memories_add(memories, mine, 0));
  CHECK_OK(egiz_memories_add(memories, old, 5));
  CHECK_STATUS(egiz_memories_add(memories, old, -1), EGIZ_INVALID_ARGUMENT);

  settings.property_names = names;
  settings.property_values = values;
  settings.property_points = points;
  settings.property_count = 1;
  options.penalties = &settings;
  CHECK_OK(egiz_memories_query_all(&answers, memories, texts, 2, "ru", "kk", &options, NULL, NULL));
  CHECK(egiz_matches_count(egiz_answers_get(answers, 0)) == 1); /* what both hold is told once */
  CHECK_OK(egiz_matches_get(&match, egiz_answers_get(answers, 0), 0));
  CHECK(match.memory == 1 && match.score == 95); /* the machine's own of the first has 90 */
  CHECK_OK(egiz_matches_get(&match, egiz_answers_get(answers, 1), 0));
  CHECK(match.memory == 1 && match.score == 91 && match.penalty_count == 2);
  CHECK_OK(egiz_matches_json(&json, egiz_answers_get(answers, 1)));
  CHECK(json && strstr(json, "old.egiz\"") != NULL);
  egiz_string_free(json);
  egiz_answers_free(answers);

  filter.property_names = names;
  filter.property_values = values;
  filter.property_count = 1;
  options.filter = &filter;
  CHECK_OK(egiz_memories_query(&matches, memories, texts[0], EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) == 0);
  egiz_matches_free(matches);

  CHECK_OK(egiz_memories_concordance(&hits, memories, "жа*", EGIZ_NUL_TERMINATED, "kk", NULL));
  CHECK(egiz_hits_count(hits) == 1);
  CHECK_OK(egiz_hits_get(&hit, hits, 0));
  CHECK(hit.memory == 0);
  egiz_hits_free(hits);
  words.filter = &filter;
  CHECK_OK(egiz_memories_concordance(&hits, memories, "жи*", EGIZ_NUL_TERMINATED, "kk", &words));
  CHECK(egiz_hits_count(hits) == 1);
  egiz_hits_free(hits);
  egiz_memories_free(memories);
  egiz_memory_free(old);
}

static void codes_of_a_query_stand_in_the_target(egiz_memory* memory) {
  egiz_code open = EGIZ_CODE_INIT, close = EGIZ_CODE_INIT;
  egiz_unit* unit = NULL;
  egiz_matches* matches = NULL;
  egiz_match match = EGIZ_MATCH_INIT;
  egiz_query_options options = EGIZ_QUERY_OPTIONS_INIT;
  char* json = NULL;
  open.kind = EGIZ_CODE_OPENING;
  close.kind = EGIZ_CODE_CLOSING;
  open.id = close.id = text_view("1");
  close.offset = strlen("Устав");
  CHECK_OK(egiz_unit_create(&unit));
  CHECK_OK(egiz_unit_set_text(unit, "ru", "Устав фонда", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_set_text(unit, "kk", "Қор жарғысы", EGIZ_NUL_TERMINATED));
  CHECK_OK(egiz_unit_add_code(unit, "ru", &open));
  CHECK_OK(egiz_unit_add_code(unit, "ru", &close));
  open.offset = strlen("Қор ");
  close.offset = strlen("Қор жарғысы");
  CHECK_OK(egiz_unit_add_code(unit, "kk", &open));
  CHECK_OK(egiz_unit_add_code(unit, "kk", &close));
  CHECK_OK(egiz_memory_add(NULL, memory, unit));
  egiz_unit_free(unit);

  options.has_codes = 1;
  CHECK_OK(egiz_memory_query(&matches, memory, "<b>Устав</b> фонда", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK_OK(egiz_matches_get(&match, matches, 0));
  CHECK(match.score == 100 && match.similarity == 100);
  CHECK_TEXT(match.target, "Қор жарғысы");
  CHECK_TEXT(match.coded_target, "Қор <b>жарғысы</b>");
  CHECK_OK(egiz_matches_json(&json, matches));
  CHECK(json && strstr(json, "\"coded_target\":\"Қор <b>жарғысы</b>\"") != NULL);
  egiz_string_free(json);
  egiz_matches_free(matches);
  CHECK_OK(egiz_memory_query(&matches, memory, "Устав фонда", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK_OK(egiz_matches_get(&match, matches, 0));
  CHECK(match.score == 99 && match.coded_target.data == NULL);
  egiz_matches_free(matches);
}

static void parts_of_a_text_are_found(egiz_memory* memory) {
  const char* text = "Вот письмо отправлено сегодня";
  egiz_memories* memories = NULL;
  egiz_fragments* fragments = NULL;
  egiz_fragment fragment = EGIZ_FRAGMENT_INIT;
  egiz_fragment_options options = EGIZ_FRAGMENT_OPTIONS_INIT;
  egiz_hit hit = EGIZ_HIT_INIT;
  char* json = NULL;
  CHECK_OK(egiz_memory_fragments(&fragments, memory, text, EGIZ_NUL_TERMINATED, "ru", "kk", NULL));
  CHECK(egiz_fragments_count(fragments) == 1);
  CHECK_OK(egiz_fragments_get(&fragment, fragments, 0));
  CHECK(fragment.words == 3 && fragment.range.begin == strlen("Вот ") && fragment.range.end == strlen(text));
  CHECK_STATUS(egiz_fragments_get(&fragment, fragments, 1), EGIZ_INVALID_ARGUMENT);
  CHECK_OK(egiz_hits_get(&hit, egiz_fragments_hits(fragments, 0), 0));
  CHECK_TEXT(hit.text, "Письмо отправлено сегодня вечером.");
  CHECK(egiz_fragments_hits(fragments, 1) == NULL);
  CHECK_OK(egiz_fragments_json(&json, fragments));
  CHECK(json && strstr(json, "\"words\":3") != NULL);
  egiz_string_free(json);
  egiz_fragments_free(fragments);

  options.min_words = 4;
  CHECK_OK(egiz_memory_fragments(&fragments, memory, text, EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_fragments_count(fragments) == 0);
  egiz_fragments_free(fragments);

  CHECK_OK(egiz_memories_create(&memories));
  CHECK_OK(egiz_memories_add(memories, memory, 0));
  CHECK_OK(egiz_memories_fragments(&fragments, memories, text, EGIZ_NUL_TERMINATED, "ru", "kk", NULL));
  CHECK(egiz_fragments_count(fragments) == 1);
  CHECK_OK(egiz_fragments_json(&json, fragments));
  CHECK(json && strstr(json, "query.egiz\"") != NULL);
  egiz_string_free(json);
  egiz_fragments_free(fragments);
  egiz_memories_free(memories);
}

static void a_filter_hides_units(egiz_memory* memory) {
  const egiz_origin origins[] = {EGIZ_ORIGIN_HUMAN}, wrong[] = {99};
  const char* languages[] = {"en"};
  egiz_filter filter = EGIZ_FILTER_INIT;
  egiz_query_options options = EGIZ_QUERY_OPTIONS_INIT;
  egiz_matches* matches = NULL;
  options.filter = &filter;
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) == 1);
  egiz_matches_free(matches);
  filter.origins = origins;
  filter.origin_count = 1;
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) == 0);
  egiz_matches_free(matches);
  filter.origins = wrong;
  CHECK_STATUS(egiz_memory_query(&matches, memory, "a", 1, "ru", "kk", &options), EGIZ_INVALID_ARGUMENT);
  filter.origin_count = 0;
  filter.languages = languages;
  filter.language_count = 1;
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) == 0);
  egiz_matches_free(matches);
  filter.language_count = 0;
  filter.since = 4102444800; /* 2100 */
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) == 0);
  egiz_matches_free(matches);
  filter.since = INT64_MIN;
  filter.by = "Айгүл";
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) == 0);
  egiz_matches_free(matches);
  filter.by = NULL;
  filter.note = "статью";
  CHECK_OK(egiz_memory_query(&matches, memory, "Ответа пока нет.", EGIZ_NUL_TERMINATED, "ru", "kk", &options));
  CHECK(egiz_matches_count(matches) == 0);
  egiz_matches_free(matches);
  filter.note = NULL;
  filter.property_count = 1; /* but no names */
  CHECK_STATUS(egiz_memory_query(&matches, memory, "a", 1, "ru", "kk", &options), EGIZ_INVALID_ARGUMENT);
}

void test_query(void) {
  egiz_memory* memory = letters();
  the_best_match_comes_first(memory);
  penalties_are_named_and_can_be_set(memory);
  options_bound_the_answer(memory);
  many_queries_are_answered_as_one(memory);
  words_are_found_where_they_stand(memory);
  several_memories_answer_as_one(memory);
  parts_of_a_text_are_found(memory);
  a_filter_hides_units(memory);
  codes_of_a_query_stand_in_the_target(memory);
  egiz_memory_free(memory);
}
