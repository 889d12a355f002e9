/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* export: editions of the report as documents. One language into one file, or several languages and formats
 * into a folder, where the files are named as the UN names them.
 */

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "compose/composer.h"
#include "publish/publish.h"
#include "tool/command.h"
#include "tool/progress.h"

static const char *const papers[] = { "letter", "a4", NULL };

typedef struct
{
  char *language;
  char *format;
  char *output;
  char *paper;
  char *emblem;
  char *since;
  gboolean draft;
} Arguments;

typedef struct
{
  GArray *languages;  /* (element-type WmdLanguage) */
  GPtrArray *formats; /* (element-type WmdFormat) */
  const char *output;
  gboolean folder;     /* output is one */
  WmdSnapshot *older;  /* an older state, from which changes are tracked; NULL for none */
  WmdPageOptions page; /* owns the emblem */
  guint n_written;     /* documents */
  WmdProgressLine *progress;
} Job;

static void
arguments_clear (Arguments *arguments)
{
  g_free (arguments->language);
  g_free (arguments->format);
  g_free (arguments->output);
  g_free (arguments->paper);
  g_free (arguments->emblem);
  g_free (arguments->since);
}

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->languages, g_array_unref);
  g_clear_pointer (&job->formats, g_ptr_array_unref);
  wmd_page_options_clear (&job->page);
  g_clear_pointer (&job->older, wmd_snapshot_unref);
  g_clear_pointer (&job->progress, wmd_progress_line_free);
}

static gboolean
read_languages (Job *job, const char *code)
{
  gboolean all = g_strcmp0 (code, "all") == 0;

  if (code == NULL)
    {
      g_printerr (
          _ ("wmd-report-tool export: Say with --language which edition to write: ar, en, es, fr, ru, zh or all.\n"));
      return FALSE;
    }
  for (WmdLanguage language = 0; all && language < WMD_N_LANGUAGES; language++)
    g_array_append_val (job->languages, language);
  if (!all)
    {
      WmdLanguage language = wmd_command_parse_language (code);

      g_array_append_val (job->languages, language);
      return language != WMD_LANGUAGE_NONE;
    }
  return TRUE;
}

static gboolean
complain_format (const char *name)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < wmd_formats_get_n_formats (); i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", wmd_formats_get (i)->id);
  if (name == NULL)
    g_printerr (_ ("wmd-report-tool export: Say with --format which formats to write: %s.\n"), ids->str);
  else
    g_printerr (_ ("wmd-report-tool export: “%s” is not of a known format; the formats are %s.\n"), name, ids->str);
  return FALSE;
}

/* From --format, or else from the ending of the file. */
static gboolean
read_formats (Job *job, const char *names)
{
  g_auto (GStrv) ids = names != NULL ? g_strsplit (names, ",", -1) : NULL;

  if (ids == NULL)
    {
      const WmdFormat *format = wmd_formats_lookup_by_path (job->output);

      if (format == NULL)
        return complain_format (job->folder || strcmp (job->output, "-") == 0 ? NULL : job->output);
      g_ptr_array_add (job->formats, (gpointer) format);
      return TRUE;
    }
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const WmdFormat *format = wmd_formats_lookup (g_strstrip (ids[i]));

      if (format == NULL)
        return complain_format (ids[i]);
      g_ptr_array_add (job->formats, (gpointer) format);
    }
  return TRUE;
}

/* Changes are shown in formats that can show them, and not left out without a word in the others. */
static gboolean
check_since (const Job *job, const char *since)
{
  for (guint i = 0; since != NULL && i < job->formats->len; i++)
    {
      const WmdFormat *format = job->formats->pdata[i];

      if (format->tracks_changes)
        continue;
      g_printerr (_ ("wmd-report-tool export: --since shows changes, which the format “%s” cannot; use docx.\n"),
                  format->id);
      return FALSE;
    }
  return TRUE;
}

