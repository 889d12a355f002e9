/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The program as scripts use it: arguments and files in, output and exit code out. */

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "support/support.h"

typedef struct
{
  char *directory; /* of the test, removed afterwards */
  char *sample;
} Fixture;

typedef struct
{
  int code;
  char *out;
  char *err;
} Result;

static void
result_clear (Result *result)
{
  g_free (result->out);
  g_free (result->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Result, result_clear)

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->directory = g_dir_make_tmp ("wmd-report-XXXXXX", NULL);
  fixture->sample = test_source_path ("data", "sample", "sample.wmdreport", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) directory = g_dir_open (fixture->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->directory, name, NULL);

      g_remove (path);
    }
  g_rmdir (fixture->directory);
  g_free (fixture->directory);
  g_free (fixture->sample);
}

/* Runs the tool with the given arguments, ending with NULL; @input (nullable) is its standard input. */
static void
run (Result *result, GBytes *input, const char *first, ...)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;
  va_list list;

  g_ptr_array_add (arguments, (char *) g_getenv ("WMD_REPORT_TOOL"));
  va_start (list, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (list, const char *))
    g_ptr_array_add (arguments, (char *) argument);
  va_end (list);
  g_ptr_array_add (arguments, NULL);

  if (input != NULL)
    flags |= G_SUBPROCESS_FLAGS_STDIN_PIPE;
  process = g_subprocess_newv ((const char *const *) arguments->pdata, flags, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, input, NULL, &out, &err, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_exited (process));
  result_clear (result);
  result->code = g_subprocess_get_exit_status (process);
  result->out = g_strndup (g_bytes_get_data (out, NULL), g_bytes_get_size (out));
  result->err = g_strndup (g_bytes_get_data (err, NULL), g_bytes_get_size (err));
}

static char *
scratch (Fixture *fixture, const char *name)
{
  return g_build_filename (fixture->directory, name, NULL);
}

static JsonNode *
parse_object (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  return root;
}

