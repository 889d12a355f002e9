/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Saving: in a thread, from a snapshot, so that nobody waits and what is typed meanwhile is not lost. */

#include "config.h"

#include "ui/session-private.h"

typedef struct
{
  WmdStoreFile *store;
  WmdSnapshot *snapshot;
  gboolean overwrite;
} SaveJob;

static void
save_job_free (SaveJob *job)
{
  g_object_unref (job->store);
  wmd_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
save_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SaveJob *job = data;
  GError *error = NULL;

  if (!wmd_store_file_save (job->store, job->snapshot, job->overwrite, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  /* A file that was never opened is claimed now; it is saved whether that succeeds or not. */
  wmd_store_file_lock (job->store, cancellable, NULL);
  g_task_return_boolean (task, TRUE);
}

void
wmd_session_save_async (WmdSession *self,
                        GFile *file,
                        gboolean overwrite,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_autoptr (GTask) task = NULL;
  SaveJob *job;

  g_return_if_fail (WMD_IS_SESSION (self));
  g_return_if_fail (file != NULL || self->store != NULL);

  job = g_new0 (SaveJob, 1);
  job->store = file != NULL ? wmd_store_file_new (file) : g_object_ref (self->store);
  job->snapshot = wmd_snapshot_ref (wmd_report_get_snapshot (self->report));
  job->overwrite = overwrite;
  task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, wmd_session_save_async);
  g_task_set_task_data (task, job, (GDestroyNotify) save_job_free);
  g_task_run_in_thread (task, save_thread);
}

gboolean
wmd_session_save_finish (WmdSession *self, GAsyncResult *result, GError **error)
{
  SaveJob *job;

  g_return_val_if_fail (WMD_IS_SESSION (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  job = g_task_get_task_data (G_TASK (result));
  wmd_session_set_store (self, job->store);
  /* What was typed while the file was written is not in it. */
  if (job->snapshot == wmd_report_get_snapshot (self->report))
    {
      wmd_history_mark_saved (self->history);
      wmd_autosave_discard (self->autosave);
    }
  return TRUE;
}
