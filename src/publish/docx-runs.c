/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text in Office Open XML: runs with character styles, links through relationships, footnotes, fields. In Arabic
 * editions runs go from right to left, but those of Latin words.
 */

#include "config.h"

#include "publish/docx-private.h"
#include "publish/inline-runs.h"

#include <string.h>

/* A run has one character style; where text is more than one thing, it has the properties of the others. */
static const struct
{
  WmdSpanKind kind;
  const char *style;
  const char *elements[2]; /* in the order that the format wants */
  const char *value;
} looks[] = {
  { WMD_SPAN_STRONG, "Strong", { "w:b", "w:bCs" }, NULL },
  { WMD_SPAN_EMPHASIS, "Emphasis", { "w:i", "w:iCs" }, NULL },
  { WMD_SPAN_SUPERSCRIPT, "Superscript", { "w:vertAlign" }, "superscript" },
  { WMD_SPAN_SUBSCRIPT, "Subscript", { "w:vertAlign" }, "subscript" },
};

void
wmd_docx_value (GsfXMLOut *xml, const char *name, const char *value)
{
  wmd_xml_empty (xml, name, "w:val", value, NULL);
}

void
wmd_docx_number (GsfXMLOut *xml, const char *name, int value)
{
  g_autofree char *text = g_strdup_printf ("%d", value);

  wmd_docx_value (xml, name, text);
}

void
wmd_docx_add_length (GsfXMLOut *xml, const char *attribute, double points)
{
  gsf_xml_out_add_int (xml, attribute, (int) (points * 20. + (points < 0. ? -0.5 : 0.5)));
}

/* @style (nullable) is that of what the run stands in: a link, a mark. */
static void
write_run_properties (GsfXMLOut *xml, const char *style, guint styles, gboolean rtl)
{
  const char *own = style;

  for (guint i = 0; i < G_N_ELEMENTS (looks) && own == NULL; i++)
    if (styles & 1u << looks[i].kind)
      {
        own = looks[i].style;
        styles &= ~(1u << looks[i].kind);
      }
  if (own == NULL && !rtl)
    return;
  wmd_xml_start (xml, "w:rPr", NULL);
  if (own != NULL)
    wmd_docx_value (xml, "w:rStyle", own);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    for (guint j = 0; j < 2 && looks[i].elements[j] != NULL && styles & 1u << looks[i].kind; j++)
      wmd_docx_value (xml, looks[i].elements[j], looks[i].value);
  if (rtl)
    wmd_xml_empty (xml, "w:rtl", NULL);
  wmd_xml_end (xml);
}

static void
write_text (GsfXMLOut *xml, const char *text, gsize length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *stop = text;

      while (stop < end && *stop != '\t' && *stop != '\n')
        stop++;
      if (stop > text)
        {
          wmd_xml_start (xml, "w:t", "xml:space", "preserve", NULL);
          wmd_xml_text (xml, text, stop - text);
          wmd_xml_end (xml);
        }
      if (stop < end)
        wmd_xml_empty (xml, *stop == '\t' ? "w:tab" : "w:br", NULL);
      text = stop + 1;
    }
}

/* Length of what begins @text and runs in one direction: a word that holds a Latin letter, or all up to the next. */
static gsize
measure_direction (const char *text, const char *end, gboolean *latin)
{
  const char *p = text;

  *latin = FALSE;
  while (p < end)
    {
      const char *word = p;
      gboolean letters = FALSE;

      for (; p < end && g_ascii_isgraph (*p); p++)
        letters |= g_ascii_isalpha (*p);
      if (letters && word == text)
        {
          *latin = TRUE;
          return p - text;
        }
      if (letters)
        return word - text;
      if (p < end && p == word)
        p = g_utf8_next_char (p);
    }
  return end - text;
}

static void
write_stretch (const WmdDocx *docx, GsfXMLOut *xml, const char *text, gsize length, const char *style, guint styles)
{
  const char *end = text + length;
  gboolean rtl = wmd_language_is_rtl (docx->language);

  while (text < end)
    {
      gboolean latin = !rtl;
      gsize part = rtl ? measure_direction (text, end, &latin) : (gsize) (end - text);

      wmd_xml_start (xml, "w:r", NULL);
      write_run_properties (xml, style, styles, !latin);
      write_text (xml, text, part);
      wmd_xml_end (xml);
      text += part;
    }
}

void
wmd_docx_write_run (const WmdDocx *docx, GsfXMLOut *xml, const char *text, const char *style)
{
  write_stretch (docx, xml, text, strlen (text), style, 0);
}

static void
write_field_mark (GsfXMLOut *xml, const char *type)
{
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_empty (xml, "w:fldChar", "w:fldCharType", type, NULL);
  wmd_xml_end (xml);
}

