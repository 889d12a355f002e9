/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the pages of the Office Open XML document have beside the text: headers and footers that are mirrored on even
 * pages, the foot of the first page, the word across the pages of a draft.
 */

#include "config.h"

#include "publish/docx-private.h"

/* The shape that Word makes for a watermark, and takes away again as one. */
static void
write_watermark (const WmdDocx *docx, GsfXMLOut *xml, const char *id)
{
  static const char *const formulas[] = {
    "sum #0 0 10800", "prod #0 2 1",    "sum 21600 0 @1", "sum 0 0 @2",     "sum 21600 0 @3",
    "if @0 @3 0",     "if @0 21600 @1", "if @0 0 @2",     "if @0 @4 21600", "mid @5 @6",
    "mid @8 @5",      "mid @7 @8",      "mid @6 @7",      "sum @6 0 @5",
  };
  g_autofree char *name = g_strconcat ("PowerPlusWaterMarkObject", id, NULL);

  if (!docx->options->page.draft)
    return;
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_start (xml, "w:pict", NULL);
  wmd_xml_start (xml, "v:shapetype", "id", "_x0000_t136", "coordsize", "21600,21600", "o:spt", "136", "adj", "10800",
                 "path", "m@7,l@8,m@5,21600l@6,21600e", NULL);
  wmd_xml_start (xml, "v:formulas", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (formulas); i++)
    wmd_xml_empty (xml, "v:f", "eqn", formulas[i], NULL);
  wmd_xml_end (xml);
  wmd_xml_empty (xml, "v:path", "textpathok", "t", "o:connecttype", "custom", NULL);
  wmd_xml_empty (xml, "v:textpath", "on", "t", "fitshape", "t", NULL);
  wmd_xml_end (xml);
  wmd_xml_start (
      xml, "v:shape", "id", name, "type", "#_x0000_t136", "style",
      "position:absolute;width:420pt;height:110pt;z-index:-251658752;mso-position-horizontal:center;"
      "mso-position-horizontal-relative:page;mso-position-vertical:center;mso-position-vertical-relative:page",
      "o:allowincell", "f", "fillcolor", "#e0e0e0", "stroked", "f", NULL);
  wmd_xml_empty (xml, "v:textpath", "style", "font-family:\"Times New Roman\";font-weight:bold", "string",
                 wmd_publication_get_masthead (docx->publication)->draft, NULL);
  for (guint i = 0; i < 3; i++)
    wmd_xml_end (xml);
}

