/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Paragraphs, tables and pages. */

#include "config.h"

#include "exchange/docx-reader.h"

/* --- pages --- */

static void
read_margin (WmdDocxReader *self, const xmlNode *reference)
{
  const WmdDocxRelation *relation = wmd_docx_follow (self, reference);
  const gboolean is_header = wmd_docx_is (reference, "headerReference");
  g_autoptr (WmdXmlDocument) document = NULL;
  char *text;

  if (relation == NULL || relation->target == NULL || self->error != NULL ||
      !g_hash_table_add (self->margins, g_strdup (relation->target)))
    return;
  document = wmd_archive_read_xml (self->archive, relation->target, &self->error);
  if (document == NULL)
    return;
  text = wmd_docx_dup_text (xmlDocGetRootElement (document), FALSE);
  wmd_document_maker_take_letterhead (&self->maker, is_header ? WMD_PASSAGE_HEADER : WMD_PASSAGE_FOOTER, text);
}

static void
read_section (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (wmd_docx_is (child, "headerReference") || wmd_docx_is (child, "footerReference"))
      read_margin (self, child);
}

/* --- paragraphs and tables --- */

/* Makes the paragraph an item, or a heading, where it is one. @position (out): as of wmd_document_maker_end_block(). */
static void
take_kind (WmdDocxReader *self,
           const xmlNode *properties,
           const char *style_id,
           const WmdDocxStyle *style,
           int *position)
{
  const xmlNode *own = wmd_docx_find (properties, "numPr");
  g_autofree char *direct = wmd_docx_dup_value (own, "numId");
  const char *number = direct != NULL ? direct : style->number;
  const int outline = wmd_docx_get_number (properties, "outlineLvl", style->outline);
  int level = wmd_docx_get_number (own, "ilvl", style->level);
  WmdDocxMark mark = WMD_DOCX_MARK_NONE;

  *position = 0;
  if (number != NULL && level < 0)
    level = wmd_docx_numbering_find_level (self->numbering, number, style_id);
  if (number != NULL)
    mark = wmd_docx_numbering_count (self->numbering, number, level, position);
  wmd_passage_builder_set_kind (self->maker.builder, WMD_BLOCK_PARAGRAPH);
  if (outline >= 0 && outline < 9)
    {
      wmd_passage_builder_set_heading (self->maker.builder, (guint) outline + 1);
      *position = mark > WMD_DOCX_MARK_BULLET ? -1 : 0;
      return;
    }
  if (mark != (level == 0 ? WMD_DOCX_MARK_LETTER : WMD_DOCX_MARK_ROMAN))
    *position = mark > WMD_DOCX_MARK_BULLET ? -1 : 0;
  if (mark != WMD_DOCX_MARK_NONE)
    wmd_passage_builder_set_kind (
        self->maker.builder,
        wmd_block_kind_at_item_level (mark == WMD_DOCX_MARK_BULLET ? WMD_BLOCK_BULLET : WMD_BLOCK_LETTERED,
                                      level == 0 ? 1 : 2));
}

/* A paragraph whose end was deleted, or moved away, goes on in the next one. */
static gboolean
is_end_deleted (const xmlNode *properties)
{
  const xmlNode *mark = wmd_docx_find (properties, "rPr");

  return wmd_docx_find (mark, "del") != NULL || wmd_docx_find (mark, "moveFrom") != NULL;
}

static void
read_paragraph (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  const xmlNode *properties = wmd_docx_find (node, "pPr");
  const xmlNode *section = wmd_docx_find (properties, "sectPr");
  g_autofree char *style_id = wmd_docx_dup_value (properties, "pStyle");
  const WmdDocxStyle style = wmd_docx_resolve_style (self->styles, style_id);
  const gboolean goes_on = is_end_deleted (properties);
  WmdDocxContext inner = *context;
  int position = 0;

  if (!goes_on)
    take_kind (self, properties, style_id, &style, &position);
  inner.style = style.looks;
  wmd_docx_read_children (self, node, &inner);
  wmd_docx_fields_end_paragraph (self->fields);
  if (!goes_on)
    wmd_document_maker_end_block (&self->maker, position);
  if (section != NULL)
    read_section (self, section, context);
}

static void
read_table (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  g_autofree char *text = wmd_docx_dup_text (node, FALSE);

  if (wmd_docx_is_seen (self))
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_TABLE, text);
  wmd_docx_read_children (self, node, context);
}

static void
read_row (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  if (wmd_docx_find (wmd_docx_find (node, "trPr"), "del") != NULL)
    wmd_docx_leave_out (self, node, WMD_PASSAGE_DELETED);
  else
    wmd_docx_read_children (self, node, context);
}

static void
read_cell (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  if (wmd_docx_find (wmd_docx_find (node, "tcPr"), "cellDel") != NULL)
    wmd_docx_leave_out (self, node, WMD_PASSAGE_DELETED);
  else
    {
      wmd_docx_read_children (self, node, context);
      wmd_document_maker_end_block (&self->maker, 0);
    }
}

const WmdDocxElement wmd_docx_paragraph_elements[] = {
  { WMD_OOXML_WORD, "p", read_paragraph },    { WMD_OOXML_WORD, "tbl", read_table },
  { WMD_OOXML_WORD, "tr", read_row },         { WMD_OOXML_WORD, "tc", read_cell },
  { WMD_OOXML_WORD, "sectPr", read_section }, { WMD_OOXML_OTHER, NULL, NULL },
};
