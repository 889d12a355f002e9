/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One job is under way at a time and owns the composer and the typesetter; a change that comes meanwhile asks for one
 * more. Nothing is set while nobody looks.
 */

#include "config.h"

#include "ui/layout.h"

#include <glib/gi18n-lib.h>

#include "compose/composer.h"
#include "ui/disposal.h"

/* A change that goes on (typing) is set this often. */
#define DELAY_MS 120

struct _WmdLayout
{
  GObject parent_instance;

  WmdReport *report;
  WmdLanguage language;
  WmdPageOptions options; /* owns the emblem */
  WmdComposer *composer;  /* of the running job, else of nobody; so is the typesetter */
  WmdTypesetter *typesetter;

  WmdPages *pages;
  WmdSnapshot *set_snapshot; /* what the pages were set of */
  char *error;
  guint n_holders;
  guint timeout;
  guint serial; /* counts what asks for new pages */
  guint done;   /* serial of the last job that ended */
  gboolean running;
};

typedef struct
{
  WmdLayout *layout; /* the task's source, which it keeps */
  WmdSnapshot *snapshot;
  WmdPageOptions options; /* owns the emblem */
  char *emblem_error;     /* why the pages are without it; NULL when they are not */
  guint serial;
} Job;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WmdLayout, wmd_layout, G_TYPE_OBJECT)

static void schedule (WmdLayout *self, guint delay);

static void
job_free (Job *job)
{
  wmd_snapshot_unref (job->snapshot);
  wmd_page_options_clear (&job->options);
  g_free (job->emblem_error);
  g_free (job);
}

/* A picture that is gone should not take the pages with it: they are set without the emblem, and it is said why. */
static WmdPages *
set_pages (Job *job, WmdPublication *publication, GCancellable *cancellable, GError **error)
{
  WmdTypesetter *typesetter = job->layout->typesetter;
  g_autoptr (GError) local = NULL;
  WmdPages *pages = wmd_typesetter_set (typesetter, publication, &job->options, cancellable, &local);

  if (pages != NULL)
    return pages;
  if (!g_error_matches (local, WMD_TYPESET_ERROR, WMD_TYPESET_ERROR_IMAGE))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  /* Translators: %s: sentences that say why there is no emblem. */
  job->emblem_error = g_strdup_printf (_ ("%s The emblem is chosen where the report is exported."), local->message);
  wmd_page_options_clear (&job->options);
  return wmd_typesetter_set (typesetter, publication, &job->options, cancellable, error);
}

static void
set_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autoptr (WmdPublication) publication = NULL;
  GError *error = NULL;
  WmdPages *pages;

  publication = wmd_composer_compose (job->layout->composer, job->snapshot, job->layout->language);
  pages = set_pages (job, publication, cancellable, &error);
  if (pages == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  wmd_pages_get_page_of (pages, ""); /* the first question makes an index, which the next ones are answered from */
  g_task_return_pointer (task, pages, (GDestroyNotify) wmd_pages_unref);
}

static void
set_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdLayout *self = WMD_LAYOUT (source);
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  WmdPages *pages = g_task_propagate_pointer (G_TASK (result), &error);

  self->running = FALSE;
  self->done = job->serial;
  g_clear_pointer (&self->error, g_free);
  if (pages != NULL)
    {
      wmd_free_in_thread (self->pages, (GDestroyNotify) wmd_pages_unref);
      g_clear_pointer (&self->set_snapshot, wmd_snapshot_unref);
      self->pages = pages;
      self->set_snapshot = wmd_snapshot_ref (job->snapshot);
      self->error = g_steal_pointer (&job->emblem_error);
    }
  else
    self->error = g_strdup (error->message);
  if (self->serial != self->done)
    schedule (self, DELAY_MS);
  g_signal_emit (self, changed_signal, 0);
}

static void
start_job (WmdLayout *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, set_done_cb, NULL);
  Job *job = g_new0 (Job, 1);

  job->layout = self;
  job->snapshot = wmd_snapshot_ref (wmd_report_get_snapshot (self->report));
  wmd_page_options_set (&job->options, &self->options);
  job->serial = self->serial;
  self->running = TRUE;
  g_task_set_source_tag (task, start_job);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, set_thread);
}

