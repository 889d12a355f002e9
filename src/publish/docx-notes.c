/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The footnotes of the Office Open XML document: their marks in the text, and the member of the package that holds
 * them, in the order of the marks. One that came or went has its mark and its words tracked.
 */

#include "config.h"

#include "publish/docx-private.h"

typedef struct
{
  char *sign;       /* its mark; NULL for a number */
  WmdInline *older; /* NULL for one that came */
  WmdInline *newer; /* NULL for one that went */
  WmdLanguage language;
} Note;

void
wmd_docx_note_free (gpointer data)
{
  Note *self = data;

  g_free (self->sign);
  g_clear_pointer (&self->older, wmd_inline_unref);
  g_clear_pointer (&self->newer, wmd_inline_unref);
  g_free (self);
}

/* The notes of a publication are sound; should one not be, its source is better than nothing. (transfer full) */
static WmdInline *
parse (const char *markup)
{
  WmdInline *content = wmd_inline_parse (markup, NULL);

  return content != NULL ? content : wmd_inline_new_text (markup);
}

static void
start_mark (GsfXMLOut *xml)
{
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_start (xml, "w:rPr", NULL);
  wmd_docx_value (xml, "w:rStyle", "FootnoteReference");
  wmd_xml_end (xml);
}

void
wmd_docx_write_note_call (WmdDocx *docx,
                          GsfXMLOut *xml,
                          const WmdDocxRun *run,
                          const WmdDocxRun *former,
                          WmdDocxChange change)
{
  Note *note = g_new0 (Note, 1);
  g_autofree char *id = NULL;

  note->sign = g_strdup (run->sign);
  note->language = docx->text_language;
  note->newer = change != WMD_DOCX_DELETED ? parse (run->note) : NULL;
  if (change == WMD_DOCX_DELETED)
    note->older = parse (run->note);
  else if (former != NULL)
    note->older = parse (former->note);
  else if (change == WMD_DOCX_KEPT)
    note->older = wmd_inline_ref (note->newer);
  g_ptr_array_add (docx->notes, note);

  id = g_strdup_printf ("%u", docx->notes->len);
  start_mark (xml);
  wmd_xml_empty (xml, "w:footnoteReference", "w:customMarkFollows", run->sign != NULL ? "1" : NULL, "w:id", id, NULL);
  if (run->sign != NULL)
    wmd_xml_text_element (xml, change == WMD_DOCX_DELETED ? "w:delText" : "w:t", run->sign);
  wmd_xml_end (xml);
}

static GArray *
dup_text (const WmdInline *content)
{
  GArray *text = content != NULL ? wmd_docx_text_new () : NULL;

  if (text != NULL)
    wmd_docx_text_add_inline (text, content, FALSE);
  return text;
}

static void
write_note (WmdDocx *docx, GsfXMLOut *xml, const char *id, const Note *note)
{
  GArray *newer = dup_text (note->newer);
  GArray *older = note->older == note->newer ? newer : dup_text (note->older);

  wmd_xml_start (xml, "w:footnote", "w:id", id, NULL);
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_FOOTNOTE);
  start_mark (xml);
  if (note->sign == NULL)
    wmd_xml_empty (xml, "w:footnoteRef", NULL);
  else
    wmd_xml_text_element (xml, "w:t", note->sign);
  wmd_xml_end (xml);
  wmd_docx_write_line (docx, xml, " ", " ", NULL);
  docx->text_language = note->language;
  wmd_docx_write_text (docx, xml, &docx->note_links, older, newer);
  docx->text_language = docx->language;
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  if (older != newer)
    g_clear_pointer (&older, g_array_unref);
  g_clear_pointer (&newer, g_array_unref);
}

/* The rule above the notes, and above those that go on from the page before. */
static void
write_separator (GsfXMLOut *xml, const char *type, const char *id, const char *element)
{
  wmd_xml_start (xml, "w:footnote", "w:type", type, "w:id", id, NULL);
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_FOOTNOTE_RULE);
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_empty (xml, element, NULL);
  for (guint i = 0; i < 3; i++)
    wmd_xml_end (xml);
}

void
wmd_docx_write_notes (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_docx_start_document (xml, "w:footnotes");
  write_separator (xml, "separator", "-1", "w:separator");
  write_separator (xml, "continuationSeparator", "0", "w:continuationSeparator");
  for (guint i = 0; i < docx->notes->len; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i + 1);

      write_note (docx, xml, id, g_ptr_array_index (docx->notes, i));
    }
  wmd_xml_end (xml);
}
