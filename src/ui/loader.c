/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What blocks happens in a thread and ends in a snapshot; the report, which belongs to the main thread, is made of it
 * when the result is asked for.
 */

#include "config.h"

#include "ui/loader.h"

#include <glib/gi18n-lib.h>

#include "exchange/xliff.h"

typedef struct _Job Job;

struct _Job
{
  gboolean (*run) (Job *job, GCancellable *cancellable, GError **error);
  WmdReference *reference;
  GFile *file;           /* to read; NULL for a recovery copy of a report that was never saved */
  WmdRecoveryCopy *copy; /* to read instead of the file; NULL */
  WmdSnapshot *into;     /* report that the file is another edition or a translation of; NULL */
  gboolean overwrite;    /* also the translations that were changed there since */

  WmdSnapshot *snapshot;
  WmdStoreFile *store; /* NULL for an import */
  GPtrArray *noticed;  /* by an import */
  WmdImport *import;   /* into a report; NULL */
  char *read_only;     /* why; NULL */
};

static WmdRecoveryCopy *
recovery_copy_copy (const WmdRecoveryCopy *copy)
{
  WmdRecoveryCopy *own = g_new0 (WmdRecoveryCopy, 1);

  own->path = g_strdup (copy->path);
  own->report_id = g_strdup (copy->report_id);
  own->origin = copy->origin != NULL ? g_object_ref (copy->origin) : NULL;
  own->when = copy->when != NULL ? g_date_time_ref (copy->when) : NULL;
  return own;
}

static void
job_free (Job *job)
{
  wmd_reference_unref (job->reference);
  g_clear_object (&job->file);
  g_clear_pointer (&job->copy, wmd_recovery_copy_free);
  g_clear_pointer (&job->into, wmd_snapshot_unref);
  g_clear_pointer (&job->import, wmd_import_free);
  g_clear_pointer (&job->snapshot, wmd_snapshot_unref);
  g_clear_object (&job->store);
  g_clear_pointer (&job->noticed, g_ptr_array_unref);
  g_free (job->read_only);
  g_free (job);
}

gboolean
wmd_loader_is_import (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  return !g_str_has_suffix (name, WMD_STORE_EXTENSION);
}

/* Claims the file for this window; where that is not possible it is read only, and the user is told why. */
static void
claim (Job *job, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;

  if (wmd_store_file_get_read_only (job->store))
    job->read_only = g_strdup (_ ("This report was made by a newer version of WMD Report. It can be read, but not "
                                  "changed."));
  else if (!wmd_store_file_lock (job->store, cancellable, &error))
    job->read_only = g_strdup (error->message);
}

static gboolean
read_report (Job *job, GCancellable *cancellable, GError **error)
{
  job->store = wmd_store_file_new (job->file);
  job->snapshot = wmd_store_file_load (job->store, job->reference, cancellable, error);
  return job->snapshot != NULL;
}

/* A file that comes back from a translator. */
static WmdImport *
read_translation (Job *job, const char *text, gsize length, GError **error)
{
  if (job->into != NULL)
    return wmd_xliff_read (job->into, text, length, job->overwrite, error);
  g_set_error_literal (error, WMD_XLIFF_ERROR, WMD_XLIFF_ERROR_OTHER_REPORT,
                       _ ("This file comes from a translator. Open the report that it is of, and choose “Import a "
                          "Translation” there."));
  return NULL;
}

static WmdImport *
read_edition (Job *job, const char *text, gsize length, const char *name, GError **error)
{
  WmdImport *import = job->into != NULL ? wmd_text_import_into (job->reference, job->into, text, length, error)
                                        : wmd_text_import (job->reference, text, length, error);

  if (import != NULL && name != NULL)
    wmd_import_set_file (import, name);
  return import;
}

static gboolean
import_file (Job *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (WmdImport) import = NULL;
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  gsize length;

  if (!g_file_load_contents (job->file, cancellable, &text, &length, NULL, error))
    return FALSE;
  name = g_file_get_basename (job->file);
  import = wmd_xliff_sniff (text, length) ? read_translation (job, text, length, error)
                                          : read_edition (job, text, length, name, error);
  if (import == NULL)
    {
      /* Translators: a file name, before a sentence that says why it cannot be read. */
      g_prefix_error (error, _ ("“%s”: "), name);
      return FALSE;
    }
  job->snapshot = wmd_snapshot_ref (import->snapshot);
  job->noticed = g_ptr_array_ref (import->findings);
  job->import = g_steal_pointer (&import);
  return TRUE;
}

