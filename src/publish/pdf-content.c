/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The painter of PDF pages. Glyphs are shown in the order of the text, right to left ones too, so a reader that takes
 * them as they come reads the text; each is put where the line has it, since a PDF file does not know how a line was
 * filled. Everything is a marked piece of the structure or an artifact.
 */
#include "config.h"

#include "publish/pdf-content.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define SOFT_HYPHEN "\302\255"

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

/* --- clusters --- */

/* Glyphs that show some bytes of the text together. */
typedef struct
{
  guint first, n_glyphs;
  const char *text;
  gsize n_bytes;
} Cluster;

static Cluster
get_cluster (const WmdText *text, const WmdFragment *fragment, guint first)
{
  guint end = fragment->first_glyph + fragment->n_glyphs;
  guint start = text->glyphs[first].cluster;
  guint next = first + 1;

  while (next < end && text->glyphs[next].cluster == start)
    next++;
  if (fragment->end == fragment->start) /* the hyphen of a divided word, which readers know to leave out */
    return (Cluster){ first, next - first, SOFT_HYPHEN, strlen (SOFT_HYPHEN) };
  return (Cluster){ first, next - first, text->text + start,
                    (next < end ? text->glyphs[next].cluster : fragment->end) - start };
}

static void
collect_fragment (WmdPainter *painter, const WmdText *text, const WmdFragment *fragment, double x, double y, WmdInk ink)
{
  Writer *self = (Writer *) painter;
  guint end = fragment->first_glyph + fragment->n_glyphs;
  gboolean exact;

  for (guint i = fragment->first_glyph; i < end;)
    {
      Cluster cluster = get_cluster (text, fragment, i);

      for (guint j = 0; j < cluster.n_glyphs; j++, i++)
        wmd_pdf_fonts_get_code (self->fonts, fragment->face, text->glyphs[i].id, cluster.text, cluster.n_bytes, &exact);
    }
}

static void
collect_place (WmdPainter *painter, const WmdPlace *place)
{
}

static void
collect_rule (WmdPainter *painter, double x, double y, double width, double height)
{
}

static void
collect_image (WmdPainter *painter, cairo_surface_t *image, double x, double y, double width, double height)
{
}

void
wmd_pdf_content_collect (WmdPages *pages, guint page, WmdPdfFonts *fonts)
{
  Writer writer = { .painter = { collect_place, collect_fragment, collect_rule, collect_image }, .fonts = fonts };

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

static void
write_place (WmdPainter *painter, const WmdPlace *place)
{
  Writer *self = (Writer *) painter;
  const char *type;
  guint piece;

  end_marked (self);
  self->place = *place;
  self->marked = TRUE;
  if (place->kind == WMD_PLACE_ARTIFACT)
    {
      g_string_append (get_stream (self), "/Artifact BMC\n");
      return;
    }
  piece = wmd_pdf_structure_mark (self->structure, place, self->page, &type);
  g_string_append_printf (get_stream (self), "/%s <</MCID %u>> BDC\n", type, piece);
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
begin_fragment (Writer *self, const WmdText *text, const WmdFragment *fragment, double x, double y)
{
  double spacing = find_spacing (text, fragment);

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
  if (self->spacing != spacing)
    APPEND (self, "Tc", spacing);
  self->spacing = spacing;
  APPEND (self, "Tm", fragment->stretch, 0, 0, 1, x, y);
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
show_glyph (Writer *self, Shower *shower, const WmdFragment *fragment, const WmdGlyph *glyph, guint16 code)
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
  append_code (get_stream (self), code);
  shower->pen += wmd_pdf_fonts_get_width (fragment->face, glyph->id) * unit + self->spacing * fragment->stretch;
}

static gboolean
is_exact (Writer *self, const WmdFragment *fragment, const WmdText *text, const Cluster *cluster)
{
  gboolean exact;

  if (cluster->n_glyphs > 1)
    return FALSE;
  wmd_pdf_fonts_get_code (self->fonts, fragment->face, text->glyphs[cluster->first].id, cluster->text, cluster->n_bytes,
                          &exact);
  return exact;
}

static void
show_cluster (Writer *self, Shower *shower, const WmdFragment *fragment, const WmdText *text, const Cluster *cluster)
{
  gboolean exact = is_exact (self, fragment, text, cluster);
  gboolean ignored;

  if (!exact)
    {
      g_autofree char *words = g_strndup (cluster->text, cluster->n_bytes);

      close_array (self, shower);
      g_string_append (get_stream (self), "/Span <</ActualText ");
      wmd_pdf_append_text (get_stream (self), words);
      g_string_append (get_stream (self), ">> BDC\n");
    }
  for (guint i = cluster->first; i < cluster->first + cluster->n_glyphs; i++)
    show_glyph (self, shower, fragment, &text->glyphs[i],
                wmd_pdf_fonts_get_code (self->fonts, fragment->face, text->glyphs[i].id, cluster->text,
                                        cluster->n_bytes, &ignored));
  if (!exact)
    {
      close_array (self, shower);
      g_string_append (get_stream (self), "EMC\n");
    }
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
  guint end = fragment->first_glyph + fragment->n_glyphs;
  Shower shower = { FALSE };

  if (fragment->n_glyphs == 0)
    return;
  if (leads_somewhere (self) && fragment->width > 0)
    add_link_box (self, fragment, x, y);
  shower.pen = text->glyphs[fragment->first_glyph].x;
  set_ink (self, ink);
  begin_fragment (self, text, fragment, x + shower.pen, self->height - y);
  for (guint i = fragment->first_glyph; i < end;)
    {
      Cluster cluster = get_cluster (text, fragment, i);

      show_cluster (self, &shower, fragment, text, &cluster);
      i += cluster.n_glyphs;
    }
  close_array (self, &shower);
}

static void
write_rule (WmdPainter *painter, double x, double y, double width, double height)
{
  Writer *self = (Writer *) painter;

  end_text (self);
  set_ink (self, WMD_INK_TEXT);
  APPEND (self, "re f", x, self->height - y - height, width, height);
}

static void
write_image (WmdPainter *painter, cairo_surface_t *image, double x, double y, double width, double height)
{
  Writer *self = (Writer *) painter;

  end_text (self);
  g_string_append (get_stream (self), "q\n");
  APPEND (self, "cm", width, 0, 0, height, x, self->height - y - height);
  g_string_append (get_stream (self), "/" WMD_PDF_IMAGE " Do Q\n");
}

WmdPdfContent *
wmd_pdf_content_new (WmdPages *pages, guint page, WmdPdfFonts *fonts, WmdPdfStructure *structure)
{
  Writer writer = {
    .painter = { write_place, write_fragment, write_rule, write_image },
    .pages = pages,
    .fonts = fonts,
    .structure = structure,
    .page = page,
  };

  g_return_val_if_fail (pages != NULL && fonts != NULL && structure != NULL, NULL);

  wmd_pages_get_size (pages, NULL, &writer.height);
  writer.content = content_new ();
  g_string_append (writer.content->stream, "/" WMD_PDF_COLOR_SPACE " cs 0 0 0 sc\n");
  wmd_pages_paint (pages, page, &writer.painter);
  end_marked (&writer);
  return writer.content;
}
