/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/* What stands at the foot of the first page beside words: filled shapes without curves. They are made in a square or a
 * strip of 1 by 1 and stretched where they are painted. Points go down from the upper left corner.
 */
typedef struct
{
  cairo_path_t path; /* of @points; to be closed and filled by the rule of non-zero winding */
  GArray *points;    /* (element-type cairo_path_data_t) */
} WmdFigure;

/* The job number as a bar code of the kind "3 of 9", start and stop signs included. (transfer full) (nullable): NULL
 * where @text has characters that such a code cannot hold.
 */
WmdFigure *wmd_figure_new_bar_code (const char *text);

/* The address of the document as a QR code. (transfer full) (nullable): NULL where it is too long for one. */
WmdFigure *wmd_figure_new_qr_code (const char *address);

/* Three arrows that follow one another: the mark beside "Please recycle". (transfer full) */
WmdFigure *wmd_figure_new_recycling_mark (void);

void wmd_figure_free (WmdFigure *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFigure, wmd_figure_free)

G_END_DECLS
