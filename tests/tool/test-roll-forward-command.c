/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* wmd-report-tool roll-forward, with the sample and with reports that were imported. */

#include <string.h>

#include "support/support.h"
#include "tool/run-tool.h"

/* Rolls forward to session 81, of which little is known. (transfer full) what was printed */
static JsonNode *
roll (TestTool *fixture, const char *last, const char *output)
{
  g_auto (TestResult) result = { 0 };

  test_tool_run (&result, NULL, "roll-forward", last, "--session=81", "--format=json", "-o", output, NULL);
  g_assert_cmpstr (result.err, ==, "");
  g_assert_cmpint (result.code, ==, 0);
  return test_tool_parse (result.out);
}

/* "summary zh b1 77/75 resolution", a line for each value of a text. (transfer full) */
static char *
list_values (JsonNode *root)
{
  JsonArray *replaced = json_object_get_array_member (json_node_get_object (root), "replaced");
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (replaced); i++)
    {
      JsonObject *value = json_array_get_object_element (replaced, i);

      if (!json_object_get_null_member (value, "part"))
        g_string_append_printf (
            lines, "%s %s %s %s = %s\n", json_object_get_string_member (value, "part"),
            json_object_get_string_member (value, "language"), json_object_get_string_member (value, "block"),
            json_object_get_string_member (value, "field"), json_object_get_string_member (value, "old"));
    }
  return g_string_free (lines, FALSE);
}

static JsonNode *
load (const char *path)
{
  g_autofree char *text = test_read_file (path, NULL);

  return test_tool_parse (text);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    n++;
  return n;
}

