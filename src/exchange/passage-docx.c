/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* DOCX → blocks, in one walk over the document, with the footnotes where they are called. What the table of elements
 * does not name is looked into, so text is lost nowhere; what it names as no text is noticed.
 */

#include "config.h"

#include "exchange/docx-reader.h"

#include <string.h>

#include "exchange/passage-document.h"

/* --- parts --- */

/* The root of a part that @relations name; NULL when they do not, or with an error. Held by the reader. */
xmlNode *
wmd_docx_read_part (WmdDocxReader *self, GHashTable *relations, const char *type)
{
  const char *path = relations != NULL ? wmd_docx_find_target (relations, type) : NULL;
  WmdXmlDocument *document;

  if (path == NULL || self->error != NULL)
    return NULL;
  document = wmd_archive_read_xml (self->archive, path, &self->error);
  if (document == NULL)
    return NULL;
  g_ptr_array_add (self->documents, document);
  return xmlDocGetRootElement (document);
}

/* (nullable) */
const WmdDocxRelation *
wmd_docx_follow (WmdDocxReader *self, const xmlNode *node)
{
  g_autofree char *id = wmd_input_dup_attribute (node, "id");

  return id != NULL && self->relations != NULL ? g_hash_table_lookup (self->relations, id) : NULL;
}

/* --- the walk --- */

static WmdDocxReadFunc
find_element (const xmlNode *node)
{
  static const WmdDocxElement *const tables[] = { wmd_docx_text_elements, wmd_docx_paragraph_elements,
                                                  wmd_docx_note_elements, wmd_docx_left_out_elements };
  const WmdOoxmlSpace space = wmd_ooxml_get_space (node);

  for (guint i = 0; space != WMD_OOXML_OTHER && i < G_N_ELEMENTS (tables); i++)
    for (const WmdDocxElement *element = tables[i]; element->name != NULL; element++)
      if (element->space == space && strcmp (element->name, (const char *) node->name) == 0)
        return element->read;
  return wmd_docx_read_children;
}

void
wmd_docx_read_children (WmdDocxReader *self, const xmlNode *node, const WmdDocxContext *context)
{
  for (const xmlNode *child = node->children; child != NULL && !self->maker.stopped; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      find_element (child) (self, child, context);
}

/* --- the document --- */

static void
read_comments (WmdDocxReader *self)
{
  const xmlNode *root = wmd_docx_read_part (self, self->relations, "comments");

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    {
      g_autofree char *text = wmd_docx_is (node, "comment") ? wmd_docx_dup_text (node, FALSE) : NULL;

      wmd_passage_remarks_add (self->maker.remarks, WMD_PASSAGE_COMMENT, text, 0);
    }
}

static void
reader_clear (WmdDocxReader *self)
{
  wmd_document_maker_clear (&self->maker);
  g_clear_pointer (&self->numbering, wmd_docx_numbering_free);
  g_clear_pointer (&self->styles, g_hash_table_unref);
  g_clear_pointer (&self->fields, wmd_docx_fields_free);
  g_clear_pointer (&self->notes, g_hash_table_unref);
  g_clear_pointer (&self->note_relations[0], g_hash_table_unref);
  g_clear_pointer (&self->note_relations[1], g_hash_table_unref);
  g_clear_pointer (&self->margins, g_hash_table_unref);
  g_clear_pointer (&self->relations, g_hash_table_unref);
  g_clear_pointer (&self->documents, g_ptr_array_unref);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmdDocxReader, reader_clear)

/* Opens the parts round the document. The root of that; NULL with an error. */
static xmlNode *
open_parts (WmdDocxReader *self)
{
  g_autoptr (GHashTable) relations = wmd_docx_read_relations (self->archive, "", &self->error);
  const char *path = relations != NULL ? wmd_docx_find_target (relations, "officeDocument") : NULL;
  xmlNode *root = wmd_docx_read_part (self, relations, "officeDocument");

  if (self->error != NULL)
    return NULL;
  if (root == NULL || !wmd_docx_is (root, "document"))
    {
      wmd_document_set_no_text (&self->error);
      return NULL;
    }
  self->relations = wmd_docx_read_relations (self->archive, path, &self->error);
  if (self->relations == NULL)
    return NULL;
  self->styles = wmd_docx_read_styles (wmd_docx_read_part (self, self->relations, "styles"));
  self->numbering = wmd_docx_numbering_new (wmd_docx_read_part (self, self->relations, "numbering"), self->styles);
  wmd_docx_list_notes (self, "footnotes", "footnote", "footnoteReference", 0);
  wmd_docx_list_notes (self, "endnotes", "endnote", "endnoteReference", 1);
  return self->error == NULL ? root : NULL;
}

WmdDocument *
wmd_document_read_docx (WmdArchive *archive, GCancellable *cancellable, GError **error)
{
  g_auto (WmdDocxReader) self = { .archive = archive };
  xmlNode *root;

  g_return_val_if_fail (archive != NULL, NULL);

  wmd_document_maker_init (&self.maker, cancellable);
  self.documents = g_ptr_array_new_with_free_func ((GDestroyNotify) xmlFreeDoc);
  self.notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.margins = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.fields = wmd_docx_fields_new ();
  root = open_parts (&self);
  if (root != NULL)
    {
      wmd_docx_read_children (&self, root, &(WmdDocxContext){ .font = NULL });
      read_comments (&self);
      if (wmd_docx_fields_is_contents (self.fields)) /* which would go on for ever */
        wmd_archive_set_damaged (&self.error);
    }
  if (self.error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self.error));
      return NULL;
    }
  return wmd_document_maker_finish (&self.maker, error);
}
