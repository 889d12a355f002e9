/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* wmd-report-tool queries. */

#include <string.h>

#include "support/support.h"
#include "tool/run-tool.h"

static const char report[] =
    "{\"format\":\"wmdreport\",\"version\":\"1.0\",\"id\":\"x\",\"replies\":["
    "{\"id\":\"r1\",\"respondent\":\"COL\",\"original\":\"es\",\"date\":\"2023-05-25\",\"variants\":{\"es\":{"
    "\"blocks\":["
    "{\"id\":\"b1\",\"kind\":\"paragraph\",\"text\":\"Dos o tres.\"}]}},\"queries\":["
    "{\"id\":\"q1\",\"language\":\"es\",\"block\":\"b1\",\"passage\":\"Dos o tres\",\"question\":\"¿Cuál de las "
    "dos?\"},"
    "{\"id\":\"q2\",\"question\":\"¿Y la fecha?\",\"asked\":\"2023-06-01\",\"answer\":\"Mayo.\",\"closed\":true}]},"
    "{\"id\":\"r2\",\"respondent\":\"unodc\",\"original\":\"en\",\"queries\":[{\"id\":\"q1\",\"question\":\"Which?\"}]}"
    ","
    "{\"id\":\"r3\",\"respondent\":\"CUB\",\"original\":\"es\"}]}";

static GBytes *
input (void)
{
  return g_bytes_new_static (report, strlen (report));
}

static void
test_json (TestTool *fixture, gconstpointer data)
{
  static const char *const members[] = { "reply",   "respondent", "id",    "language", "block",
                                         "passage", "question",   "asked", "answer",   "closed" };
  g_autoptr (GBytes) bytes = input ();
  g_auto (TestResult) result = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonArray *queries;
  JsonObject *query;

  test_tool_run (&result, bytes, "queries", "--format=json", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  root = test_tool_parse (result.out);
  queries = json_object_get_array_member (json_node_get_object (root), "queries");
  g_assert_cmpuint (json_array_get_length (queries), ==, 3);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "open"), ==, 2);
  for (guint i = 0; i < json_array_get_length (queries); i++)
    for (guint j = 0; j < G_N_ELEMENTS (members); j++)
      g_assert_true (json_object_has_member (json_array_get_object_element (queries, i), members[j]));
  query = json_array_get_object_element (queries, 1);
  g_assert_cmpstr (json_object_get_string_member (query, "respondent"), ==, "COL");
  g_assert_cmpstr (json_object_get_string_member (query, "answer"), ==, "Mayo.");
  g_assert_true (json_object_get_boolean_member (query, "closed"));
  g_assert_true (json_object_get_null_member (query, "block"));

  test_tool_run (&result, bytes, "queries", "--format=json", "--respondent=unodc", "-", NULL);
  g_clear_pointer (&root, json_node_unref);
  root = test_tool_parse (result.out);
  queries = json_object_get_array_member (json_node_get_object (root), "queries");
  g_assert_cmpuint (json_array_get_length (queries), ==, 1);
}

static void
test_text (TestTool *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = input ();
  g_auto (TestResult) result = { 0 };

  test_tool_run (&result, bytes, "queries", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_true (g_str_has_prefix (result.out, "Colombia\n  q1 (open), es, b1: “Dos o tres”\n    ¿Cuál de las dos?\n"));
  g_assert_nonnull (strstr (result.out, "  q2 (closed)\n    ¿Y la fecha?\n    → Mayo.\n"));
  g_assert_null (strstr (result.out, "Cuba"));
  test_tool_run (&result, bytes, "queries", "--respondent=CUB", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_cmpstr (result.out, ==, "There is no query.\n");
}

static void
test_letters (TestTool *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = input ();
  g_auto (TestResult) result = { 0 };
  g_auto (GStrv) letters = NULL;

  test_tool_run (&result, bytes, "queries", "--format=letter", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  letters = g_strsplit (result.out, "\f", -1);
  g_assert_cmpuint (g_strv_length (letters), ==, 2);
  /* Each in the language of the respondent. */
  g_assert_nonnull (strstr (letters[0], "Asunto:"));
  g_assert_nonnull (strstr (letters[0], "25 de mayo de 2023"));
  g_assert_nonnull (strstr (letters[0], "¿Cuál de las dos?"));
  g_assert_null (strstr (letters[0], "¿Y la fecha?"));
  g_assert_nonnull (strstr (letters[1], "Subject:"));
  g_assert_nonnull (strstr (letters[1], "Which?"));

  test_tool_run (&result, bytes, "queries", "--format=letter", "--respondent=r1", "-", NULL);
  g_assert_cmpstr (result.out, ==, letters[0]);
  test_tool_run (&result, bytes, "queries", "--format=letter", "--respondent=CUB", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_cmpstr (result.out, ==, "");
  g_assert_cmpstr (result.err, !=, "");
}

static void
test_usage (TestTool *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = input ();
  g_auto (TestResult) result = { 0 };

  test_tool_run (&result, bytes, "queries", "--respondent=FRA", "-", NULL);
  g_assert_cmpint (result.code, ==, 2);
  g_assert_nonnull (strstr (result.err, "FRA"));
  test_tool_run (&result, bytes, "queries", "--format=csv", "-", NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, NULL, "queries", fixture->directory, NULL);
  g_assert_cmpint (result.code, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_tool_add ("/tool/queries/json", test_json);
  test_tool_add ("/tool/queries/text", test_text);
  test_tool_add ("/tool/queries/letters", test_letters);
  test_tool_add ("/tool/queries/usage", test_usage);
  return g_test_run ();
}
