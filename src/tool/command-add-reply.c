/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include <glib/gi18n.h>
#include <string.h>

#include "exchange/reply-file.h"
#include "store/store.h"
#include "tool/command.h"

static const char *const formats[] = { "text", "json", NULL };

/* What the user knows better than the file. */
typedef struct
{
  char *respondent;
  char *language;
  char *date;
} Options;

/* --- what the user says --- */

static gboolean
apply_options (WmdTool *tool, WmdReplyFile *file, const Options *options)
{
  if (options->respondent != NULL)
    file->respondent = wmd_reference_lookup_respondent (tool->reference, options->respondent);
  if (options->respondent != NULL && file->respondent == NULL)
    g_printerr (_ ("wmd-report-tool add-reply: No respondent has the identifier “%s”.\n"), options->respondent);
  else if (options->date != NULL && !wmd_date_parse_iso (options->date, &file->date))
    g_printerr (_ ("wmd-report-tool add-reply: “%s” is no date of the form 2023-05-31.\n"), options->date);
  else if (file->language == WMD_LANGUAGE_NONE)
    g_printerr (_ ("wmd-report-tool add-reply: The language of the file is not known, or not official. Say with "
                   "--language in which of the six languages the text is to be kept.\n"));
  else
    return TRUE;
  return FALSE;
}

/* --- the report --- */

static char *
dup_new_id (WmdSnapshot *report)
{
  for (guint n = wmd_snapshot_get_n_replies (report) + 1;; n++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", n);

      if (wmd_snapshot_lookup_body (report, id) == NULL)
        return g_steal_pointer (&id);
    }
}

/* The reply of the respondent of the file; @free: one without a text in its language. NULL when there is none. */
static WmdBody *
find_reply (WmdSnapshot *report, const WmdReplyFile *file, gboolean free)
{
  const char *id = file->respondent != NULL ? wmd_respondent_get_id (file->respondent) : NULL;

  for (guint i = 0; id != NULL && i < wmd_snapshot_get_n_replies (report); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (report, i);

      if (g_strcmp0 (wmd_body_get_field (reply, WMD_FIELD_RESPONDENT), id) == 0 &&
          (!free || wmd_body_get_variant (reply, file->language) == NULL))
        return reply;
    }
  return NULL;
}

/* @report with @body in the place of @old, or after all others. (transfer full) */
static WmdSnapshot *
put_body (WmdSnapshot *report, WmdBody *old, WmdBody *body)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  for (guint i = 0; i < wmd_snapshot_get_n_replies (report); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (report, i);

      g_ptr_array_add (replies, reply == old ? body : reply);
    }
  if (old == NULL)
    g_ptr_array_add (replies, body);
  return wmd_snapshot_new (wmd_snapshot_get_reference (report), wmd_snapshot_get_id (report),
                           wmd_snapshot_get_facts (report), wmd_snapshot_get_summary (report),
                           wmd_snapshot_get_introduction (report), replies, wmd_snapshot_get_unknown (report));
}

/* --- what is told --- */

static void
add_finding (GPtrArray *findings, const WmdBody *body, WmdSeverity severity, const char *message)
{
  WmdFinding *finding = wmd_finding_new ("import-reply", severity);

  finding->part = g_strdup (wmd_body_get_id (body));
  finding->message = g_strdup (message);
  g_ptr_array_insert (findings, 0, finding);
}

/* What was found out, for someone to compare, and what was not. */
static void
tell_origin (WmdTool *tool, const WmdReplyFile *file, const WmdBody *body, gboolean is_second, GPtrArray *findings)
{
  g_autofree char *date = wmd_reference_format_date (tool->reference, tool->language, &file->date);
  g_autofree char *taken = NULL;

  if (is_second)
    add_finding (findings, body, WMD_SEVERITY_WARNING,
                 _ ("The respondent has a reply in this language already. This one was added beside it."));
  if (date == NULL)
    add_finding (findings, body, WMD_SEVERITY_WARNING, _ ("No date of the reply was found."));
  if (file->respondent == NULL)
    {
      add_finding (findings, body, WMD_SEVERITY_WARNING, _ ("Whose reply it is was not found."));
      return;
    }
  /* Translators: a respondent; a language; a date. */
  taken = g_strdup_printf (_ ("Taken for the reply of %s, in %s, dated %s. Compare this with the document."),
                           wmd_respondent_get_name (file->respondent, tool->language),
                           wmd_reference_get_language_name (tool->reference, file->language, tool->language),
                           date != NULL ? date : "–");
  add_finding (findings, body, WMD_SEVERITY_NOTE, taken);
}

