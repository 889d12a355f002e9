/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "typeset/setter-private.h"

G_BEGIN_DECLS

/* A part of one run on one line, before it has a place. */
typedef struct
{
  const WmdRun *run;
  guint first, end; /* shapes */
  guint8 level;
  double width, x;
} WmdPiece;

/* A text whose lines are being filled. */
typedef struct
{
  WmdSetter *setter;
  const WmdShape *shapes;
  guint n_shapes;
  const guint16 *flags;
  const WmdRun *runs;
  guint run;      /* the one that holds the first shape of the line at hand */
  GArray *pieces; /* (element-type WmdPiece), of the line at hand */
} WmdFiller;

/* One line: shapes from first to end, of which those from content_end are spaces that do not count. */
typedef struct
{
  guint first, content_end, end;
  double width;  /* of the content */
  double hang;   /* how much of the last shape may stand outside the column */
  double trim;   /* how much of the first shape is empty and stands outside */
  double hyphen; /* width of a hyphen after the content, counted in width; 0 for none */
} WmdExtent;

static inline guint16
wmd_filler_get_flags (const WmdFiller *self, guint shape)
{
  return shape < self->n_shapes ? self->flags[self->shapes[shape].cluster] : self->flags[self->setter->length];
}

static inline gboolean
wmd_filler_starts_cluster (const WmdFiller *self, guint shape)
{
  return shape == 0 || shape >= self->n_shapes || self->shapes[shape].cluster != self->shapes[shape - 1].cluster;
}

/* Half a square less between two pieces of punctuation that are empty on the sides they turn to each other. */
static inline gboolean
wmd_filler_is_compressed (const WmdFiller *self, guint shape)
{
  guint16 this = wmd_filler_get_flags (self, shape);
  guint16 next = shape + 1 < self->n_shapes ? wmd_filler_get_flags (self, shape + 1) : 0;

  return ((this & WMD_CHAR_CLOSE) != 0 && (next & (WMD_CHAR_OPEN | WMD_CHAR_CLOSE)) != 0) ||
         ((this & WMD_CHAR_OPEN) != 0 && (next & WMD_CHAR_OPEN) != 0);
}

/* May room be added between the shape and the next one? */
static inline gboolean
wmd_filler_is_stretchable (const WmdFiller *self, guint shape)
{
  guint16 this = wmd_filler_get_flags (self, shape);
  guint16 next = wmd_filler_get_flags (self, shape + 1);

  if ((this & WMD_CHAR_SPACE) != 0)
    return TRUE;
  if ((next & WMD_CHAR_SPACE) != 0 || ((this | next) & WMD_CHAR_WIDE) == 0 ||
      !wmd_filler_starts_cluster (self, shape + 1))
    return FALSE;
  return (this & WMD_CHAR_OPEN) == 0 && (next & WMD_CHAR_CLOSE) == 0 && (this & next & WMD_CHAR_SOLID) == 0;
}

static inline guint
wmd_filler_count_stretchable (const WmdFiller *self, const WmdExtent *extent)
{
  guint n = 0;

  for (guint i = extent->first; i + 1 < extent->content_end; i++)
    n += wmd_filler_is_stretchable (self, i) ? 1 : 0;
  return n;
}

static inline const WmdRun *
wmd_filler_find_run (const WmdFiller *self, guint shape)
{
  const WmdRun *run = &self->runs[self->run];

  while (shape >= run->first_glyph + run->n_glyphs)
    run++;
  return run;
}

/* How far a line begins inside the column, in points. */
static inline double
wmd_filler_get_indent (const WmdTextSource *source, gboolean first)
{
  return first ? source->first : source->rest;
}

/* The width of a hyphen that continues @run, and its @glyph. */
double wmd_filler_get_hyphen_width (const WmdRun *run, hb_codepoint_t *glyph);
/* Adds the line to what the setter gives. */
void wmd_filler_append_line (WmdFiller *self, const WmdExtent *extent);

G_END_DECLS
