/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts what is translated and asks the rules about each edition, with a checker of its own, so that the findings
 * beside the text do not wait for it.
 */

#include "config.h"

#include "ui/editions.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "rules/checker.h"
#include "ui/disposal.h"

#define DELAY_MS 300

struct _WmdEditions
{
  GObject parent_instance;

  WmdReport *report;
  WmdChecker *checkers[WMD_N_LANGUAGES]; /* of the running job, else of nobody */
  WmdEditionState states[WMD_N_LANGUAGES];
  guint n_holders;
  guint timeout;
  guint serial;
  guint done; /* serial of the last job that ended */
  gboolean running;
};

typedef struct
{
  WmdEditions *editions; /* the task's source */
  WmdSnapshot *snapshot;
  guint serial;
  WmdEditionState states[WMD_N_LANGUAGES];
} Job;

static guint changed_signal;

G_DEFINE_FINAL_TYPE (WmdEditions, wmd_editions, G_TYPE_OBJECT)

static void schedule (WmdEditions *self, guint delay);

static void
job_free (Job *job)
{
  wmd_snapshot_unref (job->snapshot);
  g_free (job);
}

static void
count_words (const WmdBody *body, WmdLanguage language, WmdEditionState *state)
{
  WmdVariant *source = wmd_body_get_source (body);
  WmdVariant *target = wmd_body_get_variant (body, language);

  for (guint i = 0; source != NULL && i < wmd_variant_get_n_blocks (source); i++)
    {
      WmdBlock *block = wmd_variant_get_block (source, i);
      WmdBlock *unit = target != NULL ? wmd_variant_lookup_block (target, wmd_block_get_id (block), NULL) : NULL;

      state->n_words += wmd_block_get_n_words (block);
      if (source != target && (unit == NULL || wmd_block_get_progress (unit) < WMD_PROGRESS_TRANSLATED))
        state->n_words_left += wmd_block_get_n_words (block);
    }
}

static void
add_body (const WmdBody *body, WmdLanguage language, WmdEditionState *state)
{
  WmdTranslation translation;

  wmd_translation_measure (body, language, &translation);
  state->n_stale += translation.n_stale;
  state->n_tentative += translation.n_tentative;
  state->n_parts++;
  if (wmd_body_get_variant (body, language) == NULL || translation.n_missing > 0)
    state->n_parts_left++;
  count_words (body, language, state);
}

static void
measure_edition (Job *job, WmdLanguage language)
{
  WmdEditionState *state = &job->states[language];
  g_autoptr (GPtrArray) findings = NULL;

  add_body (wmd_snapshot_get_summary (job->snapshot), language, state);
  add_body (wmd_snapshot_get_introduction (job->snapshot), language, state);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (job->snapshot); i++)
    add_body (wmd_snapshot_get_reply (job->snapshot, i), language, state);

  findings = wmd_checker_check (job->editions->checkers[language], job->snapshot, language);
  for (guint i = 0; i < findings->len; i++)
    {
      const WmdFinding *finding = g_ptr_array_index (findings, i);

      state->n_errors += finding->waived == NULL && finding->severity == WMD_SEVERITY_ERROR;
    }
}

static void
measure_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  for (int language = 0; language < WMD_N_LANGUAGES; language++)
    measure_edition (data, language);
  g_task_return_boolean (task, TRUE);
}

static void
measured_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  WmdEditions *self = WMD_EDITIONS (source);
  Job *job = g_task_get_task_data (G_TASK (result));

  self->running = FALSE;
  self->done = job->serial;
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    self->states[i] = job->states[i];
  schedule (self, DELAY_MS);
  g_signal_emit (self, changed_signal, 0);
}

static gboolean
timeout_cb (gpointer data)
{
  WmdEditions *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, measured_cb, NULL);
  Job *job = g_new0 (Job, 1);

  self->timeout = 0;
  self->running = TRUE;
  job->editions = self;
  job->snapshot = wmd_snapshot_ref (wmd_report_get_snapshot (self->report));
  job->serial = self->serial;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, measure_thread);
  return G_SOURCE_REMOVE;
}

