/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The help that a window gives: what the rules ask. */

#include "config.h"

#include "ui/window-private.h"

#include "ui/rules-window.h"

void
wmd_window_close_rules (WmdWindow *self)
{
  GtkWindow *rules = self->rules;

  g_clear_weak_pointer (&self->rules);
  if (rules != NULL)
    gtk_window_destroy (rules);
}

void
wmd_window_show_rule (WmdWindow *self, const char *id)
{
  if (self->rules == NULL)
    g_set_weak_pointer (&self->rules, GTK_WINDOW (wmd_rules_window_new (GTK_WINDOW (self), self->session)));
  gtk_window_present (self->rules);
  wmd_rules_window_show_rule (WMD_RULES_WINDOW (self->rules), id);
}

void
wmd_window_help (WmdWindow *self)
{
  const WmdFinding *finding = self->session != NULL ? wmd_findings_pane_get_current (self->findings) : NULL;

  wmd_window_show_rule (self, finding != NULL ? finding->rule : "");
}
