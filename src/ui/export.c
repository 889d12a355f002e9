/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Works on a snapshot with a composer of its own, so the report can be edited meanwhile. Pages that are set already,
 * and with them their publication, are taken as they are: neither ever changes.
 */

#include "config.h"

#include "ui/export.h"

#include "compose/composer.h"
#include "store/store.h"
#include "ui/disposal.h"

typedef struct
{
  WmdReference *reference;
  WmdSnapshot *snapshot;
  WmdSnapshot *older; /* the state that options.since holds; NULL for none */
  WmdExportOptions options;
  WmdPages *pages[WMD_N_LANGUAGES]; /* of the snapshot: those that the session had, then those that were set as well */
  GFile *target;
  void (*progress) (double share, gpointer data);
  gpointer data; /* of the callbacks */
} Job;

/* A message from the thread to the window. */
typedef struct
{
  void (*progress) (double share, gpointer data);
  gpointer data;
  double share;
} Report;

static void
job_free (Job *job)
{
  wmd_reference_unref (job->reference);
  wmd_snapshot_unref (job->snapshot);
  wmd_free_in_thread (job->older, (GDestroyNotify) wmd_snapshot_unref);
  g_clear_object (&job->options.since);
  wmd_page_options_clear (&job->options.page);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    wmd_free_in_thread (job->pages[i], (GDestroyNotify) wmd_pages_unref);
  g_object_unref (job->target);
  g_free (job);
}

void
wmd_export_result_free (WmdExportResult *self)
{
  g_ptr_array_unref (self->files);
  g_string_free (self->unknown, TRUE);
  g_free (self);
}

static gboolean
report_cb (gpointer data)
{
  Report *report = data;

  report->progress (report->share, report->data);
  return G_SOURCE_REMOVE;
}

static void
send_progress (const Job *job, double share)
{
  Report *report;

  if (job->progress == NULL)
    return;
  report = g_new (Report, 1);
  *report = (Report){ job->progress, job->data, share };
  g_main_context_invoke_full (NULL, G_PRIORITY_DEFAULT, report_cb, report, g_free);
}

/* Adds the characters of @publication that no font has, each once. */
static void
add_unknown (GString *unknown, WmdPublication *publication)
{
  g_autofree char *found = wmd_typeset_find_missing (publication);

  for (const char *p = found; *p != '\0'; p = g_utf8_next_char (p))
    if (g_utf8_strchr (unknown->str, -1, g_utf8_get_char (p)) == NULL)
      g_string_append_unichar (unknown, g_utf8_get_char (p));
}

/* (transfer full) */
static WmdPublication *
compose_edition (const Job *job, WmdComposer *composer, WmdLanguage language)
{
  WmdPages *pages = job->pages[language];

  return pages != NULL ? wmd_publication_ref (wmd_pages_get_publication (pages))
                       : wmd_composer_compose (composer, job->snapshot, language);
}

/* The pages of @publication; NULL on error. (transfer none) */
static WmdPages *
get_pages (Job *job, WmdLanguage language, WmdPublication *publication, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmdTypesetter) typesetter = NULL;

  if (job->pages[language] != NULL)
    return job->pages[language];
  typesetter = wmd_typesetter_new ();
  job->pages[language] = wmd_typesetter_set (typesetter, publication, &job->options.page, cancellable, error);
  return job->pages[language];
}

static gboolean
export_edition (Job *job, WmdLanguage language, WmdExportResult *result, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmdComposer) composer = wmd_composer_new (job->reference);
  g_autoptr (WmdPublication) older = job->older != NULL ? wmd_composer_compose (composer, job->older, language) : NULL;
  g_autoptr (WmdPublication) publication = compose_edition (job, composer, language);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GFile) file = NULL;
  WmdPublishOptions options;

  wmd_publish_options_init (&options, publication);
  options.page = job->options.page;
  options.older = older;
  if (job->options.format->paged &&
      (options.pages = get_pages (job, language, publication, cancellable, error)) == NULL)
    return FALSE;
  bytes = job->options.format->write (publication, &options, cancellable, error);
  if (bytes == NULL)
    return FALSE;
  if (job->options.to_folder)
    {
      g_autofree char *name =
          wmd_publish_dup_file_name (wmd_publication_get_masthead (publication)->symbol, language, job->options.format);

      file = g_file_get_child (job->target, name);
    }
  else
    file = g_object_ref (job->target);
  if (!wmd_publish_save (file, bytes, cancellable, error))
    return FALSE;
  result->n_missing += wmd_publication_get_n_missing (publication);
  if (job->options.format->paged)
    add_unknown (result->unknown, publication);
  g_ptr_array_add (result->files, g_steal_pointer (&file));
  return TRUE;
}

static guint
count_bits (guint bits)
{
  guint n = 0;

  for (; bits != 0; bits >>= 1)
    n += bits & 1;
  return n;
}

static gboolean
read_older (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmdStoreFile) file = NULL;

  if (job->options.since == NULL)
    return TRUE;
  file = wmd_store_file_new (job->options.since);
  job->older = wmd_store_file_load (file, job->reference, cancellable, error);
  if (job->older == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (job->options.since);

      g_prefix_error (error, "%s: ", name);
    }
  return job->older != NULL;
}

static void
export_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (WmdExportResult) result = g_new0 (WmdExportResult, 1);
  const double n = count_bits (job->options.languages);
  GError *error = NULL;

  result->files = g_ptr_array_new_with_free_func (g_object_unref);
  result->unknown = g_string_new (NULL);
  if (!read_older (job, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    {
      if ((job->options.languages & 1u << language) == 0)
        continue;
      if (g_cancellable_set_error_if_cancelled (cancellable, &error) ||
          !export_edition (job, language, result, cancellable, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      send_progress (job, result->files->len / n);
    }
  g_task_return_pointer (task, g_steal_pointer (&result), (GDestroyNotify) wmd_export_result_free);
}

void
wmd_export_async (WmdSession *session,
                  const WmdExportOptions *options,
                  GFile *target,
                  GCancellable *cancellable,
                  void (*progress) (double share, gpointer data),
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (WMD_IS_SESSION (session));
  g_return_if_fail (options != NULL && options->format != NULL && options->languages != 0);
  g_return_if_fail (G_IS_FILE (target));

  job = g_new0 (Job, 1);
  job->reference = wmd_reference_ref (wmd_session_get_reference (session));
  job->snapshot = wmd_snapshot_ref (wmd_report_get_snapshot (wmd_session_get_report (session)));
  job->options = *options;
  job->options.page = (WmdPageOptions){ 0 };
  wmd_page_options_set (&job->options.page, &options->page);
  if (options->since != NULL)
    g_object_ref (options->since);
  wmd_session_lookup_pages (session, &job->options.page, job->pages);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (job->pages[i] != NULL)
      wmd_pages_ref (job->pages[i]);
  job->target = g_object_ref (target);
  job->progress = progress;
  job->data = data;
  task = g_task_new (session, cancellable, callback, data);
  g_task_set_source_tag (task, wmd_export_async);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, export_thread);
}

WmdExportResult *
wmd_export_finish (GAsyncResult *result, GError **error)
{
  const Job *job;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  job = g_task_get_task_data (G_TASK (result));
  wmd_session_keep_pages (g_task_get_source_object (G_TASK (result)), job->snapshot, &job->options.page, job->pages);
  return g_task_propagate_pointer (G_TASK (result), error);
}
