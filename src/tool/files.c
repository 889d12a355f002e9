/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <gio/gunixinputstream.h>
#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "publish/publish.h"
#include "store/store.h"
#include "tool/command.h"

static gboolean
is_standard (const char *path)
{
  return strcmp (path, "-") == 0;
}

GBytes *
wmd_tool_read (const char *path, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (is_standard (path))
    {
      g_autoptr (GInputStream) input = g_unix_input_stream_new (STDIN_FILENO, FALSE);
      g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

      if (g_output_stream_splice (memory, input, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
        return NULL;
      return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
    }
  file = g_file_new_for_commandline_arg (path);
  return g_file_load_bytes (file, NULL, NULL, error);
}

WmdSnapshot *
wmd_tool_read_report (WmdTool *tool, const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = wmd_tool_read (path, error);
  WmdSnapshot *snapshot;
  const char *data;
  gsize length;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  snapshot = wmd_store_parse (tool->reference, data, length, NULL, error);
  if (snapshot == NULL)
    g_prefix_error (error, "%s: ", path);
  return snapshot;
}

gboolean
wmd_tool_write (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GFile) file = NULL;

  if (is_standard (path))
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      gsize length;
      const void *data = g_bytes_get_data (bytes, &length);

      return g_output_stream_write_all (output, data, length, NULL, NULL, error);
    }
  file = g_file_new_for_commandline_arg (path);
  return wmd_publish_save (file, bytes, NULL, error);
}

void
wmd_tool_print (const char *text)
{
  fputs (text, stdout);
}

void
wmd_tool_complain (const GError *error)
{
  g_printerr ("wmd-report-tool: %s\n", error->message);
}
