/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The painter of PDF pages. Words are shown in the order of the text, so a reader that takes them as they come reads
 * the text. Everything is a marked piece of the structure or an artifact.
 */
#include "config.h"

#include "publish/pdf-content-private.h"

#include "publish/pdf-glyphs.h"

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
get_position (const WmdPdfWriter *self)
{
  WmdLanguage language = wmd_publication_get_language (wmd_pages_get_publication (self->pages));
  gboolean label = self->place.kind == WMD_PLACE_LABEL || self->place.kind == WMD_PLACE_NOTE_MARK;

  return (wmd_language_is_rtl (language) ? WMD_PDF_RTL_PAGES : 0) | (label ? WMD_PDF_LABEL : 0);
}

/* --- fonts --- */

static void
collect_fragment (WmdPainter *painter, const WmdText *text, const WmdFragment *fragment, double x, double y, WmdInk ink)
{
  WmdPdfWriter *self = (WmdPdfWriter *) painter;

  wmd_pdf_glyphs_list (self->fonts, text, fragment, get_position (self), self->glyphs);
}

static void
collect_place (WmdPainter *painter, const WmdPlace *place)
{
  WmdPdfWriter *self = (WmdPdfWriter *) painter;

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
  WmdPdfWriter writer = {
    .painter = { collect_place, collect_fragment, collect_rule, collect_figure, collect_image },
    .fonts = fonts,
    .pages = pages,
    .glyphs = glyphs,
  };

  wmd_pages_paint (pages, page, &writer.painter);
}

/* --- the stream --- */

void
wmd_pdf_writer_append (WmdPdfWriter *self, const double *numbers, guint n_numbers, const char *operator)
{
  for (guint i = 0; i < n_numbers; i++)
    {
      wmd_pdf_append_number (self->stream, numbers[i]);
      g_string_append_c (self->stream, ' ');
    }
  g_string_append (self->stream, operator);
  g_string_append_c (self->stream, '\n');
}

void
wmd_pdf_writer_end_marked (WmdPdfWriter *self)
{
  wmd_pdf_writer_end_text (self);
  if (self->marked)
    g_string_append (self->stream, "EMC\n");
  self->marked = FALSE;
}

void
wmd_pdf_writer_begin_marked (WmdPdfWriter *self, const char *words)
{
  const char *type;
  guint piece;

  wmd_pdf_writer_end_marked (self);
  self->marked = TRUE;
  if (self->place.kind == WMD_PLACE_ARTIFACT)
    {
      g_string_append (self->stream, "/Artifact BMC\n");
      return;
    }
  piece = wmd_pdf_structure_mark (self->structure, &self->place, self->page, &type);
  g_string_append_printf (self->stream, "/%s <</MCID %u", words != NULL ? "Span" : type, piece);
  if (words != NULL)
    {
      g_string_append (self->stream, " /ActualText ");
      wmd_pdf_append_text (self->stream, words);
    }
  g_string_append (self->stream, ">> BDC\n");
}

void
wmd_pdf_writer_ensure_marked (WmdPdfWriter *self)
{
  if (!self->marked)
    wmd_pdf_writer_begin_marked (self, NULL);
}

static void
write_place (WmdPainter *painter, const WmdPlace *place)
{
  WmdPdfWriter *self = (WmdPdfWriter *) painter;

  wmd_pdf_writer_end_marked (self);
  self->place = *place;
}

static void
set_ink (WmdPdfWriter *self, WmdInk ink)
{
  static const double colors[][3] = {
    [WMD_INK_TEXT] = { 0, 0, 0 },
    [WMD_INK_LINK] = { 0, 0, 1 },
    [WMD_INK_DRAFT] = { 0.88, 0.88, 0.88 },
  };

  if (self->ink == ink)
    return;
  self->ink = ink;
  wmd_pdf_writer_append (self, colors[ink], 3, "sc");
}

/* --- the painter --- */

static void
write_fragment (WmdPainter *painter, const WmdText *text, const WmdFragment *fragment, double x, double y, WmdInk ink)
{
  WmdPdfWriter *self = (WmdPdfWriter *) painter;

  if (fragment->n_glyphs == 0)
    return;
  wmd_pdf_writer_add_link (self, fragment, x, y);
  wmd_pdf_glyphs_list (self->fonts, text, fragment, get_position (self), self->glyphs);
  wmd_pdf_writer_ensure_marked (self);
  set_ink (self, ink);
  wmd_pdf_writer_show (self, text, fragment, x, self->height - y);
}

static void
write_rule (WmdPainter *painter, double x, double y, double width, double height)
{
  WmdPdfWriter *self = (WmdPdfWriter *) painter;

  wmd_pdf_writer_ensure_marked (self);
  wmd_pdf_writer_end_text (self);
  set_ink (self, WMD_INK_TEXT);
  WMD_PDF_APPEND (self, "re f", x, self->height - y - height, width, height);
}

static void
write_figure (WmdPainter *painter, const WmdFigure *figure, double x, double y, double width, double height)
{
  WmdPdfWriter *self = (WmdPdfWriter *) painter;

  wmd_pdf_writer_ensure_marked (self);
  wmd_pdf_writer_end_text (self);
  set_ink (self, WMD_INK_TEXT);
  for (int i = 0; i < figure->path.num_data; i += figure->path.data[i].header.length)
    {
      const cairo_path_data_t *step = &figure->path.data[i];
      double left = x + step[1].point.x * width;
      double up = self->height - y - step[1].point.y * height;

      if (step->header.type == CAIRO_PATH_MOVE_TO)
        WMD_PDF_APPEND (self, "m", left, up);
      else if (step->header.type == CAIRO_PATH_LINE_TO)
        WMD_PDF_APPEND (self, "l", left, up);
    }
  g_string_append (self->stream, "f\n");
}

static void
write_image (WmdPainter *painter, const GdkPixbuf *image, double x, double y, double width, double height)
{
  WmdPdfWriter *self = (WmdPdfWriter *) painter;

  wmd_pdf_writer_ensure_marked (self);
  wmd_pdf_writer_end_text (self);
  g_string_append (self->stream, "q\n");
  WMD_PDF_APPEND (self, "cm", width, 0, 0, height, x, self->height - y - height);
  g_string_append (self->stream, "/" WMD_PDF_IMAGE " Do Q\n");
}

WmdPdfContent *
wmd_pdf_content_new (WmdPages *pages, guint page, WmdPdfFonts *fonts, WmdPdfStructure *structure)
{
  g_autoptr (GArray) glyphs = g_array_new (FALSE, TRUE, sizeof (WmdPdfGlyph));
  WmdPdfWriter writer = {
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
  writer.stream = writer.content->stream;
  g_string_append (writer.stream, "/" WMD_PDF_COLOR_SPACE " cs 0 0 0 sc\n");
  wmd_pages_paint (pages, page, &writer.painter);
  wmd_pdf_writer_end_marked (&writer);
  return writer.content;
}
