/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The body of the OpenDocument text. The masthead and the box of the summary are tables, which have no named styles
 * in this format; everything else is paragraphs, headings and lists in the named ones. Page numbers in the contents
 * are references to bookmarks, which readers fill in when they lay the pages out.
 */

#include "config.h"

#include "publish/odt-private.h"

#include <string.h>

typedef struct
{
  const WmdOdt *odt;
  GsfXMLOut *xml;
  guint n_notes;
  gboolean in_summary;  /* in the cell of the box */
  gboolean in_contents; /* in the body of the index */
  WmdItemKind lists[2]; /* the kinds of the lists that are open, each with an open item, from the outermost on */
  guint n_lists;
} Writer;

/* --- tables --- */

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

static void
write_table_styles (const WmdOdt *odt, GsfXMLOut *xml)
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

/* --- the first page --- */

static void
write_line (const WmdOdt *odt, GsfXMLOut *xml, guint style, const char *text)
{
  wmd_odt_start_paragraph (xml, style);
  if (text != NULL)
    wmd_odt_write_text (odt, xml, text);
  wmd_xml_end (xml);
}

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
start_cell (GsfXMLOut *xml, const char *style)
{
  wmd_xml_start (xml, "table:table-cell", "table:style-name", style, "office:value-type", "string", NULL);
}

static void
write_masthead_rows (const WmdOdt *odt, GsfXMLOut *xml, const WmdMasthead *masthead)
{
  wmd_xml_start (xml, "table:table-row", "table:style-name", "Masthead.1", NULL);
  start_cell (xml, "Masthead.1.Cell");
  write_line (odt, xml, WMD_DOCUMENT_ORGANIZATION, NULL);
  wmd_xml_end (xml);
  start_cell (xml, "Masthead.1.Cell");
  write_line (odt, xml, WMD_DOCUMENT_ORGANIZATION, masthead->united_nations);
  wmd_xml_end (xml);
  start_cell (xml, "Masthead.1.Cell");
  write_symbol (xml, masthead->symbol);
  wmd_xml_end (xml);
  wmd_xml_end (xml);

  wmd_xml_start (xml, "table:table-row", "table:style-name", "Masthead.2", NULL);
  start_cell (xml, "Masthead.2.Cell");
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_ORGAN);
  wmd_odt_write_emblem (odt, xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  start_cell (xml, "Masthead.2.Cell");
  write_line (odt, xml, WMD_DOCUMENT_ORGAN, masthead->organ);
  wmd_xml_end (xml);
  start_cell (xml, "Masthead.2.Cell");
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION, masthead->distribution);
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->date);
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->version);
  write_distribution_line (xml, WMD_DOCUMENT_DISTRIBUTION_LINE, masthead->originals);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* The agenda line with its footnote where the asterisk is. */
static void
write_agenda_item (Writer *writer, const WmdMasthead *masthead)
{
  GsfXMLOut *xml = writer->xml;
  const char *mark = masthead->agenda_note != NULL ? strchr (masthead->agenda_item, '*') : NULL;

  if (masthead->agenda_item == NULL)
    return;
  wmd_odt_start_paragraph (xml, WMD_DOCUMENT_AGENDA_ITEM);
  if (mark == NULL)
    wmd_odt_write_text (writer->odt, xml, masthead->agenda_item);
  else
    {
      g_autofree char *before = g_strndup (masthead->agenda_item, mark - masthead->agenda_item);

      wmd_odt_write_text (writer->odt, xml, before);
      wmd_odt_write_note (writer->odt, xml, masthead->agenda_note, writer->odt->language, "agenda", "*");
      wmd_odt_write_text (writer->odt, xml, mark + 1);
    }
  wmd_xml_end (xml);
}

static void
write_first_page (Writer *writer)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (writer->odt->publication);
  GsfXMLOut *xml = writer->xml;

  wmd_xml_start (xml, "table:table", "table:name", "Masthead", "table:style-name", "Masthead", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Masthead.A", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Masthead.B", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Masthead.C", NULL);
  write_masthead_rows (writer->odt, xml, masthead);
  wmd_xml_end (xml);
  write_line (writer->odt, xml, WMD_DOCUMENT_SESSION, masthead->session);
  write_agenda_item (writer, masthead);
  write_line (writer->odt, xml, WMD_DOCUMENT_AGENDA_TITLE, masthead->item_title);
}

/* --- the summary --- */

