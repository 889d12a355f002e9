/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The body of the OpenDocument text. The masthead and the box of the summary are tables, everything else is paragraphs,
 * headings and lists in named styles. Page numbers in the contents are references to bookmarks, which readers fill in
 * when they lay the pages out.
 */

#include "config.h"

#include "publish/odt-private.h"

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

/* --- the summary --- */

static void
start_summary (Writer *writer)
{
  GsfXMLOut *xml = writer->xml;

  wmd_xml_start (xml, "table:table", "table:name", "Summary", "table:style-name", "Summary_20_Box", NULL);
  wmd_xml_empty (xml, "table:table-column", "table:style-name", "Summary_20_Box.A", NULL);
  wmd_xml_start (xml, "table:table-row", NULL);
  wmd_odt_start_cell (xml, "Summary_20_Box.Cell");
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
    wmd_odt_write_line (writer->odt, writer->xml, WMD_DOCUMENT_CONTENTS_PAGE, item->label);
}

void
wmd_odt_write_content (const WmdOdt *odt, GsfXMLOut *xml)
{
  Writer writer = { .odt = odt, .xml = xml };

  wmd_odt_start_document (xml, "office:document-content");
  wmd_odt_write_fonts (xml);
  wmd_odt_write_table_styles (odt, xml);
  wmd_xml_start (xml, "office:body", NULL);
  wmd_xml_start (xml, "office:text", NULL);
  wmd_odt_write_first_page (odt, xml);
  for (guint i = 0; i < wmd_publication_get_n_items (odt->publication); i++)
    write_item (&writer, wmd_publication_get_item (odt->publication, i));
  end_lists (&writer, 0);
  end_summary (&writer);
  end_contents (&writer);
  wmd_odt_write_line (odt, xml, WMD_DOCUMENT_END, NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}
