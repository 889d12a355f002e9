/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "typeset/figures.h"
#include "typeset/style.h"

G_BEGIN_DECLS

/* The figure as an SVG picture of the proportions of its place. (transfer full) */
char *wmd_figure_dup_svg (const WmdFigure *figure, const WmdFigurePlace *place);

G_END_DECLS
