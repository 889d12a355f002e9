/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <cairo.h>

#include "compose/publication.h"

G_BEGIN_DECLS

/* What stands at the foot of the first page beside words. */
typedef enum
{
  WMD_FIGURE_BAR_CODE,       /* the digits of the job number as a code of the kind "3 of 9" */
  WMD_FIGURE_RECYCLING_MARK, /* three arrows that follow one another */
  WMD_FIGURE_QR_CODE,        /* the address of the document */
} WmdFigureId;

#define WMD_N_FIGURES 3

/* Filled polygons in a square of 1 by 1, whose points go down from the upper left corner; stretched where painted. */
typedef struct
{
  cairo_path_t path; /* of @points; to be closed and filled by the rule of non-zero winding */
  GArray *points;    /* (element-type cairo_path_data_t) */
} WmdFigure;

/* (transfer full) (nullable): NULL where job number or symbol are not known, or longer than a code can hold. */
WmdFigure *wmd_figure_new (const WmdMasthead *masthead, WmdFigureId id);

void wmd_figure_free (WmdFigure *self);

/* What a figure says to who does not see it: the number, the address, the words beside the mark. (transfer none)
 * (nullable)
 */
const char *wmd_figure_get_text (const WmdMasthead *masthead, WmdFigureId id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFigure, wmd_figure_free)

G_END_DECLS