/* A report, or the text of an issued one, for reading only. */
static gboolean
read_file (Job *job, GCancellable *cancellable, GError **error)
{
  return wmd_loader_is_import (job->file) ? import_file (job, cancellable, error)
                                          : read_report (job, cancellable, error);
}

/* The same, for working on it. */
static gboolean
open_file (Job *job, GCancellable *cancellable, GError **error)
{
  if (!read_file (job, cancellable, error))
    return FALSE;
  if (job->store != NULL)
    claim (job, cancellable);
  return TRUE;
}

/* The file is read, too, so that saving notices when it changed since. */
static gboolean
recover (Job *job, GCancellable *cancellable, GError **error)
{
  job->snapshot = wmd_recovery_read (job->copy, job->reference, error);
  if (job->snapshot == NULL)
    return FALSE;
  if (job->copy->origin != NULL)
    {
      g_autoptr (WmdSnapshot) saved = NULL;

      job->store = wmd_store_file_new (job->copy->origin);
      saved = wmd_store_file_load (job->store, job->reference, cancellable, NULL);
      claim (job, cancellable);
    }
  return TRUE;
}

static void
run_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (job->run (job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Whoever cancels does not wait: what is under way ends by itself, and its result is thrown away. Takes @job. */
static void
start (Job *job, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, run_thread);
}

static Job *
job_new (WmdReference *reference, GFile *file, gboolean (*run) (Job *, GCancellable *, GError **))
{
  Job *job = g_new0 (Job, 1);

  job->run = run;
  job->reference = wmd_reference_ref (reference);
  job->file = file != NULL ? g_object_ref (file) : NULL;
  return job;
}

void
wmd_loader_load_async (WmdReference *reference,
                       GFile *file,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_return_if_fail (reference != NULL);
  g_return_if_fail (G_IS_FILE (file));

  start (job_new (reference, file, open_file), cancellable, callback, data);
}

void
wmd_loader_recover_async (WmdReference *reference,
                          const WmdRecoveryCopy *copy,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  Job *job;

  g_return_if_fail (reference != NULL);
  g_return_if_fail (copy != NULL);

  job = job_new (reference, NULL, recover);
  job->copy = recovery_copy_copy (copy);
  start (job, cancellable, callback, data);
}

WmdSession *
wmd_loader_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (WmdReport) report = NULL;
  WmdSession *session;
  Job *job;

  g_return_val_if_fail (G_IS_TASK (result), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  job = g_task_get_task_data (G_TASK (result));
  report = wmd_report_new_from_snapshot (job->snapshot);
  session = wmd_session_new (report, job->store);
  wmd_session_set_noticed (session, job->noticed);
  wmd_session_set_read_only (session, job->read_only);
  if (job->copy != NULL || job->store == NULL)
    wmd_session_mark_unsaved (session);
  return session;
}

void
wmd_loader_read_async (WmdReference *reference,
                       GFile *file,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_return_if_fail (reference != NULL);
  g_return_if_fail (G_IS_FILE (file));

  start (job_new (reference, file, read_file), cancellable, callback, data);
}

WmdSnapshot *
wmd_loader_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return wmd_snapshot_ref (((Job *) g_task_get_task_data (G_TASK (result)))->snapshot);
}

void
wmd_loader_import_into_async (WmdSnapshot *report,
                              GFile *file,
                              gboolean overwrite,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  Job *job;

  g_return_if_fail (report != NULL);
  g_return_if_fail (G_IS_FILE (file));

  job = job_new (wmd_snapshot_get_reference (report), file, import_file);
  job->into = wmd_snapshot_ref (report);
  job->overwrite = overwrite;
  start (job, cancellable, callback, data);
}

WmdImport *
wmd_loader_import_into_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  return g_steal_pointer (&((Job *) g_task_get_task_data (G_TASK (result)))->import);
}
