/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text and blocks of the documents of an Akoma Ntoso collection: paragraphs, lists, and blocks with headings in which
 * what stands under a heading is.
 */

#include "config.h"

#include "publish/akn-private.h"
#include "publish/inline-runs.h"

static const struct
{
  WmdSpanKind kind;
  const char *element;
} looks[] = {
  { WMD_SPAN_STRONG, "b" },
  { WMD_SPAN_EMPHASIS, "i" },
  { WMD_SPAN_SUPERSCRIPT, "sup" },
  { WMD_SPAN_SUBSCRIPT, "sub" },
};

void
wmd_akn_write_note (WmdAkn *writer, const WmdInline *content, const char *mark)
{
  wmd_xml_start (writer->xml, "authorialNote", "marker", mark, "placement", "bottom", NULL);
  wmd_xml_start (writer->xml, "p", NULL);
  wmd_akn_write_inline (writer, content, TRUE);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
}

static void
write_run (WmdAkn *writer, const WmdInlineRun *run, gboolean in_note)
{
  guint open = 0;

  if (run->note != NULL)
    {
      g_autoptr (WmdInline) content = in_note ? NULL : wmd_inline_parse (run->note->value, NULL);
      g_autofree char *mark = g_strdup_printf ("%u", writer->n_notes + 1);

      if (content == NULL)
        return;
      writer->n_notes++;
      wmd_akn_write_note (writer, content, mark);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    if (WMD_RUN_HAS (run, looks[i].kind))
      {
        wmd_xml_start (writer->xml, looks[i].element, NULL);
        open++;
      }
  wmd_xml_text (writer->xml, run->text, (gssize) run->length);
  while (open-- > 0)
    wmd_xml_end (writer->xml);
}

void
wmd_akn_write_inline (WmdAkn *writer, const WmdInline *content, gboolean in_note)
{
  g_autoptr (GArray) runs = wmd_inline_list_runs (content);
  const WmdSpan *link = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const WmdInlineRun *run = &g_array_index (runs, WmdInlineRun, i);

      if (link != NULL && run->link != link)
        wmd_xml_end (writer->xml);
      if (run->link != NULL && run->link != link)
        wmd_xml_start (writer->xml, "a", "href", run->link->value, NULL);
      link = run->link;
      write_run (writer, run, in_note);
    }
  if (link != NULL)
    wmd_xml_end (writer->xml);
}

/* An element that holds the text of an item; one in another language than the edition says so. */
void
wmd_akn_write_text_element (WmdAkn *writer, const char *element, const WmdItem *item)
{
  wmd_xml_start (writer->xml, element, "xml:lang",
                 item->language != writer->language ? wmd_language_get_tag (item->language) : NULL, NULL);
  wmd_akn_write_inline (writer, item->content, FALSE);
  wmd_xml_end (writer->xml);
}

void
wmd_akn_write_paragraph (WmdAkn *writer, const WmdItem *item)
{
  wmd_xml_start (writer->xml, "p", "eId", item->id, "xml:lang",
                 item->language != writer->language ? wmd_language_get_tag (item->language) : NULL, NULL);
  wmd_akn_write_inline (writer, item->content, FALSE);
  wmd_xml_end (writer->xml);
}

/* --- blocks --- */

/* The next item, or NULL when it is not of the part @part. */
const WmdItem *
wmd_akn_peek (const WmdAkn *writer, const char *part)
{
  const WmdItem *item;

  if (writer->next >= wmd_publication_get_n_items (writer->publication))
    return NULL;
  item = wmd_publication_get_item (writer->publication, writer->next);
  return g_strcmp0 (item->part, part) == 0 && item->block != NULL ? item : NULL;
}

static gboolean
is_list_item (const WmdItem *item)
{
  return wmd_item_kind_get_list_level (item->kind) > 0 || item->kind == WMD_ITEM_NUMBERED;
}

/* TRUE when @item (nullable) stands below one of @kind before it. */
static gboolean
stands_below (const WmdItem *item, WmdItemKind kind)
{
  return item != NULL && wmd_item_kind_get_list_level (item->kind) == 2 && wmd_item_kind_get_list_level (kind) == 1;
}

/* The list that the next item is the first of, with what stands below its items. */
static void
write_list (WmdAkn *writer, const char *part)
{
  const WmdItem *item = wmd_akn_peek (writer, part);
  g_autofree char *id = g_strconcat (item->id, ".list", NULL);
  WmdItemKind kind = item->kind;

  wmd_xml_start (writer->xml, "blockList", "eId", id, NULL);
  do
    {
      wmd_xml_start (writer->xml, "item", "eId", item->id, NULL);
      wmd_xml_text_element (writer->xml, "num", item->label);
      wmd_akn_write_text_element (writer, "p", item);
      writer->next++;
      while (stands_below (wmd_akn_peek (writer, part), kind))
        write_list (writer, part);
      wmd_xml_end (writer->xml);
      item = wmd_akn_peek (writer, part);
    }
  while (item != NULL && item->kind == kind && item->number != 1);
  wmd_xml_end (writer->xml);
}

/* A heading and what stands under it, up to the next one of its level; below it there must be something. */
static void
write_titled (WmdAkn *writer, const char *part, const WmdItem *heading, guint level)
{
  guint first;

  wmd_xml_start (writer->xml, "tblock", "eId", heading->id, NULL);
  wmd_akn_write_text_element (writer, "heading", heading);
  first = ++writer->next;
  wmd_akn_write_blocks (writer, part, level + 1, TRUE);
  if (writer->next == first)
    wmd_xml_empty (writer->xml, "p", NULL);
  wmd_xml_end (writer->xml);
}

/* The blocks of a part below a heading of @level - 1; up to a numbered paragraph where @numbered is FALSE. */
void
wmd_akn_write_blocks (WmdAkn *writer, const char *part, guint level, gboolean numbered)
{
  const WmdItem *item;

  while ((item = wmd_akn_peek (writer, part)) != NULL)
    {
      guint heading = item->kind == WMD_ITEM_HEADING_1 ? 1 : item->kind == WMD_ITEM_HEADING_2 ? 2 : 0;

      if (heading > 0 && heading < level)
        return;
      if (item->kind == WMD_ITEM_NUMBERED && !numbered)
        return;
      if (heading > 0)
        write_titled (writer, part, item, heading);
      else if (is_list_item (item))
        write_list (writer, part);
      else
        {
          wmd_akn_write_paragraph (writer, item);
          writer->next++;
        }
    }
}
