/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* What a row of the outline shows: a part of the report, or its own data. */
#define WMD_TYPE_OUTLINE_ROW (wmd_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdOutlineRow, wmd_outline_row, WMD, OUTLINE_ROW, GtkBox)

GtkWidget *wmd_outline_row_new (void);

/* @part NULL: the report's own data. @session NULL: nothing any more, the row waits to be used again. */
void wmd_outline_row_set_part (WmdOutlineRow *self, WmdSession *session, WmdPart *part);

G_END_DECLS
