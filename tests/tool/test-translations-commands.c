/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* wmd-report-tool xliff, tmx, and import of what comes back. */

#include <string.h>

#include "support/support.h"
#include "tool/run-tool.h"

#define BEFORE "Législation nationale"
#define AFTER "Législation du pays"

/* The French of the sample as a translator gets it, with @before (nullable) made @after. (transfer full): its path */
static char *
write_file (TestTool *self, const char *before, const char *after)
{
  char *path = test_tool_scratch (self, "french.xlf");
  g_autofree char *text = NULL;
  g_auto (TestResult) result = { 0 };
  g_autoptr (GString) changed = NULL;

  test_tool_run (&result, NULL, "xliff", "--language=fr", "-o", path, self->sample, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_cmpstr (result.out, ==, "");
  text = test_read_file (path, NULL);
  changed = g_string_new (text);
  if (before != NULL)
    g_assert_cmpuint (g_string_replace (changed, before, after, 0), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  return path;
}

static void
test_there_and_back (TestTool *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, BEFORE, AFTER);
  g_autofree char *into = g_strconcat ("--into=", self->sample, NULL);
  g_autofree char *output = test_tool_scratch (self, "back.wmdreport");
  g_autofree char *sample = test_read_file (self->sample, NULL);
  g_autoptr (GString) wanted = g_string_new (sample);
  g_autofree char *back = NULL;
  g_auto (TestResult) result = { 0 };

  test_tool_run (&result, NULL, "import", path, into, "-o", output, NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_nonnull (strstr (result.err, "Translations taken: 1\n"));
  back = test_read_file (output, NULL);
  g_string_replace (wanted, BEFORE, AFTER, 0);
  g_assert_cmpstr (back, ==, wanted->str);
}

/* What was changed in the report meanwhile is an error with its words, unless it is to be overwritten. */
static void
test_conflict (TestTool *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, BEFORE, AFTER);
  g_autofree char *report = test_tool_scratch (self, "meanwhile.wmdreport");
  g_autofree char *into = g_strconcat ("--into=", report, NULL);
  g_autofree char *sample = test_read_file (self->sample, NULL);
  g_autoptr (GString) meanwhile = g_string_new (sample);
  g_auto (TestResult) result = { 0 };

  g_string_replace (meanwhile, BEFORE, "Lois nationales", 0);
  g_assert_true (g_file_set_contents (report, meanwhile->str, -1, NULL));
  test_tool_run (&result, NULL, "import", path, into, "-o", "-", NULL);
  g_assert_cmpint (result.code, ==, 1);
  g_assert_cmpstr (result.out, ==, meanwhile->str);
  g_assert_nonnull (strstr (result.err, "[xliff-conflict]\n    " AFTER "\n"));
  test_tool_run (&result, NULL, "import", path, into, "--overwrite", "-o", "-", NULL);
  g_assert_cmpint (result.code, ==, 0);
  g_assert_nonnull (strstr (result.out, AFTER));
}

static void
test_json (TestTool *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, "<trans-unit id=\"b4\" xml:space=\"preserve\" restype=\"x-paragraph\"",
                                      "<trans-unit id=\"b400\"");
  g_autofree char *into = g_strconcat ("--into=", self->sample, NULL);
  g_autofree char *output = test_tool_scratch (self, "back.wmdreport");
  g_auto (TestResult) result = { 0 };
  g_autoptr (JsonNode) root = NULL;
  JsonObject *finding;

  test_tool_run (&result, NULL, "import", path, into, "--format=json", "-o", output, NULL);
  g_assert_cmpint (result.code, ==, 1);
  root = test_tool_parse (result.out);
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "errors"), ==, 1);
  finding = json_array_get_object_element (json_object_get_array_member (json_node_get_object (root), "findings"), 0);
  g_assert_cmpstr (json_object_get_string_member (finding, "rule"), ==, "xliff-unknown");
  g_assert_cmpstr (json_object_get_string_member (finding, "reply"), ==, "r1");
  g_assert_nonnull (json_object_get_string_member (finding, "hint"));
}

static void
test_memory (TestTool *self, gconstpointer data)
{
  g_auto (TestResult) all = { 0 };
  g_auto (TestResult) named = { 0 };
  g_auto (TestResult) french = { 0 };

  test_tool_run (&all, NULL, "tmx", "-o", "-", self->sample, NULL);
  test_tool_run (&named, NULL, "tmx", "--language=all", "-o", "-", self->sample, NULL);
  test_tool_run (&french, NULL, "tmx", "--language=fr", "-o", "-", self->sample, NULL);
  g_assert_cmpint (all.code, ==, 0);
  g_assert_cmpstr (all.out, ==, named.out);
  g_assert_nonnull (strstr (all.out, "<tuv xml:lang=\"zh-CN\">"));
  g_assert_nonnull (strstr (french.out, BEFORE));
  g_assert_cmpuint (strlen (french.out), <, strlen (all.out));
}

static void
test_errors (TestTool *self, gconstpointer data)
{
  g_autofree char *path = write_file (self, NULL, NULL);
  g_autofree char *into = g_strconcat ("--into=", self->sample, NULL);
  const struct
  {
    const char *arguments[5];
    int code;
    const char *says;
  } errors[] = {
    { { "xliff", "-o", "-", self->sample }, 2, "--language" },
    { { "xliff", "--language=de", "-o", "-", self->sample }, 2, "de" },
    { { "xliff", "--language=all", "-o", "-", self->sample }, 2, "all" },
    { { "xliff", "--language=fr", self->sample }, 2, "-o" },
    { { "tmx", self->sample }, 2, "-o" },
    { { "tmx", "-o", "-", "nowhere.wmdreport" }, 3, "nowhere" },
    { { "import", path, "-o", "-" }, 3, "--into" },
    { { "import", "nowhere.xlf", into, "-o", "-" }, 3, "nowhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    {
      g_auto (TestResult) result = { 0 };
      const char *const *arguments = errors[i].arguments;

      test_tool_run (&result, NULL, arguments[0], arguments[1], arguments[2], arguments[3], arguments[4], NULL);
      g_assert_cmpint (result.code, ==, errors[i].code);
      g_assert_cmpstr (result.out, ==, "");
      g_assert_nonnull (strstr (result.err, errors[i].says));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  test_tool_add ("/tool/translations/there-and-back", test_there_and_back);
  test_tool_add ("/tool/translations/conflict", test_conflict);
  test_tool_add ("/tool/translations/json", test_json);
  test_tool_add ("/tool/translations/memory", test_memory);
  test_tool_add ("/tool/translations/errors", test_errors);
  return g_test_run ();
}
