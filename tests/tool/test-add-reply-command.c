/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* wmd-report-tool add-reply. */

#include <string.h>

#include "support/support.h"
#include "tool/run-tool.h"

static const char report[] =
    "{\"format\":\"wmdreport\",\"version\":\"1.0\",\"id\":\"x\",\"replies\":["
    "{\"id\":\"r1\",\"respondent\":\"GHA\",\"original\":\"en\",\"date\":\"2023-05-25\",\"variants\":{\"en\":{"
    "\"blocks\":[{\"id\":\"b4\",\"kind\":\"paragraph\",\"text\":\"In 2022, the Government trained 312 "
    "officers.\"}]}}}]}";

static const char english[] =
    "Permanent Mission of Mexico\n\nThe Government has taken these measures to prevent it.\n\n31 May 2023\n";
static const char french[] = "Au Ghana, en 2022, le Gouvernement a formé 312 agents de la douane et de la police.\n";
static const char portuguese[] = "O Governo de Portugal atribui grande importância à não proliferação e à cooperação "
                                 "com as organizações, e adotou as "
                                 "medidas que se seguem para evitar que os terroristas as obtenham.\n";

/* The paths of the report and of the one that is written, and the former on the disk. */
typedef struct
{
  char *into, *option, *output;
} Files;

static void
files_clear (Files *files)
{
  g_free (files->into);
  g_free (files->option);
  g_free (files->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static void
make_files (TestTool *fixture, Files *files)
{
  files->into = test_tool_scratch (fixture, "report.wmdreport");
  files->option = g_strconcat ("--into=", files->into, NULL);
  files->output = test_tool_scratch (fixture, "output.wmdreport");
  g_assert_true (g_file_set_contents (files->into, report, -1, NULL));
}

/* The replies of the report that was written. */
static JsonArray *
read_replies (const Files *files, JsonNode **root)
{
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (files->output, &text, NULL, NULL));
  *root = test_tool_parse (text);
  return json_object_get_array_member (json_node_get_object (*root), "replies");
}

static void
test_new (TestTool *fixture, gconstpointer data)
{
  g_auto (Files) files = { NULL };
  g_auto (TestResult) result = { 0 };
  g_autoptr (GBytes) input = g_bytes_new_static (english, strlen (english));
  g_autoptr (JsonNode) root = NULL;
  JsonArray *replies;
  JsonObject *reply;

  make_files (fixture, &files);
  test_tool_run (&result, input, "add-reply", files.option, "-o", files.output, "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_nonnull (strstr (result.out, "Taken for the reply of Mexico, in English, dated 31 May 2023."));
  replies = read_replies (&files, &root);
  g_assert_cmpuint (json_array_get_length (replies), ==, 2);
  reply = json_array_get_object_element (replies, 1);
  g_assert_cmpstr (json_object_get_string_member (reply, "respondent"), ==, "MEX");
  g_assert_cmpstr (json_object_get_string_member (reply, "date"), ==, "2023-05-31");

  test_tool_run (&result, input, "add-reply", files.option, "-o", files.output, "--respondent=GHA", "--date=2023-06-01",
                 "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_nonnull (strstr (result.out, "a reply in this language already"));
  g_clear_pointer (&root, json_node_unref);
  replies = read_replies (&files, &root);
  g_assert_cmpuint (json_array_get_length (replies), ==, 2);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (replies, 1), "date"), ==,
                   "2023-06-01");
}

/* Another language of a reply that is there joins it. */
static void
test_language (TestTool *fixture, gconstpointer data)
{
  g_auto (Files) files = { NULL };
  g_auto (TestResult) result = { 0 };
  g_autoptr (GBytes) input = g_bytes_new_static (french, strlen (french));
  g_autoptr (JsonNode) root = NULL;
  JsonArray *replies, *blocks;
  JsonObject *variants;

  make_files (fixture, &files);
  test_tool_run (&result, input, "add-reply", files.option, "-o", files.output, "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  replies = read_replies (&files, &root);
  g_assert_cmpuint (json_array_get_length (replies), ==, 1);
  variants = json_object_get_object_member (json_array_get_object_element (replies, 0), "variants");
  g_assert_cmpuint (json_object_get_size (variants), ==, 2);
  blocks = json_object_get_array_member (json_object_get_object_member (variants, "fr"), "blocks");
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (blocks, 0), "id"), ==, "b4");
}

static void
test_errors (TestTool *fixture, gconstpointer data)
{
  g_auto (Files) files = { NULL };
  g_auto (TestResult) result = { 0 };
  g_autoptr (GBytes) input = g_bytes_new_static (english, strlen (english));
  g_autoptr (GBytes) unofficial = g_bytes_new_static (portuguese, strlen (portuguese));
  g_autoptr (GBytes) pdf = g_bytes_new_static ("%PDF-1.7", 8);

  make_files (fixture, &files);
  test_tool_run (&result, input, "add-reply", "-o", files.output, "-", NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, input, "add-reply", files.option, "-o", files.output, "--respondent=XXX", "-", NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, input, "add-reply", files.option, "-o", files.output, "--date=31.5.2023", "-", NULL);
  g_assert_cmpint (result.code, ==, 2);
  test_tool_run (&result, unofficial, "add-reply", files.option, "-o", files.output, "-", NULL);
  g_assert_cmpint (result.code, ==, 2);
  g_assert_nonnull (strstr (result.err, "--language"));
  test_tool_run (&result, pdf, "add-reply", files.option, "-o", files.output, "-", NULL);
  g_assert_cmpint (result.code, ==, 3);
  g_assert_false (g_file_test (files.output, G_FILE_TEST_EXISTS));
  test_tool_run (&result, unofficial, "add-reply", files.option, "-o", files.output, "--language=es", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  test_tool_add ("/tool/add-reply/new", test_new);
  test_tool_add ("/tool/add-reply/language", test_language);
  test_tool_add ("/tool/add-reply/errors", test_errors);
  return g_test_run ();
}
