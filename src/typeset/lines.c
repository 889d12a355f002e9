/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines: as many glyphs on each as fit, as a word processor breaks them, so that a page can be compared with an
 * issued one line by line. Room left on a justified line goes to its spaces, in Chinese also between ideographs.
 * Full-width punctuation gives up its empty half beside other punctuation and at the edges of the column, and
 * a comma or full stop that does not fit at all hangs outside.
 *
 * Shapes are in the order of the text; only here, line by line, do runs change places to where they are seen.
 */
#include "config.h"

#include <math.h>

#include "typeset/setter-private.h"

/* Room added to a space, in sizes of the text, from which on a line is too loose and a word is divided instead. Issued
 * documents hardly ever divide words, so this is for the worst lines alone.
 */
#define MAX_ROOM 0.6

/* A line whose gaps would each take more than this, in sizes, is left short: an address that goes to the next line
 * whole would tear the words before it apart.
 */
#define MAX_STRETCH 3.

/* Beyond this the sum of rounded advances counts as fitting. */
#define TOLERANCE 0.01

typedef struct
{
  WmdSetter *setter;
  const WmdShape *shapes;
  guint n_shapes;
  const guint16 *flags;
  const WmdRun *runs;
  guint run; /* the one that holds the first shape of the line at hand */
} Filler;

static guint16
get_flags (const Filler *self, guint shape)
{
  return shape < self->n_shapes ? self->flags[self->shapes[shape].cluster] : self->flags[self->setter->length];
}

static gboolean
starts_cluster (const Filler *self, guint shape)
{
  return shape == 0 || shape >= self->n_shapes || self->shapes[shape].cluster != self->shapes[shape - 1].cluster;
}

/* Half a square less between two pieces of punctuation that are empty on the sides they turn to each other. */
static gboolean
is_compressed (const Filler *self, guint shape)
{
  guint16 this = get_flags (self, shape);
  guint16 next = shape + 1 < self->n_shapes ? get_flags (self, shape + 1) : 0;

  return ((this & WMD_CHAR_CLOSE) != 0 && (next & (WMD_CHAR_OPEN | WMD_CHAR_CLOSE)) != 0) ||
         ((this & WMD_CHAR_OPEN) != 0 && (next & WMD_CHAR_OPEN) != 0);
}

/* Width of a shape that stands between @first and @end of one line. */
static double
get_advance (const Filler *self, guint shape, guint end)
{
  double advance = self->shapes[shape].advance;

  return shape + 1 < end && is_compressed (self, shape) ? advance / 2 : advance;
}

/* One line: shapes from first to end, of which those from content_end are spaces that do not count. */
typedef struct
{
  guint first, content_end, end;
  double width;  /* of the content */
  double hang;   /* how much of the last shape may stand outside the column */
  double trim;   /* how much of the first shape is empty and stands outside */
  double hyphen; /* width of a hyphen after the content, counted in width; 0 for none */
} Extent;

static double
get_hang (const Filler *self, guint shape, gboolean whole)
{
  guint16 flags = get_flags (self, shape);

  if ((flags & WMD_CHAR_CLOSE) == 0)
    return 0;
  return self->shapes[shape].advance * (whole && (flags & WMD_CHAR_HANG) != 0 ? 1. : 0.5);
}

/* Finds the last shape at which the line that starts with @first may end so that it is no wider than @available. */
static Extent
measure_line (const Filler *self, guint first, double available)
{
  Extent best = { first, first, first };
  Extent emergency = { first, first, first };
  double trim = (get_flags (self, first) & WMD_CHAR_OPEN) != 0 ? self->shapes[first].advance / 2 : 0;
  double width = -trim;
  double content = 0;
  guint content_end = first;

  for (guint i = first; i < self->n_shapes; i++)
    {
      guint16 next = get_flags (self, i + 1);
      double hang;

      width += self->shapes[i].advance;
      if ((get_flags (self, i) & WMD_CHAR_SPACE) == 0)
        {
          content = width;
          content_end = i + 1;
        }
      hang = content_end > first ? get_hang (self, content_end - 1, FALSE) : 0;
      if (content - hang > available + TOLERANCE)
        {
          hang = get_hang (self, content_end - 1, TRUE);
          if (content - hang > available + TOLERANCE)
            break;
        }
      if (starts_cluster (self, i + 1) && (next & WMD_CHAR_CLUSTER) != 0)
        {
          emergency = (Extent){ first, content_end, i + 1, content, hang, trim };
          if ((next & WMD_CHAR_BREAK) != 0 || i + 1 == self->n_shapes)
            best = emergency;
        }
      if ((next & WMD_CHAR_MUST_BREAK) != 0)
        break;
      if (is_compressed (self, i))
        width -= self->shapes[i].advance / 2;
    }
  if (best.end > first)
    return best;
  if (emergency.end > first)
    return emergency;
  /* Not even one character fits. */
  for (emergency.end = first + 1; !starts_cluster (self, emergency.end); emergency.end++)
    ;
  emergency.content_end = emergency.end;
  emergency.width = self->shapes[first].advance;
  return emergency;
}

