/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/report.h"
#include "typeset/pages.h"

G_BEGIN_DECLS

/* One edition of an open report as pages, kept up to date while someone looks. Pages are composed and set in a thread.
 * Emits "changed" when there are new pages or the setting failed.
 */
#define WMD_TYPE_LAYOUT (wmd_layout_get_type ())
G_DECLARE_FINAL_TYPE (WmdLayout, wmd_layout, WMD, LAYOUT, GObject)

WmdLayout *wmd_layout_new (WmdReport *report, WmdLanguage language);

WmdLanguage wmd_layout_get_language (WmdLayout *self);

/* The last pages that were set; NULL before the first. (transfer none) */
WmdPages *wmd_layout_get_pages (WmdLayout *self);

/* The pages of exactly the state @snapshot with those options; NULL when the last ones are others. (transfer none) */
WmdPages *wmd_layout_lookup_pages (WmdLayout *self, WmdSnapshot *snapshot, const WmdPageOptions *options);

/* Why there are no newer pages, or why they are without the emblem; NULL when all is well. */
const char *wmd_layout_get_error (WmdLayout *self);

/* TRUE until the pages are those of the report as it is now. */
gboolean wmd_layout_get_busy (WmdLayout *self);

/* What pages are set with from now on: at first on Letter, without an emblem. */
void wmd_layout_set_options (WmdLayout *self, const WmdPageOptions *options);

/* While it is held by someone the pages follow the report. */
void wmd_layout_hold (WmdLayout *self);
void wmd_layout_release (WmdLayout *self);

G_END_DECLS
