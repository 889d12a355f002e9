/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The painter of PDF pages. Words are shown in the order of the text, so a reader that takes them as they come reads
 * the text; each glyph is put where the line has it, since a PDF file does not know how a line was filled. Everything
 * is a marked piece of the structure or an artifact.
 */
#include "config.h"

#include "publish/pdf-content.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "publish/pdf-glyphs.h"

/* Misplacements smaller than this, in thousandths of the size, are left to the next glyph. */
#define TOLERANCE 2.

typedef struct
{
  WmdPainter painter;
  WmdPages *pages;
  WmdPdfFonts *fonts;
  WmdPdfStructure *structure;
  WmdPdfContent *content;
  guint page;
  double height;
  GArray *glyphs; /* (element-type WmdPdfGlyph) of the fragment at hand */

  /* The state of the content stream. */
  WmdPlace place;
  gboolean marked;  /* inside marked content */
  gboolean in_text; /* inside a text object */
  const WmdFace *face;
  double size, spacing, rise;
  WmdInk ink;
} Writer;

static WmdPdfContent *
content_new (void)
{
  WmdPdfContent *self = g_new0 (WmdPdfContent, 1);

  self->stream = g_string_new (NULL);
  self->links = g_ptr_array_new ();
  return self;
}

void
wmd_pdf_content_free (WmdPdfContent *self)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      WmdPdfLink *link = self->links->pdata[i];

      g_array_unref (link->boxes);
      g_free (link);
    }
  g_ptr_array_unref (self->links);
  g_string_free (self->stream, TRUE);
  g_free (self);
}

static WmdPdfPosition
get_position (const Writer *self)
{
  WmdLanguage language = wmd_publication_get_language (wmd_pages_get_publication (self->pages));
  gboolean label = self->place.kind == WMD_PLACE_LABEL || self->place.kind == WMD_PLACE_NOTE_MARK;

  return (wmd_language_is_rtl (language) ? WMD_PDF_RTL_PAGES : 0) | (label ? WMD_PDF_LABEL : 0);
}

/* --- fonts --- */

static void
collect_fragment (WmdPainter *painter, const WmdText *text, const WmdFragment *fragment, double x, double y, WmdInk ink)
{
  Writer *self = (Writer *) painter;

  wmd_pdf_glyphs_list (self->fonts, text, fragment, get_position (self), self->glyphs);
}

static void
collect_place (WmdPainter *painter, const WmdPlace *place)
{
  Writer *self = (Writer *) painter;

  self->place = *place;
}

static void
collect_rule (WmdPainter *painter, double x, double y, double width, double height)
{
}

static void
collect_figure (WmdPainter *painter, const WmdFigure *figure, double x, double y, double width, double height)
{
}

static void
collect_image (WmdPainter *painter, const GdkPixbuf *image, double x, double y, double width, double height)
{
}

void
wmd_pdf_content_collect (WmdPages *pages, guint page, WmdPdfFonts *fonts)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (WmdPdfGlyph));
  Writer writer = {
    .painter = { collect_place, collect_fragment, collect_rule, collect_figure, collect_image },
    .fonts = fonts,
    .pages = pages,
    .glyphs = glyphs,
  };

  wmd_pages_paint (pages, page, &writer.painter);
}

/* --- the stream --- */

static GString *
get_stream (Writer *self)
{
  return self->content->stream;
}

static void
append_numbers (Writer *self, const double *numbers, guint n_numbers, const char *operator)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      wmd_pdf_append_number (get_stream (self), numbers[i]);
      g_string_append_c (get_stream (self), ' ');
    }
  g_string_append (get_stream (self), operator);
  g_string_append_c (get_stream (self), '\n');
}

#define APPEND(self, operator, ...)                                                                                    \
  append_numbers (self, (const double[]){ __VA_ARGS__ },                                                               \
                  sizeof ((const double[]){ __VA_ARGS__ }) / sizeof (double), operator)

static void
end_text (Writer *self)
{
  if (self->in_text)
    g_string_append (get_stream (self), "ET\n");
  self->in_text = FALSE;
}

static void
end_marked (Writer *self)
{
  end_text (self);
  if (self->marked)
    g_string_append (get_stream (self), "EMC\n");
  self->marked = FALSE;
}

/* Begins a piece of the place at hand. @words (nullable): what it says. */
static void
begin_marked (Writer *self, const char *words)
{
  const char *type;
  guint piece;

  end_marked (self);
  self->marked = TRUE;
  if (self->place.kind == WMD_PLACE_ARTIFACT)
    {
      g_string_append (get_stream (self), "/Artifact BMC\n");
      return;
    }
  piece = wmd_pdf_structure_mark (self->structure, &self->place, self->page, &type);
  g_string_append_printf (get_stream (self), "/%s <</MCID %u", words != NULL ? "Span" : type, piece);
  if (words != NULL)
    {
      g_string_append (get_stream (self), " /ActualText ");
      wmd_pdf_append_text (get_stream (self), words);
    }
  g_string_append (get_stream (self), ">> BDC\n");
}

