/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/query-item.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* One query: its state, the question, the passage, the answer. Activating it goes to the passage. */
#define WMD_TYPE_QUERY_ROW (wmd_query_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdQueryRow, wmd_query_row, WMD, QUERY_ROW, AdwActionRow)

/* @brief: for a narrow list of several replies: without what changes the query. */
GtkWidget *wmd_query_row_new (WmdSession *session, WmdQueryItem *item, gboolean brief);

WmdQueryItem *wmd_query_row_get_item (WmdQueryRow *self);

G_END_DECLS
