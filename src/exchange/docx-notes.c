/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Footnotes and endnotes, which stand where they are called. */

#include "config.h"

#include "exchange/docx-reader.h"

#include <string.h>

void
wmd_docx_list_notes (WmdDocxReader *self, const char *type, const char *element, const char *call, guint index)
{
  const xmlNode *root = wmd_docx_read_part (self, self->relations, type);

  if (root == NULL)
    return;
  self->note_relations[index] =
      wmd_docx_read_relations (self->archive, wmd_docx_find_target (self->relations, type), &self->error);
  for (xmlNode *node = root->children; node != NULL; node = node->next)
    {
      g_autofree char *id = wmd_docx_is (node, element) ? wmd_input_dup_attribute (node, "id") : NULL;

      if (id != NULL)
        g_hash_table_insert (self->notes, g_strdup_printf ("%s %s", call, id), node);
    }
}

/* (transfer full) */
static char *
read_note_text (WmdDocxReader *self, const xmlNode *note, GHashTable *relations)
{
  g_autoptr (WmdPassageBuilder) builder = wmd_passage_builder_new ();
  g_autoptr (WmdDocxFields) fields = wmd_docx_fields_new ();
  WmdPassageBuilder *outer = self->maker.builder;
  WmdDocxFields *outer_fields = self->fields;
  GHashTable *outer_relations = self->relations;
  const gboolean at_mark = self->at_mark;
  char *markup;

  self->maker.builder = builder;
  self->fields = fields;
  self->relations = relations;
  self->in_note = TRUE;
  self->at_mark = FALSE;
  wmd_docx_read_children (self, note, &(WmdDocxContext){ .font = NULL });
  markup = wmd_passage_builder_finish_note (builder);
  self->maker.builder = outer;
  self->fields = outer_fields;
  self->relations = outer_relations;
  self->in_note = FALSE;
  self->at_mark = at_mark;
  return markup;
}

/* A footnote is called; one that has a mark of its own is followed by that. */
static void
read_note (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  g_autofree char *id = wmd_input_dup_attribute (node, "id");
  g_autofree char *own_mark = wmd_input_dup_attribute (node, "customMarkFollows");
  g_autofree char *key = g_strdup_printf ("%s %s", (const char *) node->name, id != NULL ? id : "");
  const xmlNode *note = g_hash_table_lookup (self->notes, key);
  g_autofree char *markup = NULL;

  self->at_mark = own_mark != NULL && !g_str_equal (own_mark, "0") && !g_str_equal (own_mark, "false");
  if (self->in_note || !wmd_docx_is_seen (self))
    return;
  if (note != NULL)
    {
      g_hash_table_remove (self->notes, key);
      markup = read_note_text (self, note, self->note_relations[node->name[0] == 'e']);
    }
  if (markup != NULL && markup[0] != '\0')
    wmd_passage_builder_add_note (self->maker.builder, markup);
  else
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_NOTE, key + strlen ((const char *) node->name) + 1);
}

const WmdDocxElement wmd_docx_note_elements[] = {
  { WMD_OOXML_WORD, "footnoteReference", read_note },
  { WMD_OOXML_WORD, "endnoteReference", read_note },
  { WMD_OOXML_OTHER, NULL, NULL },
};