static gboolean
read_job (Job *job, const Arguments *arguments)
{
  int paper = arguments->paper != NULL ? wmd_command_choose ("paper", arguments->paper, papers) : 0;

  job->languages = g_array_new (FALSE, FALSE, sizeof (WmdLanguage));
  job->formats = g_ptr_array_new ();
  if (paper < 0)
    return FALSE;
  job->page = (WmdPageOptions){ .paper = paper == 1 ? WMD_PAPER_A4 : WMD_PAPER_LETTER, .draft = arguments->draft };
  if (arguments->emblem != NULL)
    job->page.emblem = wmd_emblem_new (arguments->emblem);
  if (arguments->output == NULL)
    {
      g_printerr (_ ("wmd-report-tool export: Say with -o which file or folder to write.\n"));
      return FALSE;
    }
  job->output = arguments->output;
  job->folder = g_file_test (job->output, G_FILE_TEST_IS_DIR);
  if (!read_languages (job, arguments->language) || !read_formats (job, arguments->format) ||
      !check_since (job, arguments->since))
    return FALSE;
  if (job->languages->len * job->formats->len > 1)
    {
      if (strcmp (job->output, "-") == 0)
        {
          g_printerr (
              _ ("wmd-report-tool export: Several documents cannot go to standard output; name a folder with -o.\n"));
          return FALSE;
        }
      job->folder = TRUE;
    }
  return TRUE;
}

/* SOURCE_DATE_EPOCH stands for the date of the report where it is set, as in other reproducible builds. */
static void
read_source_date (WmdPublishOptions *options)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 date;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT64, &date, NULL))
    options->date = date;
}

static void
show_progress (const Job *job, WmdPublication *publication, const WmdFormat *format)
{
  g_autofree char *text = g_strdup_printf (_ ("Writing the edition in “%s” as %s, document %u of %u…"),
                                           wmd_language_get_code (wmd_publication_get_language (publication)),
                                           format->id, job->n_written + 1, job->languages->len * job->formats->len);

  wmd_progress_line_set (job->progress, text);
}

static gboolean
write_document (Job *job, WmdPublication *publication, WmdPublication *older, const WmdFormat *format, GError **error)
{
  g_autofree char *name = wmd_publish_dup_file_name (wmd_publication_get_masthead (publication)->symbol,
                                                     wmd_publication_get_language (publication), format);
  g_autofree char *path = job->folder ? g_build_filename (job->output, name, NULL) : g_strdup (job->output);
  g_autoptr (GBytes) bytes = NULL;
  WmdPublishOptions options;

  show_progress (job, publication, format);
  wmd_publish_options_init (&options, publication);
  options.page = job->page;
  options.older = older;
  read_source_date (&options);
  bytes = format->write (publication, &options, NULL, error);
  if (bytes == NULL || !wmd_tool_write (path, bytes, error))
    return FALSE;
  job->n_written++;
  wmd_progress_line_hide (job->progress);
  if (job->folder)
    {
      wmd_tool_print (path);
      wmd_tool_print ("\n");
    }
  return TRUE;
}

/* What is not translated is set in another language: whoever issues the document has to know. */
static void
warn_missing (WmdPublication *publication)
{
  guint n_missing = wmd_publication_get_n_missing (publication);

  if (n_missing > 0)
    g_printerr (
        ngettext (
            "wmd-report-tool export: %u paragraph of the edition in “%s” is not translated; it stands there in "
            "another language.\n",
            "wmd-report-tool export: %u paragraphs of the edition in “%s” are not translated; they stand there in "
            "another language.\n",
            n_missing),
        n_missing, wmd_language_get_code (wmd_publication_get_language (publication)));
}

/* A name in a rare script may be in no font that is installed. */
static void
warn_of_characters (WmdPublication *publication)
{
  g_autofree char *missing = wmd_typeset_find_missing (publication);

  for (const char *p = missing; *p != '\0'; p = g_utf8_next_char (p))
    g_printerr (
        /* Translators: a character, its number in Unicode, and the code of a language. */
        _ ("wmd-report-tool export: No font is installed that has the character “%.*s” (U+%04X); the pages of the "
           "edition in “%s” show a replacement.\n"),
        (int) (g_utf8_next_char (p) - p), p, g_utf8_get_char (p),
        wmd_language_get_code (wmd_publication_get_language (publication)));
}

