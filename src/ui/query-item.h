/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* A query of a reply as an object, for list models. Immutable. */
#define WMD_TYPE_QUERY_ITEM (wmd_query_item_get_type ())
G_DECLARE_FINAL_TYPE (WmdQueryItem, wmd_query_item, WMD, QUERY_ITEM, GObject)

WmdQueryItem *wmd_query_item_new (WmdPart *part, WmdQuery *query);

/* (transfer none) */
WmdPart *wmd_query_item_get_part (WmdQueryItem *self);
WmdQuery *wmd_query_item_get_query (WmdQueryItem *self);

/* All queries of @report, kept up to date: reply by reply in the order of the outline, those that are open first. The
 * list is changed in its middle only, where old and new differ. (transfer full) (element-type WmdQueryItem)
 */
GListModel *wmd_query_items_new (WmdReport *report);

/* The items of @queries that are open. (transfer full) */
GListModel *wmd_query_items_filter_open (GListModel *queries);

G_END_DECLS
