/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One document may take as long as all the others, and says nothing while it is written. So a thread waits beside the
 * work, and shows the line when it has waited long enough.
 */

#include "config.h"

#include "tool/progress.h"

#include <stdio.h>
#include <unistd.h>

#define PATIENCE (G_USEC_PER_SEC / 2) /* before the line is shown first */
#define TAKE_AWAY "\r\033[K"

struct _WmdProgressLine
{
  GThread *thread; /* NULL where nothing is shown */
  GMutex lock;     /* of all that follows, and of standard error while the line is on it */
  GCond changed;
  gint64 since;
  char *text; /* what is to be shown; NULL for nothing */
  gboolean visible;
  gboolean ended;
};

static void
take_away (WmdProgressLine *self)
{
  if (self->visible)
    g_printerr (TAKE_AWAY);
  self->visible = FALSE;
}

static void
show (WmdProgressLine *self)
{
  take_away (self);
  if (self->text == NULL)
    return;
  g_printerr ("%s", self->text);
  self->visible = TRUE;
}

static gpointer
run (gpointer data)
{
  WmdProgressLine *self = data;

  g_mutex_lock (&self->lock);
  while (!self->ended && g_cond_wait_until (&self->changed, &self->lock, self->since + PATIENCE))
    ;
  while (!self->ended)
    {
      show (self);
      g_cond_wait (&self->changed, &self->lock);
    }
  take_away (self);
  g_mutex_unlock (&self->lock);
  return NULL;
}

WmdProgressLine *
wmd_progress_line_new (void)
{
  WmdProgressLine *self = g_new0 (WmdProgressLine, 1);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->since = g_get_monotonic_time ();
  if (isatty (STDERR_FILENO))
    self->thread = g_thread_new ("progress", run, self);
  return self;
}

void
wmd_progress_line_free (WmdProgressLine *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  self->ended = TRUE;
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
  g_clear_pointer (&self->thread, g_thread_join);
  g_cond_clear (&self->changed);
  g_mutex_clear (&self->lock);
  g_free (self->text);
  g_free (self);
}

void
wmd_progress_line_set (WmdProgressLine *self, const char *text)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  g_free (self->text);
  self->text = g_strdup (text);
  g_cond_signal (&self->changed);
  g_mutex_unlock (&self->lock);
}

void
wmd_progress_line_hide (WmdProgressLine *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->lock);
  g_clear_pointer (&self->text, g_free);
  take_away (self);
  g_mutex_unlock (&self->lock);
}
