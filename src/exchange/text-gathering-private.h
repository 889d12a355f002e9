/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/text-import-private.h"

G_BEGIN_DECLS

/* Lines while they are gathered into pieces. */
typedef struct
{
  WmdTextImport *import;
  GPtrArray *pieces;        /* (element-type WmdPiece) */
  GString *text;            /* of the piece at the end of pieces */
  const WmdTextLine *last;  /* line before; NULL after a page break or at the start */
  const WmdTextLine *start; /* the first line */
  const WmdTextLine *end;   /* after the last line */
  guint left;               /* the least indent of all lines */
  guint first_indent;       /* of the first line of the piece */
  guint number;             /* of the last numbered paragraph */
  guint letter;             /* of the last list letter */
  guint numeral;            /* of the last mark of the second level of a list */
  guint note;               /* of the last numbered footnote */
  guint page;               /* pages before this one */
  guint after_star;         /* index of the piece after the last footnote with stars */
  gboolean first;           /* the line before is the first of its piece */
  gboolean in_notes;        /* a rule was drawn: what follows on this page are footnotes */
} WmdGathering;

/* The piece that is being read; NULL before the first. (transfer none) */
WmdPiece *wmd_gathering_get_last (WmdGathering *self);

/* TRUE when the line before @line ends where lines end: the first word of @line did not fit on it any more. Where a
 * sentence ends a paragraph may end, too, and less than a full line will do for that.
 */
gboolean wmd_gathering_was_broken (WmdGathering      *self,
                                   const WmdTextLine *line);

/* TRUE when @line goes on with @piece, which is the last. */
gboolean wmd_gathering_goes_on (WmdGathering      *self,
                                const WmdTextLine *line,
                                const WmdPiece    *piece);

/* TRUE for columns that differ by less than the indent of a first line. */
gboolean wmd_columns_are_near (guint a,
                               guint b);

G_END_DECLS