static void
ensure_marked (Writer *self)
{
  if (!self->marked)
    begin_marked (self, NULL);
}

static void
write_place (WmdPainter *painter, const WmdPlace *place)
{
  Writer *self = (Writer *) painter;

  end_marked (self);
  self->place = *place;
}

static void
set_ink (Writer *self, WmdInk ink)
{
  static const double colors[][3] = {
    [WMD_INK_TEXT] = { 0, 0, 0 },
    [WMD_INK_LINK] = { 0, 0, 1 },
    [WMD_INK_DRAFT] = { 0.88, 0.88, 0.88 },
  };

  if (self->ink == ink)
    return;
  self->ink = ink;
  append_numbers (self, colors[ink], 3, "sc");
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
begin_text (Writer *self, const WmdFragment *fragment, double x, double y)
{
  ensure_marked (self);
  if (!self->in_text)
    g_string_append (get_stream (self), "BT\n");
  self->in_text = TRUE;
  if (self->face != fragment->face || self->size != fragment->size)
    {
      g_string_append_printf (get_stream (self), "/F%u ", fragment->face->number);
      APPEND (self, "Tf", fragment->size);
      self->face = fragment->face;
      self->size = fragment->size;
    }
  APPEND (self, "Tm", fragment->stretch, 0, 0, 1, x, y);
}

static void
set_spacing (Writer *self, double spacing)
{
  if (self->spacing != spacing)
    APPEND (self, "Tc", spacing);
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
close_string (Writer *self, Shower *shower)
{
  if (shower->in_string)
    g_string_append_c (get_stream (self), ')');
  shower->in_string = FALSE;
}

static void
close_array (Writer *self, Shower *shower)
{
  close_string (self, shower);
  if (shower->open)
    g_string_append (get_stream (self), "] TJ\n");
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
show_glyph (Writer *self, Shower *shower, const WmdFragment *fragment, const WmdPdfGlyph *glyph)
{
  double unit = fragment->size * fragment->stretch / 1000;
  double adjustment = round ((shower->pen - glyph->x) / unit);

  if (glyph->y != self->rise)
    {
      close_array (self, shower);
      APPEND (self, "Ts", glyph->y);
      self->rise = glyph->y;
    }
  if (!shower->open)
    g_string_append_c (get_stream (self), '[');
  shower->open = TRUE;
  if (fabs (adjustment) > TOLERANCE)
    {
      close_string (self, shower);
      g_string_append_printf (get_stream (self), "%d", (int) adjustment);
      shower->pen -= adjustment * unit;
    }
  if (!shower->in_string)
    g_string_append_c (get_stream (self), '(');
  shower->in_string = TRUE;
  append_code (get_stream (self), glyph->code);
  shower->pen += glyph->width * unit + self->spacing * fragment->stretch;
}

/* Glyphs that do not say themselves what they show are a piece of their own. */
static void
show_glyphs (Writer *self, const WmdFragment *fragment, double x, double y)
{
  Shower shower = { FALSE };
  guint left = 0; /* glyphs of the words at hand */
  gboolean placed = FALSE;

  for (guint i = 0; i < self->glyphs->len; i++)
    {
      const WmdPdfGlyph *glyph = &g_array_index (self->glyphs, WmdPdfGlyph, i);

      if (glyph->n_words > 0)
        {
          g_autofree char *words = g_strndup (glyph->words, glyph->n_bytes);

          close_array (self, &shower);
          begin_marked (self, words);
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
          end_marked (self);
          placed = FALSE;
        }
    }
  close_array (self, &shower);
}

/* --- links --- */

/* Words with an address, and all of a line of the contents. */
static gboolean
leads_somewhere (const Writer *self)
{
  switch (self->place.kind)
    {
    case WMD_PLACE_NUMBER:
      return TRUE;
    case WMD_PLACE_BODY:
      return self->place.link >= 0 || wmd_pages_get_box (self->pages, self->place.box)->style->leader;
    case WMD_PLACE_NOTE_BODY:
      return self->place.link >= 0;
    case WMD_PLACE_ARTIFACT:
    case WMD_PLACE_MASTHEAD:
    case WMD_PLACE_LABEL:
    case WMD_PLACE_CALL:
    case WMD_PLACE_NOTE_MARK:
    default:
      return FALSE;
    }
}

static gboolean
is_same_link (const WmdPlace *a, const WmdPlace *b)
{
  gboolean a_note = a->kind == WMD_PLACE_NOTE_BODY;
  gboolean b_note = b->kind == WMD_PLACE_NOTE_BODY;

  return a->box == b->box && a->link == b->link && a_note == b_note && (!a_note || a->note == b->note);
}

/* Notes where a link is seen: one rectangle for each line. */
static void
add_link_box (Writer *self, const WmdFragment *fragment, double x, double y)
{
  WmdPdfRectangle box = {
    x + fragment->x,
    self->height - y - 0.25 * fragment->size,
    x + fragment->x + fragment->width,
    self->height - y + 0.8 * fragment->size,
  };
  GPtrArray *links = self->content->links;
  WmdPdfLink *link = links->len > 0 ? links->pdata[links->len - 1] : NULL;
  WmdPdfRectangle *last;

  if (link == NULL || !is_same_link (&link->place, &self->place))
    {
      link = g_new0 (WmdPdfLink, 1);
      link->place = self->place;
      link->boxes = g_array_new (FALSE, FALSE, sizeof (WmdPdfRectangle));
      g_ptr_array_add (links, link);
    }
  last = link->boxes->len > 0 ? &g_array_index (link->boxes, WmdPdfRectangle, link->boxes->len - 1) : NULL;
  if (last != NULL && fabs (last->y0 - box.y0) < fragment->size / 2)
    *last = (WmdPdfRectangle){ MIN (last->x0, box.x0), MIN (last->y0, box.y0), MAX (last->x1, box.x1),
                               MAX (last->y1, box.y1) };
  else
    g_array_append_val (link->boxes, box);
}

/* --- the painter --- */

static void
write_fragment (WmdPainter *painter, const WmdText *text, const WmdFragment *fragment, double x, double y, WmdInk ink)
{
  Writer *self = (Writer *) painter;

  if (fragment->n_glyphs == 0)
    return;
  if (leads_somewhere (self) && fragment->width > 0)
    add_link_box (self, fragment, x, y);
  wmd_pdf_glyphs_list (self->fonts, text, fragment, get_position (self), self->glyphs);
  ensure_marked (self);
  set_ink (self, ink);
  set_spacing (self, find_spacing (text, fragment));
  show_glyphs (self, fragment, x, self->height - y);
}

static void
write_rule (WmdPainter *painter, double x, double y, double width, double height)
{
  Writer *self = (Writer *) painter;

  ensure_marked (self);
  end_text (self);
  set_ink (self, WMD_INK_TEXT);
  APPEND (self, "re f", x, self->height - y - height, width, height);
}

static void
write_figure (WmdPainter *painter, const WmdFigure *figure, double x, double y, double width, double height)
{
  Writer *self = (Writer *) painter;

  ensure_marked (self);
  end_text (self);
  set_ink (self, WMD_INK_TEXT);
  for (int i = 0; i < figure->path.num_data; i += figure->path.data[i].header.length)
    {
      const cairo_path_data_t *step = &figure->path.data[i];
      double left = x + step[1].point.x * width;
      double up = self->height - y - step[1].point.y * height;

      if (step->header.type == CAIRO_PATH_MOVE_TO)
        APPEND (self, "m", left, up);
      else if (step->header.type == CAIRO_PATH_LINE_TO)
        APPEND (self, "l", left, up);
    }
  g_string_append (get_stream (self), "f\n");
}

static void
write_image (WmdPainter *painter, const GdkPixbuf *image, double x, double y, double width, double height)
{
  Writer *self = (Writer *) painter;

  ensure_marked (self);
  end_text (self);
  g_string_append (get_stream (self), "q\n");
  APPEND (self, "cm", width, 0, 0, height, x, self->height - y - height);
  g_string_append (get_stream (self), "/" WMD_PDF_IMAGE " Do Q\n");
}

WmdPdfContent *
wmd_pdf_content_new (WmdPages *pages, guint page, WmdPdfFonts *fonts, WmdPdfStructure *structure)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (WmdPdfGlyph));
  Writer writer = {
    .painter = { write_place, write_fragment, write_rule, write_figure, write_image },
    .pages = pages,
    .fonts = fonts,
    .structure = structure,
    .page = page,
    .glyphs = glyphs,
  };

  g_return_val_if_fail (pages != NULL && fonts != NULL && structure != NULL, NULL);

  wmd_pages_get_size (pages, NULL, &writer.height);
  writer.content = content_new ();
  g_string_append (writer.content->stream, "/" WMD_PDF_COLOR_SPACE " cs 0 0 0 sc\n");
  wmd_pages_paint (pages, page, &writer.painter);
  end_marked (&writer);
  return writer.content;
}
