/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands in places of its own: the emblem, the codes at the foot of the first page, and the word that is written
 * across the pages of a draft.
 */

#include "config.h"

#include "publish/odt-private.h"

char *
wmd_odt_dup_emblem_path (const WmdOdt *odt)
{
  return g_strconcat ("Pictures/emblem", wmd_emblem_get_extension (odt->emblem), NULL);
}

void
wmd_odt_write_frame_styles (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "style:style", "style:name", "Emblem", "style:family", "graphic", NULL);
  wmd_xml_empty (xml, "style:graphic-properties", "style:wrap", "run-through", "style:run-through", "foreground",
                 "style:vertical-pos", "from-top", "style:vertical-rel", "paragraph", "style:horizontal-pos",
                 "from-left", "style:horizontal-rel", "paragraph", "fo:border", "none", "fo:padding", "0pt", NULL);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "style:style", "style:name", "Code", "style:family", "graphic", NULL);
  wmd_xml_empty (xml, "style:graphic-properties", "style:wrap", "run-through", "style:run-through", "foreground",
                 "style:vertical-pos", "from-top", "style:vertical-rel", "page", "style:horizontal-pos", "from-left",
                 "style:horizontal-rel", "page", "fo:border", "none", "fo:padding", "0pt", NULL);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "style:style", "style:name", "Watermark", "style:family", "graphic", NULL);
  wmd_xml_empty (xml, "style:graphic-properties", "style:wrap", "run-through", "style:run-through", "background",
                 "style:vertical-pos", "middle", "style:vertical-rel", "page", "style:horizontal-pos", "center",
                 "style:horizontal-rel", "page", "draw:fill", "none", "fo:border", "none", "fo:padding", "0pt", NULL);
  wmd_xml_end (xml);
}

/* In the middle of its place. In a text that runs from right to left LibreOffice counts from the right. */
void
wmd_odt_write_emblem (const WmdOdt *odt, GsfXMLOut *xml)
{
  double start = WMD_EMBLEM_X - odt->geometry->margin;
  g_autofree char *path = NULL;

  double width, height;

  if (odt->emblem == NULL)
    return;
  wmd_emblem_get_size (odt->emblem, &width, &height);
  path = wmd_odt_dup_emblem_path (odt);
  wmd_xml_start (xml, "draw:frame", "draw:style-name", "Emblem", "draw:name", "Emblem", "text:anchor-type", "paragraph",
                 "draw:z-index", "1", NULL);
  wmd_xml_points (xml, "svg:x", start + (WMD_EMBLEM_WIDTH - width) / 2.);
  wmd_xml_points (xml, "svg:y", WMD_EMBLEM_Y - WMD_HEAD_RULE + (WMD_EMBLEM_HEIGHT - height) / 2.);
  wmd_xml_points (xml, "svg:width", width);
  wmd_xml_points (xml, "svg:height", height);
  wmd_xml_empty (xml, "draw:image", "xlink:href", path, "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate",
                 "onLoad", NULL);
  wmd_xml_text_element (xml, "svg:title", wmd_publication_get_masthead (odt->publication)->united_nations);
  wmd_xml_end (xml);
}

/* --- bar code, QR code and recycling mark --- */

static const struct
{
  const char *name, *path;
} figures[WMD_N_FIGURES] = {
  [WMD_FIGURE_BAR_CODE] = { "Bar Code", "Pictures/bar-code.svg" },
  [WMD_FIGURE_RECYCLING_MARK] = { "Recycling Mark", "Pictures/recycling-mark.svg" },
  [WMD_FIGURE_QR_CODE] = { "QR Code", "Pictures/qr-code.svg" },
};

const char *
wmd_odt_get_figure_path (WmdFigureId id)
{
  return figures[id].path;
}

/* Anchored to a paragraph at the foot of the first page. */
void
wmd_odt_write_figures (const WmdOdt *odt, GsfXMLOut *xml)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (odt->publication);

  for (WmdFigureId id = 0; id < WMD_N_FIGURES; id++)
    {
      WmdFigurePlace place = wmd_geometry_place_figure (odt->geometry, id, odt->language);

      if (odt->figures[id] == NULL)
        continue;
      wmd_xml_start (xml, "draw:frame", "draw:style-name", "Code", "draw:name", figures[id].name, "text:anchor-type",
                     "paragraph", "draw:z-index", "1", NULL);
      wmd_xml_points (xml, "svg:x", place.x);
      wmd_xml_points (xml, "svg:y", place.y);
      wmd_xml_points (xml, "svg:width", place.width);
      wmd_xml_points (xml, "svg:height", place.height);
      wmd_xml_empty (xml, "draw:image", "xlink:href", figures[id].path, "xlink:type", "simple", "xlink:show", "embed",
                     "xlink:actuate", "onLoad", NULL);
      wmd_xml_text_element (xml, "svg:title", figures[id].name);
      wmd_xml_text_element (xml, "svg:desc", wmd_figure_get_text (masthead, id));
      wmd_xml_end (xml);
    }
}

/* --- the draft --- */

/* Anchored to a paragraph at the foot, which every page has. */
void
wmd_odt_write_watermark (const WmdOdt *odt, GsfXMLOut *xml)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (odt->publication);

  if (!odt->options->page.draft)
    return;
  wmd_xml_start (xml, "draw:frame", "draw:style-name", "Watermark", "text:anchor-type", "paragraph", "draw:z-index",
                 "0", NULL);
  wmd_xml_points (xml, "svg:width", odt->geometry->width);
  wmd_xml_start (xml, "draw:text-box", NULL);
  wmd_xml_points (xml, "fo:min-height", wmd_type_get (WMD_TYPE_DRAFT, odt->language)->pitch);
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_WATERMARK);
  wmd_odt_write_text (odt, xml, masthead->draft);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}
