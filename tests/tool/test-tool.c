/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program as scripts use it: arguments and files in, output and exit code out. */

#include <string.h>

#include "support/support.h"
#include "tool/run-tool.h"

static void
test_usage (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  static const char *const commands[] = { "import", "check", "status", "export", "roll-forward", "queries", "rules" };

  test_tool_run (&result, NULL, NULL, NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, NULL, "frobnicate", NULL);
  g_assert_cmpint (result.code, ==, 2);
  g_assert_nonnull (strstr (result.err, "frobnicate"));
  test_tool_run (&result, NULL, "--help", NULL);
  g_assert_cmpint (result.code, ==, 0);
  test_tool_run (&result, NULL, "--version", NULL);
  g_assert_cmpint (result.code, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      test_tool_run (&result, NULL, "--help", NULL);
      g_assert_nonnull (strstr (result.out, commands[i]));
      test_tool_run (&result, NULL, commands[i], "--help", NULL);
      g_assert_cmpint (result.code, ==, 0);
      g_assert_nonnull (strstr (result.out, "--help"));
      test_tool_run (&result, NULL, commands[i], "--no-such-option", NULL);
      g_assert_cmpint (result.code, ==, 2);
      test_tool_run (&result, NULL, commands[i], "a", "b", "c", NULL);
      g_assert_cmpint (result.code, ==, 2);
    }
  test_tool_run (&result, NULL, "check", "--language=de", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, NULL, "check", "--format=xml", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, NULL, "export", "--language=fr", "-o", "out.unknown", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
  g_assert_nonnull (strstr (result.err, "out.unknown"));
  test_tool_run (&result, NULL, "export", "-o", "out.pdf", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
}

static void
test_files (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autofree char *missing = test_tool_scratch (fixture, "missing.wmdreport");
  g_autofree char *broken = test_tool_scratch (fixture, "broken.wmdreport");
  g_autofree char *nowhere = test_tool_scratch (fixture, "no-such-folder/out.pdf");

  test_tool_run (&result, NULL, "check", missing, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_nonnull (strstr (result.err, "missing.wmdreport"));
  g_file_set_contents (broken, "{\"format\": \"wmdreport\", \"version\": 1}", -1, NULL);
  test_tool_run (&result, NULL, "status", broken, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_nonnull (strstr (result.err, "broken.wmdreport"));
  g_assert_nonnull (strstr (result.err, "version"));
  test_tool_run (&result, NULL, "export", "--language=en", "-o", nowhere, fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 3);
  test_tool_run (&result, NULL, "import", broken, "-o", missing, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_check (TestTool *fixture, gconstpointer data)
{
  static const char *const members[] = { "rule", "severity", "reply",       "respondent", "language", "block",
                                         "hint", "message",  "explanation", "fixable",    "waived" };
  g_auto (TestResult) result = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonArray *findings;
  gint64 counted[3] = { 0 };

  test_tool_run (&result, NULL, "check", "--format=json", fixture->sample, NULL);
  root = test_tool_parse (result.out);
  findings = json_object_get_array_member (json_node_get_object (root), "findings");
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *finding = json_array_get_object_element (findings, i);
      const char *severity = json_object_get_string_member (finding, "severity");

      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        g_assert_true (json_object_has_member (finding, members[j]));
      if (json_object_get_null_member (finding, "waived"))
        counted[strcmp (severity, "error") == 0 ? 0 : strcmp (severity, "warning") == 0 ? 1 : 2]++;
    }
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "errors"), ==, counted[0]);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "warnings"), ==, counted[1]);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "notes"), ==, counted[2]);

  /* Each request of the resolution comes with its state; four are addressed to others. */
  findings = json_object_get_array_member (json_node_get_object (root), "requests");
  g_assert_cmpuint (json_array_get_length (findings), ==, 9);
  for (guint i = 0; i < json_array_get_length (findings); i++)
    {
      JsonObject *request = json_array_get_object_element (findings, i);

      g_assert_cmpstr (json_object_get_string_member (request, "text"), !=, "");
      g_assert_cmpstr (json_object_get_string_member (request, "state"), ==, i < 5 ? "met" : "not-applicable");
    }
  g_assert_cmpint (result.code, ==, counted[0] > 0 ? 1 : 0);
  g_assert_cmpint (counted[1], >, 0); /* the sample has a late reply */
  test_tool_run (&result, NULL, "check", "--strict", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 1);
}

