/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The body of the Office Open XML document, of the same parts as the OpenDocument text: the masthead and the box of the
 * summary are tables, everything else is paragraphs in named styles, whose numbering is real where Word can make it.
 */

#include "config.h"

#include "publish/docx-private.h"

#include <string.h>

typedef struct
{
  WmdDocx *docx;
  GsfXMLOut *xml;
  gboolean in_summary;  /* in the cell of the box */
  gboolean in_contents; /* in the field of the contents */
} Writer;

void
wmd_docx_start_paragraph (GsfXMLOut *xml, guint style)
{
  g_autofree char *id = wmd_docx_dup_style_id (wmd_document_style_get (style)->name);

  wmd_xml_start (xml, "w:p", NULL);
  wmd_xml_start (xml, "w:pPr", NULL);
  wmd_docx_value (xml, "w:pStyle", id);
  wmd_xml_end (xml);
}

static void
write_line (const WmdDocx *docx, GsfXMLOut *xml, guint style, const char *text)
{
  wmd_docx_start_paragraph (xml, style);
  if (text != NULL)
    wmd_docx_write_run (docx, xml, text, NULL);
  wmd_xml_end (xml);
}

static void
write_tab (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_empty (xml, "w:tab", NULL);
  wmd_xml_end (xml);
}

/* --- tables --- */

static double
get_measure (const WmdDocx *docx)
{
  return docx->geometry->width - 2. * docx->geometry->margin;
}

static void
write_width (GsfXMLOut *xml, const char *element, double width)
{
  wmd_xml_start (xml, element, NULL);
  wmd_docx_add_length (xml, "w:w", width);
  gsf_xml_out_add_cstr (xml, "w:type", "dxa");
  wmd_xml_end (xml);
}

/* Without room at the sides, so that text in it stands where text outside of it would. */
static void
start_table (const WmdDocx *docx, GsfXMLOut *xml, const double *columns, guint n_columns)
{
  wmd_xml_start (xml, "w:tbl", NULL);
  wmd_xml_start (xml, "w:tblPr", NULL);
  if (wmd_language_is_rtl (docx->language))
    wmd_xml_empty (xml, "w:bidiVisual", NULL);
  write_width (xml, "w:tblW", get_measure (docx));
  wmd_xml_empty (xml, "w:tblLayout", "w:type", "fixed", NULL);
  wmd_xml_start (xml, "w:tblCellMar", NULL);
  write_width (xml, "w:left", 0.);
  write_width (xml, "w:right", 0.);
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

static void
write_border (GsfXMLOut *xml, const char *side, const char *size)
{
  wmd_xml_empty (xml, side, "w:val", "single", "w:sz", size, "w:space", "0", "w:color", "000000", NULL);
}

/* A cell of the masthead with a rule below it; @foot: room between the rule and what stands on it, at the bottom. */
static void
start_masthead_cell (GsfXMLOut *xml, double width, const char *rule, double foot)
{
  wmd_xml_start (xml, "w:tc", NULL);
  wmd_xml_start (xml, "w:tcPr", NULL);
  write_width (xml, "w:tcW", width);
  wmd_xml_start (xml, "w:tcBorders", NULL);
  write_border (xml, "w:bottom", rule);
  wmd_xml_end (xml);
  if (foot > 0.)
    {
      wmd_xml_start (xml, "w:tcMar", NULL);
      write_width (xml, "w:bottom", foot);
      wmd_xml_end (xml);
      wmd_docx_value (xml, "w:vAlign", "bottom");
    }
  wmd_xml_end (xml);
}

/* --- the first page --- */

/* The letter of each organ is larger than the rest. */
static void
write_symbol (const WmdDocx *docx, GsfXMLOut *xml, const char *symbol)
{
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_SYMBOL);
  for (const char *p = symbol; p != NULL && *p != '\0';)
    {
      gsize letter = wmd_document_get_organ_letter (symbol, p);
      gsize rest = letter;
      g_autofree char *large = g_strndup (p, letter);
      g_autofree char *small = NULL;

      while (p[rest] != '\0' && wmd_document_get_organ_letter (symbol, p + rest) == 0)
        rest++;
      small = g_strndup (p + letter, rest - letter);
      if (letter > 0)
        wmd_docx_write_run (docx, xml, large, NULL);
      wmd_docx_write_run (docx, xml, small, "SymbolNumber");
      p += rest;
    }
  wmd_xml_end (xml);
}