static void
test_sample (TestTool *fixture, gconstpointer data)
{
  g_autofree char *output = test_tool_scratch (fixture, "new.wmdreport");
  g_autoptr (JsonNode) root = roll (fixture, fixture->sample, output);
  g_autofree char *values = list_values (root);
  g_autofree char *sample = test_read_file (fixture->sample, NULL);
  g_autofree char *text = test_read_file (output, NULL);
  g_autoptr (JsonNode) report = load (output);
  JsonObject *facts = json_object_get_object_member (json_node_get_object (report), "facts");
  g_auto (TestResult) result = { 0 };

  /* The sample has fields everywhere: they stay, and nothing else is to be confirmed. */
  g_assert_cmpstr (values, ==, "");
  g_assert_cmpuint (count (text, "<field"), >, 40);
  g_assert_cmpstr (json_object_get_string_member (facts, "session"), ==, "81");
  g_assert_false (json_object_has_member (facts, "symbol"));
  g_assert_false (json_object_has_member (facts, "deadline"));
  g_assert_false (json_object_has_member (json_node_get_object (report), "replies"));
  g_assert_cmpstr (json_object_get_string_member (json_node_get_object (report), "id"), ==,
                   json_object_get_string_member (json_node_get_object (root), "id"));
  g_assert_null (strstr (sample, json_object_get_string_member (json_node_get_object (root), "id")));
  g_assert_cmpuint (count (text, "\"reused\": \"A/78/9999\""), ==, 5 * 6);

  /* Translations that were approved are not stale. */
  test_tool_run (&result, NULL, "status", "--format=json", output, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_cmpuint (count (result.out, "\"stale\": 0"), ==, 2 * 5);
  g_assert_cmpuint (count (result.out, "\"progress\": \"approved\""), ==, 2 * 5);
}

static void
import (const char *source, const char *report)
{
  g_auto (TestResult) result = { 0 };

  test_tool_run (&result, NULL, "import", source, "-o", report, NULL);
  g_assert_cmpint (result.code, <=, 1);
}

static void
test_real_report (TestTool *fixture, gconstpointer data)
{
  static const char expected[] = "summary zh b1 resolution = 77/75\n"
                                 "summary zh b1 cut-off = 2023 年 5 月 31 日\n"
                                 "summary zh b1 member-states = 9 个会员国\n"
                                 "summary zh b1 organizations = 7 个国际组织\n"
                                 "introduction zh b1 resolution = 77/75\n"
                                 "introduction zh b3 report-session = 第七十八届\n"
                                 "introduction zh b4 note-verbale = 2023 年 1 月 31 日\n"
                                 "introduction zh b4 deadline = 2023 年 5 月 31 日\n"
                                 "introduction zh b4 letters = 2023 年 1 月 31 日\n"
                                 "introduction zh b4 website = www.disarmament.unoda.org\n"
                                 "introduction zh b4 deadline = 2023 年 5 月 31 日\n";
  g_autofree char *real = test_material_path ("real", "report-2023-zh.txt", NULL);
  g_autofree char *imported = test_tool_scratch (fixture, "real.wmdreport");
  g_autofree char *output = test_tool_scratch (fixture, "new.wmdreport");
  g_autofree char *values = NULL;
  g_autofree char *text = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_auto (TestResult) result = { 0 };

  if (real == NULL)
    return;
  import (real, imported);
  root = roll (fixture, imported, output);
  values = list_values (root);
  g_assert_cmpstr (values, ==, expected);
  text = test_read_file (output, NULL);
  g_assert_null (strstr (text, "2023"));
  g_assert_null (strstr (text, "77/75"));
  g_assert_null (strstr (text, "\"edition\""));
  /* The checker finds nothing wrong with the texts: all it misses is what is still to come. */
  test_tool_run (&result, NULL, "check", "--format=json", output, NULL);
  g_assert_null (strstr (result.out, "mismatch"));
  g_assert_null (strstr (result.out, "missing-mandate"));
}

/* Reports as issued in each language. */
static void
test_languages (TestTool *fixture, gconstpointer data)
{
  static const char *const fields[] = { "resolution", "cut-off",        "governments",  "organizations",
                                        "resolution", "report-session", "note-verbale", "deadline",
                                        "letters",    "website",        "deadline" };

  for (const char *const *code = (const char *const[]){ "ar", "en", "es", "fr", "ru", "zh", NULL }; *code != NULL;
       code++)
    {
      g_autofree char *name = g_strdup_printf ("report-%s-issued.txt", *code);
      g_autofree char *source = test_source_path ("tests", "exchange", "data", name, NULL);
      g_autofree char *imported = test_tool_scratch (fixture, "imported.wmdreport");
      g_autofree char *output = test_tool_scratch (fixture, "new.wmdreport");
      g_autoptr (JsonNode) root = NULL;
      g_autoptr (GString) found = g_string_new (NULL);
      g_autofree char *expected = NULL;
      JsonArray *replaced;

      import (source, imported);
      root = roll (fixture, imported, output);
      replaced = json_object_get_array_member (json_node_get_object (root), "replaced");
      for (guint i = 0; i < json_array_get_length (replaced); i++)
        {
          JsonObject *value = json_array_get_object_element (replaced, i);

          if (!json_object_get_null_member (value, "part"))
            g_string_append_printf (found, "%s ", json_object_get_string_member (value, "field"));
        }
      expected = g_strjoinv (" ", (char **) fields);
      g_assert_cmpstr (g_strchomp (found->str), ==, expected);
    }
}

static void
test_output (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autofree char *output = test_tool_scratch (fixture, "new.wmdreport");
  g_autoptr (JsonNode) report = NULL;

  test_tool_run (&result, NULL, "roll-forward", fixture->sample, "--resolution=80/61", "-o", output, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_nonnull (strstr (result.out, "resolution: 77/75 → 80/61"));
  g_assert_nonnull (strstr (result.out, "deadline: 2023-05-31 → not known yet"));

  /* The report on standard output, the list beside it. */
  test_tool_run (&result, NULL, "roll-forward", fixture->sample, "--resolution=80/61", "-o", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  report = test_tool_parse (result.out);
  g_assert_true (json_object_has_member (json_node_get_object (report), "summary"));
  g_assert_nonnull (strstr (result.err, "resolution: 77/75 → 80/61"));
}

static void
test_usage (TestTool *fixture, gconstpointer data)
{
  static const char *const wrong[][2] = {
    { "--session=-3", NULL },
    { "--session=x", NULL },
    { "--session=78", NULL },
    { "--resolution=95/1", NULL },
    { "--resolution=77/75", "--session=80" },
    { "--resolution=77/75", NULL },
  };
  g_auto (TestResult) result = { 0 };
  g_autofree char *output = test_tool_scratch (fixture, "new.wmdreport");
  g_autofree char *missing = test_tool_scratch (fixture, "missing.wmdreport");
  g_autofree char *nowhere = test_tool_scratch (fixture, "no-such-folder/new.wmdreport");

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      test_tool_run (&result, NULL, "roll-forward", fixture->sample, "-o", output, wrong[i][0], wrong[i][1], NULL);
      g_assert_cmpint (result.code, ==, 2);
      g_assert_cmpstr (result.err, !=, "");
      g_assert_false (g_file_test (output, G_FILE_TEST_EXISTS));
    }
  test_tool_run (&result, NULL, "roll-forward", fixture->sample, "--session=81", NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, NULL, "roll-forward", fixture->sample, "-o", output, NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, NULL, "roll-forward", missing, "--session=81", "-o", output, NULL);
  g_assert_cmpint (result.code, ==, 3);
  test_tool_run (&result, NULL, "roll-forward", fixture->sample, "--session=81", "-o", nowhere, NULL);
  g_assert_cmpint (result.code, ==, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_tool_add ("/tool/roll-forward/sample", test_sample);
  test_tool_add ("/tool/roll-forward/real-report", test_real_report);
  test_tool_add ("/tool/roll-forward/languages", test_languages);
  test_tool_add ("/tool/roll-forward/output", test_output);
  test_tool_add ("/tool/roll-forward/usage", test_usage);
  return g_test_run ();
}
