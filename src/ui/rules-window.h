/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* The help page of the rules, made from their table: what each asks and why, an example, how to fix, how to waive. For
 * an open report also how grave each rule is in it, and what was waived.
 */
#define WMD_TYPE_RULES_WINDOW (wmd_rules_window_get_type ())
G_DECLARE_FINAL_TYPE (WmdRulesWindow, wmd_rules_window, WMD, RULES_WINDOW, AdwWindow)

/* @session: the open report; NULL for the rules alone. */
GtkWidget *wmd_rules_window_new (GtkWindow *parent, WmdSession *session);

/* Unfolds the rule of that id and goes there; "" for the beginning. */
void wmd_rules_window_show_rule (WmdRulesWindow *self, const char *id);

G_END_DECLS
