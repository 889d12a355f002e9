/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/text-import.h"
#include "rules/checker.h"
#include "store/store.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", NULL };

/* What the import noticed, and what the report lacks that came of it: a text that was issued says most of what is
 * wrong with it through the rules of the report and of the replies. The wording is for “check”.
 */
static GPtrArray *
list_findings (WmdTool *tool, const WmdImport *import)
{
  static const char *const families[] = { "report", "replies", NULL };
  g_autoptr (WmdChecker) checker = wmd_checker_new (tool->reference);
  g_autoptr (GPtrArray) checked = wmd_checker_check (checker, import->snapshot, WMD_LANGUAGE_NONE);
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_finding_unref);

  for (guint i = 0; i < import->findings->len; i++)
    g_ptr_array_add (findings, wmd_finding_ref (import->findings->pdata[i]));
  for (guint i = 0; i < checked->len; i++)
    {
      WmdFinding *finding = checked->pdata[i];
      const WmdRuleInfo *rule = wmd_rules_lookup (finding->rule);

      if (rule != NULL && g_strv_contains (families, rule->family))
        g_ptr_array_add (findings, wmd_finding_ref (finding));
    }
  return findings;
}

/* @into: the report that the text is another edition of; NULL for a report of its own. */
static WmdImport *
import_text (WmdTool *tool, const char *path, const char *into, GError **error)
{
  g_autoptr (WmdSnapshot) existing = into != NULL ? wmd_tool_read_report (tool, into, error) : NULL;
  g_autoptr (GBytes) text = NULL;
  WmdImport *import;
  const char *data;
  gsize length;

  if (into != NULL && existing == NULL)
    return NULL;
  text = wmd_tool_read (path, error);
  if (text == NULL)
    return NULL;
  data = g_bytes_get_data (text, &length);
  if (data == NULL)
    data = "";
  import = existing != NULL ? wmd_text_import_into (tool->reference, existing, data, length, error)
                            : wmd_text_import (tool->reference, data, length, error);
  if (import == NULL)
    g_prefix_error (error, "%s: ", path);
  else if (strcmp (path, "-") != 0)
    wmd_import_set_file (import, path);
  return import;
}

WmdExit
wmd_command_import (WmdTool *tool, int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  g_autofree char *into = NULL;
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &into, N_ ("The report that the text is another edition of"),
      "REPORT.wmdreport" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The report to write"), "REPORT.wmdreport" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print the findings: text (the default) or json"),
      "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GBytes) report = NULL;
  g_autoptr (WmdImport) import = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  g_autoptr (GError) error = NULL;
  const char *path;

  if (!wmd_command_parse ("import", entries, argc, argv, 1, &path) ||
      (format != NULL && wmd_command_choose ("format", format, formats) < 0))
    return WMD_EXIT_USAGE;
  if (output == NULL)
    {
      g_printerr (_ ("wmd-report-tool import: Say with -o which report to write.\n"));
      return WMD_EXIT_USAGE;
    }

  import = import_text (tool, path, into, &error);
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
  findings = list_findings (tool, import);
  return wmd_tool_print_findings (tool, import->snapshot, findings, NULL, strcmp (output, "-") == 0 ? stderr : stdout,
                                  g_strcmp0 (format, "json") == 0, FALSE);
}
