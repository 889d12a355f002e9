/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pictures of the Office Open XML document, each anchored in a place of its own on the first page: the emblem, and
 * at the foot bar code, recycling mark and QR code. Those are drawings, but no kind of drawing is shown by every reader
 * of such documents; so they are turned into pictures that are finer than any printer.
 */

#include "config.h"

#include "publish/docx-private.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "publish/figure-svg.h"

typedef struct
{
  const char *name;         /* as authors see it */
  const char *description;  /* for who does not see the picture */
  const char *relationship; /* to the member with the picture */
  guint number;             /* differs from that of any other picture of the document */
  WmdFigurePlace place;     /* on the page */
} Picture;

/* English Metric Units, of which a point has 12,700. */
static int
get_units (double points)
{
  return (int) (points * 12700. + 0.5);
}

static void
write_size (GsfXMLOut *xml, const char *element, const WmdFigurePlace *place)
{
  wmd_xml_start (xml, element, NULL);
  gsf_xml_out_add_int (xml, "cx", get_units (place->width));
  gsf_xml_out_add_int (xml, "cy", get_units (place->height));
  wmd_xml_end (xml);
}

static void
write_offset (GsfXMLOut *xml, const char *element, double points)
{
  g_autofree char *text = g_strdup_printf ("%d", get_units (points));

  wmd_xml_start (xml, element, "relativeFrom", "page", NULL);
  wmd_xml_text_element (xml, "wp:posOffset", text);
  wmd_xml_end (xml);
}

static void
write_graphic (GsfXMLOut *xml, const Picture *picture, const char *number)
{
  wmd_xml_start (xml, "a:graphic", NULL);
  wmd_xml_start (xml, "a:graphicData", "uri", "http://schemas.openxmlformats.org/drawingml/2006/picture", NULL);
  wmd_xml_start (xml, "pic:pic", NULL);
  wmd_xml_start (xml, "pic:nvPicPr", NULL);
  wmd_xml_empty (xml, "pic:cNvPr", "id", number, "name", picture->name, NULL);
  wmd_xml_empty (xml, "pic:cNvPicPr", NULL);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "pic:blipFill", NULL);
  wmd_xml_empty (xml, "a:blip", "r:embed", picture->relationship, NULL);
  wmd_xml_start (xml, "a:stretch", NULL);
  wmd_xml_empty (xml, "a:fillRect", NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "pic:spPr", NULL);
  wmd_xml_start (xml, "a:xfrm", NULL);
  wmd_xml_empty (xml, "a:off", "x", "0", "y", "0", NULL);
  write_size (xml, "a:ext", &picture->place);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "a:prstGeom", "prst", "rect", NULL);
  wmd_xml_empty (xml, "a:avLst", NULL);
  for (guint i = 0; i < 5; i++)
    wmd_xml_end (xml);
}

static void
write_picture (GsfXMLOut *xml, const Picture *picture)
{
  g_autofree char *number = g_strdup_printf ("%u", picture->number);

  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_start (xml, "w:drawing", NULL);
  wmd_xml_start (xml, "wp:anchor", "distT", "0", "distB", "0", "distL", "0", "distR", "0", "simplePos", "0",
                 "relativeHeight", number, "behindDoc", "0", "locked", "0", "layoutInCell", "0", "allowOverlap", "1",
                 NULL);
  wmd_xml_empty (xml, "wp:simplePos", "x", "0", "y", "0", NULL);
  write_offset (xml, "wp:positionH", picture->place.x);
  write_offset (xml, "wp:positionV", picture->place.y);
  write_size (xml, "wp:extent", &picture->place);
  wmd_xml_empty (xml, "wp:wrapNone", NULL);
  wmd_xml_empty (xml, "wp:docPr", "id", number, "name", picture->name, "descr", picture->description, NULL);
  write_graphic (xml, picture, number);
  for (guint i = 0; i < 3; i++)
    wmd_xml_end (xml);
}

/* --- the emblem --- */