/* May room be added between the shape and the next one? */
static gboolean
is_stretchable (const Filler *self, guint shape)
{
  guint16 this = get_flags (self, shape);
  guint16 next = get_flags (self, shape + 1);

  if ((this & WMD_CHAR_SPACE) != 0)
    return TRUE;
  if ((next & WMD_CHAR_SPACE) != 0 || ((this | next) & WMD_CHAR_WIDE) == 0 || !starts_cluster (self, shape + 1))
    return FALSE;
  return (this & WMD_CHAR_OPEN) == 0 && (next & WMD_CHAR_CLOSE) == 0 && (this & next & WMD_CHAR_SOLID) == 0;
}

static guint
count_stretchable (const Filler *self, const Extent *extent)
{
  guint n = 0;

  for (guint i = extent->first; i + 1 < extent->content_end; i++)
    n += is_stretchable (self, i) ? 1 : 0;
  return n;
}

/* --- hyphens --- */

static const WmdRun *
find_run (const Filler *self, guint shape)
{
  const WmdRun *run = &self->runs[self->run];

  while (shape >= run->first_glyph + run->n_glyphs)
    run++;
  return run;
}

static double
get_hyphen_width (const WmdRun *run, hb_codepoint_t *glyph)
{
  *glyph = 0;
  hb_font_get_nominal_glyph (run->face->font, '-', glyph);
  return hb_font_get_glyph_h_advance (run->face->font, *glyph) * (double) run->size * run->stretch /
         run->face->units_per_em;
}

/* The end of the word that begins with the shape @first: what follows on it up to the next break. */
static guint
find_word_end (const Filler *self, guint first)
{
  guint end = first;

  while (end < self->n_shapes && (get_flags (self, end) & WMD_CHAR_LETTER) != 0 &&
         (end == first || (get_flags (self, end) & WMD_CHAR_BREAK) == 0))
    end++;
  return end;
}

