/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where what a line holds stands. Shapes are in the order of the text; only here, line by line, do runs change places
 * to where they are seen.
 */

#include "config.h"

#include "typeset/filler-private.h"

/* A line whose gaps would each take more than this, in sizes, is left short: an address that goes to the next line
 * whole would tear the words before it apart.
 */
#define MAX_STRETCH 3.

/* Width of a shape that stands between @first and @end of one line. */
static double
get_advance (const WmdFiller *self, guint shape, guint end)
{
  double advance = self->shapes[shape].advance;

  return shape + 1 < end && wmd_filler_is_compressed (self, shape) ? advance / 2 : advance;
}

double
wmd_filler_get_hyphen_width (const WmdRun *run, hb_codepoint_t *glyph)
{
  *glyph = 0;
  hb_font_get_nominal_glyph (run->face->font, '-', glyph);
  return hb_font_get_glyph_h_advance (run->face->font, *glyph) * (double) run->size * run->stretch /
         run->face->units_per_em;
}

/* The glyph is of no byte of the text. */
static void
append_hyphen (WmdFiller *self, const WmdExtent *extent, double x)
{
  WmdSetter *setter = self->setter;
  const WmdRun *run = wmd_filler_find_run (self, extent->content_end - 1);
  guint32 byte = self->shapes[extent->end].cluster;
  WmdFragment fragment = {
    run->face, run->size, run->stretch, byte, byte, setter->glyphs->len, 1, x, extent->hyphen, run->link, run->note,
  };
  WmdGlyph glyph = { 0, byte, x, run->rise };

  wmd_filler_get_hyphen_width (run, &glyph.id);
  g_array_append_val (setter->glyphs, glyph);
  g_array_append_val (setter->fragments, fragment);
}

static void
cut_pieces (WmdFiller *self, const WmdExtent *extent)
{
  guint first = extent->first;
  guint8 base = self->setter->source->rtl ? 1 : 0;

  g_array_set_size (self->pieces, 0);
  while (first < extent->end)
    {
      const WmdRun *run = &self->runs[self->run];
      guint run_end = run->first_glyph + run->n_glyphs;
      WmdPiece piece = { run, first, MIN (run_end, extent->end), run->level };

      /* Spaces at the end of the line run as the paragraph does. */
      if (piece.level != base && first < extent->content_end && piece.end > extent->content_end)
        piece.end = extent->content_end;
      if (first >= extent->content_end)
        piece.level = base;
      if (piece.end > first)
        g_array_append_val (self->pieces, piece);
      first = piece.end;
      if (first >= run_end)
        self->run++;
    }
}

/* The rule L2 of Unicode's bidirectional algorithm: @order lists the pieces as they are seen from left to right. */
static void
order_pieces (const WmdPiece *pieces, guint n, guint *order)
{
  guint8 highest = 0;

  for (guint i = 0; i < n; i++)
    {
      order[i] = i;
      highest = MAX (highest, pieces[i].level);
    }
  for (guint8 level = highest; level > 0; level--)
    for (guint start = 0; start < n; start++)
      {
        guint end = start;

        while (end < n && pieces[order[end]].level >= level)
          end++;
        for (guint i = start, j = end; i + 1 < j; i++, j--)
          {
            guint swapped = order[i];

            order[i] = order[j - 1];
            order[j - 1] = swapped;
          }
        start = MAX (start, end);
      }
}

/* Where the line begins on the left, and the room for each stretchable gap of it. */
static double
align_line (const WmdFiller *self, const WmdExtent *extent, gboolean is_first, gboolean is_last, double *stretch)
{
  const WmdTextSource *source = self->setter->source;
  double indent = wmd_filler_get_indent (source, is_first);
  double visible = extent->width - extent->hang;
  double slack = MAX (source->width - indent - visible, 0);
  gboolean rtl = source->rtl;
  guint n_gaps = source->align == WMD_ALIGN_JUSTIFY && !is_last ? wmd_filler_count_stretchable (self, extent) : 0;
  double left = rtl ? source->width - indent - visible : indent - extent->trim;

  if (n_gaps > 0 && slack / n_gaps > MAX_STRETCH * wmd_filler_find_run (self, extent->first)->size)
    n_gaps = 0;
  *stretch = n_gaps > 0 ? slack / n_gaps : 0;
  if (n_gaps > 0)
    return rtl ? left - slack : left;
  switch (source->align)
    {
    case WMD_ALIGN_END:
      return rtl ? left - slack : left + slack;
    case WMD_ALIGN_CENTER:
      return rtl ? left - slack / 2 : left + slack / 2;
    case WMD_ALIGN_START:
    case WMD_ALIGN_JUSTIFY:
    default:
      return left;
    }
}

