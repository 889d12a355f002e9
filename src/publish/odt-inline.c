/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Running text in OpenDocument: spans with named styles, links, footnotes, and the spaces that a reader of the
 * format would take for one.
 */

#include "config.h"

#include "publish/inline-runs.h"
#include "publish/odt-private.h"

#include <string.h>

/* In the order in which they are nested, the outermost first. */
static const struct
{
  WmdSpanKind kind;
  const char *style;
} text_styles[] = {
  { WMD_SPAN_STRONG, "Strong_20_Emphasis" },
  { WMD_SPAN_EMPHASIS, "Emphasis" },
  { WMD_SPAN_SUPERSCRIPT, "Superscript" },
  { WMD_SPAN_SUBSCRIPT, "Subscript" },
};

/* TRUE when the character at @p cannot be written as it is: readers take spaces next to one another for one, and a
 * space at either end of a run may meet one of the run beside it.
 */
static gboolean
is_special (const char *text, const char *end, const char *p)
{
  return *p == '\t' || *p == '\n' || (*p == ' ' && (p == text || p + 1 == end || p[-1] == ' '));
}

/* What word processors take for Arabic where it stands among Arabic, though it is not set in its font: digits, and
 * signs that the font does not have.
 */
static gboolean
is_sign (WmdLanguage language, const char *p)
{
  static const char signs[] = "0123456789\"#$%&'()*+-/;<=>?@[\\]^_`{|}~–—‘’“”•…";

  return language == WMD_LANGUAGE_AR && g_utf8_strchr (signs, sizeof signs - 1, g_utf8_get_char (p)) != NULL;
}

static void
write_plain (WmdLanguage language, GsfXMLOut *xml, const char *start, const char *end)
{
  while (start < end)
    {
      gboolean signs = is_sign (language, start);
      const char *stop = start;

      while (stop < end && is_sign (language, stop) == signs)
        stop = g_utf8_next_char (stop);
      if (signs)
        wmd_xml_start (xml, "text:span", "text:style-name", WMD_ODT_SIGNS, NULL);
      wmd_xml_text (xml, start, stop - start);
      if (signs)
        wmd_xml_end (xml);
      start = stop;
    }
}

static void
write_stretch (WmdLanguage language, GsfXMLOut *xml, const char *text, gsize length)
{
  const char *end = text + length;
  const char *start = text;

  for (const char *p = text; p < end; p++)
    {
      if (!is_special (text, end, p))
        continue;
      write_plain (language, xml, start, p);
      wmd_xml_empty (xml, *p == '\t' ? "text:tab" : *p == '\n' ? "text:line-break" : "text:s", NULL);
      start = p + 1;
    }
  write_plain (language, xml, start, end);
}

void
wmd_odt_write_text (const WmdOdt *odt, GsfXMLOut *xml, const char *text)
{
  write_stretch (odt->language, xml, text, strlen (text));
}

void
wmd_odt_write_note (const WmdOdt *odt,
                    GsfXMLOut *xml,
                    const WmdInline *content,
                    WmdLanguage language,
                    const char *id,
                    const char *mark)
{
  g_autofree char *style = wmd_odt_dup_style (odt, WMD_DOCUMENT_FOOTNOTE, language);
  gboolean counted = g_ascii_isdigit (mark[0]);

  wmd_xml_start (xml, "text:note", "text:id", id, "text:note-class", "footnote", NULL);
  wmd_xml_start (xml, "text:note-citation", "text:label", counted ? NULL : mark, NULL);
  wmd_xml_text (xml, mark, -1);
  wmd_xml_end (xml);
  wmd_xml_start (xml, "text:note-body", NULL);
  wmd_xml_start (xml, "text:p", "text:style-name", style, NULL);
  wmd_odt_write_inline (odt, xml, content, language, NULL);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
  wmd_xml_end (xml);
}

static void
write_counted_note (const WmdOdt *odt, GsfXMLOut *xml, const char *markup, WmdLanguage language, guint number)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);
  g_autofree char *mark = g_strdup_printf ("%u", number);
  g_autofree char *id = g_strconcat ("ftn", mark, NULL);

  if (content != NULL)
    wmd_odt_write_note (odt, xml, content, language, id, mark);
}

static void
write_run (const WmdOdt *odt, GsfXMLOut *xml, const WmdInlineRun *run, WmdLanguage language, guint *n_notes)
{
  guint open = 0;

  if (run->note != NULL)
    {
      if (n_notes != NULL)
        write_counted_note (odt, xml, run->note->value, language, ++*n_notes);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (text_styles); i++)
    if (WMD_RUN_HAS (run, text_styles[i].kind))
      {
        wmd_xml_start (xml, "text:span", "text:style-name", text_styles[i].style, NULL);
        open++;
      }
  write_stretch (language, xml, run->text, run->length);
  while (open-- > 0)
    wmd_xml_end (xml);
}

void
wmd_odt_write_inline (const WmdOdt *odt, GsfXMLOut *xml, const WmdInline *content, WmdLanguage language, guint *n_notes)
{
  g_autoptr (GArray) runs = wmd_inline_list_runs (content);
  const WmdSpan *link = NULL;

  for (guint i = 0; i < runs->len; i++)
    {
      const WmdInlineRun *run = &g_array_index (runs, WmdInlineRun, i);

      if (link != NULL && run->link != link)
        wmd_xml_end (xml);
      if (run->link != NULL && run->link != link)
        wmd_xml_start (xml, "text:a", "xlink:type", "simple", "xlink:href", run->link->value, "text:style-name",
                       "Internet_20_link", "text:visited-style-name", "Visited_20_Internet_20_Link", NULL);
      link = run->link;
      write_run (odt, xml, run, language, n_notes);
    }
  if (link != NULL)
    wmd_xml_end (xml);
}