static void
write_header (WmdDocx *docx, GsfXMLOut *xml, guint style, const char *id)
{
  const char *older = wmd_publication_get_masthead (docx->older)->symbol;
  const char *symbol = wmd_publication_get_masthead (docx->publication)->symbol;

  wmd_docx_start_document (xml, "w:hdr");
  wmd_docx_start_paragraph (xml, style);
  write_watermark (docx, xml, id);
  wmd_docx_write_line (docx, xml, older, symbol, NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_docx_write_header_odd (WmdDocx *docx, GsfXMLOut *xml)
{
  write_header (docx, xml, WMD_DOCUMENT_HEADER, "1");
}

void
wmd_docx_write_header_even (WmdDocx *docx, GsfXMLOut *xml)
{
  write_header (docx, xml, WMD_DOCUMENT_HEADER_LEFT, "2");
}

/* Empty: the first page begins with its masthead. */
void
wmd_docx_write_header_first (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_docx_start_document (xml, "w:hdr");
  wmd_xml_start (xml, "w:p", NULL);
  write_watermark (docx, xml, "3");
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_page_number (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_docx_write_field (docx, xml, " PAGE ", "2");
  wmd_docx_write_number (docx, xml, "/", WMD_DOCX_KEPT);
  wmd_docx_write_field (docx, xml, " NUMPAGES ", "2");
}

static void
write_job_number (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_docx_write_line (docx, xml, wmd_publication_get_masthead (docx->older)->job_number,
                       wmd_publication_get_masthead (docx->publication)->job_number, "RunningJobNumber");
}

/* The page number is at the outer edge, the job number at the inner one. Both are digits, and so is the line: from left
 * to right in Arabic editions too.
 */
static void
write_footer (WmdDocx *docx, GsfXMLOut *xml, gboolean even)
{
  gboolean page_first = even != wmd_language_is_rtl (docx->language);

  wmd_docx_start_document (xml, "w:ftr");
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_FOOTER);
  if (page_first)
    write_page_number (docx, xml);
  else
    write_job_number (docx, xml);
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_empty (xml, "w:tab", NULL);
  wmd_xml_end (xml);
  if (page_first)
    write_job_number (docx, xml);
  else
    write_page_number (docx, xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_docx_write_footer_odd (WmdDocx *docx, GsfXMLOut *xml)
{
  write_footer (docx, xml, FALSE);
}

void
wmd_docx_write_footer_even (WmdDocx *docx, GsfXMLOut *xml)
{
  write_footer (docx, xml, TRUE);
}

void
wmd_docx_write_footer_first (WmdDocx *docx, GsfXMLOut *xml)
{
  const WmdMasthead *older = wmd_publication_get_masthead (docx->older);
  const WmdMasthead *newer = wmd_publication_get_masthead (docx->publication);

  wmd_docx_start_document (xml, "w:ftr");
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_JOB_NUMBER);
  wmd_docx_write_figures (docx, xml);
  wmd_docx_write_line (docx, xml, older->job_line, newer->job_line, NULL);
  wmd_xml_end (xml);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_RECYCLE, older->recycle, newer->recycle);
  wmd_xml_end (xml);
}

/* --- sections --- */

static void
write_band (GsfXMLOut *xml, const char *element, const char *type, const char *id)
{
  wmd_xml_empty (xml, element, "w:type", type, "r:id", id, NULL);
}

/* Where the footer ends, from the bottom of the page. */
static double
get_foot (const WmdDocx *docx, gboolean first)
{
  const WmdType *running = wmd_type_get (WMD_TYPE_RUNNING, docx->language);
  const WmdType *small = wmd_type_get (WMD_TYPE_MASTHEAD, docx->language);
  double end = first ? docx->geometry->job_line - small->baseline + small->pitch + running->pitch
                     : docx->geometry->running_foot - running->baseline + running->pitch;

  return docx->geometry->height - end;
}

/* The first page is a section of its own, for it begins higher; should its text go on, its next page is as all others.
 */
void
wmd_docx_write_section (const WmdDocx *docx, GsfXMLOut *xml, gboolean first)
{
  const WmdGeometry *geometry = docx->geometry;
  const WmdType *running = wmd_type_get (WMD_TYPE_RUNNING, docx->language);
  double first_top = WMD_DOCUMENT_MASTHEAD_TOP - wmd_type_get (WMD_TYPE_JOB, docx->language)->pitch;

  wmd_xml_start (xml, "w:sectPr", NULL);
  write_band (xml, "w:headerReference", "default", "header1");
  write_band (xml, "w:headerReference", "even", "header2");
  write_band (xml, "w:footerReference", "default", "footer1");
  write_band (xml, "w:footerReference", "even", "footer2");
  if (first)
    {
      write_band (xml, "w:headerReference", "first", "header3");
      write_band (xml, "w:footerReference", "first", "footer3");
    }
  wmd_docx_value (xml, "w:type", "nextPage");
  wmd_xml_start (xml, "w:pgSz", NULL);
  wmd_docx_add_length (xml, "w:w", geometry->width);
  wmd_docx_add_length (xml, "w:h", geometry->height);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "w:pgMar", NULL);
  wmd_docx_add_length (xml, "w:top", first ? first_top : geometry->top);
  wmd_docx_add_length (xml, "w:right", geometry->margin);
  wmd_docx_add_length (xml, "w:bottom", geometry->height - (first ? geometry->first_bottom : geometry->bottom));
  wmd_docx_add_length (xml, "w:left", geometry->margin);
  wmd_docx_add_length (xml, "w:header", first ? first_top / 2. : geometry->running_head - running->baseline);
  wmd_docx_add_length (xml, "w:footer", get_foot (docx, first));
  wmd_docx_add_length (xml, "w:gutter", 0.);
  wmd_xml_end (xml);
  if (first)
    wmd_xml_empty (xml, "w:titlePg", NULL);
  if (wmd_language_is_rtl (docx->language))
    wmd_xml_empty (xml, "w:bidi", NULL);
  wmd_xml_end (xml);
}