static double
get_stretched_advance (const WmdFiller *self, const WmdExtent *extent, guint shape, double stretch)
{
  double advance = get_advance (self, shape, extent->content_end);

  return shape + 1 < extent->content_end && wmd_filler_is_stretchable (self, shape) ? advance + stretch : advance;
}

static void
append_fragment (WmdFiller *self, const WmdExtent *extent, const WmdPiece *piece, double stretch)
{
  WmdSetter *setter = self->setter;
  gboolean rtl = piece->level % 2 == 1;
  double pen = rtl ? piece->x + piece->width : piece->x;
  double visible = 0;
  WmdFragment fragment = {
    .face = piece->run->face,
    .size = piece->run->size,
    .stretch = piece->run->stretch,
    .start = self->shapes[piece->first].cluster,
    .end = piece->end < self->n_shapes ? self->shapes[piece->end].cluster : setter->length,
    .first_glyph = setter->glyphs->len,
    .n_glyphs = piece->end - piece->first,
    .link = piece->run->link,
    .note = piece->run->note,
    .level = piece->level,
  };

  for (guint i = piece->first; i < piece->end; i++)
    {
      const WmdShape *shape = &self->shapes[i];
      double advance = get_stretched_advance (self, extent, i, stretch);
      WmdGlyph glyph = { shape->id, shape->cluster, 0, shape->dy };

      if (rtl)
        pen -= advance;
      glyph.x = pen + shape->dx;
      if (!rtl)
        pen += advance;
      if (i < extent->content_end)
        visible += advance;
      g_array_append_val (setter->glyphs, glyph);
    }
  fragment.x = rtl ? piece->x + piece->width - visible : piece->x;
  fragment.width = visible;
  g_array_append_val (setter->fragments, fragment);
}

static void
place_pieces (WmdFiller *self, const WmdExtent *extent, double left, double stretch)
{
  WmdPiece *pieces = (WmdPiece *) (gpointer) self->pieces->data;
  guint n = self->pieces->len;
  g_autofree guint *order = g_new (guint, n);
  double x = left;
  gboolean rtl = self->setter->source->rtl;

  for (guint i = 0; i < n; i++)
    for (guint j = pieces[i].first; j < pieces[i].end; j++)
      pieces[i].width += get_stretched_advance (self, extent, j, stretch);
  /* Trailing spaces stand outside the line, which in right to left text is on the left. */
  if (rtl)
    for (guint j = extent->content_end; j < extent->end; j++)
      x -= self->shapes[j].advance;
  order_pieces (pieces, n, order);
  for (guint i = 0; i < n; i++)
    {
      pieces[order[i]].x = x;
      x += pieces[order[i]].width;
    }
  for (guint i = 0; i < n; i++)
    append_fragment (self, extent, &pieces[i], stretch);
  if (extent->hyphen > 0)
    append_hyphen (self, extent, x);
}

void
wmd_filler_append_line (WmdFiller *self, const WmdExtent *extent)
{
  WmdSetter *setter = self->setter;
  gboolean is_last =
      extent->end >= self->n_shapes || (wmd_filler_get_flags (self, extent->end) & WMD_CHAR_MUST_BREAK) != 0;
  double stretch;
  double left = align_line (self, extent, setter->lines->len == 0, is_last, &stretch);
  WmdLine line = {
    .start = extent->first < self->n_shapes ? self->shapes[extent->first].cluster : 0,
    .end = extent->end < self->n_shapes ? self->shapes[extent->end].cluster : setter->length,
    .first_fragment = setter->fragments->len,
    .x = left + extent->trim,
  };

  cut_pieces (self, extent);
  line.width = extent->width;
  for (guint i = extent->first; stretch > 0 && i + 1 < extent->content_end; i++)
    line.width += wmd_filler_is_stretchable (self, i) ? stretch : 0;
  place_pieces (self, extent, left, stretch);
  line.n_fragments = setter->fragments->len - line.first_fragment;
  g_array_append_val (setter->lines, line);
}
