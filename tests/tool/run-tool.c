/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "tool/run-tool.h"

#include <glib/gstdio.h>

#include "support/support.h"

void
test_result_clear (TestResult *result)
{
  g_free (result->out);
  g_free (result->err);
}

static void
set_up (TestTool *self, gconstpointer data)
{
  self->directory = g_dir_make_tmp ("wmd-report-XXXXXX", NULL);
  self->sample = test_source_path ("data", "sample", "sample.wmdreport", NULL);
}

static void
tear_down (TestTool *self, gconstpointer data)
{
  g_autoptr (GDir) directory = g_dir_open (self->directory, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (directory)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->directory, name, NULL);

      g_remove (path);
    }
  g_rmdir (self->directory);
  g_free (self->directory);
  g_free (self->sample);
}

/* (transfer full); never NULL. */
static char *
dup_text (GBytes *bytes)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data != NULL ? data : "", length);
}

void
test_tool_run (TestResult *result, GBytes *input, const char *first, ...)
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
  test_result_clear (result);
  result->code = g_subprocess_get_exit_status (process);
  result->out = dup_text (out);
  result->err = dup_text (err);
}

char *
test_tool_scratch (TestTool *self, const char *name)
{
  return g_build_filename (self->directory, name, NULL);
}

JsonNode *
test_tool_parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *root = json_from_string (text, &error);

  g_assert_no_error (error);
  g_assert_true (JSON_NODE_HOLDS_OBJECT (root));
  return root;
}

void
test_tool_add (const char *path, void (*function) (TestTool *, gconstpointer))
{
  g_test_add (path, TestTool, NULL, set_up, function, tear_down);
}
