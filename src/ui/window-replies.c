/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Replies that come into a window as documents: chosen, or dropped on it. */

#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"

#define PATIENCE 700 /* milliseconds after which someone wants to know what is going on, and to stop it */

/* Reading takes long. */
static gboolean
show_progress_cb (gpointer data)
{
  WmdWindow *self = data;

  self->adding_timeout = 0;
  self->adding_toast = adw_toast_new (_ ("Reading the reply…"));
  adw_toast_set_button_label (self->adding_toast, _ ("Cancel"));
  adw_toast_set_action_name (self->adding_toast, "win.cancel-adding");
  adw_toast_set_timeout (self->adding_toast, 0);
  adw_toast_overlay_add_toast (self->toasts, g_object_ref (self->adding_toast));
  return G_SOURCE_REMOVE;
}

static void
hide_progress (WmdWindow *self)
{
  g_clear_handle_id (&self->adding_timeout, g_source_remove);
  if (self->adding_toast != NULL)
    adw_toast_dismiss (self->adding_toast);
  g_clear_object (&self->adding_toast);
}

static void
reading_cb (WmdWindow *self)
{
  gboolean reading;

  g_object_get (self->adding, "reading", &reading, NULL);
  hide_progress (self);
  if (reading)
    self->adding_timeout = g_timeout_add (PATIENCE, show_progress_cb, self);
}

static void
finished_cb (WmdWindow *self, const char *sentence)
{
  hide_progress (self);
  g_clear_object (&self->adding);
  if (sentence != NULL)
    {
      g_object_set (self->views, "visible-child-name", "draft", NULL);
      wmd_window_show_toast (self, sentence);
    }
}

void
wmd_window_add_replies (WmdWindow *self, const GPtrArray *files)
{
  if (self->adding != NULL)
    {
      wmd_window_show_toast (self, _ ("Other replies are being added. Add these when that is done."));
      return;
    }
  self->adding = wmd_reply_adder_new (GTK_WINDOW (self), self->session, files);
  g_signal_connect_object (self->adding, "notify::reading", G_CALLBACK (reading_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adding, "finished", G_CALLBACK (finished_cb), self, G_CONNECT_SWAPPED);
  wmd_reply_adder_start (self->adding);
}

void
wmd_window_cancel_adding (WmdWindow *self)
{
  if (self->adding != NULL)
    wmd_reply_adder_cancel (self->adding);
}

void
wmd_window_forget_adding (WmdWindow *self)
{
  wmd_window_cancel_adding (self);
  hide_progress (self);
  g_clear_object (&self->adding);
}

static void
chosen_cb (const GPtrArray *files, gpointer owner)
{
  WmdWindow *self = owner;

  if (files != NULL && self->session != NULL)
    wmd_window_add_replies (self, files);
}

void
wmd_window_choose_replies (WmdWindow *self)
{
  wmd_dialogs_open_replies (GTK_WINDOW (self), chosen_cb, self);
}

/* A plain text may be an issued report; over the outline, where replies are, it is not. */
gboolean
wmd_window_takes_reply (WmdWindow *self, GFile *file, gboolean on_outline)
{
  static const char *const endings[] = { ".docx", ".odt", ".doc", ".rtf", ".pdf", ".txt" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *lower = g_ascii_strdown (name, -1);

  if (self->session == NULL || wmd_session_get_read_only (self->session))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (endings) - (on_outline ? 0 : 1); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}
