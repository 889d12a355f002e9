/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The line beside a pane, which is drawn to make the pane wider or narrower; with the keyboard on it, the arrow keys do
 * the same. Properties: "pane" (GtkWidget *), "content" (GtkWidget *): what is beside it, "width" (int, pixels).
 */
#define WMD_TYPE_PANE_HANDLE (wmd_pane_handle_get_type ())
G_DECLARE_FINAL_TYPE (WmdPaneHandle, wmd_pane_handle, WMD, PANE_HANDLE, GtkWidget)

int wmd_pane_handle_get_width (WmdPaneHandle *self);

/* What is beyond what a pane can have is cut. */
void wmd_pane_handle_set_width (WmdPaneHandle *self, int width);

G_END_DECLS
