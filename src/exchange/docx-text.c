/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Running text: runs and what they look like, links, fields. */

#include "config.h"

#include "exchange/docx-reader.h"

#include <stdlib.h>
#include <string.h>

#include "exchange/docx-symbols.h"

#define NO_BREAK_HYPHEN "\342\200\221"
#define REPLACEMENT 0xFFFD

/* --- running text --- */

gboolean
wmd_docx_is_seen (WmdDocxReader *self)
{
  return !wmd_docx_fields_is_code (self->fields) && !wmd_docx_fields_is_contents (self->fields);
}

static WmdLook
get_look (WmdDocxReader *self, const WmdDocxContext *context)
{
  const char *link = wmd_docx_fields_get_link (self->fields);

  return (WmdLook){ context->look.spans, link != NULL ? link : context->look.link };
}

static void
add_text (WmdDocxReader *self, const char *text, const WmdDocxContext *context)
{
  const WmdLook look = get_look (self, context);

  if (self->at_mark)
    return;
  if (wmd_docx_is_seen (self))
    wmd_document_maker_add_text (&self->maker, text, &look);
  else if (!wmd_docx_fields_is_code (self->fields))
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_CONTENTS, text);
}

static void
append_symbol (WmdDocxReader *self, GString *text, const char *font, gunichar code)
{
  const gunichar c = wmd_docx_map_symbol (font, code);
  g_autofree char *name = g_strdup_printf ("%s %04X", font != NULL ? font : "", code);

  if (c == 0)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_SYMBOL, name);
  g_string_append_unichar (text, c != 0 ? c : REPLACEMENT);
}

static void
read_text (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  xmlChar *content = xmlNodeGetContent (node);
  g_autoptr (GString) text = g_string_new (NULL);

  for (const char *p = (const char *) content; *p != '\0'; p = g_utf8_next_char (p))
    if (wmd_docx_is_private (g_utf8_get_char (p)))
      append_symbol (self, text, context->font, g_utf8_get_char (p));
    else
      g_string_append_unichar (text, g_utf8_get_char (p));
  add_text (self, text->str, context);
  xmlFree (content);
}

static void
read_symbol (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  g_autofree char *font = wmd_input_dup_attribute (node, "font");
  g_autofree char *code = wmd_input_dup_attribute (node, "char");
  g_autoptr (GString) text = g_string_new (NULL);

  append_symbol (self, text, font, code != NULL ? (gunichar) strtoul (code, NULL, 16) : 0);
  add_text (self, text->str, context);
}

static void
read_tab (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  add_text (self, " ", context);
}

static void
read_hyphen (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  add_text (self, NO_BREAK_HYPHEN, context);
}

static void
read_break (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  const WmdLook look = get_look (self, context);

  if (wmd_docx_is_seen (self))
    wmd_document_maker_break_line (&self->maker, &look);
}

static void
read_formula (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  g_autofree char *text = wmd_docx_dup_text (node, FALSE);

  if (wmd_docx_is_seen (self))
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_FORMULA, text);
  wmd_docx_read_children (self, node, context);
}

/* Of a run: what is not shown, and looks that a report does not have. FALSE when it is not shown. */
static gboolean
notice_looks (WmdDocxReader *self, const xmlNode *node, const WmdDocxLooks *looks, const WmdDocxContext *context)
{
  const WmdLook look = get_look (self, context);
  g_autofree char *text = NULL;

  if ((looks->on & (WMD_DOCX_HIDDEN | WMD_DOCX_STRUCK | WMD_DOCX_LINED)) == 0)
    return TRUE;
  text = wmd_docx_dup_text (node, FALSE);
  if ((looks->on & WMD_DOCX_HIDDEN) != 0)
    {
      if (wmd_docx_is_seen (self))
        wmd_document_maker_remark (&self->maker, WMD_PASSAGE_HIDDEN, text);
      return wmd_docx_find (node, "fldChar") != NULL || wmd_docx_find (node, "instrText") != NULL;
    }
  if (wmd_docx_is_seen (self) && (looks->on & WMD_DOCX_STRUCK) != 0)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_STRUCK, text);
  if (wmd_docx_is_seen (self) && (looks->on & WMD_DOCX_LINED) != 0 && look.link == NULL)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_LOOK, text);
  return TRUE;
}