/* A line that is not printed stays empty, for the others to keep their places. */
static void
write_distribution_line (const WmdDocx *docx, GsfXMLOut *xml, guint style, const char *text)
{
  g_autofree char *breakable = text != NULL ? wmd_document_dup_breakable (text) : NULL;

  wmd_docx_start_paragraph (xml, style);
  if (breakable != NULL)
    wmd_docx_write_run (docx, xml, breakable, "DistributionText");
  wmd_xml_end (xml);
}

static void
write_masthead (const WmdDocx *docx, GsfXMLOut *xml)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (docx->publication);
  const double columns[] = { WMD_DOCUMENT_COLUMN, get_measure (docx) - WMD_DOCUMENT_BLOCK_WIDTH - WMD_DOCUMENT_COLUMN,
                             WMD_DOCUMENT_BLOCK_WIDTH };

  start_table (docx, xml, columns, G_N_ELEMENTS (columns));
  start_row (xml, WMD_HEAD_RULE - WMD_DOCUMENT_MASTHEAD_TOP);
  start_masthead_cell (xml, columns[0], "4", WMD_DOCUMENT_NAME_FOOT);
  write_line (docx, xml, WMD_DOCUMENT_ORGANIZATION, NULL);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[1], "4", WMD_DOCUMENT_NAME_FOOT);
  write_line (docx, xml, WMD_DOCUMENT_ORGANIZATION, masthead->united_nations);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[2], "4", WMD_DOCUMENT_NAME_FOOT);
  write_symbol (docx, xml, masthead->symbol);
  wmd_xml_end (xml);
  wmd_xml_end (xml);

  start_row (xml, WMD_MASTHEAD_RULE - WMD_HEAD_RULE);
  start_masthead_cell (xml, columns[0], "12", 0.);
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_ORGAN);
  wmd_docx_write_emblem (docx, xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[1], "12", 0.);
  write_line (docx, xml, WMD_DOCUMENT_ORGAN, masthead->organ);
  wmd_xml_end (xml);
  start_masthead_cell (xml, columns[2], "12", 0.);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION, masthead->distribution);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->date);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->version);
  write_distribution_line (docx, xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->originals);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* The agenda line with its footnote where the asterisk is. */
static void
write_agenda_item (WmdDocx *docx, GsfXMLOut *xml, const WmdMasthead *masthead)
{
  const char *mark = masthead->agenda_note != NULL ? strchr (masthead->agenda_item, '*') : NULL;
  g_autofree char *before = mark != NULL ? g_strndup (masthead->agenda_item, mark - masthead->agenda_item) : NULL;

  if (masthead->agenda_item == NULL)
    return;
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_AGENDA_ITEM);
  wmd_docx_write_run (docx, xml, mark != NULL ? before : masthead->agenda_item, NULL);
  if (mark != NULL)
    {
      wmd_docx_write_signed_note (docx, xml, masthead->agenda_note, "*");
      wmd_docx_write_run (docx, xml, mark + 1, NULL);
    }
  wmd_xml_end (xml);
}

static void
write_first_page (WmdDocx *docx, GsfXMLOut *xml)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (docx->publication);

  write_masthead (docx, xml);
  write_line (docx, xml, WMD_DOCUMENT_SESSION, masthead->session);
  write_agenda_item (docx, xml, masthead);
  write_line (docx, xml, WMD_DOCUMENT_AGENDA_TITLE, masthead->item_title);
}

