/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Pagination: which lines go on which page, and where. Knows boxes of lines and the footnotes that lines call,
 * and nothing of fonts or words. Lengths are points, places are measured downwards.
 */

/* A footnote, called on a line of its box. */
typedef struct
{
  guint line; /* of the box */
  guint n_lines;
  double line_height;
} WmdFlowCall;

/* Lines that belong together: a paragraph, a heading. */
typedef struct
{
  guint n_lines; /* at least 1 */
  double line_height;
  double gap;                    /* before the box, where it is not the first of its page */
  double pad_before, pad_after;  /* belong to its first and its last line */
  const WmdFlowCall *calls;      /* by line */
  guint n_calls;
  gboolean keep_with_next; /* its last line is on the page of the first line of the next box */
  gboolean break_before;   /* begins a page */
} WmdFlowBox;

typedef struct
{
  double first_top, first_bottom; /* of the first page */
  double top, bottom;             /* of the others */
  double note_rule;               /* room for the rule above the footnotes of a page */
} WmdFlowFrame;

/* Lines of one box on one page. */
typedef struct
{
  guint box;
  guint first_line, n_lines;
  double y; /* top, pad included */
} WmdFlowSlice;

/* Lines of one footnote on one page. */
typedef struct
{
  guint box, call;
  guint first_line, n_lines;
  double y;
} WmdFlowNote;

typedef struct
{
  guint first_slice, n_slices;
  guint first_note, n_notes;
} WmdFlowPage;

typedef struct
{
  GArray *pages;  /* (element-type WmdFlowPage) */
  GArray *slices; /* (element-type WmdFlowSlice), in the order of the boxes */
  GArray *notes;  /* (element-type WmdFlowNote), in the order of their calls */
} WmdFlow;

/* No page ends with a line that is kept with the next, nor leaves fewer than two lines of a longer box on either
 * side; where that cannot be, the page ends where it is full. A footnote begins on the page that calls it. There is
 * always at least one page. (transfer full)
 */
WmdFlow *wmd_flow_new (const WmdFlowBox *boxes, guint n_boxes, const WmdFlowFrame *frame);
void wmd_flow_free (WmdFlow *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFlow, wmd_flow_free)

G_END_DECLS
