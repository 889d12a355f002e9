/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first page of the Office Open XML document down to the title: the masthead, which is a table, and the agenda
 * item. Each line is beside what it was; where nothing is compared, both mastheads are the same.
 */

#include "config.h"

#include "publish/docx-private.h"

#include <string.h>

static void
start_row (GsfXMLOut *xml, double height)
{
  wmd_xml_start (xml, "w:tr", NULL);
  wmd_xml_start (xml, "w:trPr", NULL);
  wmd_xml_start (xml, "w:trHeight", NULL);
  wmd_docx_add_length (xml, "w:val", height);
  gsf_xml_out_add_cstr (xml, "w:hRule", "exact");
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* A cell of the masthead with a rule below it; @foot: room between the rule and what stands on it, at the bottom. */
static void
start_masthead_cell (GsfXMLOut *xml, double width, const char *rule, double foot)
{
  wmd_xml_start (xml, "w:tc", NULL);
  wmd_xml_start (xml, "w:tcPr", NULL);
  wmd_docx_write_width (xml, "w:tcW", width);
  wmd_xml_start (xml, "w:tcBorders", NULL);
  wmd_docx_write_border (xml, "w:bottom", rule);
  wmd_xml_end (xml);
  if (foot > 0.)
    {
      wmd_xml_start (xml, "w:tcMar", NULL);
      wmd_docx_write_width (xml, "w:bottom", foot);
      wmd_xml_end (xml);
      wmd_docx_value (xml, "w:vAlign", "bottom");
    }
  wmd_xml_end (xml);
}

/* The letter of each organ is larger than the rest. (transfer full) */
static GArray *
dup_symbol (const char *symbol)
{
  GArray *text = wmd_docx_text_new ();

  for (const char *p = symbol; p != NULL && *p != '\0';)
    {
      gsize letter = wmd_document_get_organ_letter (symbol, p);
      gsize rest = letter;

      while (p[rest] != '\0' && wmd_document_get_organ_letter (symbol, p + rest) == 0)
        rest++;
      wmd_docx_text_add_part (text, p, letter, NULL);
      wmd_docx_text_add_part (text, p + letter, rest - letter, "SymbolNumber");
      p += rest;
    }
  return text;
}

static void
write_symbol (WmdDocx *docx, GsfXMLOut *xml, const WmdMasthead *older, const WmdMasthead *newer)
{
  g_autoptr (GArray) before = dup_symbol (older->symbol);
  g_autoptr (GArray) after = dup_symbol (newer->symbol);

  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_SYMBOL);
  wmd_docx_write_text (docx, xml, &docx->links, older == newer ? after : before, after);
  wmd_xml_end (xml);
}

/* A line that is not printed stays empty, for the others to keep their places. */
static void
write_distribution_line (WmdDocx *docx, GsfXMLOut *xml, guint style, const char *older, const char *newer)
{
  g_autofree char *before = older != NULL ? wmd_document_dup_breakable (older) : NULL;
  g_autofree char *after = newer != NULL ? wmd_document_dup_breakable (newer) : NULL;

  wmd_docx_start_paragraph (xml, style);
  wmd_docx_write_line (docx, xml, older == newer ? after : before, after, "DistributionText");
  wmd_xml_end (xml);
}

static void
write_masthead (WmdDocx *docx, GsfXMLOut *xml, const WmdMasthead *older, const WmdMasthead *newer)
{
  const double columns[] = { WMD_DOCUMENT_COLUMN,
                             wmd_docx_get_measure (docx) - WMD_DOCUMENT_BLOCK_WIDTH - WMD_DOCUMENT_COLUMN,
                             WMD_DOCUMENT_BLOCK_WIDTH };

  wmd_docx_start_table (docx, xml, columns, G_N_ELEMENTS (columns));
  start_row (xml, WMD_HEAD_RULE - WMD_DOCUMENT_MASTHEAD_TOP);
  start_masthead_cell (xml, columns[0], "4", WMD_DOCUMENT_NAME_FOOT);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_ORGANIZATION, NULL, NULL);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[1], "4", WMD_DOCUMENT_NAME_FOOT);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_ORGANIZATION, older->united_nations, newer->united_nations);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[2], "4", WMD_DOCUMENT_NAME_FOOT);
  write_symbol (docx, xml, older, newer);
  wmd_xml_end (xml);
  wmd_xml_end (xml);

  start_row (xml, WMD_MASTHEAD_RULE - WMD_HEAD_RULE);
  start_masthead_cell (xml, columns[0], "12", 0.);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_ORGAN, NULL, NULL);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[1], "12", 0.);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_ORGAN, older->organ, newer->organ);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[2], "12", 0.);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION, older->distribution, newer->distribution);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION_LINE, older->date, newer->date);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION_LINE, older->version, newer->version);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION_LINE, older->originals, newer->originals);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* The agenda line with its footnote where the asterisk is. (transfer full), NULL without one. */
static GArray *
dup_agenda_item (const WmdMasthead *masthead)
{
  const char *line = masthead->agenda_item;
  const char *mark = line != NULL && masthead->agenda_note != NULL ? strchr (line, '*') : NULL;
  GArray *text = line != NULL ? wmd_docx_text_new () : NULL;

  if (mark != NULL)
    {
      wmd_docx_text_add_part (text, line, mark - line, NULL);
      wmd_docx_text_add_note (text, masthead->agenda_note, "*");
      wmd_docx_text_add (text, mark + 1, NULL);
    }
  else if (line != NULL)
    wmd_docx_text_add (text, line, NULL);
  return text;
}

static void
write_agenda_item (WmdDocx *docx, GsfXMLOut *xml, const WmdMasthead *older, const WmdMasthead *newer)
{
  g_autofree char *style = wmd_docx_dup_style_id (wmd_document_style_get (WMD_DOCUMENT_AGENDA_ITEM)->name);
  g_autoptr (GArray) after = dup_agenda_item (newer);
  g_autoptr (GArray) before = older == newer && after != NULL ? g_array_ref (after) : dup_agenda_item (older);
  WmdDocxChange mark = WMD_DOCX_KEPT;

  if (before == NULL && after == NULL)
    return;
  if (before == NULL)
    mark = WMD_DOCX_INSERTED;
  else if (after == NULL)
    mark = WMD_DOCX_DELETED;
  wmd_xml_start (xml, "w:p", NULL);
  wmd_xml_start (xml, "w:pPr", NULL);
  wmd_docx_value (xml, "w:pStyle", style);
  wmd_docx_write_mark (docx, xml, mark);
  wmd_xml_end (xml);
  wmd_docx_write_text (docx, xml, &docx->links, before, after);
  wmd_xml_end (xml);
}

/* The emblem is anchored above the table: what is anchored in a cell counts from there in one program and from the page
 * in another. And a document that began with a table would get an empty line above it in LibreOffice.
 */
void
wmd_docx_write_first_page (WmdDocx *docx, GsfXMLOut *xml)
{
  const WmdMasthead *older = wmd_publication_get_masthead (docx->older);
  const WmdMasthead *newer = wmd_publication_get_masthead (docx->publication);

  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_EMBLEM);
  wmd_docx_write_emblem (docx, xml);
  wmd_xml_end (xml);
  write_masthead (docx, xml, older, newer);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_SESSION, older->session, newer->session);
  write_agenda_item (docx, xml, older, newer);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_AGENDA_TITLE, older->item_title, newer->item_title);
}
