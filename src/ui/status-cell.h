/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/report.h"

G_BEGIN_DECLS

/* How far one language of one part is: a bar with what is done, and flags. */
#define WMD_TYPE_STATUS_CELL (wmd_status_cell_get_type ())
G_DECLARE_FINAL_TYPE (WmdStatusCell, wmd_status_cell, WMD, STATUS_CELL, GtkWidget)

GtkWidget *wmd_status_cell_new (WmdLanguage language);

/* Follows @part; NULL: none. */
void wmd_status_cell_set_part (WmdStatusCell *self, WmdPart *part);

G_END_DECLS
