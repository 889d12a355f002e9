/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is no text of the document, or no longer, or not yet. */

#include "config.h"

#include "exchange/docx-reader.h"

#include <string.h>

static void
skip (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
}

void
wmd_docx_leave_out (WmdDocxReader *self, const xmlNode *node, WmdPassageRemark kind)
{
  g_autofree char *text = wmd_docx_dup_text (node, TRUE);

  if (wmd_docx_is_seen (self))
    wmd_document_maker_remark (&self->maker, kind, text);
}

static void
read_deletion (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  wmd_docx_leave_out (self, node, WMD_PASSAGE_DELETED);
}

static void
read_insertion (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  g_autofree char *text = wmd_docx_dup_text (node, FALSE);

  if (wmd_docx_is_seen (self))
    wmd_document_maker_remark (&self->maker, wmd_docx_is (node, "ins") ? WMD_PASSAGE_INSERTED : WMD_PASSAGE_MOVED,
                               text);
  wmd_docx_read_children (self, node, context);
}

/* The first description of what is drawn in @node: its alternative text, else its name. (transfer full) (nullable) */
static char *
dup_description (const xmlNode *node)
{
  static const char *const attributes[] = { "descr", "alt", "title", "name", "ProgID", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      g_autofree char *text = wmd_input_dup_attribute (node, attributes[i]);

      if (text != NULL && text[0] != '\0')
        return g_steal_pointer (&text);
    }
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      char *text = child->type == XML_ELEMENT_NODE ? dup_description (child) : NULL;

      if (text != NULL)
        return text;
    }
  return NULL;
}

static void
read_drawing (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  char *text = wmd_docx_dup_text (node, FALSE);
  g_autofree char *description = dup_description (node);
  const gboolean embedded = wmd_docx_is (node, "object");

  if (text[0] != '\0' && !embedded)
    {
      wmd_document_maker_take_letterhead (&self->maker, WMD_PASSAGE_TEXT_BOX, text);
      return;
    }
  g_free (text);
  wmd_document_maker_remark (&self->maker, embedded ? WMD_PASSAGE_OBJECT : WMD_PASSAGE_PICTURE,
                             description != NULL ? description : "…");
}

/* A document in the document, which a word processor would put here. */
static void
read_chunk (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  const WmdDocxRelation *relation = wmd_docx_follow (self, node);

  wmd_document_maker_remark (&self->maker, WMD_PASSAGE_OBJECT,
                             relation != NULL && relation->target != NULL ? relation->target : "…");
}

static void
read_control (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  if (wmd_docx_find (wmd_docx_find (node, "sdtPr"), "showingPlcHdr") != NULL)
    wmd_docx_leave_out (self, node, WMD_PASSAGE_PROMPT);
  else
    wmd_docx_read_children (self, node, context);
}

/* Several ways to write one thing: the first is the best. */
static void
read_alternatives (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  const xmlNode *best = NULL;

  for (const xmlNode *child = node->children; child != NULL && best == NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE && strcmp ((const char *) child->name, "Choice") == 0)
      best = child;
  for (const xmlNode *child = node->children; child != NULL && best == NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      best = child;
  if (best != NULL)
    wmd_docx_read_children (self, best, context);
}

const WmdDocxElement wmd_docx_left_out_elements[] = {
  { WMD_OOXML_WORD, "rPr", skip },
  { WMD_OOXML_WORD, "pPr", skip },
  { WMD_OOXML_WORD, "ins", read_insertion },
  { WMD_OOXML_WORD, "moveTo", read_insertion },
  { WMD_OOXML_WORD, "del", read_deletion },
  { WMD_OOXML_WORD, "moveFrom", read_deletion },
  { WMD_OOXML_WORD, "tblPr", skip },
  { WMD_OOXML_WORD, "trPr", skip },
  { WMD_OOXML_WORD, "tcPr", skip },
  { WMD_OOXML_WORD, "sdt", read_control },
  { WMD_OOXML_WORD, "sdtPr", skip },
  { WMD_OOXML_WORD, "drawing", read_drawing },
  { WMD_OOXML_WORD, "pict", read_drawing },
  { WMD_OOXML_WORD, "object", read_drawing },
  { WMD_OOXML_WORD, "altChunk", read_chunk },
  { WMD_OOXML_WORD, "subDoc", read_chunk },
  { WMD_OOXML_WORD, "delText", skip },
  { WMD_OOXML_WORD, "delInstrText", skip },
  { WMD_OOXML_COMPATIBILITY, "AlternateContent", read_alternatives },
  { WMD_OOXML_OTHER, NULL, NULL },
};
