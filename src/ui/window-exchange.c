/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes into a window from other documents: last year's report, of which a new one is made, another
 * edition of the open report.
 */

#include "config.h"

#include "ui/window-private.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"
#include "ui/merge-dialog.h"
#include "ui/roll-dialog.h"

/* --- a new report from last year's --- */

static void
created_cb (WmdWindow *self, WmdSession *session)
{
  WmdWindow *window = wmd_window_show_session (self, session);

  wmd_session_select (session, wmd_report_get_introduction (wmd_session_get_report (session)), WMD_LANGUAGE_NONE);
  wmd_window_show_toast (window, _ ("What was taken over is marked until it is edited"));
}

void
wmd_window_roll_forward (WmdWindow *self, GFile *file)
{
  GtkWidget *dialog = wmd_roll_dialog_new (GTK_WINDOW (self), self->reference, file);

  g_signal_connect_object (dialog, "created", G_CALLBACK (created_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
last_chosen_cb (GFile *file, gpointer owner)
{
  if (file != NULL)
    wmd_window_roll_forward (owner, file);
}

void
wmd_window_choose_last_report (WmdWindow *self)
{
  wmd_dialogs_open_file (GTK_WINDOW (self), _ ("Choose Last Year’s Report"), FALSE, last_chosen_cb, self);
}

/* --- another edition --- */

void
wmd_window_import_edition (WmdWindow *self, GFile *file)
{
  gtk_window_present (GTK_WINDOW (wmd_merge_dialog_new (GTK_WINDOW (self), self->session, file)));
}

static void
edition_chosen_cb (GFile *file, gpointer owner)
{
  WmdWindow *self = owner;

  if (file != NULL && self->session != NULL)
    wmd_window_import_edition (self, file);
}

void
wmd_window_choose_edition (WmdWindow *self)
{
  wmd_dialogs_open_text (GTK_WINDOW (self), edition_chosen_cb, self);
}
