/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The painter of preview and print: pages on a Cairo context. Nothing else uses Cairo, so that the tool, which does
 * not paint, starts without it and the libraries of X11 that it brings.
 */
#include "config.h"

#include <cairo-ft.h>
#include <fontconfig/fontconfig.h>

#include "typeset/painter.h"

typedef struct
{
  WmdPainter painter;
  WmdFonts *fonts;
  cairo_t *cr;
} Drawer;

static gpointer
make_font_face (const WmdFace *face)
{
  /* A pattern that names its file is resolved: Cairo opens it without asking fontconfig. */
  FcPattern *pattern = FcPatternCreate ();
  cairo_font_face_t *font_face;

  FcPatternAddString (pattern, FC_FILE, (const FcChar8 *) face->path);
  FcPatternAddInteger (pattern, FC_INDEX, (int) face->index);
  FcPatternAddBool (pattern, FC_HINTING, FcFalse);
  font_face = cairo_ft_font_face_create_for_pattern (pattern);
  FcPatternDestroy (pattern);
  return font_face;
}

static cairo_font_face_t *
get_font_face (WmdFonts *fonts, const WmdFace *face)
{
  return wmd_fonts_get_painted (fonts, face, make_font_face, (GDestroyNotify) cairo_font_face_destroy);
}

static void
drawer_set_place (WmdPainter *painter, const WmdPlace *place)
{
}

static void
set_ink (cairo_t *cr, WmdInk ink)
{
  switch (ink)
    {
    case WMD_INK_LINK:
      cairo_set_source_rgb (cr, 0, 0, 1);
      break;
    case WMD_INK_DRAFT:
      cairo_set_source_rgb (cr, 0.88, 0.88, 0.88);
      break;
    case WMD_INK_TEXT:
    default:
      cairo_set_source_rgb (cr, 0, 0, 0);
      break;
    }
}

static void
drawer_draw_fragment (WmdPainter *painter,
                      const WmdText *text,
                      const WmdFragment *fragment,
                      double x,
                      double y,
                      WmdInk ink)
{
  Drawer *self = (Drawer *) painter;
  cairo_glyph_t *glyphs = cairo_glyph_allocate ((int) fragment->n_glyphs);
  cairo_matrix_t matrix;

  for (guint i = 0; i < fragment->n_glyphs; i++)
    {
      const WmdGlyph *glyph = &text->glyphs[fragment->first_glyph + i];

      glyphs[i] = (cairo_glyph_t){ glyph->id, x + glyph->x, y - glyph->y };
    }
  cairo_set_font_face (self->cr, get_font_face (self->fonts, fragment->face));
  cairo_matrix_init_scale (&matrix, fragment->size * fragment->stretch, fragment->size);
  cairo_set_font_matrix (self->cr, &matrix);
  set_ink (self->cr, ink);
  cairo_show_glyphs (self->cr, glyphs, (int) fragment->n_glyphs);
  cairo_glyph_free (glyphs);
}

static void
drawer_draw_rule (WmdPainter *painter, double x, double y, double width, double height)
{
  Drawer *self = (Drawer *) painter;

  set_ink (self->cr, WMD_INK_TEXT);
  cairo_rectangle (self->cr, x, y, width, height);
  cairo_fill (self->cr);
}

static void
drawer_draw_figure (WmdPainter *painter, const WmdFigure *figure, double x, double y, double width, double height)
{
  Drawer *self = (Drawer *) painter;

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, width, height);
  cairo_new_path (self->cr);
  cairo_append_path (self->cr, &figure->path);
  cairo_restore (self->cr);
  set_ink (self->cr, WMD_INK_TEXT);
  cairo_fill (self->cr);
}

/* @image as Cairo has it. (transfer full) */
static cairo_surface_t *
make_surface (const GdkPixbuf *image)
{
  int width = gdk_pixbuf_get_width (image), height = gdk_pixbuf_get_height (image);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  guint8 *pixels = cairo_image_surface_get_data (surface);

  for (int y = 0; y < height; y++)
    {
      const guint8 *from = gdk_pixbuf_read_pixels (image) + (gsize) y * gdk_pixbuf_get_rowstride (image);
      guint32 *to = (guint32 *) (gpointer) (pixels + (gsize) y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, from += 3)
        to[x] = (guint32) from[0] << 16 | (guint32) from[1] << 8 | from[2];
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

static void
drawer_draw_image (WmdPainter *painter, const GdkPixbuf *image, double x, double y, double width, double height)
{
  Drawer *self = (Drawer *) painter;
  cairo_surface_t *surface = make_surface (image);

  cairo_save (self->cr);
  cairo_translate (self->cr, x, y);
  cairo_scale (self->cr, width / gdk_pixbuf_get_width (image), height / gdk_pixbuf_get_height (image));
  cairo_set_source_surface (self->cr, surface, 0, 0);
  cairo_paint (self->cr);
  cairo_restore (self->cr);
  cairo_surface_destroy (surface);
}

void
wmd_pages_draw (WmdPages *self, guint page, cairo_t *cr)
{
  Drawer drawer = {
    .painter = { drawer_set_place, drawer_draw_fragment, drawer_draw_rule, drawer_draw_figure, drawer_draw_image },
    .fonts = wmd_pages_get_fonts (self),
    .cr = cr,
  };
  cairo_font_options_t *options;

  g_return_if_fail (self != NULL && cr != NULL);

  cairo_save (cr);
  /* Lines were filled with the widths of the font design, so glyphs must not be moved to whole pixels. */
  options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_set_font_options (cr, options);
  cairo_font_options_destroy (options);
  wmd_pages_paint (self, page, &drawer.painter);
  cairo_restore (cr);
}
