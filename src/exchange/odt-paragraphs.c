/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Paragraphs, lists and tables of OpenDocument, and what was changed in them. */

#include "config.h"

#include "exchange/odt-reader.h"

#include <stdlib.h>

/* --- changes --- */

/* What was deleted stands here, apart from the text; what was inserted is only named. */
static void
read_changes (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  for (const xmlNode *region = node->children; region != NULL; region = region->next)
    {
      char *id = region->type == XML_ELEMENT_NODE ? wmd_input_dup_attribute (region, "id") : NULL;
      const xmlNode *deletion = id != NULL ? wmd_odf_find (region, WMD_ODF_TEXT, "deletion") : NULL;

      if (deletion != NULL)
        wmd_odt_leave_out (self, deletion, WMD_PASSAGE_DELETED);
      if (id != NULL && wmd_odf_find (region, WMD_ODF_TEXT, "insertion") != NULL)
        g_hash_table_add (self->insertions, id);
      else
        g_free (id);
    }
}

static void
read_change_end (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *id = wmd_input_dup_attribute (node, "change-id");

  if (id == NULL || !g_hash_table_contains (self->insertions, id))
    return;
  if (wmd_odf_is (node, WMD_ODF_TEXT, "change-start"))
    self->n_inserted++;
  else if (self->n_inserted > 0)
    self->n_inserted--;
}

/* --- paragraphs and lists --- */

static void
read_paragraph (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *style = wmd_input_dup_attribute (node, "style-name");
  WmdOdtContext inner = *context;

  if (context->in_paragraph)
    {
      wmd_odt_read_children (self, node, context);
      return;
    }
  inner.in_paragraph = TRUE;
  inner.looks = wmd_odt_styles_apply (self->styles, "paragraph", style, context->looks);
  wmd_passage_builder_set_kind (self->maker.builder, self->kind);
  wmd_odt_read_children (self, node, &inner);
  wmd_document_maker_end_block (&self->maker, self->position);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
}

static void
read_heading (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *style = wmd_input_dup_attribute (node, "style-name");
  g_autofree char *value = wmd_input_dup_attribute (node, "outline-level");
  const int level = CLAMP (value != NULL ? atoi (value) : 1, 1, WMD_ODT_N_LEVELS);
  const WmdOdtList *list = context->list != NULL ? context->list : wmd_odt_styles_get_list (self->styles, NULL);
  const WmdOdtMark mark = list->marks[level - 1];
  WmdOdtContext inner = *context;

  inner.in_paragraph = TRUE;
  inner.looks = wmd_odt_styles_apply (self->styles, "paragraph", style, context->looks);
  wmd_passage_builder_set_heading (self->maker.builder, (guint) level);
  wmd_odt_read_children (self, node, &inner);
  wmd_document_maker_end_block (&self->maker, mark > WMD_ODT_MARK_BULLET ? -1 : 0);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
}

/* Counts an item, which the next paragraph is. */
static void
begin_item (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  const guint index = context->level - 1;
  const WmdOdtMark mark = context->list->marks[index];
  g_autofree char *start = wmd_input_dup_attribute (node, "start-value");

  if (context->list->counts[index] < G_MAXINT)
    context->list->counts[index]++;
  if (start != NULL)
    context->list->counts[index] = atoi (start);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
  if (mark == WMD_ODT_MARK_NONE)
    return;
  self->kind = wmd_block_kind_at_item_level (mark == WMD_ODT_MARK_BULLET ? WMD_BLOCK_BULLET : WMD_BLOCK_LETTERED,
                                             context->level == 1 ? 1 : 2);
  if (mark == (context->level == 1 ? WMD_ODT_MARK_LETTER : WMD_ODT_MARK_ROMAN))
    self->position = context->list->counts[index];
  else if (mark != WMD_ODT_MARK_BULLET)
    self->position = -1;
}

/* An item that begins with a list only carries that. */
static void
read_item (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  const xmlNode *first = node->children;

  while (first != NULL && first->type != XML_ELEMENT_NODE)
    first = first->next;
  if (context->list != NULL && first != NULL && !wmd_odf_is (first, WMD_ODF_TEXT, "list"))
    begin_item (self, node, context);
  wmd_odt_read_children (self, node, context);
  self->kind = WMD_BLOCK_PARAGRAPH;
  self->position = 0;
}

static void
read_list (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *style = wmd_input_dup_attribute (node, "style-name");
  g_autofree char *goes_on = wmd_input_dup_attribute (node, "continue-numbering");
  g_autofree char *other = wmd_input_dup_attribute (node, "continue-list");
  WmdOdtContext inner = *context;
  guint index;

  inner.level = MIN (context->level + 1, WMD_ODT_N_LEVELS);
  if (style != NULL || inner.list == NULL)
    inner.list = wmd_odt_styles_get_list (self->styles, style != NULL ? style : "");
  index = inner.level - 1;
  if (other == NULL && g_strcmp0 (goes_on, "true") != 0)
    inner.list->counts[index] = inner.list->starts[index] - 1;
  wmd_odt_read_children (self, node, &inner);
}

static void
read_table (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  wmd_odt_leave_out (self, node, WMD_PASSAGE_TABLE);
  wmd_odt_read_children (self, node, context);
}

const WmdOdtElement wmd_odt_paragraph_elements[] = {
  { WMD_ODF_TEXT, "p", read_paragraph },
  { WMD_ODF_TEXT, "h", read_heading },
  { WMD_ODF_TEXT, "list", read_list },
  { WMD_ODF_TEXT, "list-item", read_item },
  { WMD_ODF_TEXT, "tracked-changes", read_changes },
  { WMD_ODF_TEXT, "change-start", read_change_end },
  { WMD_ODF_TEXT, "change-end", read_change_end },
  { WMD_ODF_TABLE, "table", read_table },
  { 0 },
};
