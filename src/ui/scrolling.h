/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* For a text view that lies in a scrolled page among other widgets: brings the cursor into sight, once the layout of
 * the next frame is known.
 */
void wmd_scroll_to_cursor (GtkTextView *view);

/* The same for a whole widget. */
void wmd_scroll_to_widget (GtkWidget *widget);

G_END_DECLS
