/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/xliff.h"
#include "rules/checker.h"
#include "store/store.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", NULL };

/* What the import noticed, and what a report lacks that came of an issued text: that says most of what is wrong with it
 * through the rules of the report and of the replies. The wording is for “check”.
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

/* Reads @text, the contents of the file @path. @existing (nullable): the report that it is for. */
static WmdImport *
read_text (WmdTool *tool, const char *path, GBytes *text, WmdSnapshot *existing, gboolean overwrite, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (text, &length);
  WmdImport *import;

  if (data == NULL)
    data = "";
  if (wmd_xliff_sniff (data, length))
    {
      if (existing != NULL)
        return wmd_xliff_read (existing, data, length, overwrite, error);
      g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_OTHER_REPORT,
                           _ ("This is a translator’s file (XLIFF). Say with --into of which report it is."));
      return NULL;
    }
  import = existing != NULL ? wmd_text_import_into (tool->reference, existing, data, length, error)
                            : wmd_text_import (tool->reference, data, length, error);
  if (import != NULL && strcmp (path, "-") != 0)
    wmd_import_set_file (import, path);
  return import;
}

/* @into: the report that the file is another edition or a translation of; NULL for a report of its own. */
static WmdImport *
import_file (WmdTool *tool, const char *path, const char *into, gboolean overwrite, GError **error)
{
  g_autoptr (WmdSnapshot) existing = into != NULL ? wmd_tool_read_report (tool, into, error) : NULL;
  g_autoptr (GBytes) text = NULL;
  WmdImport *import;

  if (into != NULL && existing == NULL)
    return NULL;
  text = wmd_tool_read (path, error);
  if (text == NULL)
    return NULL;
  import = read_text (tool, path, text, existing, overwrite, error);
  if (import == NULL)
    g_prefix_error (error, "%s: ", path);
  return import;
}

/* What became of the units of a translator's file, on standard error. FALSE when the file was none. */
static gboolean
print_units (const WmdImport *import)
{
  static const char *const fates[WMD_N_UNIT_FATES] = {
    [WMD_UNIT_TAKEN] = N_ ("Translations taken"),
    [WMD_UNIT_ADVANCED] = N_ ("Translations with the same words, further than before"),
    [WMD_UNIT_UNCHANGED] = N_ ("Translations that the report has already"),
    [WMD_UNIT_UNTRANSLATED] = N_ ("Paragraphs that are not translated"),
    [WMD_UNIT_REFUSED] = N_ ("Not taken"),
  };
  gboolean any = FALSE;

  for (guint i = 0; i < WMD_N_UNIT_FATES; i++)
    if (import->units[i] > 0)
      {
        /* Translators: what is counted, and the number. */
        g_printerr (_ ("%s: %u\n"), _ (fates[i]), import->units[i]);
        any = TRUE;
      }
  return any;
}

WmdExit
wmd_command_import (WmdTool *tool, int argc, char **argv)
{
  g_autofree char *output = NULL;
  g_autofree char *format = NULL;
  g_autofree char *into = NULL;
  gboolean overwrite = FALSE;
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &into,
      N_ ("The report that the file is another edition or a translation of"), "REPORT.wmdreport" },
    { "overwrite", 0, 0, G_OPTION_ARG_NONE, &overwrite,
      N_ ("Also take translations that were changed in the report since they were sent"), NULL },
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

  import = import_file (tool, path, into, overwrite, &error);
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
  findings = print_units (import) ? g_ptr_array_ref (import->findings) : list_findings (tool, import);
  return wmd_tool_print_findings (tool, import->snapshot, findings, NULL, strcmp (output, "-") == 0 ? stderr : stdout,
                                  g_strcmp0 (format, "json") == 0, FALSE);
}
