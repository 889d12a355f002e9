/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What a window without a report shows: new, open, import, work to recover, recent reports. */
#define WMD_TYPE_START_PAGE (wmd_start_page_get_type ())
G_DECLARE_FINAL_TYPE (WmdStartPage, wmd_start_page, WMD, START_PAGE, GtkWidget)

G_END_DECLS
