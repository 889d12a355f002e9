/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* Imports the text of another edition, or a file that comes back from a translator, into the open report, as one step,
 * and shows what came of it: what was paired, what was added, what a person has to look at.
 */
#define WMD_TYPE_MERGE_DIALOG (wmd_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WmdMergeDialog, wmd_merge_dialog, WMD, MERGE_DIALOG, AdwWindow)

/* Begins to read @file at once. Rows lead to their places in @parent. */
GtkWidget *wmd_merge_dialog_new (GtkWindow *parent, WmdSession *session, GFile *file);

G_END_DECLS
