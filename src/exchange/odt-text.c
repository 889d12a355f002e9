/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Running text of OpenDocument: what it looks like, links, footnotes. */

#include "config.h"

#include "exchange/odt-reader.h"

#include <stdlib.h>
#include <string.h>

/* Which of the three kinds of scripts text is in, as styles tell them apart: Western, Asian, complex. */
static guint
get_script_kind (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_unichar_get_script (g_utf8_get_char (p)))
      {
      case G_UNICODE_SCRIPT_HAN:
      case G_UNICODE_SCRIPT_HIRAGANA:
      case G_UNICODE_SCRIPT_KATAKANA:
      case G_UNICODE_SCRIPT_HANGUL:
        return 1;
      case G_UNICODE_SCRIPT_ARABIC:
      case G_UNICODE_SCRIPT_HEBREW:
        return 2;
      case G_UNICODE_SCRIPT_COMMON:
      case G_UNICODE_SCRIPT_INHERITED:
        break;
      default:
        return 0;
      }
  return 0;
}

static guint
get_spans (guint looks, const char *text)
{
  const guint script = get_script_kind (text);
  const struct
  {
    guint look;
    WmdSpanKind kind;
  } spans[] = {
    { WMD_ODT_STRONG << script, WMD_SPAN_STRONG },
    { WMD_ODT_EMPHASIS << script, WMD_SPAN_EMPHASIS },
    { WMD_ODT_RAISED, WMD_SPAN_SUPERSCRIPT },
    { WMD_ODT_LOWERED, WMD_SPAN_SUBSCRIPT },
  };
  guint bits = 0;

  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if ((looks & spans[i].look) != 0)
      bits |= 1u << spans[i].kind;
  return bits;
}

void
wmd_odt_add_text (WmdOdtReader *self, const char *text, const WmdOdtContext *context)
{
  const WmdLook look = { get_spans (context->looks, text), context->link };

  if ((context->looks & WMD_ODT_HIDDEN) != 0)
    {
      wmd_document_maker_remark (&self->maker, WMD_PASSAGE_HIDDEN, text);
      return;
    }
  if (self->n_inserted > 0)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_INSERTED, text);
  if ((context->looks & WMD_ODT_STRUCK) != 0)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_STRUCK, text);
  if ((context->looks & WMD_ODT_LINED) != 0 && context->link == NULL)
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_LOOK, text);
  wmd_document_maker_add_text (&self->maker, text, &look);
}

static void
read_spaces (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  const char *before =
      node->prev != NULL && node->prev->type == XML_TEXT_NODE ? (const char *) node->prev->content : "";
  g_autofree char *count = wmd_input_dup_attribute (node, "c");

  wmd_odt_add_text (self, " ", context);
  if (count != NULL || g_str_has_suffix (before, " "))
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_SPACES, before);
}

static void
read_break (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  const WmdLook look = { 0, context->link };

  wmd_document_maker_break_line (&self->maker, &look);
}

static void
read_span (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *style = wmd_input_dup_attribute (node, "style-name");
  WmdOdtContext inner = *context;

  inner.looks = wmd_odt_styles_apply (self->styles, "text", style, context->looks);
  wmd_odt_read_children (self, node, &inner);
}

static void
read_link (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *address = wmd_input_dup_attribute (node, "href");
  WmdOdtContext inner = *context;

  inner.link = wmd_passage_builder_keep_link (self->maker.builder, address);
  if (inner.link == NULL)
    wmd_odt_leave_out (self, node, WMD_PASSAGE_LINK);
  wmd_odt_read_children (self, node, &inner);
}

static void
read_note (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  const xmlNode *body = wmd_odf_find (node, WMD_ODF_TEXT, "note-body");
  WmdPassageBuilder *outer = self->maker.builder;
  g_autoptr (WmdPassageBuilder) builder = NULL;
  g_autofree char *markup = NULL;

  if (body == NULL || self->in_note)
    return;
  builder = wmd_passage_builder_new ();
  self->maker.builder = builder;
  self->in_note = TRUE;
  wmd_odt_read_children (self, body, &(WmdOdtContext){ .in_paragraph = FALSE });
  markup = wmd_passage_builder_finish_note (builder);
  self->maker.builder = outer;
  self->in_note = FALSE;
  if (markup[0] != '\0')
    wmd_passage_builder_add_note (self->maker.builder, markup);
}

const WmdOdtElement wmd_odt_text_elements[] = {
  { WMD_ODF_TEXT, "span", read_span },        { WMD_ODF_TEXT, "a", read_link },
  { WMD_ODF_TEXT, "s", read_spaces },         { WMD_ODF_TEXT, "tab", read_spaces },
  { WMD_ODF_TEXT, "line-break", read_break }, { WMD_ODF_TEXT, "note", read_note },
  { WMD_ODF_DRAWING, "a", read_link },        { 0 },
};