static void
start_summary (Writer *writer)
{
  GsfXMLOut *xml = writer->xml;

  wmd_xml_start (xml, "table:table", "table:name", "Summary", "table:style-name", "Summary_20_Box", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Summary_20_Box.A", NULL);
  wmd_xml_start (xml, "table:table-row", NULL);
  start_cell (xml, "Summary_20_Box.Cell");
  writer->in_summary = TRUE;
}

static void
end_summary (Writer *writer)
{
  for (guint i = 0; i < 3 && writer->in_summary; i++)
    wmd_xml_end (writer->xml);
  writer->in_summary = FALSE;
}

/* --- the contents --- */

static void
write_contents_template (GsfXMLOut *xml, WmdItemKind kind, const char *level)
{
  g_autofree char *name = wmd_odt_dup_name (wmd_document_style_get (kind)->name);

  wmd_xml_start (xml, "text:table-of-content-entry-template", "text:outline-level", level, "text:style-name", name,
                 NULL);
  wmd_xml_empty (xml, "text:index-entry-link-start", "text:style-name", "Index_20_Link", NULL);
  if (kind == WMD_ITEM_CONTENTS_SECTION)
    {
      wmd_xml_empty (xml, "text:index-entry-tab-stop", "style:type", "left", "style:position", "0pt", NULL);
      wmd_xml_empty (xml, "text:index-entry-chapter", NULL);
      wmd_xml_empty (xml, "text:index-entry-tab-stop", "style:type", "left", "style:position", "0pt", NULL);
    }
  wmd_xml_empty (xml, "text:index-entry-text", NULL);
  wmd_xml_empty (xml, "text:index-entry-tab-stop", "style:type", "right", "style:leader-char", ".", NULL);
  wmd_xml_empty (xml, "text:index-entry-page-number", "text:style-name", WMD_ODT_SIGNS, NULL);
  wmd_xml_empty (xml, "text:index-entry-link-end", NULL);
  wmd_xml_end (xml);
}

static void
start_contents (Writer *writer)
{
  GsfXMLOut *xml = writer->xml;

  wmd_xml_start (xml, "text:table-of-content", "text:name", "Contents", "text:protected", "false", NULL);
  wmd_xml_start (xml, "text:table-of-content-source", "text:outline-level", "2", "text:use-index-marks", "false", NULL);
  write_contents_template (xml, WMD_ITEM_CONTENTS_SECTION, "1");
  write_contents_template (xml, WMD_ITEM_CONTENTS_REPLY, "2");
  wmd_xml_end (xml);
  wmd_xml_start (xml, "text:index-body", NULL);
  writer->in_contents = TRUE;
}

static void
end_contents (Writer *writer)
{
  for (guint i = 0; i < 2 && writer->in_contents; i++)
    wmd_xml_end (writer->xml);
  writer->in_contents = FALSE;
}

static void
start_contents_link (Writer *writer, const WmdItem *item, const char *style)
{
  g_autofree char *address = g_strconcat ("#", item->target, NULL);

  wmd_xml_start (writer->xml, "text:a", "xlink:type", "simple", "xlink:href", address, "text:style-name", style,
                 "text:visited-style-name", style, NULL);
}

/* The page number is a link of its own, whose style it has: libxml2 does not find a span with a reference valid, though
 * it is.
 */
static void
write_contents_entry (Writer *writer, const WmdItem *item)
{
  GsfXMLOut *xml = writer->xml;
  g_autofree char *style = wmd_odt_dup_item_style (writer->odt, item);

  wmd_xml_start (xml, "text:p", "text:style-name", style, NULL);
  start_contents_link (writer, item, "Index_20_Link");
  if (item->label != NULL)
    {
      wmd_xml_empty (xml, "text:tab", NULL);
      wmd_odt_write_text (writer->odt, xml, item->label);
      wmd_xml_empty (xml, "text:tab", NULL);
    }
  wmd_odt_write_inline (writer->odt, xml, item->content, item->language, NULL);
  wmd_xml_empty (xml, "text:tab", NULL);
  wmd_xml_end (xml);
  start_contents_link (writer, item, WMD_ODT_SIGNS);
  wmd_xml_start (xml, "text:bookmark-ref", "text:reference-format", "page", "text:ref-name", item->target, NULL);
  wmd_xml_text (xml, "–", -1);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* --- items --- */

/* The label where the program that reads cannot make it. */
static void
write_label (Writer *writer, const WmdItem *item)
{
  WmdLabelPlace place = wmd_style_get (item->kind)->label;

  if (item->label == NULL || place == WMD_LABEL_END || wmd_odt_makes_labels (writer->odt, item->kind))
    return;
  if (place == WMD_LABEL_HANG)
    wmd_xml_empty (writer->xml, "text:tab", NULL);
  wmd_odt_write_text (writer->odt, writer->xml, item->label);
  wmd_xml_empty (writer->xml, "text:tab", NULL);
}

/* A heading that is numbered is the only item of a list, which goes on from heading to heading past other lists. */
static void
start_numbered_heading (Writer *writer, const WmdItem *item)
{
  g_autofree char *name = wmd_odt_dup_name (wmd_document_style_get (item->kind)->list);
  g_autofree char *number = g_strdup_printf ("%u", item->number);

  wmd_xml_start (writer->xml, "text:list", "text:style-name", name, "text:continue-numbering", "true", NULL);
  wmd_xml_start (writer->xml, "text:list-item", "text:start-value", number, NULL);
}

static void
write_heading (Writer *writer, const WmdItem *item)
{
  gboolean numbered = wmd_document_style_get (item->kind)->list != NULL;
  g_autofree char *level = g_strdup_printf ("%u", wmd_document_style_get (item->kind)->outline);
  GsfXMLOut *xml = writer->xml;
  g_autofree char *style = wmd_odt_dup_item_style (writer->odt, item);

  if (numbered)
    start_numbered_heading (writer, item);
  wmd_xml_start (xml, "text:h", "text:style-name", style, "text:outline-level", level, NULL);
  write_label (writer, item);
  wmd_xml_empty (xml, "text:bookmark-start", "text:name", item->id, NULL);
  wmd_odt_write_inline (writer->odt, xml, item->content, item->language, &writer->n_notes);
  wmd_xml_empty (xml, "text:bookmark-end", "text:name", item->id, NULL);
  wmd_xml_end (xml);
  for (guint i = 0; numbered && i < 2; i++)
    wmd_xml_end (xml);
}

static void
write_paragraph (Writer *writer, const WmdItem *item)
{
  g_autofree char *style = wmd_odt_dup_item_style (writer->odt, item);

  wmd_xml_start (writer->xml, "text:p", "text:style-name", style, NULL);
  write_label (writer, item);
  wmd_odt_write_inline (writer->odt, writer->xml, item->content, item->language, &writer->n_notes);
  wmd_xml_end (writer->xml);
}

/* Ends lists, and the items in them, until @n are open. */
static void
end_lists (Writer *writer, guint n)
{
  for (; writer->n_lists > n; writer->n_lists--)
    {
      wmd_xml_end (writer->xml);
      wmd_xml_end (writer->xml);
    }
}

/* Begins the list that @item is the first of, in the item that it stands below: in an empty one where there is none. */
static void
start_list (Writer *writer, const WmdItem *item, guint level)
{
  g_autofree char *name = wmd_odt_dup_name (wmd_document_style_get (item->kind)->list);

  while (writer->n_lists < level)
    {
      wmd_xml_start (writer->xml, "text:list", "text:style-name", name, NULL);
      writer->lists[writer->n_lists++] = item->kind;
      if (writer->n_lists < level)
        wmd_xml_start (writer->xml, "text:list-item", NULL);
    }
}

/* The item stays open for what stands below it. */
static void
write_list_item (Writer *writer, const WmdItem *item)
{
  guint level = MAX (wmd_item_kind_get_list_level (item->kind), 1);
  gboolean goes_on = writer->n_lists >= level && writer->lists[level - 1] == item->kind && item->number != 1;
  gboolean numbered = wmd_document_style_get (item->kind)->bullet == NULL;
  g_autofree char *start = !goes_on && numbered ? g_strdup_printf ("%u", item->number) : NULL;

  end_lists (writer, goes_on ? level : level - 1);
  if (goes_on)
    wmd_xml_end (writer->xml);
  else
    start_list (writer, item, level);
  wmd_xml_start (writer->xml, "text:list-item", "text:start-value", start, NULL);
  write_paragraph (writer, item);
}

/* Headings have the number of their style, without being in a list. */
static gboolean
is_list_item (const WmdItem *item)
{
  const WmdDocumentStyle *style = wmd_document_style_get (item->kind);

  return style->list != NULL && style->outline == 0;
}

/* Ends what @item does not belong to and begins what it is the first of. */
static void
change_container (Writer *writer, const WmdItem *item)
{
  gboolean entry = item->kind == WMD_ITEM_CONTENTS_SECTION || item->kind == WMD_ITEM_CONTENTS_REPLY;

  if (!is_list_item (item))
    end_lists (writer, 0);
  if (item->kind == WMD_ITEM_CONTENTS_HEADING || item->kind == WMD_ITEM_SECTION)
    end_summary (writer);
  if (!entry)
    end_contents (writer);
  if (item->kind == WMD_ITEM_SUMMARY_HEADING)
    start_summary (writer);
  if (entry && !writer->in_contents)
    start_contents (writer);
}

static void
write_item (Writer *writer, const WmdItem *item)
{
  change_container (writer, item);
  if (writer->in_contents)
    write_contents_entry (writer, item);
  else if (wmd_document_style_get (item->kind)->outline > 0)
    write_heading (writer, item);
  else if (is_list_item (item))
    write_list_item (writer, item);
  else
    write_paragraph (writer, item);
  if (item->kind == WMD_ITEM_CONTENTS_HEADING && item->label != NULL)
    write_line (writer->odt, writer->xml, WMD_DOCUMENT_CONTENTS_PAGE, item->label);
}

void
wmd_odt_write_content (const WmdOdt *odt, GsfXMLOut *xml)
{
  Writer writer = { .odt = odt, .xml = xml };

  wmd_odt_start_document (xml, "office:document-content");
  wmd_odt_write_fonts (xml);
  write_table_styles (odt, xml);
  wmd_xml_start (xml, "office:body", NULL);
  wmd_xml_start (xml, "office:text", NULL);
  write_first_page (&writer);
  for (guint i = 0; i < wmd_publication_get_n_items (odt->publication); i++)
    write_item (&writer, wmd_publication_get_item (odt->publication, i));
  end_lists (&writer, 0);
  end_summary (&writer);
  end_contents (&writer);
  write_line (odt, xml, WMD_DOCUMENT_END, NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}
