/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Its children side by side, in as many rows as the width needs; each has its natural width, and one that expands gets
 * what is left of its row. For toolbars, which would else set the least width of a window.
 * Property "column-width" (uint, construct only): where each child can have that many pixels they stand side by side,
 * equally wide, else one below the other. 0, the default: as above.
 */
#define WMD_TYPE_WRAP_BOX (wmd_wrap_box_get_type ())
G_DECLARE_FINAL_TYPE (WmdWrapBox, wmd_wrap_box, WMD, WRAP_BOX, GtkWidget)

G_END_DECLS