/* --- the command --- */

/* @path: of the reply. (transfer full), NULL on error. */
static WmdReplyFile *
read_reply (WmdTool *tool, const char *path, WmdLanguage language, GError **error)
{
  g_autoptr (GBytes) bytes = wmd_tool_read (path, error);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = strcmp (path, "-") != 0 ? g_filename_display_name (base) : NULL;
  WmdReplyFile *file;

  if (bytes == NULL)
    return NULL;
  file = wmd_reply_file_read (tool->reference, bytes, name, language, NULL, error);
  if (file == NULL)
    g_prefix_error (error, "%s: ", path);
  return file;
}

static WmdExit
add_reply (WmdTool *tool, WmdSnapshot *report, const WmdReplyFile *file, const char *output, gboolean json)
{
  WmdBody *old = find_reply (report, file, TRUE);
  const gboolean is_second = old == NULL && find_reply (report, file, FALSE) != NULL;
  g_autofree char *id = dup_new_id (report);
  g_autoptr (WmdBody) body = old != NULL ? wmd_reply_file_add_to (file, old) : wmd_reply_file_make_body (file, id);
  g_autoptr (WmdSnapshot) snapshot = put_body (report, old, body);
  g_autoptr (GPtrArray) findings = wmd_reply_file_list_findings (file, body);
  g_autoptr (GBytes) bytes = wmd_store_serialize (snapshot);
  g_autoptr (GError) error = NULL;

  tell_origin (tool, file, body, is_second, findings);
  if (!wmd_tool_write (output, bytes, &error))
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  return wmd_tool_print_findings (tool, snapshot, findings, NULL, strcmp (output, "-") == 0 ? stderr : stdout, json,
                                  FALSE);
}

static WmdExit
run (WmdTool *tool, const char *path, const char *into, const char *output, const Options *options, gboolean json)
{
  const WmdLanguage language =
      options->language != NULL ? wmd_command_parse_language (options->language) : WMD_LANGUAGE_NONE;
  g_autoptr (GError) error = NULL;
  g_autoptr (WmdSnapshot) report = NULL;
  g_autoptr (WmdReplyFile) file = NULL;

  if (options->language != NULL && language == WMD_LANGUAGE_NONE)
    return WMD_EXIT_USAGE;
  report = wmd_tool_read_report (tool, into, &error);
  if (report != NULL)
    file = read_reply (tool, path, language, &error);
  if (file == NULL)
    {
      wmd_tool_complain (error);
      return WMD_EXIT_FILE;
    }
  if (!apply_options (tool, file, options))
    return WMD_EXIT_USAGE;
  return add_reply (tool, report, file, output, json);
}

WmdExit
wmd_command_add_reply (WmdTool *tool, int argc, char **argv)
{
  g_autofree char *output = NULL, *format = NULL, *into = NULL, *respondent = NULL, *language = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &into, N_ ("The report that the reply is added to"), "REPORT.wmdreport" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The report to write"), "REPORT.wmdreport" },
    { "respondent", 0, 0, G_OPTION_ARG_STRING, &respondent, N_ ("Whose reply it is"), "ID" },
    { "language", 'l', 0, G_OPTION_ARG_STRING, &language, N_ ("The language that it is in"), "LL" },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("The date of the reply"), "YYYY-MM-DD" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("How to print the findings: text (the default) or json"),
      "FORMAT" },
    G_OPTION_ENTRY_NULL,
  };
  const char *path;

  if (!wmd_command_parse ("add-reply", entries, argc, argv, 1, &path) ||
      (format != NULL && wmd_command_choose ("format", format, formats) < 0))
    return WMD_EXIT_USAGE;
  if (into == NULL || output == NULL)
    {
      g_printerr (_ ("wmd-report-tool add-reply: Say with --into which report the reply belongs to, and with -o which "
                     "one to write.\n"));
      return WMD_EXIT_USAGE;
    }
  return run (tool, path, into, output, &(Options){ respondent, language, date }, g_strcmp0 (format, "json") == 0);
}
