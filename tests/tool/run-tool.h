/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

/* Fixture of tests that run the tool ($WMD_REPORT_TOOL). */
typedef struct
{
  char *directory; /* of the test, removed afterwards */
  char *sample;    /* path of the sample report */
} TestTool;

/* What a run gave. */
typedef struct
{
  int code;
  char *out;
  char *err;
} TestResult;

void test_result_clear (TestResult *result);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TestResult, test_result_clear)

/* Adds a test with the fixture. */
void test_tool_add (const char *path,
                    void (*function) (TestTool *, gconstpointer));

/* Runs the tool with the given arguments, ending with NULL; @input (nullable) is its standard input. What @result held
 * is freed.
 */
void test_tool_run (TestResult *result,
                    GBytes     *input,
                    const char *first,
                    ...) G_GNUC_NULL_TERMINATED;

/* Path of a file in the directory of the test. (transfer full) */
char *test_tool_scratch (TestTool   *self,
                         const char *name);

/* Output that must be one JSON object. (transfer full) */
JsonNode *test_tool_parse (const char *text);
