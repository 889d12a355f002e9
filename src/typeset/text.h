/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "typeset/fonts.h"
#include "typeset/hyphenation.h"
#include "typeset/style.h"

G_BEGIN_DECLS

/* A stretch of a text that looks other than the rest or leads somewhere. Spans may nest and overlap. */
typedef struct
{
  guint start, end;  /* bytes */
  WmdFaceStyle face; /* added to that of the text */
  double scale;      /* of the size; 0 leaves it */
  double rise;       /* above the baseline, in sizes of the text */
  int link;          /* of the links of the text, from 0; -1 for none */
  int note;          /* the footnote whose mark this is, from 0; -1 for none */
} WmdTextSpan;

#define WMD_TEXT_SPAN_INIT                                                                                             \
  {                                                                                                                    \
    .link = -1, .note = -1                                                                                             \
  }

/* What a text is set from. */
typedef struct
{
  const char *text; /* valid UTF-8 */
  const WmdTextSpan *spans;
  guint n_spans;
  const WmdType *type;
  WmdFaceStyle face;
  WmdLanguage language;
  gboolean rtl; /* lines begin on the right */
  WmdAlign align;
  double width;       /* of the column; lines may overrun it by hanging punctuation only */
  double first, rest; /* where the first line and the others start, from the edge of the column */
} WmdTextSource;

/* A glyph in its place. */
typedef struct
{
  guint32 id;      /* in the face */
  guint32 cluster; /* byte of the text that it starts to show; equal for glyphs that show a cluster together */
  float x, y;      /* of its origin: from the left of the column, above the baseline */
} WmdGlyph;

/* Glyphs of a line that look alike and lead to the same place, in the order of the text. */
typedef struct
{
  const WmdFace *face;
  float size, stretch;
  guint32 start, end; /* bytes of the text that it shows; none for the hyphen of a divided word */
  guint32 first_glyph, n_glyphs;
  float x, width; /* of the whole, from the left of the column, without trailing spaces */
  gint16 link, note;
  guint8 level; /* of embedding; odd ones run from right to left */
} WmdFragment;

typedef struct
{
  guint32 start, end; /* bytes of the text, trailing spaces included */
  guint32 first_fragment, n_fragments;
  float x, width; /* without trailing spaces */
} WmdLine;

/* A text set in lines. Immutable once set. */
typedef struct
{
  char *text;
  WmdLine *lines;
  WmdFragment *fragments; /* of all lines, in the order of the text */
  WmdGlyph *glyphs;       /* of all fragments */
  guint n_lines, n_fragments, n_glyphs;
  double pitch, baseline; /* of its lines */
  WmdLanguage language;
  gboolean rtl; /* lines begin on the right */
} WmdText;

/* Sets texts. Keeps what is needed for it from one text to the next; for one thread at a time. */
typedef struct _WmdSetter WmdSetter;

/* @hyphenation (nullable): divides words of lines that would be too loose. (transfer full) */
WmdSetter *wmd_setter_new (WmdFonts *fonts, WmdHyphenation *hyphenation);
void wmd_setter_free (WmdSetter *self);

/* (transfer full) */
WmdText *wmd_setter_set (WmdSetter *self, const WmdTextSource *source);
void wmd_text_free (WmdText *self);

/* Index of the line that shows the byte @offset. */
guint wmd_text_get_line_at (const WmdText *self, guint offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdSetter, wmd_setter_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdText, wmd_text_free)

G_END_DECLS