/* An address means another one with a hyphen in it. */
static gboolean
is_in_address (const char *text, guint start, guint end)
{
  static const char *const signs[] = { "://", "www.", "@" };

  while (start > 0 && !g_ascii_isspace (text[start - 1]))
    start--;
  while (text[end] != '\0' && !g_ascii_isspace (text[end]))
    end++;
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_strstr_len (text + start, end - start, signs[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* The same line with as much of the next word as fits, divided; the line itself when there is no such place. */
static Extent
divide_word (const Filler *self, const Extent *extent, double available)
{
  WmdSetter *setter = self->setter;
  guint first = extent->end;
  guint end = find_word_end (self, first);
  guint start_byte = self->shapes[first].cluster;
  guint end_byte = end < self->n_shapes ? self->shapes[end].cluster : setter->length;
  g_autofree gboolean *points = g_new (gboolean, end_byte - start_byte + 1);
  hb_codepoint_t glyph;
  double width = extent->width;
  Extent divided = *extent;

  if (end == first || is_in_address (setter->source->text, start_byte, end_byte) ||
      !wmd_hyphenation_divide (setter->hyphenation, setter->source->language, setter->source->text + start_byte,
                               end_byte - start_byte, points))
    return *extent;
  for (guint i = extent->content_end; i < end; i++)
    {
      double hyphen = get_hyphen_width (find_run (self, i), &glyph);

      if (i > first && starts_cluster (self, i) && points[self->shapes[i].cluster - start_byte] &&
          width + hyphen <= available + TOLERANCE)
        divided = (Extent){ extent->first, i, i, width + hyphen, 0, extent->trim, hyphen };
      width += self->shapes[i].advance;
    }
  return divided;
}

static gboolean
is_too_loose (const Filler *self, const Extent *extent, double available)
{
  guint n_gaps = count_stretchable (self, extent);
  double size = find_run (self, extent->first)->size;

  return available - extent->width > MAX_ROOM * size * n_gaps;
}

/* Chinese and Arabic have no words to divide. */
static gboolean
divides_words (const Filler *self)
{
  const WmdTextSource *source = self->setter->source;

  return self->setter->hyphenation != NULL && source->align == WMD_ALIGN_JUSTIFY &&
         source->type->family == WMD_FAMILY_TIMES && self->setter->levels == NULL;
}

/* The glyph is of no byte of the text. */
static void
append_hyphen (Filler *self, const Extent *extent, double x)
{
  WmdSetter *setter = self->setter;
  const WmdRun *run = find_run (self, extent->content_end - 1);
  guint32 byte = self->shapes[extent->end].cluster;
  WmdFragment fragment = {
    run->face, run->size, run->stretch, byte, byte, setter->glyphs->len, 1, x, extent->hyphen, run->link, run->note,
  };
  WmdGlyph glyph = { 0, byte, x, run->rise };

  get_hyphen_width (run, &glyph.id);
  g_array_append_val (setter->glyphs, glyph);
  g_array_append_val (setter->fragments, fragment);
}

/* --- places --- */

/* A part of one run on one line, before it has a place. */
typedef struct
{
  const WmdRun *run;
  guint first, end; /* shapes */
  guint8 level;
  double width, x;
} Piece;

static guint
cut_pieces (Filler *self, const Extent *extent, GArray *pieces)
{
  guint first = extent->first;
  guint8 base = self->setter->source->rtl ? 1 : 0;

  g_array_set_size (pieces, 0);
  while (first < extent->end)
    {
      const WmdRun *run = &self->runs[self->run];
      guint run_end = run->first_glyph + run->n_glyphs;
      Piece piece = { run, first, MIN (run_end, extent->end), run->level };

      /* Spaces at the end of the line run as the paragraph does. */
      if (piece.level != base && first < extent->content_end && piece.end > extent->content_end)
        piece.end = extent->content_end;
      if (first >= extent->content_end)
        piece.level = base;
      if (piece.end > first)
        g_array_append_val (pieces, piece);
      first = piece.end;
      if (first >= run_end)
        self->run++;
    }
  return pieces->len;
}

/* The rule L2 of Unicode's bidirectional algorithm: @order lists the pieces as they are seen from left to right. */
static void
order_pieces (const Piece *pieces, guint n, guint *order)
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

static double
get_line_start (const WmdTextSource *source, gboolean first)
{
  return first ? source->first : source->rest;
}

/* Where the line begins on the left, and the room for each stretchable gap of it. */
static double
align_line (const Filler *self, const Extent *extent, gboolean is_first, gboolean is_last, double *stretch)
{
  const WmdTextSource *source = self->setter->source;
  double indent = get_line_start (source, is_first);
  double visible = extent->width - extent->hang;
  double slack = MAX (source->width - indent - visible, 0);
  gboolean rtl = source->rtl;
  guint n_gaps = source->align == WMD_ALIGN_JUSTIFY && !is_last ? count_stretchable (self, extent) : 0;
  double left = rtl ? source->width - indent - visible : indent - extent->trim;

  if (n_gaps > 0 && slack / n_gaps > MAX_STRETCH * find_run (self, extent->first)->size)
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
get_stretched_advance (const Filler *self, const Extent *extent, guint shape, double stretch)
{
  double advance = get_advance (self, shape, extent->content_end);

  return shape + 1 < extent->content_end && is_stretchable (self, shape) ? advance + stretch : advance;
}

static void
append_fragment (Filler *self, const Extent *extent, const Piece *piece, double stretch)
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
place_pieces (Filler *self, const Extent *extent, Piece *pieces, guint n, double left, double stretch)
{
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

static void
append_line (Filler *self, const Extent *extent, GArray *pieces)
{
  WmdSetter *setter = self->setter;
  gboolean is_last = extent->end >= self->n_shapes || (get_flags (self, extent->end) & WMD_CHAR_MUST_BREAK) != 0;
  double stretch;
  double left = align_line (self, extent, setter->lines->len == 0, is_last, &stretch);
  WmdLine line = {
    .start = extent->first < self->n_shapes ? self->shapes[extent->first].cluster : 0,
    .end = extent->end < self->n_shapes ? self->shapes[extent->end].cluster : setter->length,
    .first_fragment = setter->fragments->len,
    .x = left + extent->trim,
  };
  guint n = cut_pieces (self, extent, pieces);

  line.width = extent->width;
  for (guint i = extent->first; stretch > 0 && i + 1 < extent->content_end; i++)
    line.width += is_stretchable (self, i) ? stretch : 0;
  place_pieces (self, extent, (Piece *) (gpointer) pieces->data, n, left, stretch);
  line.n_fragments = setter->fragments->len - line.first_fragment;
  g_array_append_val (setter->lines, line);
}

void
wmd_setter_fill_lines (WmdSetter *self)
{
  const WmdTextSource *source = self->source;
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  Filler filler = {
    .setter = self,
    .shapes = (const WmdShape *) (gpointer) self->shapes->data,
    .n_shapes = self->shapes->len,
    .flags = (const guint16 *) (gpointer) self->flags->data,
    .runs = (const WmdRun *) (gpointer) self->runs->data,
  };
  guint first = 0;

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->fragments, 0);
  g_array_set_size (self->glyphs, 0);
  do
    {
      double available = source->width - get_line_start (source, self->lines->len == 0);
      Extent extent = { 0 };

      if (filler.n_shapes > 0)
        extent = measure_line (&filler, first, available);
      if (extent.end < filler.n_shapes && divides_words (&filler) && is_too_loose (&filler, &extent, available) &&
          (get_flags (&filler, extent.end) & WMD_CHAR_MUST_BREAK) == 0)
        extent = divide_word (&filler, &extent, available);
      append_line (&filler, &extent, pieces);
      first = extent.end;
    }
  while (first < filler.n_shapes);
}