/* --- the summary --- */

static void
start_summary (Writer *writer)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };
  double width = get_measure (writer->docx);
  GsfXMLOut *xml = writer->xml;

  start_table (writer->docx, xml, &width, 1);
  wmd_xml_start (xml, "w:tr", NULL);
  wmd_xml_start (xml, "w:tc", NULL);
  wmd_xml_start (xml, "w:tcPr", NULL);
  write_width (xml, "w:tcW", width);
  wmd_xml_start (xml, "w:tcBorders", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    write_border (xml, sides[i], "4");
  wmd_xml_end (xml);
  wmd_xml_start (xml, "w:tcMar", NULL);
  write_width (xml, "w:top", WMD_SUMMARY_PADDING);
  write_width (xml, "w:bottom", WMD_SUMMARY_PADDING_END - wmd_style_get (WMD_ITEM_SUMMARY)->after);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  writer->in_summary = TRUE;
}

/* Ends the box and the section that the first page is; the paragraph that says so has nothing else. */
static void
end_first_page (Writer *writer)
{
  if (!writer->in_summary)
    return;
  for (guint i = 0; i < 3; i++)
    wmd_xml_end (writer->xml);
  wmd_xml_start (writer->xml, "w:p", NULL);
  wmd_xml_start (writer->xml, "w:pPr", NULL);
  wmd_docx_write_section (writer->docx, writer->xml, TRUE);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
  writer->in_summary = FALSE;
}

/* --- the contents --- */

/* Names of bookmarks are hidden ones as Word makes them for its contents: ids of items have characters that it does not
 * allow. (transfer full)
 */
static char *
dup_bookmark (const WmdDocx *docx, const char *id)
{
  return g_strdup_printf ("_Toc%08u", GPOINTER_TO_UINT (g_hash_table_lookup (docx->bookmarks, id)));
}

static void
write_contents_entry (Writer *writer, const WmdItem *item)
{
  GsfXMLOut *xml = writer->xml;
  g_autofree char *style = wmd_docx_dup_item_style (writer->docx, item);
  g_autofree char *bookmark = dup_bookmark (writer->docx, item->target);
  g_autofree char *instruction = g_strdup_printf (" PAGEREF %s \\h ", bookmark);
  guint page = writer->docx->pages != NULL ? wmd_pages_get_page_of (writer->docx->pages, item->target) : 0;
  g_autofree char *number = page > 0 ? g_strdup_printf ("%u", page) : g_strdup ("–");

  wmd_xml_start (xml, "w:p", NULL);
  wmd_xml_start (xml, "w:pPr", NULL);
  wmd_docx_value (xml, "w:pStyle", style);
  wmd_xml_end (xml);
  if (!writer->in_contents)
    wmd_docx_start_field (xml, " TOC \\o \"1-2\" \\h \\z \\u ");
  writer->in_contents = TRUE;
  wmd_xml_start (xml, "w:hyperlink", "w:anchor", bookmark, "w:history", "1", NULL);
  if (item->label != NULL)
    {
      write_tab (xml);
      wmd_docx_write_run (writer->docx, xml, item->label, NULL);
      write_tab (xml);
    }
  wmd_docx_write_inline (writer->docx, xml, item->content, TRUE);
  write_tab (xml);
  wmd_docx_write_field (xml, instruction, number);
  wmd_xml_end (xml);
}

/* The field ends in the paragraph of the last entry, which is left open until then. */
static void
end_contents (Writer *writer)
{
  if (!writer->in_contents)
    return;
  wmd_docx_end_field (writer->xml);
  wmd_xml_end (writer->xml);
  writer->in_contents = FALSE;
}

/* --- items --- */

static gboolean
is_numbered (const WmdDocx *docx, WmdItemKind kind)
{
  return kind == WMD_ITEM_BULLET || (docx->numberings[kind] != NULL && docx->numberings[kind]->ooxml != NULL);
}

