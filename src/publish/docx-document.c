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

void
wmd_docx_write_line_paragraph (WmdDocx *docx, GsfXMLOut *xml, guint style, const char *older, const char *newer)
{
  wmd_docx_start_paragraph (xml, style);
  wmd_docx_write_line (docx, xml, older, newer, NULL);
  wmd_xml_end (xml);
}

/* --- the summary --- */

static void
start_summary (Writer *writer)
{
  static const char *const sides[] = { "w:top", "w:left", "w:bottom", "w:right" };
  double width = wmd_docx_get_measure (writer->docx);
  GsfXMLOut *xml = writer->xml;

  wmd_docx_start_table (writer->docx, xml, &width, 1);
  wmd_xml_start (xml, "w:tr", NULL);
  wmd_xml_start (xml, "w:tc", NULL);
  wmd_xml_start (xml, "w:tcPr", NULL);
  wmd_docx_write_width (xml, "w:tcW", width);
  wmd_xml_start (xml, "w:tcBorders", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    wmd_docx_write_border (xml, sides[i], "4");
  wmd_xml_end (xml);
  wmd_xml_start (xml, "w:tcMar", NULL);
  wmd_docx_write_width (xml, "w:top", WMD_SUMMARY_PADDING);
  wmd_docx_write_width (xml, "w:bottom", WMD_SUMMARY_PADDING_END - wmd_style_get (WMD_ITEM_SUMMARY)->after);
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

/* --- paragraphs --- */

static gboolean
is_entry (const WmdItem *item)
{
  return item->kind == WMD_ITEM_CONTENTS_SECTION || item->kind == WMD_ITEM_CONTENTS_REPLY;
}

/* Style and numbering. Lettered lists begin again: each has a numbering of its own; the others have that of their
 * style.
 */
static void
write_own_properties (Writer *writer, const WmdItem *item, guint list)
{
  GsfXMLOut *xml = writer->xml;
  g_autofree char *style = wmd_docx_dup_item_style (writer->docx, item);

  wmd_docx_value (xml, "w:pStyle", style);
  if (list == 0 || !wmd_docx_makes_labels (writer->docx, item->kind))
    return;
  wmd_docx_write_numbering_reference (xml, item->kind, list);
}

static void
write_change_of_properties (Writer *writer, const WmdDocxParagraph *older, const WmdDocxParagraph *newer)
{
  g_autofree char *before = wmd_docx_dup_item_style (writer->docx, older->older);
  g_autofree char *after = wmd_docx_dup_item_style (writer->docx, newer->newer);

  if (strcmp (before, after) == 0 && older->older_list == newer->newer_list)
    return;
  wmd_docx_start_former (writer->docx, writer->xml, "w:pPrChange", "w:pPr");
  write_own_properties (writer, older->older, older->older_list);
  wmd_docx_end_former (writer->xml);
}

static void
start_paragraph (Writer *writer, const WmdDocxParagraph *paragraph)
{
  const GArray *paragraphs = writer->docx->paragraphs;
  const WmdDocxParagraph *older = &g_array_index (paragraphs, WmdDocxParagraph, paragraph->older_shape);
  const WmdDocxParagraph *newer = &g_array_index (paragraphs, WmdDocxParagraph, paragraph->newer_shape);

  writer->docx->in_new_paragraph = paragraph->mark == WMD_DOCX_INSERTED;
  wmd_xml_start (writer->xml, "w:p", NULL);
  wmd_xml_start (writer->xml, "w:pPr", NULL);
  if (paragraph->mark == WMD_DOCX_DELETED)
    write_own_properties (writer, older->older, older->older_list);
  else
    write_own_properties (writer, newer->newer, newer->newer_list);
  wmd_docx_write_mark (writer->docx, writer->xml, paragraph->mark);
  if (paragraph->mark == WMD_DOCX_KEPT)
    write_change_of_properties (writer, older, newer);
  wmd_xml_end (writer->xml);
}

/* The words of an item, after the label where Word cannot make that, and before the page number of an entry of the
 * contents. (transfer full), NULL for no item.
 */
static GArray *
dup_words (const Writer *writer, const WmdItem *item)
{
  GArray *text = item != NULL ? wmd_docx_text_new () : NULL;

  if (item == NULL)
    return NULL;
  if (item->label != NULL && item->kind != WMD_ITEM_CONTENTS_HEADING &&
      !wmd_docx_makes_labels (writer->docx, item->kind))
    {
      wmd_docx_text_add (text, wmd_style_get (item->kind)->label == WMD_LABEL_HANG ? "\t" : NULL, NULL);
      wmd_docx_text_add (text, item->label, NULL);
      wmd_docx_text_add (text, "\t", NULL);
    }
  wmd_docx_text_add_inline (text, item->content, !is_entry (item));
  wmd_docx_text_add (text, is_entry (item) ? "\t" : NULL, NULL);
  return text;
}

static void
write_words_in (Writer *writer, WmdLanguage language, const GArray *older, const GArray *newer)
{
  WmdDocx *docx = writer->docx;

  docx->text_language = language;
  wmd_docx_write_text (docx, writer->xml, &docx->links, older, newer);
  docx->text_language = docx->language;
}

/* Words in two languages are not compared. */
static void
write_words (Writer *writer, const WmdDocxParagraph *paragraph)
{
  WmdLanguage language = wmd_docx_paragraph_get_item (paragraph)->language;
  g_autoptr (GArray) newer = dup_words (writer, paragraph->newer);
  g_autoptr (GArray) older = paragraph->older == paragraph->newer ? NULL : dup_words (writer, paragraph->older);

  if (paragraph->older == paragraph->newer)
    write_words_in (writer, language, newer, newer);
  else if (older == NULL || newer == NULL || paragraph->older->language == language)
    write_words_in (writer, language, older, newer);
  else
    {
      write_words_in (writer, paragraph->older->language, older, NULL);
      write_words_in (writer, language, NULL, newer);
    }
}

/* Names of bookmarks are hidden ones as Word makes them for its contents: ids of items have characters that it does not
 * allow. (transfer full)
 */
static char *
dup_bookmark (guint number)
{
  return g_strdup_printf ("_Toc%08u", number);
}

static void
write_paragraph (Writer *writer, const WmdDocxParagraph *paragraph)
{
  GsfXMLOut *xml = writer->xml;
  g_autofree char *bookmark = dup_bookmark (paragraph->bookmark);
  g_autofree char *number = g_strdup_printf ("%u", paragraph->bookmark);

  start_paragraph (writer, paragraph);
  if (paragraph->bookmark > 0)
    wmd_xml_empty (xml, "w:bookmarkStart", "w:id", number, "w:name", bookmark, NULL);
  write_words (writer, paragraph);
  if (paragraph->bookmark > 0)
    wmd_xml_empty (xml, "w:bookmarkEnd", "w:id", number, NULL);
  wmd_xml_end (xml);
}

/* --- the contents --- */

/* The bookmark of what an entry stands for. (transfer full) */
static char *
dup_target (const WmdDocx *docx, const WmdDocxParagraph *paragraph)
{
  GHashTable *bookmarks = paragraph->newer != NULL ? docx->bookmarks : docx->older_bookmarks;
  gpointer number = g_hash_table_lookup (bookmarks, wmd_docx_paragraph_get_item (paragraph)->target);

  return dup_bookmark (GPOINTER_TO_UINT (number));
}

/* (transfer full) */
static char *
dup_page_number (WmdPages *pages, const WmdItem *item)
{
  guint page = pages != NULL ? wmd_pages_get_page_of (pages, item->target) : 0;

  return page > 0 ? g_strdup_printf ("%u", page) : g_strdup ("–");
}

static void
write_page_number (Writer *writer, const WmdDocxParagraph *paragraph)
{
  WmdDocx *docx = writer->docx;
  g_autofree char *bookmark = dup_target (docx, paragraph);
  g_autofree char *instruction = g_strdup_printf (" PAGEREF %s \\h ", bookmark);
  g_autofree char *older = paragraph->older != NULL ? dup_page_number (docx->older_pages, paragraph->older) : NULL;
  g_autofree char *newer = paragraph->newer != NULL ? dup_page_number (docx->pages, paragraph->newer) : NULL;

  wmd_docx_start_field (docx, writer->xml, instruction, paragraph->change);
  if (g_strcmp0 (older, newer) == 0)
    wmd_docx_write_number (docx, writer->xml, newer, WMD_DOCX_KEPT);
  else
    {
      if (older != NULL)
        wmd_docx_write_number (docx, writer->xml, older, WMD_DOCX_DELETED);
      if (newer != NULL)
        wmd_docx_write_number (docx, writer->xml, newer, WMD_DOCX_INSERTED);
    }
  wmd_docx_end_field (docx, writer->xml, paragraph->change);
}

static void
write_contents_entry (Writer *writer, const WmdDocxParagraph *paragraph)
{
  GsfXMLOut *xml = writer->xml;
  g_autofree char *bookmark = dup_target (writer->docx, paragraph);

  start_paragraph (writer, paragraph);
  if (!writer->in_contents)
    wmd_docx_start_field (writer->docx, xml, " TOC \\o \"1-2\" \\h \\z \\u ", WMD_DOCX_KEPT);
  writer->in_contents = TRUE;
  wmd_xml_start (xml, "w:hyperlink", "w:anchor", bookmark, "w:history", "1", NULL);
  write_words (writer, paragraph);
  write_page_number (writer, paragraph);
  wmd_xml_end (xml);
}

/* The field ends in the paragraph of the last entry, which is left open until then. */
static void
end_contents (Writer *writer)
{
  if (!writer->in_contents)
    return;
  wmd_docx_end_field (writer->docx, writer->xml, WMD_DOCX_KEPT);
  wmd_xml_end (writer->xml);
  writer->in_contents = FALSE;
}

/* --- the body --- */

static void
write_column_title (Writer *writer, const WmdDocxParagraph *paragraph)
{
  const char *older = paragraph->older != NULL ? paragraph->older->label : NULL;
  const char *newer = paragraph->newer != NULL ? paragraph->newer->label : NULL;

  if (older != NULL || newer != NULL)
    wmd_docx_write_line_paragraph (writer->docx, writer->xml, WMD_DOCUMENT_CONTENTS_PAGE, older, newer);
}

static void
write_item (Writer *writer, const WmdDocxParagraph *paragraph)
{
  const WmdItem *item = wmd_docx_paragraph_get_item (paragraph);

  if (item->kind == WMD_ITEM_CONTENTS_HEADING || item->kind == WMD_ITEM_SECTION)
    end_first_page (writer);
  if (is_entry (item) && writer->in_contents)
    wmd_xml_end (writer->xml);
  if (!is_entry (item))
    end_contents (writer);
  if (item->kind == WMD_ITEM_SUMMARY_HEADING)
    start_summary (writer);
  if (is_entry (item))
    write_contents_entry (writer, paragraph);
  else
    write_paragraph (writer, paragraph);
  if (item->kind == WMD_ITEM_CONTENTS_HEADING)
    write_column_title (writer, paragraph);
}

void
wmd_docx_write_document (WmdDocx *docx, GsfXMLOut *xml)
{
  Writer writer = { .docx = docx, .xml = xml };

  wmd_docx_start_document (xml, "w:document");
  wmd_xml_start (xml, "w:body", NULL);
  wmd_docx_write_first_page (docx, xml);
  for (guint i = 0; i < docx->paragraphs->len; i++)
    write_item (&writer, &g_array_index (docx->paragraphs, WmdDocxParagraph, i));
  docx->in_new_paragraph = FALSE;
  end_first_page (&writer);
  end_contents (&writer);
  wmd_docx_write_line_paragraph (docx, xml, WMD_DOCUMENT_END, NULL, NULL);
  wmd_docx_write_section (docx, xml, FALSE);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}
