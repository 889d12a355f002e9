/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands in frames: the emblem in its place, and the word that is written across the pages of a draft. */

#include "config.h"

#include "publish/odt-private.h"

char *
wmd_odt_dup_emblem_path (const WmdOdt *odt)
{
  return g_strconcat ("Pictures/emblem", odt->emblem->extension, NULL);
}

void
wmd_odt_write_frame_styles (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "style:style", "style:name", "Emblem", "style:family", "graphic", NULL);
  wmd_xml_empty (xml, "style:graphic-properties", "style:wrap", "run-through", "style:run-through", "foreground",
                 "style:vertical-pos", "from-top", "style:vertical-rel", "paragraph", "style:horizontal-pos",
                 "from-left", "style:horizontal-rel", "paragraph", "fo:border", "none", "fo:padding", "0pt", NULL);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "style:style", "style:name", "Watermark", "style:family", "graphic", NULL);
  wmd_xml_empty (xml, "style:graphic-properties", "style:wrap", "run-through", "style:run-through", "background",
                 "style:vertical-pos", "middle", "style:vertical-rel", "page", "style:horizontal-pos", "center",
                 "style:horizontal-rel", "page", "draw:fill", "none", "fo:border", "none", "fo:padding", "0pt", NULL);
  wmd_xml_end (xml);
}

/* In the middle of its place, which is mirrored in Arabic versions as the whole masthead is. */
void
wmd_odt_write_emblem (const WmdOdt *odt, GsfXMLOut *xml)
{
  double start = WMD_EMBLEM_X - odt->geometry->margin;
  double left = wmd_language_is_rtl (odt->language) ? WMD_DOCUMENT_COLUMN - start - WMD_EMBLEM_WIDTH : start;
  g_autofree char *path = NULL;

  if (odt->emblem == NULL)
    return;
  path = wmd_odt_dup_emblem_path (odt);
  wmd_xml_start (xml, "draw:frame", "draw:style-name", "Emblem", "draw:name", "Emblem", "text:anchor-type", "paragraph",
                 "draw:z-index", "1", NULL);
  wmd_xml_points (xml, "svg:x", left + (WMD_EMBLEM_WIDTH - odt->emblem->width) / 2.);
  wmd_xml_points (xml, "svg:y", WMD_EMBLEM_Y - WMD_HEAD_RULE + (WMD_EMBLEM_HEIGHT - odt->emblem->height) / 2.);
  wmd_xml_points (xml, "svg:width", odt->emblem->width);
  wmd_xml_points (xml, "svg:height", odt->emblem->height);
  wmd_xml_empty (xml, "draw:image", "xlink:href", path, "xlink:type", "simple", "xlink:show", "embed", "xlink:actuate",
                 "onLoad", NULL);
  wmd_xml_text_element (xml, "svg:title", wmd_publication_get_masthead (odt->publication)->united_nations);
  wmd_xml_end (xml);
}

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