static guint
get_spans (const WmdDocxLooks *looks)
{
  const gboolean complex = (looks->on & WMD_DOCX_COMPLEX) != 0;
  const struct
  {
    guint look;
    WmdSpanKind kind;
  } spans[] = {
    { complex ? WMD_DOCX_COMPLEX_BOLD : WMD_DOCX_BOLD, WMD_SPAN_STRONG },
    { complex ? WMD_DOCX_COMPLEX_ITALIC : WMD_DOCX_ITALIC, WMD_SPAN_EMPHASIS },
    { WMD_DOCX_RAISED, WMD_SPAN_SUPERSCRIPT },
    { WMD_DOCX_LOWERED, WMD_SPAN_SUBSCRIPT },
  };
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if ((looks->on & spans[i].look) != 0)
      bits |= 1u << spans[i].kind;
  return bits;
}

static char *
dup_font (const xmlNode *properties)
{
  const xmlNode *fonts = wmd_docx_find (properties, "rFonts");

  return fonts != NULL ? wmd_input_dup_attribute (fonts, "ascii") : NULL;
}

static void
read_run (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  const xmlNode *properties = wmd_docx_find (node, "rPr");
  g_autofree char *style = wmd_docx_dup_value (properties, "rStyle");
  g_autofree char *font = dup_font (properties);
  const WmdDocxLooks characters =
      style != NULL ? wmd_docx_resolve_style (self->styles, style).looks : (WmdDocxLooks){ 0, 0 };
  const WmdDocxLooks looks = wmd_docx_apply_looks (wmd_docx_combine_looks (context->style, characters), properties);
  WmdDocxContext inner = *context;

  inner.look.spans = get_spans (&looks);
  inner.font = font;
  if (notice_looks (self, node, &looks, &inner))
    wmd_docx_read_children (self, node, &inner);
  self->at_mark = FALSE;
}

/* --- links and fields --- */

static void
read_link (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  const WmdDocxRelation *relation = wmd_docx_follow (self, node);
  g_autofree char *anchor = wmd_input_dup_attribute (node, "anchor");
  g_autofree char *address = relation != NULL && relation->target != NULL
                                 ? g_strconcat (relation->target, anchor != NULL ? "#" : "", anchor, NULL)
                                 : NULL;
  WmdDocxContext inner = *context;

  inner.look.link = wmd_passage_builder_keep_link (self->maker.builder, address);
  if (inner.look.link == NULL && wmd_docx_is_seen (self))
    {
      g_autofree char *text = wmd_docx_dup_text (node, FALSE);

      wmd_document_maker_remark (&self->maker, WMD_PASSAGE_LINK, text);
    }
  wmd_docx_read_children (self, node, &inner);
}

static void
read_field (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  wmd_docx_fields_step (self->fields, node, self->maker.builder);
}

static void
read_code (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  xmlChar *content = xmlNodeGetContent (node);

  wmd_docx_fields_add_code (self->fields, (const char *) content);
  xmlFree (content);
}

static void
read_simple_field (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  g_autofree char *code = wmd_input_dup_attribute (node, "instr");
  g_autofree char *address = code != NULL ? wmd_docx_dup_field_link (code) : NULL;
  const char *link = wmd_passage_builder_keep_link (self->maker.builder, address);
  WmdDocxContext inner = *context;

  if (link != NULL)
    inner.look.link = link;
  wmd_docx_read_children (self, node, &inner);
}

const WmdDocxElement wmd_docx_text_elements[] = {
  { WMD_OOXML_WORD, "r", read_run },
  { WMD_OOXML_WORD, "t", read_text },
  { WMD_OOXML_WORD, "tab", read_tab },
  { WMD_OOXML_WORD, "ptab", read_tab },
  { WMD_OOXML_WORD, "br", read_break },
  { WMD_OOXML_WORD, "cr", read_break },
  { WMD_OOXML_WORD, "noBreakHyphen", read_hyphen },
  { WMD_OOXML_WORD, "sym", read_symbol },
  { WMD_OOXML_WORD, "hyperlink", read_link },
  { WMD_OOXML_WORD, "fldChar", read_field },
  { WMD_OOXML_WORD, "instrText", read_code },
  { WMD_OOXML_WORD, "fldSimple", read_simple_field },
  { WMD_OOXML_MATH, "oMath", read_formula },
  { WMD_OOXML_MATH, "t", read_text },
  { WMD_OOXML_OTHER, NULL, NULL },
};