static gboolean
has_pages (const Job *job)
{
  for (guint i = 0; i < job->formats->len; i++)
    if (((const WmdFormat *) job->formats->pdata[i])->paged)
      return TRUE;
  return FALSE;
}

/* The edition in one language in all formats. */
static gboolean
write_edition (Job *job, WmdComposer *composer, WmdSnapshot *snapshot, WmdLanguage language, GError **error)
{
  g_autoptr (WmdPublication) older = job->older != NULL ? wmd_composer_compose (composer, job->older, language) : NULL;
  g_autoptr (WmdPublication) publication = wmd_composer_compose (composer, snapshot, language);

  warn_missing (publication);
  if (has_pages (job))
    warn_of_characters (publication);
  for (guint i = 0; i < job->formats->len; i++)
    if (!write_document (job, publication, older, job->formats->pdata[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
write_editions (Job *job, WmdTool *tool, WmdSnapshot *snapshot, GError **error)
{
  g_autoptr (WmdComposer) composer = wmd_composer_new (tool->reference);

  job->progress = wmd_progress_line_new ();
  if (job->folder && g_mkdir_with_parents (job->output, 0777) != 0)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("The folder “%s” could not be made."), job->output);
      return FALSE;
    }
  for (guint i = 0; i < job->languages->len; i++)
    if (!write_edition (job, composer, snapshot, g_array_index (job->languages, WmdLanguage, i), error))
      return FALSE;
  return TRUE;
}

/* Reads the report, and the older state where one is asked for. (transfer full), NULL on error. */
static WmdSnapshot *
read_reports (WmdTool *tool, const char *path, const char *since, Job *job, GError **error)
{
  g_autoptr (WmdSnapshot) snapshot = wmd_tool_read_report (tool, path, error);

  if (snapshot == NULL || since == NULL)
    return g_steal_pointer (&snapshot);
  job->older = wmd_tool_read_report (tool, since, error);
  if (job->older == NULL)
    return NULL;
  if (strcmp (wmd_snapshot_get_id (job->older), wmd_snapshot_get_id (snapshot)) != 0)
    g_printerr (_ ("wmd-report-tool export: “%s” is not an older state of “%s” but another report; what has the same "
                   "words counts as the same.\n"),
                since, path);
  return g_steal_pointer (&snapshot);
}

static WmdExit
run_export (WmdTool *tool, const Arguments *arguments, Job *job, const char *path)
{
  g_autoptr (WmdSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;

  if (!read_job (job, arguments))
    return WMD_EXIT_USAGE;
  snapshot = read_reports (tool, path, arguments->since, job, &error);
  if (snapshot != NULL && write_editions (job, tool, snapshot, &error))
    return WMD_EXIT_DONE;
  g_clear_pointer (&job->progress, wmd_progress_line_free);
  wmd_tool_complain (error);
  return WMD_EXIT_FILE;
}

WmdExit
wmd_command_export (WmdTool *tool, int argc, char **argv)
{
  Arguments arguments = { NULL };
  Job job = { NULL };
  const GOptionEntry entries[] = {
    { "language", 'l', 0, G_OPTION_ARG_STRING, &arguments.language, N_ ("The language of the edition, or “all”"),
      "LL" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output, N_ ("The file to write, or the folder for several"),
      "FILE" },
    { "format", 0, 0, G_OPTION_ARG_STRING, &arguments.format, N_ ("The formats, by default that of the file's ending"),
      "FORMAT,…" },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &arguments.paper, N_ ("The paper: letter (the default) or a4"), "PAPER" },
    { "emblem", 0, 0, G_OPTION_ARG_FILENAME, &arguments.emblem, N_ ("A picture for the place of the emblem"), "FILE" },
    { "since", 0, 0, G_OPTION_ARG_FILENAME, &arguments.since,
      N_ ("An older state of the report, to track the changes from it"), "REPORT" },
    { "draft", 0, 0, G_OPTION_ARG_NONE, &arguments.draft, N_ ("Mark every page as a draft"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  const char *path;
  WmdExit result = WMD_EXIT_USAGE;

  if (wmd_command_parse ("export", entries, argc, argv, 1, &path))
    result = run_export (tool, &arguments, &job, path);
  job_clear (&job);
  arguments_clear (&arguments);
  return result;
}
