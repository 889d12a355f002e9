/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* Makes a new report of last year's: asks for the resolution, and has each value that changes confirmed, refused or
 * corrected. Signal "created" (WmdSession *): the new report, which is in no file yet.
 */
#define WMD_TYPE_ROLL_DIALOG (wmd_roll_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WmdRollDialog, wmd_roll_dialog, WMD, ROLL_DIALOG, AdwWindow)

/* @file: last year's report, or the text of its issued edition; it is read at once. */
GtkWidget *wmd_roll_dialog_new (GtkWindow *parent, WmdReference *reference, GFile *file);

G_END_DECLS