void
wmd_docx_start_field (GsfXMLOut *xml, const char *instruction)
{
  write_field_mark (xml, "begin");
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_start (xml, "w:instrText", "xml:space", "preserve", NULL);
  wmd_xml_text (xml, instruction, -1);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  write_field_mark (xml, "separate");
}

void
wmd_docx_end_field (GsfXMLOut *xml)
{
  write_field_mark (xml, "end");
}

void
wmd_docx_write_field (GsfXMLOut *xml, const char *instruction, const char *shown)
{
  wmd_docx_start_field (xml, instruction);
  wmd_xml_start (xml, "w:r", NULL);
  wmd_xml_text_element (xml, "w:t", shown);
  wmd_xml_end (xml);
  wmd_docx_end_field (xml);
}

/* --- notes --- */

/* @sign (nullable): the mark where it is not counted. */
static void
write_note_call (WmdDocx *docx, GsfXMLOut *xml, const char *markup, const char *sign)
{
  g_autofree char *id = NULL;

  g_ptr_array_add (docx->notes, g_strconcat (sign != NULL ? sign : "", "\t", markup, NULL));
  id = g_strdup_printf ("%u", docx->notes->len);
  wmd_xml_start (xml, "w:r", NULL);
  write_run_properties (xml, "FootnoteReference", 0, FALSE);
  wmd_xml_empty (xml, "w:footnoteReference", "w:customMarkFollows", sign != NULL ? "1" : NULL, "w:id", id, NULL);
  if (sign != NULL)
    wmd_xml_text_element (xml, "w:t", sign);
  wmd_xml_end (xml);
}

void
wmd_docx_write_signed_note (WmdDocx *docx, GsfXMLOut *xml, const WmdInline *content, const char *sign)
{
  write_note_call (docx, xml, wmd_inline_get_markup (content), sign);
}

static void
write_note (WmdDocx *docx, GsfXMLOut *xml, const char *id, const char *sign, const char *markup)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);

  wmd_xml_start (xml, "w:footnote", "w:id", id, NULL);
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_FOOTNOTE);
  wmd_xml_start (xml, "w:r", NULL);
  write_run_properties (xml, "FootnoteReference", 0, FALSE);
  if (*sign == '\0')
    wmd_xml_empty (xml, "w:footnoteRef", NULL);
  else
    wmd_xml_text_element (xml, "w:t", sign);
  wmd_xml_end (xml);
  wmd_docx_write_run (docx, xml, " ", NULL);
  if (content != NULL)
    wmd_docx_write_inline (docx, xml, content, TRUE);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

/* The rule above the notes, and above those that go on from the page before: underscores, as in issued documents. */
static void
write_separator (const WmdDocx *docx, GsfXMLOut *xml, const char *type, const char *id)
{
  wmd_xml_start (xml, "w:footnote", "w:type", type, "w:id", id, NULL);
  wmd_docx_start_paragraph (xml, WMD_DOCUMENT_FOOTNOTE_RULE);
  wmd_docx_write_run (docx, xml, "_________________", NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

void
wmd_docx_write_notes (WmdDocx *docx, GsfXMLOut *xml)
{
  wmd_docx_start_document (xml, "w:footnotes");
  write_separator (docx, xml, "separator", "-1");
  write_separator (docx, xml, "continuationSeparator", "0");
  for (guint i = 0; i < docx->notes->len; i++)
    {
      g_auto (GStrv) note = g_strsplit (g_ptr_array_index (docx->notes, i), "\t", 2);
      g_autofree char *id = g_strdup_printf ("%u", i + 1);

      write_note (docx, xml, id, note[0], note[1]);
    }
  wmd_xml_end (xml);
}

/* --- running text --- */

static void
start_link (WmdDocxLinks *links, GsfXMLOut *xml, const char *address)
{
  g_autofree char *id = NULL;

  g_ptr_array_add (links->addresses, g_strdup (address));
  id = g_strdup_printf ("link%u", links->addresses->len);
  wmd_xml_start (xml, "w:hyperlink", "r:id", id, NULL);
}

void
wmd_docx_write_inline (WmdDocx *docx, GsfXMLOut *xml, const WmdInline *content, gboolean in_note)
{
  g_autoptr (GArray) runs = wmd_inline_list_runs (content);
  const WmdSpan *link = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const WmdInlineRun *run = &g_array_index (runs, WmdInlineRun, i);

      if (link != NULL && run->link != link)
        wmd_xml_end (xml);
      if (run->link != NULL && run->link != link)
        start_link (in_note ? &docx->note_links : &docx->links, xml, run->link->value);
      link = run->link;
      if (run->note == NULL)
        write_stretch (docx, xml, run->text, run->length, link != NULL ? "Hyperlink" : NULL, run->styles);
      else if (!in_note)
        write_note_call (docx, xml, run->note->value, NULL);
    }
  if (link != NULL)
    wmd_xml_end (xml);
}
