/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* A row of the outline: a part of the report, or its own data (@part NULL). */
#define WMD_TYPE_OUTLINE_ROW (wmd_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdOutlineRow, wmd_outline_row, WMD, OUTLINE_ROW, GtkListBoxRow)

GtkWidget *wmd_outline_row_new (WmdSession *session, WmdPart *part);

WmdPart *wmd_outline_row_get_part (WmdOutlineRow *self);

G_END_DECLS
