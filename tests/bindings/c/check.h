/* SPDX-License-Identifier: Apache-2.0 */
#ifndef EGIZ_TESTS_CHECK_H
#define EGIZ_TESTS_CHECK_H

/* A few lines of testing for C: checks that count failures, a scratch folder. */

#include <egiz.h>

extern const char* fixtures; /* the folder */
extern int failures;

void check_true(int holds, const char* text, const char* file, int line);
void check_status(egiz_status status, egiz_status wanted, const char* text, const char* file, int line);
void check_text(egiz_view text, const char* wanted, const char* file, int line);

/* A check that does not hold is told and counted; the test goes on. */
#define CHECK(expression) check_true(!!(expression), #expression, __FILE__, __LINE__)
#define CHECK_OK(call) check_status((call), EGIZ_OK, #call, __FILE__, __LINE__)
#define CHECK_STATUS(call, wanted) check_status((call), (wanted), #call, __FILE__, __LINE__)
#define CHECK_TEXT(view, wanted) check_text((view), (wanted), __FILE__, __LINE__)

/* Paths in the fixtures and in a scratch folder of this run; valid until eight more are asked for. */
const char* fixture(const char* name);
const char* scratch(const char* name);

/* The view of a NUL-terminated text. */
egiz_view text_view(const char* text);

void test_conventions(void);
void test_documents(void);
void test_alignment(void);
void test_pair_aligner(void);
void test_units(void);
void test_memory(void);
void test_query(void);
void test_history(void);

#endif
