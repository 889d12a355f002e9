/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <pango/pango.h>

#include "typeset/text.h"

G_BEGIN_DECLS

/* What a byte that starts a character is to line breaking and justification. */
typedef enum
{
  WMD_CHAR_BREAK = 1 << 0,     /* a line may end before it */
  WMD_CHAR_MUST_BREAK = 1 << 1,
  WMD_CHAR_CLUSTER = 1 << 2,   /* a user sees a character begin here */
  WMD_CHAR_SPACE = 1 << 3,     /* gives way at the end of a line, is stretched inside; no no-break space does */
  WMD_CHAR_WIDE = 1 << 4,      /* an ideograph or its punctuation: room may be added beside it */
  WMD_CHAR_OPEN = 1 << 5,      /* full-width punctuation with an empty left half */
  WMD_CHAR_CLOSE = 1 << 6,     /* full-width punctuation with an empty right half */
  WMD_CHAR_HANG = 1 << 7,      /* … that may stand outside the column */
  WMD_CHAR_SOLID = 1 << 8,     /* no room is added between two equal ones: dashes, ellipses */
  WMD_CHAR_LETTER = 1 << 9,    /* of a word that may be divided */
} WmdCharFlags;

/* Characters of one look, shaped together. */
typedef struct
{
  const WmdFace *face;
  float size, stretch, rise;
  float spacing; /* after each cluster */
  guint8 level;  /* of embedding; odd ones run from right to left */
  gint16 link, note;
  guint32 start, end;            /* bytes */
  guint32 first_glyph, n_glyphs; /* in the order of the text */
} WmdRun;

/* A shaped glyph before it has a place. */
typedef struct
{
  guint32 id, cluster;
  float advance, dx, dy;
} WmdShape;

/* A text on its way to being set; the arrays are emptied, not freed, before the next one. */
struct _WmdSetter
{
  WmdFonts *fonts;             /* owned */
  WmdHyphenation *hyphenation; /* owned; NULL: words are never divided */
  hb_buffer_t *buffer;
  PangoLanguage *languages[WMD_N_LANGUAGES];

  const WmdTextSource *source;
  guint length;       /* bytes of the text */
  GArray *characters; /* (element-type gunichar), by character */
  GArray *log_attrs;  /* (element-type PangoLogAttr), by character and one more */
  GArray *flags;      /* (element-type guint16), WmdCharFlags by byte and one more */
  guint8 *levels;     /* by character; NULL when all are 0 */
  GArray *runs;       /* (element-type WmdRun) */
  GArray *shapes;     /* (element-type WmdShape), of all runs in the order of the text */

  GArray *lines, *fragments, *glyphs; /* the result */
};

void wmd_setter_analyse (WmdSetter *self);
void wmd_setter_shape (WmdSetter *self);
void wmd_setter_fill_lines (WmdSetter *self);

G_END_DECLS
