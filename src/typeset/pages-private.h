/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "typeset/box.h"
#include "typeset/flow.h"
#include "typeset/pages.h"
#include "typeset/painter.h"

G_BEGIN_DECLS

struct _WmdPages
{
  gatomicrefcount ref_count;
  WmdPublication *publication;
  WmdFonts *fonts;
  WmdPageOptions options; /* owns the emblem, which was read */
  const WmdGeometry *geometry;
  GPtrArray *boxes; /* (element-type WmdBox) */
  WmdFlow *flow;

  GMutex lock;       /* of what follows, made when first asked for */
  WmdSetter *setter; /* for what depends on the page: page numbers, leaders */
  WmdFigure *figures[WMD_N_FIGURES];
  GHashTable *items; /* id of an item → index of its slice and 1 */
};

/* Where the text column begins on the left. */
double wmd_pages_get_column_x (const WmdPages *self);

/* The masthead, the margins, the watermark. */
void wmd_pages_paint_furniture (WmdPages *self, guint page, WmdPainter *painter);

/* Sets @text in one line with the setter of the pages; called with the lock held. (transfer full) */
WmdText *wmd_pages_set_line (WmdPages *self,
                             const char *text,
                             WmdTypeId type,
                             WmdFaceStyle face,
                             WmdLanguage language,
                             WmdAlign align,
                             double width);

/* All fragments of the lines from @first_line, the first baseline being at @y. */
void wmd_painter_draw_lines (
    WmdPainter *self, const WmdText *text, guint first_line, guint n_lines, double x, double y, WmdInk ink);

G_END_DECLS