static void
test_status (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonArray *replies;
  guint n_late = 0, n_stale = 0, n_tentative = 0;

  test_tool_run (&result, NULL, "status", "--format=json", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  root = test_tool_parse (result.out);
  replies = json_object_get_array_member (json_node_get_object (root), "replies");
  for (guint i = 0; i < json_array_get_length (replies); i++)
    {
      JsonObject *reply = json_array_get_object_element (replies, i);
      JsonObject *translations = json_object_get_object_member (reply, "translations");
      g_autoptr (GList) languages = json_object_get_members (translations);

      n_late += json_object_get_boolean_member (reply, "late");
      g_assert_false (json_object_has_member (translations, json_object_get_string_member (reply, "original")));
      g_assert_cmpuint (g_list_length (languages), ==, 5);
      for (GList *l = languages; l != NULL; l = l->next)
        {
          JsonObject *translation = json_object_get_object_member (translations, l->data);

          n_stale += json_object_get_int_member (translation, "stale");
          n_tentative += json_object_get_int_member (translation, "tentative");
          g_assert_cmpfloat (json_object_get_double_member (translation, "share"), <=, 1.0);
        }
    }
  g_assert_cmpuint (n_late, ==, 1);
  g_assert_cmpuint (n_stale, ==, 1);
  g_assert_cmpuint (n_tentative, ==, 1);

  test_tool_run (&result, NULL, "status", "--format=csv", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_true (g_str_has_prefix (result.out, "id,respondent,name,section,original,date,late,ar,en,es,fr,ru,zh\r\n"));
}

static void
test_standard_streams (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autofree char *contents = test_read_file (fixture->sample, NULL);
  g_autoptr (GBytes) input = g_bytes_new (contents, strlen (contents));
  g_autofree char *from_file = NULL;

  test_tool_run (&result, NULL, "status", "--format=json", fixture->sample, NULL);
  from_file = g_steal_pointer (&result.out);
  test_tool_run (&result, input, "status", "--format=json", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_cmpstr (result.out, ==, from_file);
  test_tool_run (&result, input, "export", "--language=en", "--format=pdf", "-o", "-", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_true (g_str_has_prefix (result.out, "%PDF-"));
}

/* Every edition in every format, twice, and the same bytes both times. */
/* Only Word files show changes; an older state that cannot be read is named; another report is taken, with a warning.
 */
static void
test_export_since (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autofree char *path = test_tool_scratch (fixture, "edition.docx");
  g_autofree char *missing = test_tool_scratch (fixture, "missing.wmdreport");
  g_autofree char *other = test_tool_scratch (fixture, "other.wmdreport");
  g_autofree char *since_missing = g_strconcat ("--since=", missing, NULL);
  g_autofree char *since_sample = g_strconcat ("--since=", fixture->sample, NULL);

  test_tool_run (&result, NULL, "export", "--language=fr", "--format=pdf,docx", since_sample, "-o", fixture->directory,
                 fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
  g_assert_nonnull (strstr (result.err, "--since"));
  g_assert_nonnull (strstr (result.err, "pdf"));
  test_tool_run (&result, NULL, "export", "--language=fr", since_missing, "-o", path, fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_nonnull (strstr (result.err, "missing.wmdreport"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  test_tool_run (&result, NULL, "export", "--language=fr", since_sample, "-o", path, fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_cmpstr (result.err, ==, "");
  test_tool_run (&result, NULL, "roll-forward", "--session=79", "-o", other, fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  test_tool_run (&result, NULL, "export", "--language=fr", since_sample, "-o", path, other, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_nonnull (strstr (result.err, "other.wmdreport"));
}

/* In the formats that have a place for it a picture that cannot be read is named, and nothing is written. */
static void
test_export_emblem (TestTool *fixture, gconstpointer data)
{
  static const char *const names[] = { "edition.pdf", "edition.odt", "edition.docx" };
  g_auto (TestResult) result = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = test_tool_scratch (fixture, names[i]);

      test_tool_run (&result, NULL, "export", "--language=fr", "--emblem=/no/such.svg", "-o", path, fixture->sample,
                     NULL);
      g_assert_cmpint (result.code, ==, 3);
      g_assert_nonnull (strstr (result.err, "/no/such.svg"));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

static void
test_export (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autofree char *first = test_tool_scratch (fixture, "first.pdf");
  g_autofree char *second = test_tool_scratch (fixture, "second.pdf");
  g_autofree char *pdf = NULL;
  g_autofree char *again = NULL;
  gsize length, again_length;
  guint n_files = 0;
  g_auto (GStrv) lines = NULL;

  test_tool_run (&result, NULL, "export", "--language=all", "--format=pdf,odt,txt", "-o", fixture->directory,
                 fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  lines = g_strsplit (g_strchomp (result.out), "\n", -1);
  for (; lines[n_files] != NULL; n_files++)
    g_assert_true (g_file_test (lines[n_files], G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (n_files, ==, 18);

  test_tool_run (&result, NULL, "export", "--language=zh", "-o", first, fixture->sample, NULL);
  test_tool_run (&result, NULL, "export", "--language=zh", "-o", second, fixture->sample, NULL);
  pdf = test_read_file (first, &length);
  again = test_read_file (second, &again_length);
  g_assert_cmpmem (pdf, length, again, again_length);
}

static void
test_import (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autofree char *real = test_material_path ("real", "report-2023-zh.txt", NULL);
  g_autofree char *report = test_tool_scratch (fixture, "real.wmdreport");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) status = NULL;
  JsonArray *replies;

  if (real == NULL)
    return;
  test_tool_run (&result, NULL, "import", real, "-o", report, "--format=json", NULL);
  g_assert_cmpint (result.code, <=, 1);
  root = test_tool_parse (result.out);
  g_assert_cmpint (result.code, ==, json_object_get_int_member (json_node_get_object (root), "errors") > 0 ? 1 : 0);
  test_tool_run (&result, NULL, "status", "--format=json", report, NULL);
  status = test_tool_parse (result.out);
  replies = json_object_get_array_member (json_node_get_object (status), "replies");
  g_assert_cmpuint (json_array_get_length (replies), ==, 17);
}

/* Two editions of one report in one file: each reply holds both languages. */
static void
test_import_into (TestTool *fixture, gconstpointer data)
{
  g_auto (TestResult) result = { 0 };
  g_autofree char *french = test_tool_scratch (fixture, "french.txt");
  g_autofree char *russian = test_tool_scratch (fixture, "russian.txt");
  g_autofree char *report = test_tool_scratch (fixture, "both.wmdreport");
  g_autoptr (JsonNode) root = NULL;
  JsonArray *replies;

  test_tool_run (&result, NULL, "export", "--language=fr", "-o", french, fixture->sample, NULL);
  test_tool_run (&result, NULL, "export", "--language=ru", "-o", russian, fixture->sample, NULL);
  test_tool_run (&result, NULL, "import", french, "-o", report, NULL);
  g_assert_cmpint (result.code, <=, 1);
  test_tool_run (&result, NULL, "import", russian, "--into", report, "-o", report, NULL);
  g_assert_cmpint (result.code, <=, 1);
  test_tool_run (&result, NULL, "status", "--format=json", report, NULL);
  root = test_tool_parse (result.out);
  replies = json_object_get_array_member (json_node_get_object (root), "replies");
  g_assert_cmpuint (json_array_get_length (replies), ==, 6);
  for (guint i = 0; i < json_array_get_length (replies); i++)
    {
      JsonObject *words = json_object_get_object_member (json_array_get_object_element (replies, i), "words");

      g_assert_true (json_object_has_member (words, "fr"));
      g_assert_true (json_object_has_member (words, "ru"));
    }
  test_tool_run (&result, NULL, "import", russian, "--into", french, "-o", report, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_nonnull (strstr (result.err, "french.txt"));
}

/* The report knows by what name its edition came, and a rule compares the name with what it holds. */
static void
test_import_file_name (TestTool *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    gboolean fits;
  } files[] = {
    { "A_78_9999-FR.txt", TRUE },
    { "A_78_150-FR.txt", FALSE },
    { "A_78_9999-RU.txt", FALSE },
    { "french.txt", TRUE },
  };
  g_autofree char *report = test_tool_scratch (fixture, "imported.wmdreport");

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_auto (TestResult) result = { 0 };
      g_autofree char *text = test_tool_scratch (fixture, files[i].name);

      test_tool_run (&result, NULL, "export", "--language=fr", "-o", text, fixture->sample, NULL);
      test_tool_run (&result, NULL, "import", text, "-o", report, NULL);
      g_assert_cmpint (result.code, <=, 1);
      g_assert_cmpint (strstr (result.out, "edition-file-name") == NULL, ==, files[i].fits);
      test_tool_run (&result, NULL, "check", report, NULL);
      g_assert_cmpint (strstr (result.out, "edition-file-name") == NULL, ==, files[i].fits);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_tool_add ("/tool/usage", test_usage);
  test_tool_add ("/tool/files", test_files);
  test_tool_add ("/tool/check", test_check);
  test_tool_add ("/tool/status", test_status);
  test_tool_add ("/tool/standard-streams", test_standard_streams);
  test_tool_add ("/tool/export", test_export);
  test_tool_add ("/tool/export-since", test_export_since);
  test_tool_add ("/tool/export-emblem", test_export_emblem);
  test_tool_add ("/tool/import", test_import);
  test_tool_add ("/tool/import-into", test_import_into);
  test_tool_add ("/tool/import-file-name", test_import_file_name);
  return g_test_run ();
}