static void
test_usage (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  static const char *const commands[] = { "import", "check", "status", "export", "rules" };

  run (&result, NULL, NULL);
  g_assert_cmpint (result.code, ==, 2);
  run (&result, NULL, "frobnicate", NULL);
  g_assert_cmpint (result.code, ==, 2);
  g_assert_nonnull (strstr (result.err, "frobnicate"));
  run (&result, NULL, "--help", NULL);
  g_assert_cmpint (result.code, ==, 0);
  run (&result, NULL, "--version", NULL);
  g_assert_cmpint (result.code, ==, 0);

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      run (&result, NULL, "--help", NULL);
      g_assert_nonnull (strstr (result.out, commands[i]));
      run (&result, NULL, commands[i], "--help", NULL);
      g_assert_cmpint (result.code, ==, 0);
      g_assert_nonnull (strstr (result.out, "--help"));
      run (&result, NULL, commands[i], "--no-such-option", NULL);
      g_assert_cmpint (result.code, ==, 2);
      run (&result, NULL, commands[i], "a", "b", "c", NULL);
      g_assert_cmpint (result.code, ==, 2);
    }
  run (&result, NULL, "check", "--language=de", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
  run (&result, NULL, "check", "--format=xml", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
  run (&result, NULL, "export", "--language=fr", "-o", "out.unknown", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
  g_assert_nonnull (strstr (result.err, "out.unknown"));
  run (&result, NULL, "export", "-o", "out.pdf", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 2);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *missing = scratch (fixture, "missing.wmdreport");
  g_autofree char *broken = scratch (fixture, "broken.wmdreport");
  g_autofree char *nowhere = scratch (fixture, "no-such-folder/out.pdf");

  run (&result, NULL, "check", missing, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_nonnull (strstr (result.err, "missing.wmdreport"));
  g_file_set_contents (broken, "{\"format\": \"wmdreport\", \"version\": 1}", -1, NULL);
  run (&result, NULL, "status", broken, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_nonnull (strstr (result.err, "broken.wmdreport"));
  g_assert_nonnull (strstr (result.err, "version"));
  run (&result, NULL, "export", "--language=en", "-o", nowhere, fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 3);
  run (&result, NULL, "import", broken, "-o", missing, NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_check (Fixture *fixture, gconstpointer data)
{
  static const char *const members[] = { "rule", "severity", "reply",       "respondent", "language", "block",
                                         "hint", "message",  "explanation", "fixable",    "waived" };
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonArray *findings;
  gint64 counted[3] = { 0 };

  run (&result, NULL, "check", "--format=json", fixture->sample, NULL);
  root = parse_object (result.out);
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
  g_assert_cmpint (result.code, ==, counted[0] > 0 ? 1 : 0);
  g_assert_cmpint (counted[1], >, 0); /* the sample has a late reply */
  run (&result, NULL, "check", "--strict", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 1);
}

static void
test_status (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonArray *replies;
  guint n_late = 0, n_stale = 0, n_tentative = 0;

  run (&result, NULL, "status", "--format=json", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  root = parse_object (result.out);
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

  run (&result, NULL, "status", "--format=csv", fixture->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_true (g_str_has_prefix (result.out, "id,respondent,name,section,original,date,late,ar,en,es,fr,ru,zh\r\n"));
}

static void
test_standard_streams (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *contents = test_read_file (fixture->sample, NULL);
  g_autoptr (GBytes) input = g_bytes_new (contents, strlen (contents));
  g_autofree char *from_file = NULL;

  run (&result, NULL, "status", "--format=json", fixture->sample, NULL);
  from_file = g_steal_pointer (&result.out);
  run (&result, input, "status", "--format=json", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_cmpstr (result.out, ==, from_file);
  run (&result, input, "export", "--language=en", "--format=pdf", "-o", "-", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_true (g_str_has_prefix (result.out, "%PDF-"));
}

/* Every edition in every format, twice, and the same bytes both times. */
static void
test_export (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *first = scratch (fixture, "first.pdf");
  g_autofree char *second = scratch (fixture, "second.pdf");
  g_autofree char *pdf = NULL;
  g_autofree char *again = NULL;
  gsize length, again_length;
  guint n_files = 0;
  g_auto (GStrv) lines = NULL;

  run (&result, NULL, "export", "--language=all", "--format=pdf,odt,txt", "-o", fixture->directory, fixture->sample,
       NULL);
  g_assert_cmpint (result.code, ==, 0);
  lines = g_strsplit (g_strchomp (result.out), "\n", -1);
  for (; lines[n_files] != NULL; n_files++)
    g_assert_true (g_file_test (lines[n_files], G_FILE_TEST_IS_REGULAR));
  g_assert_cmpuint (n_files, ==, 18);

  run (&result, NULL, "export", "--language=zh", "-o", first, fixture->sample, NULL);
  run (&result, NULL, "export", "--language=zh", "-o", second, fixture->sample, NULL);
  pdf = test_read_file (first, &length);
  again = test_read_file (second, &again_length);
  g_assert_cmpmem (pdf, length, again, again_length);
}

static void
test_import (Fixture *fixture, gconstpointer data)
{
  g_auto (Result) result = { 0 };
  g_autofree char *real = test_material_path ("real", "report-2023-zh.txt", NULL);
  g_autofree char *report = scratch (fixture, "real.wmdreport");
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (JsonNode) status = NULL;
  JsonArray *replies;

  if (real == NULL)
    return;
  run (&result, NULL, "import", real, "-o", report, "--format=json", NULL);
  g_assert_cmpint (result.code, <=, 1);
  root = parse_object (result.out);
  g_assert_cmpint (result.code, ==, json_object_get_int_member (json_node_get_object (root), "errors") > 0 ? 1 : 0);
  run (&result, NULL, "status", "--format=json", report, NULL);
  status = parse_object (result.out);
  replies = json_object_get_array_member (json_node_get_object (status), "replies");
  g_assert_cmpuint (json_array_get_length (replies), ==, 17);
}

static void
add_test (const char *path, void (*function) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, function, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_test ("/tool/usage", test_usage);
  add_test ("/tool/files", test_files);
  add_test ("/tool/check", test_check);
  add_test ("/tool/status", test_status);
  add_test ("/tool/standard-streams", test_standard_streams);
  add_test ("/tool/export", test_export);
  add_test ("/tool/import", test_import);
  return g_test_run ();
}
