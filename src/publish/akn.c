/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Akoma Ntoso 3.0 after the profile of the United Nations (AKN4UN): the document as it is printed is a collection with
 * the masthead on its cover; what it says is a paper, the report, with each reply as a component of its own. Names of
 * works follow the pattern /akn/un/type/subtype/actor/date/number.
 */

#include "config.h"

#include "publish/akn.h"

#include "publish/akn-private.h"

#include <gsf/gsf-output-memory.h>
#include <string.h>

/* --- the cover --- */

static void
write_cover_line (GsfXMLOut *xml, const char *element, const char *name, const char *text)
{
  if (text == NULL)
    return;
  wmd_xml_start (xml, "p", NULL);
  wmd_xml_start (xml, element, "name", name, NULL);
  wmd_xml_text (xml, text, -1);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_cover_page (WmdAkn *writer)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (writer->publication);
  GsfXMLOut *xml = writer->xml;

  wmd_xml_start (xml, "coverPage", NULL);
  wmd_xml_start (xml, "p", NULL);
  wmd_xml_start (xml, "docAuthority", "refersTo", "#un", NULL);
  wmd_xml_text (xml, masthead->united_nations, -1);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  write_cover_line (xml, "docNumber", NULL, masthead->symbol);
  write_cover_line (xml, "inline", "organ", masthead->organ);
  write_cover_line (xml, "inline", "distribution", masthead->distribution);
  if (masthead->date != NULL)
    {
      wmd_xml_start (xml, "p", NULL);
      wmd_xml_start (xml, "docDate", "date", writer->date, NULL);
      wmd_xml_text (xml, masthead->date, -1);
      wmd_xml_end (xml);
      wmd_xml_end (xml);
    }
  write_cover_line (xml, "inline", "languageOfExpression", masthead->version);
  write_cover_line (xml, "inline", "originalLanguage", masthead->originals);
  write_cover_line (xml, "inline", "jobNumber", masthead->job_line);
  wmd_xml_end (xml);
}

static void
write_agenda_item (WmdAkn *writer, const WmdMasthead *masthead)
{
  const char *mark = masthead->agenda_note != NULL ? strchr (masthead->agenda_item, '*') : NULL;

  if (masthead->agenda_item == NULL)
    return;
  wmd_xml_start (writer->xml, "p", NULL);
  wmd_xml_start (writer->xml, "inline", "name", "agendaItem", NULL);
  wmd_xml_text (writer->xml, masthead->agenda_item, mark != NULL ? mark - masthead->agenda_item : -1);
  if (mark != NULL)
    {
      wmd_akn_write_note (writer, masthead->agenda_note, "*");
      wmd_xml_text (writer->xml, mark + 1, -1);
    }
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
}

/* Session, agenda, title, author; the contents, which are really in the text. */
static void
write_preface (WmdAkn *writer)
{
  const WmdMasthead *masthead = wmd_publication_get_masthead (writer->publication);
  GsfXMLOut *xml = writer->xml;
  const WmdItem *item;

  wmd_xml_start (xml, "preface", NULL);
  if (masthead->session != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%u", masthead->session_number);

      wmd_xml_start (xml, "p", NULL);
      wmd_xml_start (xml, "session", "value", number, NULL);
      wmd_xml_text (xml, masthead->session, -1);
      wmd_xml_end (xml);
      wmd_xml_end (xml);
    }
  write_agenda_item (writer, masthead);
  write_cover_line (xml, "inline", "itemTitle", masthead->item_title);
  for (guint i = 0; i < wmd_publication_get_n_items (writer->publication); i++)
    {
      item = wmd_publication_get_item (writer->publication, i);
      if (item->kind == WMD_ITEM_TITLE || item->kind == WMD_ITEM_AUTHOR)
        {
          wmd_xml_start (xml, "p", NULL);
          wmd_akn_write_text_element (writer, item->kind == WMD_ITEM_TITLE ? "docTitle" : "docProponent", item);
          wmd_xml_end (xml);
        }
    }
  wmd_xml_end (xml);
}

/* --- the report --- */

