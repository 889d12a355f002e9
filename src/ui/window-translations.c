/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes to translators and comes back from them. Writing is in a thread; what comes back goes the way of another
 * edition.
 */

#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "exchange/xliff.h"
#include "publish/publish.h"
#include "ui/dialogs.h"
#include "ui/names.h"

typedef struct
{
  WmdSnapshot *report;
  WmdLanguage language;
  GFile *file;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  wmd_snapshot_unref (job->report);
  g_object_unref (job->file);
  g_free (job);
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = wmd_xliff_write (job->report, job->language, &error);

  if (bytes != NULL && wmd_publish_save (job->file, bytes, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdWindow *self = WMD_WINDOW (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autofree char *base = g_file_get_basename (job->file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sentence = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      wmd_dialogs_show_error (GTK_WINDOW (self), _ ("Cannot Export for Translation"), error->message);
      return;
    }
  /* Translators: the first %s is the name of a file, the second a language. */
  sentence = g_strdup_printf (_ ("Exported “%s” for translation into %s"), name,
                              wmd_name_of_language_in_a_sentence (job->language));
  wmd_window_show_toast (self, sentence);
}

static void
write_file (WmdWindow *self, WmdLanguage language, GFile *file)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, written_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->report = wmd_snapshot_ref (wmd_report_get_snapshot (wmd_session_get_report (self->session)));
  job->language = language;
  job->file = g_object_ref (file);
  g_task_set_source_tag (task, write_file);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_thread);
}

/* The language of that code; "": the one that is shown. */
static WmdLanguage
choose_language (WmdWindow *self, const char *code)
{
  return code[0] != '\0' ? wmd_language_from_code (code) : wmd_session_get_language (self->session);
}

void
wmd_window_export_translation_to (WmdWindow *self, const char *code, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  WmdLanguage language = choose_language (self, code);

  if (language != WMD_LANGUAGE_NONE)
    write_file (self, language, file);
}

/* --- asking for the file --- */

static void
target_chosen_cb (GFile *file, gpointer owner)
{
  WmdWindow *self = owner;

  if (file != NULL && self->session != NULL)
    write_file (self, (WmdLanguage) GPOINTER_TO_INT (g_object_get_data (owner, "translation-language")), file);
}

void
wmd_window_export_translation (WmdWindow *self, const char *code)
{
  static const WmdFormat xliff = { .extension = ".xlf" };
  WmdLanguage language = choose_language (self, code);
  WmdSnapshot *report = wmd_report_get_snapshot (wmd_session_get_report (self->session));
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (language == WMD_LANGUAGE_NONE)
    return;
  name = wmd_publish_dup_file_name (wmd_facts_get (wmd_snapshot_get_facts (report), WMD_FACT_SYMBOL), language, &xliff);
  /* Translators: %s is a language. */
  title = g_strdup_printf (_ ("Export for Translation Into %s"), wmd_name_of_language_in_a_sentence (language));
  g_object_set_data (G_OBJECT (self), "translation-language", GINT_TO_POINTER ((int) language));
  wmd_dialogs_save_file (GTK_WINDOW (self), title, name, _ ("Translators’ Files (XLIFF)"), "*.xlf", target_chosen_cb,
                         self);
}

static void
translation_chosen_cb (GFile *file, gpointer owner)
{
  WmdWindow *self = owner;

  if (file != NULL && self->session != NULL)
    wmd_window_import_edition (self, file);
}

void
wmd_window_choose_translation (WmdWindow *self)
{
  wmd_dialogs_open_translation (GTK_WINDOW (self), translation_chosen_cb, self);
}

gboolean
wmd_window_takes_translation (WmdWindow *self, GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_utf8_strdown (base != NULL ? base : "", -1);

  return self->session != NULL && !wmd_session_get_read_only (self->session) &&
         (g_str_has_suffix (name, ".xlf") || g_str_has_suffix (name, ".xliff"));
}
