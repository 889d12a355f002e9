/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes into a window from other documents: another edition of the open report. */

#include "config.h"

#include "ui/window-private.h"

#include "ui/dialogs.h"
#include "ui/merge-dialog.h"

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
