/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "typeset/pages.h"

G_BEGIN_DECLS

/* Pages below one another, to be put into a scrolled window. What is drawn is what is printed.
 * Properties "page" (uint): the 1-based page in the middle of what is seen; 0 without pages. "n-pages" (uint).
 * Signals: "item-activated" (const WmdItem *): a click on words. "page-activated" (guint): a click on a page.
 */
#define WMD_TYPE_PAGE_VIEW (wmd_page_view_get_type ())
G_DECLARE_FINAL_TYPE (WmdPageView, wmd_page_view, WMD, PAGE_VIEW, GtkWidget)

/* (nullable) */
void wmd_page_view_set_pages (WmdPageView *self, WmdPages *pages);

guint wmd_page_view_get_n_pages (WmdPageView *self);

/* Pixels per point; 0: as wide as there is room for, but no more than @largest, unless that is 0, too. */
void wmd_page_view_set_zoom (WmdPageView *self, double zoom, double largest);

/* Pixels per point at which the pages are drawn now. */
double wmd_page_view_get_scale (WmdPageView *self);

guint wmd_page_view_get_page (WmdPageView *self);
void wmd_page_view_scroll_to_page (WmdPageView *self, guint page);

/* Frames a page, as the one that is shown elsewhere; 0: none. */
void wmd_page_view_set_marked (WmdPageView *self, guint page);

/* The id of the item to show for a place of the report: the block, else the part; NULL when there is none. */
const char *wmd_page_view_find_item (WmdPages *pages, const char *part, const char *block);

G_END_DECLS