static gboolean
timeout_cb (gpointer data)
{
  WmdLayout *self = data;

  self->timeout = 0;
  start_job (self);
  return G_SOURCE_REMOVE;
}

static void
schedule (WmdLayout *self, guint delay)
{
  if (self->n_holders > 0 && !self->running && self->timeout == 0 && self->serial != self->done)
    self->timeout = g_timeout_add (delay, timeout_cb, self);
}

static void
report_changed_cb (WmdLayout *self)
{
  self->serial++;
  schedule (self, DELAY_MS);
}

static void
wmd_layout_finalize (GObject *object)
{
  WmdLayout *self = WMD_LAYOUT (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  wmd_free_in_thread (self->pages, (GDestroyNotify) wmd_pages_unref);
  wmd_free_in_thread (self->set_snapshot, (GDestroyNotify) wmd_snapshot_unref);
  wmd_free_in_thread (self->typesetter, (GDestroyNotify) wmd_typesetter_free);
  wmd_free_in_thread (self->composer, (GDestroyNotify) wmd_composer_free);
  g_object_unref (self->report);
  wmd_page_options_clear (&self->options);
  g_free (self->error);
  G_OBJECT_CLASS (wmd_layout_parent_class)->finalize (object);
}

static void
wmd_layout_class_init (WmdLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_layout_finalize;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wmd_layout_init (WmdLayout *self)
{
  self->serial = 1;
}

WmdLayout *
wmd_layout_new (WmdReport *report, WmdLanguage language)
{
  WmdLayout *self;

  g_return_val_if_fail (WMD_IS_REPORT (report), NULL);
  g_return_val_if_fail (language != WMD_LANGUAGE_NONE, NULL);

  self = g_object_new (WMD_TYPE_LAYOUT, NULL);
  self->report = g_object_ref (report);
  self->language = language;
  self->composer = wmd_composer_new (wmd_report_get_reference (report));
  self->typesetter = wmd_typesetter_new ();
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

WmdLanguage
wmd_layout_get_language (WmdLayout *self)
{
  g_return_val_if_fail (WMD_IS_LAYOUT (self), WMD_LANGUAGE_NONE);

  return self->language;
}

WmdPages *
wmd_layout_get_pages (WmdLayout *self)
{
  g_return_val_if_fail (WMD_IS_LAYOUT (self), NULL);

  return self->pages;
}

WmdPages *
wmd_layout_lookup_pages (WmdLayout *self, WmdSnapshot *snapshot, const WmdPageOptions *options)
{
  g_return_val_if_fail (WMD_IS_LAYOUT (self), NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (self->pages == NULL || self->set_snapshot != snapshot)
    return NULL;
  return wmd_page_options_equal (wmd_pages_get_options (self->pages), options) ? self->pages : NULL;
}

const char *
wmd_layout_get_error (WmdLayout *self)
{
  g_return_val_if_fail (WMD_IS_LAYOUT (self), NULL);

  return self->error;
}

gboolean
wmd_layout_get_busy (WmdLayout *self)
{
  g_return_val_if_fail (WMD_IS_LAYOUT (self), FALSE);

  return self->serial != self->done;
}

void
wmd_layout_set_options (WmdLayout *self, const WmdPageOptions *options)
{
  g_return_if_fail (WMD_IS_LAYOUT (self));
  g_return_if_fail (options != NULL);

  if (wmd_page_options_equal (&self->options, options))
    return;
  wmd_page_options_set (&self->options, options);
  self->serial++;
  schedule (self, 0);
}

void
wmd_layout_hold (WmdLayout *self)
{
  g_return_if_fail (WMD_IS_LAYOUT (self));

  self->n_holders++;
  schedule (self, 0);
}

void
wmd_layout_release (WmdLayout *self)
{
  g_return_if_fail (WMD_IS_LAYOUT (self));
  g_return_if_fail (self->n_holders > 0);

  if (--self->n_holders == 0)
    g_clear_handle_id (&self->timeout, g_source_remove);
}
