/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Lines: as many glyphs on each as fit, as a word processor breaks them, so that a page can be compared with an
 * issued one line by line. Room left on a justified line goes to its spaces, in Chinese also between ideographs.
 * Full-width punctuation gives up its empty half beside other punctuation and at the edges of the column, and
 * a comma or full stop that does not fit at all hangs outside. Here it is found which shapes a line takes;
 * line-places.c gives them their places on it.
 */
#include "config.h"

#include "typeset/filler-private.h"

/* Room added to a space, in sizes of the text, from which on a line is too loose and a word is divided instead. Issued
 * documents hardly ever divide words, so this is for the worst lines alone.
 */
#define MAX_ROOM 0.6

/* Beyond this the sum of rounded advances counts as fitting. */
#define TOLERANCE 0.01

static double
get_hang (const WmdFiller *self, guint shape, gboolean whole)
{
  guint16 flags = wmd_filler_get_flags (self, shape);

  if ((flags & WMD_CHAR_CLOSE) == 0)
    return 0;
  return self->shapes[shape].advance * (whole && (flags & WMD_CHAR_HANG) != 0 ? 1. : 0.5);
}

/* Is @line no wider than @available? A mark at its end hangs by half when that is enough, else whole. */
static gboolean
fits (const WmdFiller *self, WmdExtent *line, double available)
{
  static const gboolean whole[] = { FALSE, TRUE };

  line->hang = 0;
  for (guint i = 0; i < G_N_ELEMENTS (whole); i++)
    {
      if (line->content_end > line->first)
        line->hang = get_hang (self, line->content_end - 1, whole[i]);
      if (line->width - line->hang <= available + TOLERANCE)
        return TRUE;
    }
  return FALSE;
}

/* The line when not even one character fits: that character. */
static WmdExtent
take_character (const WmdFiller *self, guint first)
{
  guint end = first + 1;

  while (!wmd_filler_starts_cluster (self, end))
    end++;
  return (WmdExtent){ first, end, end, self->shapes[first].advance };
}

/* Finds the last shape at which the line that starts with @first may end so that it is no wider than @available. */
static WmdExtent
measure_line (const WmdFiller *self, guint first, double available)
{
  double trim = (wmd_filler_get_flags (self, first) & WMD_CHAR_OPEN) != 0 ? self->shapes[first].advance / 2 : 0;
  WmdExtent line = { first, first, first, 0, 0, trim }; /* up to the shape at hand */
  WmdExtent best = line;                                /* ends where a line may */
  WmdExtent emergency = line;                           /* ends at least between two characters */
  double width = -trim;

  for (guint i = first; i < self->n_shapes; i++)
    {
      guint16 next = wmd_filler_get_flags (self, i + 1);

      width += self->shapes[i].advance;
      line.end = i + 1;
      if ((wmd_filler_get_flags (self, i) & WMD_CHAR_SPACE) == 0)
        {
          line.width = width;
          line.content_end = i + 1;
        }
      if (!fits (self, &line, available))
        break;
      if (wmd_filler_starts_cluster (self, i + 1) && (next & WMD_CHAR_CLUSTER) != 0)
        {
          emergency = line;
          if ((next & WMD_CHAR_BREAK) != 0 || i + 1 == self->n_shapes)
            best = line;
        }
      if ((next & WMD_CHAR_MUST_BREAK) != 0)
        break;
      if (wmd_filler_is_compressed (self, i))
        width -= self->shapes[i].advance / 2;
    }
  if (best.end > first)
    return best;
  return emergency.end > first ? emergency : take_character (self, first);
}

/* --- hyphens --- */

/* The end of the word that begins with the shape @first: what follows on it up to the next break. */
static guint
find_word_end (const WmdFiller *self, guint first)
{
  guint end = first;

  while (end < self->n_shapes && (wmd_filler_get_flags (self, end) & WMD_CHAR_LETTER) != 0 &&
         (end == first || (wmd_filler_get_flags (self, end) & WMD_CHAR_BREAK) == 0))
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
static WmdExtent
divide_word (const WmdFiller *self, const WmdExtent *extent, double available)
{
  WmdSetter *setter = self->setter;
  guint first = extent->end;
  guint end = find_word_end (self, first);
  guint start_byte = self->shapes[first].cluster;
  guint end_byte = end < self->n_shapes ? self->shapes[end].cluster : setter->length;
  g_autofree gboolean *points = g_new (gboolean, end_byte - start_byte + 1);
  hb_codepoint_t glyph;
  double width = extent->width;
  WmdExtent divided = *extent;

  if (end == first || is_in_address (setter->source->text, start_byte, end_byte) ||
      !wmd_hyphenation_divide (setter->hyphenation, setter->source->language, setter->source->text + start_byte,
                               end_byte - start_byte, points))
    return *extent;
  for (guint i = extent->content_end; i < end; i++)
    {
      double hyphen = wmd_filler_get_hyphen_width (wmd_filler_find_run (self, i), &glyph);

      if (i > first && wmd_filler_starts_cluster (self, i) && points[self->shapes[i].cluster - start_byte] &&
          width + hyphen <= available + TOLERANCE)
        divided = (WmdExtent){ extent->first, i, i, width + hyphen, 0, extent->trim, hyphen };
      width += self->shapes[i].advance;
    }
  return divided;
}

static gboolean
is_too_loose (const WmdFiller *self, const WmdExtent *extent, double available)
{
  guint n_gaps = wmd_filler_count_stretchable (self, extent);
  double size = wmd_filler_find_run (self, extent->first)->size;

  return available - extent->width > MAX_ROOM * size * n_gaps;
}

/* Chinese and Arabic have no words to divide. */
static gboolean
divides_words (const WmdFiller *self)
{
  const WmdTextSource *source = self->setter->source;

  return self->setter->hyphenation != NULL && source->align == WMD_ALIGN_JUSTIFY &&
         source->type->family == WMD_FAMILY_TIMES && self->setter->levels == NULL;
}

void
wmd_setter_fill_lines (WmdSetter *self)
{
  const WmdTextSource *source = self->source;
  g_autoptr (GArray) pieces = g_array_new (FALSE, FALSE, sizeof (WmdPiece));
  WmdFiller filler = {
    .setter = self,
    .shapes = (const WmdShape *) (gpointer) self->shapes->data,
    .n_shapes = self->shapes->len,
    .flags = (const guint16 *) (gpointer) self->flags->data,
    .runs = (const WmdRun *) (gpointer) self->runs->data,
    .pieces = pieces,
  };
  guint first = 0;

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->fragments, 0);
  g_array_set_size (self->glyphs, 0);
  do
    {
      double available = source->width - wmd_filler_get_indent (source, self->lines->len == 0);
      WmdExtent extent = { 0 };

      if (filler.n_shapes > 0)
        extent = measure_line (&filler, first, available);
      if (extent.end < filler.n_shapes && divides_words (&filler) && is_too_loose (&filler, &extent, available) &&
          (wmd_filler_get_flags (&filler, extent.end) & WMD_CHAR_MUST_BREAK) == 0)
        extent = divide_word (&filler, &extent, available);
      wmd_filler_append_line (&filler, &extent);
      first = extent.end;
    }
  while (first < filler.n_shapes);
}
