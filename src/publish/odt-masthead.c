/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first page of the OpenDocument text down to the title: the masthead, which is a table, and the agenda item. */

#include "config.h"

#include "publish/odt-private.h"

#include <string.h>

/* A line in the language of the distribution block. One that is not printed stays empty, for the others to keep their
 * places.
 */
static void
write_distribution_line (GsfXMLOut *xml, guint style, const char *text)
{
  g_autofree char *breakable = text != NULL ? wmd_document_dup_breakable (text) : NULL;

  wmd_odt_start_paragraph (xml, style);
  wmd_xml_start (xml, "text:span", "text:style-name", "Distribution_20_Text", NULL);
  if (breakable != NULL)
    wmd_xml_text (xml, breakable, -1);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* The letter of each organ is larger than the rest: A/78/132, A/80/434-S/2025/632. */
static void
write_symbol (GsfXMLOut *xml, const char *symbol)
{
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_SYMBOL);
  for (const char *p = symbol; p != NULL && *p != '\0';)
    {
      gsize letter = wmd_document_get_organ_letter (symbol, p);
      gsize rest = letter;

      while (p[rest] != '\0' && wmd_document_get_organ_letter (symbol, p + rest) == 0)
        rest++;
      wmd_xml_text (xml, p, letter);
      wmd_xml_start (xml, "text:span", "text:style-name", "Symbol_20_Number", NULL);
      wmd_xml_text (xml, p + letter, rest - letter);
      wmd_xml_end (xml);
      p += rest;
    }
  wmd_xml_end (xml);
}

static void
write_masthead_rows (const WmdOdt *odt, GsfXMLOut *xml, const WmdMasthead *masthead)
{
  wmd_xml_start (xml, "table:table-row", "table:style-name", "Masthead.1", NULL);
  wmd_odt_start_cell (xml, "Masthead.1.Cell");
  wmd_odt_write_line (odt, xml, WMD_DOCUMENT_ORGANIZATION, NULL);
  wmd_xml_end (xml);
  wmd_odt_start_cell (xml, "Masthead.1.Cell");
  wmd_odt_write_line (odt, xml, WMD_DOCUMENT_ORGANIZATION, masthead->united_nations);
  wmd_xml_end (xml);
  wmd_odt_start_cell (xml, "Masthead.1.Cell");
  write_symbol (xml, masthead->symbol);
  wmd_xml_end (xml);
  wmd_xml_end (xml);

  wmd_xml_start (xml, "table:table-row", "table:style-name", "Masthead.2", NULL);
  wmd_odt_start_cell (xml, "Masthead.2.Cell");
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_ORGAN);
  wmd_odt_write_emblem (odt, xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_odt_start_cell (xml, "Masthead.2.Cell");
  wmd_odt_write_line (odt, xml, WMD_DOCUMENT_ORGAN, masthead->organ);
  wmd_xml_end (xml);
  wmd_odt_start_cell (xml, "Masthead.2.Cell");
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION, masthead->distribution);
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->date);
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->version);
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->originals);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* The agenda line with its footnote where the asterisk is. */
static void
write_agenda_item (const WmdOdt *odt, GsfXMLOut *xml, const WmdMasthead *masthead)
{
  const char *mark = masthead->agenda_note != NULL ? strchr (masthead->agenda_item, '*') : NULL;

  if (masthead->agenda_item == NULL)
    return;
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_AGENDA_ITEM);
  if (mark == NULL)
    wmd_odt_write_text (odt, xml, masthead->agenda_item);
  else
    {
      g_autofree char *before = g_strndup (masthead->agenda_item, mark - masthead->agenda_item);

      wmd_odt_write_text (odt, xml, before);
      wmd_odt_write_note (odt, xml, masthead->agenda_note, odt->language, "agenda", "*");
      wmd_odt_write_text (odt, xml, mark + 1);
    }
  wmd_xml_end (xml);
}

void
wmd_odt_write_first_page (const WmdOdt *odt, GsfXMLOut *xml)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (odt->publication);

  wmd_xml_start (xml, "table:table", "table:name", "Masthead", "table:style-name", "Masthead", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Masthead.A", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Masthead.B", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Masthead.C", NULL);
  write_masthead_rows (odt, xml, masthead);
  wmd_xml_end (xml);
  wmd_odt_write_line (odt, xml, WMD_DOCUMENT_SESSION, masthead->session);
  write_agenda_item (odt, xml, masthead);
  wmd_odt_write_line (odt, xml, WMD_DOCUMENT_AGENDA_TITLE, masthead->item_title);
}
