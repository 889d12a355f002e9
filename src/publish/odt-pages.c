/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pages of the OpenDocument text: the first with its foot, the following with running lines that are mirrored on
 * left and right pages.
 */

#include "config.h"

#include "publish/odt-private.h"

/* Heights that put the running lines and the text where the style sheet has them, on every page and on the first. */
typedef struct
{
  const char *layout;
  double top;          /* from the edge of the paper to the header, or the text where there is none */
  double header;       /* height of the header; 0 for none */
  double header_space; /* between header and text */
  double footer_space; /* between text and footer */
  double footer;       /* height of the footer */
} PageLayout;

static void
write_band (GsfXMLOut *xml, const char *element, double height, const char *margin, double space, gboolean rule)
{
  wmd_xml_start (xml, element, NULL);
  if (height > 0.)
    {
      wmd_xml_start (xml, "style:header-footer-properties", NULL);
      wmd_xml_points (xml, "svg:height", height + space);
      wmd_xml_points (xml, margin, space);
      if (rule)
        {
          gsf_xml_out_add_cstr (xml, "fo:border-bottom", "0.24pt solid #000000");
          wmd_xml_points (xml, "fo:padding-bottom", 3.);
        }
      gsf_xml_out_add_cstr (xml, "style:dynamic-spacing", "false");
      wmd_xml_end (xml);
    }
  wmd_xml_end (xml);
}

static void
write_page_layout (const WmdOdt *odt, GsfXMLOut *xml, const PageLayout *layout)
{
  const WmdGeometry *geometry = odt->geometry;
  double text_bottom = g_str_equal (layout->layout, "First") ? geometry->first_bottom : geometry->bottom;

  wmd_xml_start (xml, "style:page-layout", "style:name", layout->layout, NULL);
  wmd_xml_start (xml, "style:page-layout-properties", "style:print-orientation", "portrait", "style:writing-mode",
                 wmd_odt_get_direction (odt->language), "style:num-format", "1", NULL);
  wmd_xml_points (xml, "fo:page-width", geometry->width);
  wmd_xml_points (xml, "fo:page-height", geometry->height);
  wmd_xml_points (xml, "fo:margin-left", geometry->margin);
  wmd_xml_points (xml, "fo:margin-right", geometry->margin);
  wmd_xml_points (xml, "fo:margin-top", layout->top);
  wmd_xml_points (xml, "fo:margin-bottom", geometry->height - text_bottom - layout->footer_space - layout->footer);
  wmd_xml_empty (xml, "style:footnote-sep", "style:width", "0.5pt", "style:rel-width", "15%", "style:line-style",
                 "solid", "style:adjustment", wmd_language_is_rtl (odt->language) ? "right" : "left", "style:color",
                 "#000000", "style:distance-before-sep", "6pt", "style:distance-after-sep", "4pt", NULL);
  wmd_xml_end (xml);
  write_band (xml, "style:header-style", layout->header, "fo:margin-bottom", layout->header_space, TRUE);
  write_band (xml, "style:footer-style", layout->footer, "fo:margin-top", layout->footer_space, FALSE);
  wmd_xml_end (xml);
}

static void
write_header (const WmdOdt *odt, GsfXMLOut *xml, const char *element, guint style)
{
  const char *symbol = wmd_publication_get_masthead (odt->publication)->symbol;

  wmd_xml_start (xml, element, NULL);
  wmd_odt_start_paragraph (xml, style);
  if (symbol != NULL)
    wmd_xml_text (xml, symbol, -1);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_page_number (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "text:page-number", "text:select-page", "current", NULL);
  wmd_xml_text (xml, "2", -1);
  wmd_xml_end (xml);
  wmd_xml_text (xml, "/", -1);
  wmd_xml_text_element (xml, "text:page-count", "2");
}

static void
write_job_number (const WmdOdt *odt, GsfXMLOut *xml)
{
  const char *number = wmd_publication_get_masthead (odt->publication)->job_number;

  wmd_xml_start (xml, "text:span", "text:style-name", "Running_20_Job_20_Number", NULL);
  if (number != NULL)
    wmd_xml_text (xml, number, -1);
  wmd_xml_end (xml);
}

/* The page number is at the outer edge, the job number at the inner one. Both are digits, and so is the line: from left
 * to right in Arabic editions too.
 */
static void
write_footer (const WmdOdt *odt, GsfXMLOut *xml, const char *element, gboolean left)
{
  gboolean page_first = left != wmd_language_is_rtl (odt->language);

  wmd_xml_start (xml, element, NULL);
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_FOOTER);
  wmd_odt_write_watermark (odt, xml);
  if (page_first)
    write_page_number (xml);
  else
    write_job_number (odt, xml);
  wmd_xml_empty (xml, "text:tab", NULL);
  if (page_first)
    write_job_number (odt, xml);
  else
    write_page_number (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_odt_write_master_pages (const WmdOdt *odt, GsfXMLOut *xml)
{
  const char *job_line = wmd_publication_get_masthead (odt->publication)->job_line;

  wmd_xml_start (xml, "office:master-styles", NULL);
  wmd_xml_start (xml, "style:master-page", "style:name", "First_20_Page", "style:display-name", "First Page",
                 "style:page-layout-name", "First", "style:next-style-name", "Standard", NULL);
  wmd_xml_start (xml, "style:footer", NULL);
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_JOB_NUMBER);
  wmd_odt_write_watermark (odt, xml);
  wmd_odt_write_figures (odt, xml);
  if (job_line != NULL)
    wmd_odt_write_text (odt, xml, job_line);
  wmd_xml_end (xml);
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_RECYCLE);
  wmd_odt_write_text (odt, xml, wmd_publication_get_masthead (odt->publication)->recycle);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "style:master-page", "style:name", "Standard", "style:page-layout-name", "Running", NULL);
  write_header (odt, xml, "style:header", WMD_DOCUMENT_HEADER);
  write_header (odt, xml, "style:header-left", WMD_DOCUMENT_HEADER_LEFT);
  write_footer (odt, xml, "style:footer", FALSE);
  write_footer (odt, xml, "style:footer-left", TRUE);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_odt_write_page_layouts (const WmdOdt *odt, GsfXMLOut *xml)
{
  const WmdGeometry *geometry = odt->geometry;
  const WmdType *running = wmd_type_get (WMD_TYPE_RUNNING, odt->language);
  const WmdType *small = wmd_type_get (WMD_TYPE_MASTHEAD, odt->language);
  double head_top = geometry->running_head - running->baseline;
  double foot_top = geometry->running_foot - running->baseline;
  double job_top = geometry->job_line - small->baseline;
  const PageLayout first = { "First", WMD_DOCUMENT_MASTHEAD_TOP,        0.,
                             0.,      job_top - geometry->first_bottom, small->pitch + running->pitch };
  const PageLayout following = {
    "Running",     head_top, WMD_HEAD_RULE - head_top, geometry->top - WMD_HEAD_RULE, foot_top - geometry->bottom,
    running->pitch
  };

  wmd_xml_start (xml, "office:automatic-styles", NULL);
  write_page_layout (odt, xml, &first);
  write_page_layout (odt, xml, &following);
  wmd_xml_end (xml);
}
