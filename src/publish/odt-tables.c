/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The tables of the OpenDocument text, the masthead and the box of the summary: they have no named styles in this
 * format.
 */

#include "config.h"

#include "publish/odt-private.h"

static void
write_cell_style (GsfXMLOut *xml, const char *name, double above, double below, const char *rule)
{
  wmd_xml_start (xml, "style:style", "style:name", name, "style:family", "table-cell", NULL);
  wmd_xml_start (xml, "style:table-cell-properties", "fo:padding-left", "0pt", "fo:padding-right", "0pt", "fo:border",
                 "none", "fo:border-bottom", rule, NULL);
  wmd_xml_points (xml, "fo:padding-top", above);
  wmd_xml_points (xml, "fo:padding-bottom", below);
  if (g_str_has_prefix (name, "Masthead.1"))
    gsf_xml_out_add_cstr (xml, "style:vertical-align", "bottom");
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_table_style (const WmdOdt *odt, GsfXMLOut *xml, const char *name, double width, const char *master_page)
{
  wmd_xml_start (xml, "style:style", "style:name", name, "style:family", "table", "style:master-page-name", master_page,
                 NULL);
  wmd_xml_start (xml, "style:table-properties", "table:align", "margins", "table:border-model", "collapsing",
                 "style:writing-mode", wmd_language_is_rtl (odt->language) ? "rl-tb" : "lr-tb",
                 "style:may-break-between-rows", "true", NULL);
  wmd_xml_points (xml, "style:width", width);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_size_style (GsfXMLOut *xml,
                  const char *name,
                  const char *family,
                  const char *properties,
                  const char *attribute,
                  double size)
{
  wmd_xml_start (xml, "style:style", "style:name", name, "style:family", family, NULL);
  wmd_xml_start (xml, properties, NULL);
  wmd_xml_points (xml, attribute, size);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_odt_write_table_styles (const WmdOdt *odt, GsfXMLOut *xml)
{
  double width = odt->geometry->width - 2. * odt->geometry->margin;

  wmd_xml_start (xml, "office:automatic-styles", NULL);
  write_table_style (odt, xml, "Masthead", width, "First_20_Page");
  write_size_style (xml, "Masthead.A", "table-column", "style:table-column-properties", "style:column-width",
                    WMD_DOCUMENT_COLUMN);
  write_size_style (xml, "Masthead.B", "table-column", "style:table-column-properties", "style:column-width",
                    width - WMD_DOCUMENT_BLOCK_WIDTH - WMD_DOCUMENT_COLUMN);
  write_size_style (xml, "Masthead.C", "table-column", "style:table-column-properties", "style:column-width",
                    WMD_DOCUMENT_BLOCK_WIDTH);
  write_size_style (xml, "Masthead.1", "table-row", "style:table-row-properties", "style:row-height",
                    WMD_HEAD_RULE - WMD_DOCUMENT_MASTHEAD_TOP);
  write_size_style (xml, "Masthead.2", "table-row", "style:table-row-properties", "style:min-row-height",
                    WMD_MASTHEAD_RULE - WMD_HEAD_RULE - WMD_HEAD_RULE_THICK - WMD_MASTHEAD_RULE_THICK);
  write_cell_style (xml, "Masthead.1.Cell", 0., WMD_DOCUMENT_NAME_FOOT, "0.48pt solid #000000");
  write_cell_style (xml, "Masthead.2.Cell", 0., 0., "1.44pt solid #000000");

  write_table_style (odt, xml, "Summary_20_Box", width, NULL);
  write_size_style (xml, "Summary_20_Box.A", "table-column", "style:table-column-properties", "style:column-width",
                    width);
  wmd_xml_start (xml, "style:style", "style:name", "Summary_20_Box.Cell", "style:family", "table-cell", NULL);
  wmd_xml_start (xml, "style:table-cell-properties", "fo:border", "0.48pt solid #000000", "fo:padding-left", "0pt",
                 "fo:padding-right", "0pt", NULL);
  wmd_xml_points (xml, "fo:padding-top", WMD_SUMMARY_PADDING);
  wmd_xml_points (xml, "fo:padding-bottom", WMD_SUMMARY_PADDING_END);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_odt_start_cell (GsfXMLOut *xml, const char *style)
{
  wmd_xml_start (xml, "table:table-cell", "table:style-name", style, "office:value-type", "string", NULL);
}