void
wmd_docx_write_emblem (const WmdDocx *docx, GsfXMLOut *xml)
{
  double left =
      wmd_language_is_rtl (docx->language) ? docx->geometry->width - WMD_EMBLEM_X - WMD_EMBLEM_WIDTH : WMD_EMBLEM_X;

  double width, height;

  if (docx->emblem == NULL)
    return;
  wmd_emblem_get_size (docx->emblem, &width, &height);
  write_picture (xml, &(Picture){ .name = "Emblem",
                                  .description = wmd_publication_get_masthead (docx->publication)->united_nations,
                                  .relationship = "emblem",
                                  .number = WMD_N_FIGURES + 1,
                                  .place = { left + (WMD_EMBLEM_WIDTH - width) / 2.,
                                             WMD_EMBLEM_Y + (WMD_EMBLEM_HEIGHT - height) / 2., width, height } });
}

/* --- bar code, recycling mark and QR code --- */

static const struct
{
  const char *name, *relationship, *path;
} figures[WMD_N_FIGURES] = {
  [WMD_FIGURE_BAR_CODE] = { "Bar Code", "barCode", "media/bar-code.png" },
  [WMD_FIGURE_RECYCLING_MARK] = { "Recycling Mark", "recyclingMark", "media/recycling-mark.png" },
  [WMD_FIGURE_QR_CODE] = { "QR Code", "qrCode", "media/qr-code.png" },
};

const char *
wmd_docx_get_figure_relationship (WmdFigureId id)
{
  return figures[id].relationship;
}

const char *
wmd_docx_get_figure_path (WmdFigureId id)
{
  return figures[id].path;
}

void
wmd_docx_write_figures (const WmdDocx *docx, GsfXMLOut *xml)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (docx->publication);

  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    if (docx->figures[id] != NULL)
      write_picture (xml, &(Picture){ .name = figures[id].name,
                                      .description = wmd_figure_get_text (masthead, id),
                                      .relationship = figures[id].relationship,
                                      .number = id + 1,
                                      .place = wmd_geometry_place_figure (docx->geometry, id, docx->language) });
}

/* The narrowest bar is some pixels wide, so that none is seen to be wider than another by the one that it lacks. */
#define PIXELS_PER_POINT 20.

/* Of that many pixels, or NULL where GdkPixbuf has nothing that draws SVG. (transfer full) */
static GdkPixbuf *
draw (const char *svg, int width, int height, GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_mime_type ("image/svg+xml", error);
  GdkPixbuf *picture;
  gboolean written;

  if (loader == NULL)
    return NULL;
  gdk_pixbuf_loader_set_size (loader, width, height);
  written = gdk_pixbuf_loader_write (loader, (const guchar *) svg, strlen (svg), error);
  if (!gdk_pixbuf_loader_close (loader, written ? error : NULL) || !written)
    return NULL;
  picture = gdk_pixbuf_loader_get_pixbuf (loader);
  return picture != NULL ? g_object_ref (picture) : NULL;
}

/* Through GdkPixbuf, which draws the emblem too, and not with Cairo, which would bring a dozen libraries to each start
 * of the tool.
 */
GBytes *
wmd_docx_draw_figure (const WmdDocx *docx, WmdFigureId id, GError **error)
{
  WmdFigurePlace place = wmd_geometry_place_figure (docx->geometry, id, docx->language);
  g_autofree char *svg = wmd_figure_dup_svg (docx->figures[id], &place);
  g_autoptr (GdkPixbuf) picture =
      draw (svg, (int) (place.width * PIXELS_PER_POINT), (int) (place.height * PIXELS_PER_POINT), error);
  char *data = NULL;
  gsize length;

  if (picture == NULL || !gdk_pixbuf_save_to_buffer (picture, &data, &length, "png", error, NULL))
    {
      g_prefix_error (error, _ ("The codes of the first page cannot be drawn; install librsvg2-common: "));
      return NULL;
    }
  return g_bytes_new_take (data, length);
}
