/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"
#include "typeset/flow.h"
#include "typeset/text.h"

G_BEGIN_DECLS

/* A text with the footnotes it calls and the addresses it leads to. */
typedef struct
{
  WmdText *text;
  double x;      /* of its column, from the left of the text column */
  char **links;  /* by WmdFragment.link; NULL-terminated */
} WmdBoxText;

typedef struct
{
  WmdBoxText mark;
  WmdBoxText body;
} WmdBoxNote;

/* One item of a publication, set in lines: its label, its text and its footnotes. Immutable, reference counted. */
typedef struct
{
  /* What pagination looks at comes first: of a long report it sees every box at every key stroke. */
  gatomicrefcount ref_count;
  guint n_lines;       /* of the body */
  const WmdItem *item; /* NULL for the corner notation */
  const WmdStyle *style;
  double line_height;
  WmdFlowCall *calls; /* by footnote */
  guint n_notes;
  guint first_number; /* of the first footnote in the sequence of the publication */

  WmdLanguage language;
  gboolean rtl;     /* lines begin on the right */
  WmdBoxText label; /* its text is NULL where there is none */
  WmdBoxText body;
  WmdBoxNote *notes;
} WmdBox;

/* @edition is the language of the publication, @width that of the text column; @first_number that of the first
 * footnote the item may call. (transfer full)
 */
WmdBox *wmd_box_new (
    WmdSetter *setter, const WmdItem *item, WmdLanguage edition, double width, guint first_number);

/* A line of the corner notation. @note, where given, is the footnote of the "*" in @text. (transfer full) */
WmdBox *wmd_box_new_corner (WmdSetter *setter,
                            const char *text,
                            WmdFaceStyle face,
                            WmdInline *note,
                            WmdLanguage language,
                            double width);

WmdBox *wmd_box_ref (WmdBox *self);
void wmd_box_unref (WmdBox *self);

/* Labels are set in columns of this width that end where the labels do. */
#define WMD_LABEL_WIDTH 120.

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdBox, wmd_box_unref)

G_END_DECLS
