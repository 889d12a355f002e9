/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/finding-item.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* A finding in a list, with what can be done about it. Activating the row is for the list: it goes to the place. */
#define WMD_TYPE_FINDING_ROW (wmd_finding_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdFindingRow, wmd_finding_row, WMD, FINDING_ROW, GtkListBoxRow)

GtkWidget *wmd_finding_row_new (WmdSession *session, WmdFindingItem *item);

WmdFindingItem *wmd_finding_row_get_item (WmdFindingRow *self);

G_END_DECLS