static void
schedule (WmdEditions *self, guint delay)
{
  if (self->n_holders > 0 && !self->running && self->timeout == 0 && self->serial != self->done)
    self->timeout = g_timeout_add (delay, timeout_cb, self);
}

static void
report_changed_cb (WmdEditions *self)
{
  self->serial++;
  schedule (self, DELAY_MS);
}

static void
wmd_editions_finalize (GObject *object)
{
  WmdEditions *self = WMD_EDITIONS (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    wmd_free_in_thread (self->checkers[i], (GDestroyNotify) wmd_checker_free);
  g_object_unref (self->report);
  G_OBJECT_CLASS (wmd_editions_parent_class)->finalize (object);
}

static void
wmd_editions_class_init (WmdEditionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = wmd_editions_finalize;
  changed_signal =
      g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wmd_editions_init (WmdEditions *self)
{
  self->serial = 1;
}

WmdEditions *
wmd_editions_new (WmdReport *report)
{
  WmdEditions *self;

  g_return_val_if_fail (WMD_IS_REPORT (report), NULL);

  self = g_object_new (WMD_TYPE_EDITIONS, NULL);
  self->report = g_object_ref (report);
  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    self->checkers[i] = wmd_checker_new (wmd_report_get_reference (report));
  g_signal_connect_object (report, "changed", G_CALLBACK (report_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

const WmdEditionState *
wmd_editions_get (WmdEditions *self, WmdLanguage language)
{
  g_return_val_if_fail (WMD_IS_EDITIONS (self), NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  return &self->states[language];
}

/* Takes @text when @n is not zero, else drops it. */
static void
add_count (GPtrArray *parts, guint n, char *text)
{
  if (n > 0)
    g_ptr_array_add (parts, text);
  else
    g_free (text);
}

char *
wmd_edition_state_dup_sentence (const WmdEditionState *state)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  guint n;

  g_return_val_if_fail (state != NULL, NULL);

  n = state->n_words_left;
  add_count (parts, n, g_strdup_printf (ngettext ("%u word to translate", "%u words to translate", n), n));
  n = state->n_parts_left;
  add_count (parts, n, g_strdup_printf (ngettext ("%u text not complete", "%u texts not complete", n), n));
  n = state->n_stale;
  add_count (
      parts, n,
      g_strdup_printf (ngettext ("%u paragraph whose source changed", "%u paragraphs whose source changed", n), n));
  n = state->n_tentative;
  add_count (parts, n, g_strdup_printf (ngettext ("%u tentative paragraph", "%u tentative paragraphs", n), n));
  n = state->n_errors;
  add_count (parts, n, g_strdup_printf (ngettext ("%u error", "%u errors", n), n));
  if (parts->len == 0)
    return g_strdup (_ ("Can be issued"));
  g_ptr_array_add (parts, NULL);
  /* Translators: parts what is still to be done for an edition. */
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

void
wmd_editions_hold (WmdEditions *self)
{
  g_return_if_fail (WMD_IS_EDITIONS (self));

  self->n_holders++;
  schedule (self, 0);
}

void
wmd_editions_release (WmdEditions *self)
{
  g_return_if_fail (WMD_IS_EDITIONS (self));
  g_return_if_fail (self->n_holders > 0);

  if (--self->n_holders == 0)
    g_clear_handle_id (&self->timeout, g_source_remove);
}

double
wmd_edition_state_get_fraction (const WmdEditionState *state)
{
  g_return_val_if_fail (state != NULL, 0);

  if (state->n_words > 0)
    return 1.0 - (double) state->n_words_left / state->n_words;
  return state->n_parts > 0 ? 1.0 - (double) state->n_parts_left / state->n_parts : 0;
}
