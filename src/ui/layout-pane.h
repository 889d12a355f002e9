/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/pane.h"

G_BEGIN_DECLS

/* The pages of one edition, kept up to date while somebody looks. Says that they are being set, why there are none, or
 * what they lack.
 * Property "content" (GtkWidget, nullable): what shows the pages, where there are some.
 * Signal "changed": wmd_layout_pane_get_pages() are others, or the session went.
 */
#define WMD_TYPE_LAYOUT_PANE (wmd_layout_pane_get_type ())
G_DECLARE_FINAL_TYPE (WmdLayoutPane, wmd_layout_pane, WMD, LAYOUT_PANE, WmdPane)

/* NONE: no edition. */
void wmd_layout_pane_set_language (WmdLayoutPane *self, WmdLanguage language);

/* NULL while it is not shown, or there are none. (transfer none) */
WmdPages *wmd_layout_pane_get_pages (WmdLayoutPane *self);

G_END_DECLS
