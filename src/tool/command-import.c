/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/text-import.h"
#include "store/store.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", NULL };

WmdExit
wmd_command_import (WmdTool *tool, int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The report to write"), "REPORT.wmdreport" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print the findings: text (the default) or json"),
      "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) report = NULL;
  g_autoptr (WmdImport) import = NULL;
  g_autoptr (GError) error = NULL;
  const char *path, *data;
  gsize length;

  if (!wmd_command_parse ("import", entries, argc, argv, 1, &path) ||
      (format != NULL && wmd_command_choose ("format", format, formats) < 0))
    return WMD_EXIT_USAGE;
  if (output == NULL)
    {
      g_printerr (_ ("wmd-report-tool import: Say with -o which report to write.\n"));
      return WMD_EXIT_USAGE;
    }

  text = wmd_tool_read (path, &error);
  if (text != NULL)
    {
      data = g_bytes_get_data (text, &length);
      import = wmd_text_import (tool->reference, data != NULL ? data : "", length, &error);
      if (import == NULL)
        g_prefix_error (&error, "%s: ", path);
    }
  if (import == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  report = wmd_store_serialize (import->snapshot);
  if (!wmd_tool_write (output, report, &error))
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  /* With the report on standard output the findings go beside it. */
  return wmd_tool_print_findings (tool, import->snapshot, import->findings, strcmp (output, "-") == 0 ? stderr : stdout,
                                  g_strcmp0 (format, "json") == 0, FALSE);
}
