/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the words of a page are shown: each glyph is put where the line has it, since a PDF file does not know how a line
 * was filled, with as few numbers as that takes.
 */

#include "config.h"

#include "publish/pdf-content-private.h"

#include <math.h>
#include <stdlib.h>

#include "publish/pdf-glyphs.h"

/* Misplacements smaller than this, in thousandths of the size, are left to the next glyph. */
#define TOLERANCE 2.

void
wmd_pdf_writer_end_text (WmdPdfWriter *self)
{
  if (self->in_text)
    g_string_append (self->stream, "ET\n");
  self->in_text = FALSE;
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return first < second ? -1 : first > second;
}

/* The extra room after each glyph that most glyphs of the fragment have, so that few need a number of their own. */
static double
find_spacing (const WmdText *text, const WmdFragment *fragment)
{
  double room[64];
  guint n = 0;
  double unit = fragment->size * fragment->stretch / 1000;

  for (guint i = fragment->first_glyph; i + 1 < fragment->first_glyph + fragment->n_glyphs && n < 64; i++)
    {
      double advance = text->glyphs[i + 1].x - text->glyphs[i].x;

      if (advance <= 0)
        return 0; /* right to left, or marks */
      room[n++] = advance - wmd_pdf_fonts_get_width (fragment->face, text->glyphs[i].id) * unit;
    }
  if (n < 3)
    return 0;
  qsort (room, n, sizeof room[0], compare_doubles);
  return round (room[n / 2] / fragment->stretch * 1000) / 1000;
}

static void
begin_text (WmdPdfWriter *self, const WmdFragment *fragment, double x, double y)
{
  wmd_pdf_writer_ensure_marked (self);
  if (!self->in_text)
    g_string_append (self->stream, "BT\n");
  self->in_text = TRUE;
  if (self->face != fragment->face || self->size != fragment->size)
    {
      g_string_append_printf (self->stream, "/F%u ", fragment->face->number);
      WMD_PDF_APPEND (self, "Tf", fragment->size);
      self->face = fragment->face;
      self->size = fragment->size;
    }
  WMD_PDF_APPEND (self, "Tm", fragment->stretch, 0, 0, 1, x, y);
}

static void
set_spacing (WmdPdfWriter *self, double spacing)
{
  if (self->spacing != spacing)
    WMD_PDF_APPEND (self, "Tc", spacing);
  self->spacing = spacing;
}

/* Showing strings with numbers between them: "[(ab) -20 (c)] TJ". */
typedef struct
{
  gboolean open;
  gboolean in_string;
  double pen; /* where the next glyph would be put, from the beginning of the column */
} Shower;

static void
close_string (WmdPdfWriter *self, Shower *shower)
{
  if (shower->in_string)
    g_string_append_c (self->stream, ')');
  shower->in_string = FALSE;
}

static void
close_array (WmdPdfWriter *self, Shower *shower)
{
  close_string (self, shower);
  if (shower->open)
    g_string_append (self->stream, "] TJ\n");
  shower->open = FALSE;
}

static void
append_code (GString *stream, guint16 code)
{
  const char bytes[2] = { (char) (code >> 8), (char) code };

  for (guint i = 0; i < 2; i++)
    {
      if (bytes[i] == '(' || bytes[i] == ')' || bytes[i] == '\\')
        g_string_append_c (stream, '\\');
      if (bytes[i] == '\r')
        g_string_append (stream, "\\r");
      else
        g_string_append_c (stream, bytes[i]);
    }
}

static void
show_glyph (WmdPdfWriter *self, Shower *shower, const WmdFragment *fragment, const WmdPdfGlyph *glyph)
{
  double unit = fragment->size * fragment->stretch / 1000;
  double adjustment = round ((shower->pen - glyph->x) / unit);

  if (glyph->y != self->rise)
    {
      close_array (self, shower);
      WMD_PDF_APPEND (self, "Ts", glyph->y);
      self->rise = glyph->y;
    }
  if (!shower->open)
    g_string_append_c (self->stream, '[');
  shower->open = TRUE;
  if (fabs (adjustment) > TOLERANCE)
    {
      close_string (self, shower);
      g_string_append_printf (self->stream, "%d", (int) adjustment);
      shower->pen -= adjustment * unit;
    }
  if (!shower->in_string)
    g_string_append_c (self->stream, '(');
  shower->in_string = TRUE;
  append_code (self->stream, glyph->code);
  shower->pen += glyph->width * unit + self->spacing * fragment->stretch;
}

/* Glyphs that do not say themselves what they show are a piece of their own. */
void
wmd_pdf_writer_show (WmdPdfWriter *self, const WmdText *text, const WmdFragment *fragment, double x, double y)
{
  Shower shower = { FALSE };
  guint left = 0; /* glyphs of the words at hand */
  gboolean placed = FALSE;

  set_spacing (self, find_spacing (text, fragment));
  for (guint i = 0; i < self->glyphs->len; i++)
    {
      const WmdPdfGlyph *glyph = &g_array_index (self->glyphs, WmdPdfGlyph, i);

      if (glyph->n_words > 0)
        {
          g_autofree char *words = g_strndup (glyph->words, glyph->n_bytes);

          close_array (self, &shower);
          wmd_pdf_writer_begin_marked (self, words);
          left = glyph->n_words;
          placed = FALSE;
        }
      if (!placed)
        {
          shower.pen = glyph->x;
          begin_text (self, fragment, x + glyph->x, y);
          placed = TRUE;
        }
      show_glyph (self, &shower, fragment, glyph);
      if (left > 0 && --left == 0)
        {
          close_array (self, &shower);
          wmd_pdf_writer_end_marked (self);
          placed = FALSE;
        }
    }
  close_array (self, &shower);
}
