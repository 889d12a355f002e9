/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the tables of the Office Open XML document have in common: the masthead and the box of the summary. */

#include "config.h"

#include "publish/docx-private.h"

double
wmd_docx_get_measure (const WmdDocx *docx)
{
  return docx->geometry->width - 2. * docx->geometry->margin;
}

void
wmd_docx_write_width (GsfXMLOut *xml, const char *element, double width)
{
  wmd_xml_start (xml, element, NULL);
  wmd_docx_add_length (xml, "w:w", width);
  gsf_xml_out_add_cstr (xml, "w:type", "dxa");
  wmd_xml_end (xml);
}

/* Without room at the sides, so that text in it stands where text outside of it would. */
void
wmd_docx_start_table (const WmdDocx *docx, GsfXMLOut *xml, const double *columns, guint n_columns)
{
  wmd_xml_start (xml, "w:tbl", NULL);
  wmd_xml_start (xml, "w:tblPr", NULL);
  if (wmd_language_is_rtl (docx->language))
    wmd_xml_empty (xml, "w:bidiVisual", NULL);
  wmd_docx_write_width (xml, "w:tblW", wmd_docx_get_measure (docx));
  wmd_xml_empty (xml, "w:tblLayout", "w:type", "fixed", NULL);
  wmd_xml_start (xml, "w:tblCellMar", NULL);
  wmd_docx_write_width (xml, "w:left", 0.);
  wmd_docx_write_width (xml, "w:right", 0.);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "w:tblGrid", NULL);
  for (guint i = 0; i < n_columns; i++)
    {
      wmd_xml_start (xml, "w:gridCol", NULL);
      wmd_docx_add_length (xml, "w:w", columns[i]);
      wmd_xml_end (xml);
    }
  wmd_xml_end (xml);
}

void
wmd_docx_write_border (GsfXMLOut *xml, const char *side, const char *size)
{
  wmd_xml_empty (xml, side, "w:val", "single", "w:sz", size, "w:space", "0", "w:color", "000000", NULL);
}