static void
write_contents (WmdAkn *writer, const WmdItem *heading)
{
  GsfXMLOut *xml = writer->xml;

  wmd_xml_start (xml, "container", "name", "contents", "eId", heading->id, NULL);
  wmd_akn_write_text_element (writer, "p", heading);
  wmd_xml_start (xml, "toc", "eId", "toc", NULL);
  for (writer->next++;; writer->next++)
    {
      const WmdItem *item = wmd_publication_get_item (writer->publication, writer->next);
      gboolean section = item->kind == WMD_ITEM_CONTENTS_SECTION;
      g_autofree char *href = NULL;

      if (!section && item->kind != WMD_ITEM_CONTENTS_REPLY)
        break;
      href = section ? g_strdup_printf ("#sec_%u", item->number) : g_strconcat ("#", item->target, NULL);
      wmd_xml_start (xml, "tocItem", "href", href, "level", section ? "1" : "2", NULL);
      if (item->label != NULL)
        {
          wmd_xml_text (xml, item->label, -1);
          wmd_xml_text (xml, " ", -1);
        }
      wmd_akn_write_inline (writer, item->content, FALSE);
      wmd_xml_end (xml);
    }
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* Up to the first section: the summary and the contents. */
static void
write_report_preface (WmdAkn *writer)
{
  wmd_xml_start (writer->xml, "preface", NULL);
  while (writer->next < wmd_publication_get_n_items (writer->publication))
    {
      const WmdItem *item = wmd_publication_get_item (writer->publication, writer->next);

      if (item->kind == WMD_ITEM_SECTION)
        break;
      if (item->kind == WMD_ITEM_SUMMARY_HEADING)
        {
          wmd_xml_start (writer->xml, "container", "name", "summary", "eId", item->id, NULL);
          wmd_akn_write_text_element (writer, "p", item);
          writer->next++;
          wmd_akn_write_blocks (writer, "summary", 1, TRUE);
          wmd_xml_end (writer->xml);
        }
      else if (item->kind == WMD_ITEM_CONTENTS_HEADING)
        write_contents (writer, item);
      else
        writer->next++;
    }
  wmd_xml_end (writer->xml);
}

/* The introduction: numbered paragraphs, each with what follows it up to the next. */
static void
write_numbered (WmdAkn *writer, guint section)
{
  const WmdItem *item = wmd_akn_peek (writer, "introduction");

  if (item != NULL && item->kind != WMD_ITEM_NUMBERED)
    {
      wmd_xml_start (writer->xml, "intro", NULL);
      wmd_akn_write_blocks (writer, "introduction", 1, FALSE);
      wmd_xml_end (writer->xml);
    }
  while ((item = wmd_akn_peek (writer, "introduction")) != NULL)
    {
      g_autofree char *id = g_strdup_printf ("sec_%u__para_%u", section, item->number);

      wmd_xml_start (writer->xml, "paragraph", "eId", id, NULL);
      wmd_xml_text_element (writer->xml, "num", item->label);
      wmd_xml_start (writer->xml, "content", NULL);
      wmd_akn_write_paragraph (writer, item);
      writer->next++;
      wmd_akn_write_blocks (writer, "introduction", 1, FALSE);
      wmd_xml_end (writer->xml);
      wmd_xml_end (writer->xml);
    }
}

/* A section refers to the replies in it, which are components of their own. Their number is given back. */
static void
write_sections (WmdAkn *writer)
{
  guint n_items = wmd_publication_get_n_items (writer->publication);

  while (writer->next < n_items)
    {
      const WmdItem *item = wmd_publication_get_item (writer->publication, writer->next++);
      g_autofree char *id = g_strdup_printf ("sec_%u", item->number);

      if (item->kind != WMD_ITEM_SECTION)
        continue;
      wmd_xml_start (writer->xml, "section", "eId", id, NULL);
      wmd_xml_text_element (writer->xml, "num", item->label);
      wmd_akn_write_text_element (writer, "heading", item);
      write_numbered (writer, item->number);
      for (; writer->next < n_items; writer->next++)
        {
          const WmdItem *reply = wmd_publication_get_item (writer->publication, writer->next);
          g_autofree char *source = g_strconcat ("#", reply->id, NULL);

          if (reply->kind == WMD_ITEM_SECTION)
            break;
          if (reply->kind == WMD_ITEM_REPLY)
            wmd_xml_empty (writer->xml, "componentRef", "src", source, "showAs", wmd_inline_get_text (reply->content),
                           NULL);
        }
      wmd_xml_end (writer->xml);
    }
}

static void
write_report (WmdAkn *writer)
{
  const WmdAknIdentity identity = { "doc/paper", "report", "paper", "#un", writer->date, NULL };

  wmd_xml_start (writer->xml, "component", "eId", "report", NULL);
  wmd_xml_start (writer->xml, "doc", "name", "progressReport", NULL);
  wmd_akn_write_meta (writer, &identity, FALSE);
  write_report_preface (writer);
  wmd_xml_start (writer->xml, "mainBody", NULL);
  write_sections (writer);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
}

/* --- replies --- */

static const WmdItem *
find_line (const WmdAkn *writer, guint reply, WmdItemKind kind)
{
  const WmdItem *item = wmd_publication_get_item (writer->publication, reply);

  for (guint i = reply + 1; i < wmd_publication_get_n_items (writer->publication); i++)
    {
      const WmdItem *line = wmd_publication_get_item (writer->publication, i);

      if (g_strcmp0 (line->part, item->part) != 0)
        return NULL;
      if (line->kind == kind)
        return line;
    }
  return NULL;
}

static void
write_reply_preface (WmdAkn *writer, const WmdItem *reply, const WmdItem *original, const WmdItem *date)
{
  g_autofree char *respondent = g_strconcat ("#respondent-", reply->id, NULL);

  wmd_xml_start (writer->xml, "preface", NULL);
  wmd_xml_start (writer->xml, "p", NULL);
  wmd_xml_start (writer->xml, "docProponent", "refersTo", respondent, NULL);
  wmd_akn_write_inline (writer, reply->content, FALSE);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
  if (original != NULL)
    write_cover_line (writer->xml, "inline", "originalLanguage", wmd_inline_get_text (original->content));
  if (date != NULL)
    {
      wmd_xml_start (writer->xml, "p", NULL);
      wmd_xml_start (writer->xml, date->value != NULL ? "docDate" : "inline", "date",
                     date->value != NULL ? date->value : NULL, "name", date->value != NULL ? NULL : "date", NULL);
      wmd_akn_write_inline (writer, date->content, FALSE);
      wmd_xml_end (writer->xml);
      wmd_xml_end (writer->xml);
    }
  wmd_xml_end (writer->xml);
}

static void
write_reply (WmdAkn *writer, guint index)
{
  const WmdItem *reply = wmd_publication_get_item (writer->publication, index);
  const WmdItem *original = find_line (writer, index, WMD_ITEM_ORIGINAL);
  const WmdItem *date = find_line (writer, index, WMD_ITEM_DATE);
  g_autofree char *author = g_strconcat ("#respondent-", reply->id, NULL);
  const WmdAknIdentity identity = { "doc/paper",
                                    reply->id,
                                    "reply",
                                    author,
                                    date != NULL && date->value != NULL ? date->value : writer->date,
                                    original != NULL ? original->value : NULL };
  guint first;

  wmd_xml_start (writer->xml, "component", "eId", reply->id, NULL);
  wmd_xml_start (writer->xml, "doc", "name", "reply", NULL);
  wmd_akn_write_meta (writer, &identity, FALSE);
  write_reply_preface (writer, reply, original, date);
  wmd_xml_start (writer->xml, "mainBody", NULL);
  writer->next = index + 1 + (original != NULL) + (date != NULL);
  first = writer->next;
  wmd_akn_write_blocks (writer, reply->part, 1, TRUE);
  if (writer->next == first)
    wmd_xml_empty (writer->xml, "p", NULL);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
}

/* --- the collection --- */

static void
write_collection_body (WmdAkn *writer)
{
  wmd_xml_start (writer->xml, "collectionBody", NULL);
  wmd_xml_start (writer->xml, "component", "eId", "body.report", NULL);
  wmd_xml_empty (writer->xml, "documentRef", "href", "#report", "showAs",
                 wmd_publication_get_title (writer->publication), NULL);
  wmd_xml_end (writer->xml);
  for (guint i = 0; i < wmd_publication_get_n_items (writer->publication); i++)
    {
      const WmdItem *item = wmd_publication_get_item (writer->publication, i);
      g_autofree char *id = g_strconcat ("body.", item->id, NULL);
      g_autofree char *href = g_strconcat ("#", item->id, NULL);

      if (item->kind != WMD_ITEM_REPLY)
        continue;
      wmd_xml_start (writer->xml, "component", "eId", id, NULL);
      wmd_xml_empty (writer->xml, "documentRef", "href", href, "showAs", wmd_inline_get_text (item->content), NULL);
      wmd_xml_end (writer->xml);
    }
  wmd_xml_end (writer->xml);
}

static void
write_collection (WmdAkn *writer)
{
  const WmdAknIdentity identity = {
    "documentCollection/publication", "main", "publication", "#un", writer->date, NULL
  };

  wmd_xml_start (writer->xml, "akomaNtoso", "xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0", NULL);
  wmd_xml_start (writer->xml, "documentCollection", "name", "publication", NULL);
  wmd_akn_write_meta (writer, &identity, TRUE);
  write_cover_page (writer);
  write_preface (writer);
  write_collection_body (writer);
  wmd_xml_start (writer->xml, "components", NULL);
  write_report (writer);
  for (guint i = 0; i < wmd_publication_get_n_items (writer->publication); i++)
    if (wmd_publication_get_item (writer->publication, i)->kind == WMD_ITEM_REPLY)
      write_reply (writer, i);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
  wmd_xml_end (writer->xml);
}

GBytes *
wmd_akn_write (WmdPublication *publication, const WmdPublishOptions *options, GCancellable *cancellable, GError **error)
{
  GsfOutput *memory;
  g_autoptr (GDateTime) time = NULL;
  WmdAkn writer = { .publication = publication };
  GBytes *bytes;

  g_return_val_if_fail (publication != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  time = g_date_time_new_from_unix_utc (options->date);
  writer.date = wmd_publication_get_date (publication) != NULL ? g_strdup (wmd_publication_get_date (publication))
                                                               : g_date_time_format (time, "%Y-%m-%d");
  writer.language = wmd_publication_get_language (publication);
  writer.number = wmd_akn_dup_number (wmd_publication_get_masthead (publication)->symbol);
  memory = gsf_output_memory_new ();
  writer.xml = gsf_xml_out_new (memory);
  g_object_set (writer.xml, "pretty-print", FALSE, NULL);
  write_collection (&writer);
  g_object_unref (writer.xml);
  gsf_output_close (memory);
  bytes = g_bytes_new (gsf_output_memory_get_bytes (GSF_OUTPUT_MEMORY (memory)), (gsize) gsf_output_size (memory));
  g_object_unref (memory);
  g_free (writer.date);
  g_free (writer.number);
  return bytes;
}