/* Lettered lists begin again: each has a numbering of its own; the others have that of their style. */
static void
write_list_reference (Writer *writer, const WmdItem *item)
{
  WmdDocx *docx = writer->docx;

  if (item->kind != WMD_ITEM_LETTERED || !is_numbered (docx, item->kind))
    return;
  if (item->number == 1)
    docx->n_lists++;
  wmd_xml_start (writer->xml, "w:numPr", NULL);
  wmd_docx_number (writer->xml, "w:ilvl", 0);
  wmd_docx_number (writer->xml, "w:numId", (int) (wmd_docx_get_numbering (WMD_ITEM_LETTERED) + docx->n_lists));
  wmd_xml_end (writer->xml);
}

/* The label where Word cannot make it. */
static void
write_label (Writer *writer, const WmdItem *item)
{
  if (item->label == NULL || is_numbered (writer->docx, item->kind))
    return;
  if (wmd_style_get (item->kind)->label == WMD_LABEL_HANG)
    write_tab (writer->xml);
  wmd_docx_write_run (writer->docx, writer->xml, item->label, NULL);
  write_tab (writer->xml);
}

static void
write_paragraph (Writer *writer, const WmdItem *item)
{
  GsfXMLOut *xml = writer->xml;
  gboolean heading = wmd_document_style_get (item->kind)->outline > 0;
  g_autofree char *style = wmd_docx_dup_item_style (writer->docx, item);
  g_autofree char *bookmark = heading ? dup_bookmark (writer->docx, item->id) : NULL;
  const char *number = heading ? bookmark + strlen ("_Toc") : NULL;

  wmd_xml_start (xml, "w:p", NULL);
  wmd_xml_start (xml, "w:pPr", NULL);
  wmd_docx_value (xml, "w:pStyle", style);
  write_list_reference (writer, item);
  wmd_xml_end (xml);
  if (item->kind != WMD_ITEM_CONTENTS_HEADING)
    write_label (writer, item);
  if (heading)
    wmd_xml_empty (xml, "w:bookmarkStart", "w:id", number, "w:name", bookmark, NULL);
  wmd_docx_write_inline (writer->docx, xml, item->content, FALSE);
  if (heading)
    wmd_xml_empty (xml, "w:bookmarkEnd", "w:id", number, NULL);
  wmd_xml_end (xml);
}

static void
write_item (Writer *writer, const WmdItem *item)
{
  gboolean entry = item->kind == WMD_ITEM_CONTENTS_SECTION || item->kind == WMD_ITEM_CONTENTS_REPLY;

  if (item->kind == WMD_ITEM_CONTENTS_HEADING || item->kind == WMD_ITEM_SECTION)
    end_first_page (writer);
  if (entry && writer->in_contents)
    wmd_xml_end (writer->xml);
  if (!entry)
    end_contents (writer);
  if (item->kind == WMD_ITEM_SUMMARY_HEADING)
    start_summary (writer);
  if (entry)
    write_contents_entry (writer, item);
  else
    write_paragraph (writer, item);
  if (item->kind == WMD_ITEM_CONTENTS_HEADING && item->label != NULL)
    write_line (writer->docx, writer->xml, WMD_DOCUMENT_CONTENTS_PAGE, item->label);
}

void
wmd_docx_write_document (WmdDocx *docx, GsfXMLOut *xml)
{
  Writer writer = { .docx = docx, .xml = xml };

  wmd_docx_start_document (xml, "w:document");
  wmd_xml_start (xml, "w:body", NULL);
  write_first_page (docx, xml);
  for (guint i = 0; i < wmd_publication_get_n_items (docx->publication); i++)
    write_item (&writer, wmd_publication_get_item (docx->publication, i));
  end_first_page (&writer);
  end_contents (&writer);
  write_line (docx, xml, WMD_DOCUMENT_END, NULL);
  wmd_docx_write_section (docx, xml, FALSE);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}
