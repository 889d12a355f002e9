/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes the recovery copy of an open report: DELAY_MS after the first change that is not in it yet, whether the
 * user has stopped typing or not, so at most that much work can be lost. One write is under way at a time; the copy
 * is removed only when none is, so a removed copy does not come back.
 */

#include "config.h"

#include "ui/autosave.h"

#include "store/recovery.h"

#define DELAY_MS 2000

struct _WmdAutosave
{
  GObject parent_instance;

  WmdHistory *history;
  GFile *origin;  /* (nullable) */
  GFile *written; /* (nullable) the origin that the copy was written with: the report may get another by "save as" */
  gboolean has_written; /* a copy, since the report was opened */
  guint timeout;
  gboolean writing;
  gboolean again;     /* a change came while writing */
  gboolean discarded; /* remove the copy once the write is over */
  gboolean failed;    /* the last write failed and the user was told */
};

typedef struct
{
  WmdSnapshot *snapshot;
  GFile *origin;
} Job;

G_DEFINE_FINAL_TYPE (WmdAutosave, wmd_autosave, G_TYPE_OBJECT)

static guint failed_signal;

static void
job_free (Job *job)
{
  wmd_snapshot_unref (job->snapshot);
  g_clear_object (&job->origin);
  g_free (job);
}

static void
remove_copy_of (WmdAutosave *self, GFile *origin)
{
  g_autoptr (GError) error = NULL;

  if (!wmd_recovery_remove (NULL, wmd_report_get_id (wmd_history_get_report (self->history)), origin, &error))
    g_warning ("The recovery copy could not be removed: %s", error->message);
}

static void
remove_copy (WmdAutosave *self)
{
  remove_copy_of (self, self->origin);
  if (self->has_written && self->written != self->origin)
    remove_copy_of (self, self->written);
}

static void
write_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;

  if (wmd_recovery_write (NULL, job->snapshot, job->origin, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
write_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdAutosave *self = WMD_AUTOSAVE (source);
  g_autoptr (GError) error = NULL;
  gboolean written = g_task_propagate_boolean (G_TASK (result), &error);

  self->writing = FALSE;
  if (!written && !self->failed)
    g_signal_emit (self, failed_signal, 0, error->message);
  self->failed = !written;

  if (self->discarded)
    remove_copy (self);
  else if (self->again)
    wmd_autosave_flush (self);
}

static gboolean
timeout_cb (gpointer data)
{
  WmdAutosave *self = data;

  self->timeout = 0;
  wmd_autosave_flush (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (WmdAutosave *self)
{
  self->discarded = FALSE;
  if (self->timeout == 0)
    self->timeout = g_timeout_add (DELAY_MS, timeout_cb, self);
}

static void
wmd_autosave_dispose (GObject *object)
{
  WmdAutosave *self = WMD_AUTOSAVE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_object (&self->origin);
  g_clear_object (&self->written);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (wmd_autosave_parent_class)->dispose (object);
}

static void
wmd_autosave_class_init (WmdAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = wmd_autosave_dispose;

  failed_signal = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
wmd_autosave_init (WmdAutosave *self)
{
}

WmdAutosave *
wmd_autosave_new (WmdHistory *history)
{
  WmdAutosave *self;

  g_return_val_if_fail (WMD_IS_HISTORY (history), NULL);

  self = g_object_new (WMD_TYPE_AUTOSAVE, NULL);
  self->history = g_object_ref (history);
  g_signal_connect_object (wmd_history_get_report (history), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
wmd_autosave_set_origin (WmdAutosave *self, GFile *origin)
{
  g_return_if_fail (WMD_IS_AUTOSAVE (self));

  g_set_object (&self->origin, origin);
  if (self->written == NULL)
    g_set_object (&self->written, origin);
}

void
wmd_autosave_flush (WmdAutosave *self)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (WMD_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->again = self->writing;
  if (self->writing)
    return;
  if (!wmd_history_get_modified (self->history))
    {
      remove_copy (self);
      return;
    }

  if (self->written != self->origin)
    remove_copy (self);
  g_set_object (&self->written, self->origin);
  job = g_new0 (Job, 1);
  job->snapshot = wmd_snapshot_ref (wmd_report_get_snapshot (wmd_history_get_report (self->history)));
  if (self->origin != NULL)
    job->origin = g_object_ref (self->origin);
  if (self->has_written && self->written != self->origin)
    remove_copy_of (self, self->written);
  g_set_object (&self->written, self->origin);
  self->has_written = TRUE;

  self->writing = TRUE;
  self->discarded = FALSE;
  task = g_task_new (self, NULL, write_done_cb, NULL);
  g_task_set_source_tag (task, wmd_autosave_flush);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, write_thread);
}

void
wmd_autosave_discard (WmdAutosave *self)
{
  g_return_if_fail (WMD_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->again = FALSE;
  if (self->writing)
    self->discarded = TRUE;
  else
    remove_copy (self);
}
