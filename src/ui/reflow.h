/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Holds a label of running text, or what holds such labels: takes whatever width there is, and the height that follows
 * from it.
 */
#define WMD_TYPE_REFLOW (wmd_reflow_get_type ())
G_DECLARE_FINAL_TYPE (WmdReflow, wmd_reflow, WMD, REFLOW, GtkWidget)

G_END_DECLS
