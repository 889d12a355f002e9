/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/export.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* Asks what to export and where, and exports it. Signal "exported" (WmdExportResult *). */
#define WMD_TYPE_EXPORT_DIALOG (wmd_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WmdExportDialog, wmd_export_dialog, WMD, EXPORT_DIALOG, AdwWindow)

/* @language: the edition that is offered first. */
GtkWidget *wmd_export_dialog_new (GtkWindow *parent, WmdSession *session, WmdLanguage language);

G_END_DECLS
