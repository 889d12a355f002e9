/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* OpenDocument texts → blocks, in one walk. What the table of elements does not name is looked into; what it names as
 * no text is noticed.
 */

#include "config.h"

#include "exchange/odt-reader.h"

#include <string.h>

/* --- the walk --- */

static WmdOdtReadFunc
find_element (const xmlNode *node)
{
  static const WmdOdtElement *const tables[] = { wmd_odt_text_elements, wmd_odt_paragraph_elements,
                                                 wmd_odt_left_out_elements };
  const WmdOdfSpace space = wmd_odf_get_space (node);

  for (guint i = 0; space != WMD_ODF_OTHER && i < G_N_ELEMENTS (tables); i++)
    for (const WmdOdtElement *element = tables[i]; element->read != NULL; element++)
      if (element->space == space && (element->name == NULL || strcmp (element->name, (const char *) node->name) == 0))
        return element->read;
  return wmd_odt_read_children;
}

void
wmd_odt_read_children (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  for (const xmlNode *child = node->children; child != NULL && !self->maker.stopped; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      find_element (child) (self, child, context);
    else if (child->type == XML_TEXT_NODE && context->in_paragraph)
      wmd_odt_add_text (self, (const char *) child->content, context);
}

/* --- the document --- */

/* Headers and footers of all kinds of pages. */
static void
read_margins (WmdOdtReader *self, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      const gboolean is_margin = child->type == XML_ELEMENT_NODE && wmd_odf_get_space (child) == WMD_ODF_STYLE;

      if (is_margin && g_str_has_prefix ((const char *) child->name, "header"))
        wmd_document_maker_take_letterhead (&self->maker, WMD_PASSAGE_HEADER, wmd_odf_dup_text (child));
      else if (is_margin && g_str_has_prefix ((const char *) child->name, "footer"))
        wmd_document_maker_take_letterhead (&self->maker, WMD_PASSAGE_FOOTER, wmd_odf_dup_text (child));
      else if (child->type == XML_ELEMENT_NODE)
        read_margins (self, child);
    }
}

static gboolean
is_encrypted (WmdArchive *archive)
{
  g_autoptr (WmdXmlDocument) manifest = NULL;

  if (wmd_archive_has (archive, "encrypted-package"))
    return TRUE;
  manifest = wmd_archive_read_xml (archive, "META-INF/manifest.xml", NULL);
  for (const xmlNode *node = manifest != NULL ? xmlDocGetRootElement (manifest)->children : NULL; node != NULL;
       node = node->next)
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
      if (g_strcmp0 ((const char *) child->name, "encryption-data") == 0)
        return TRUE;
  return FALSE;
}

static void
reader_clear (WmdOdtReader *self)
{
  wmd_document_maker_clear (&self->maker);
  g_clear_pointer (&self->styles, wmd_odt_styles_free);
  g_clear_pointer (&self->insertions, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WmdOdtReader, reader_clear)

static gboolean
read_styles (WmdOdtReader *self, WmdArchive *archive, GError **error)
{
  g_autoptr (WmdXmlDocument) styles = NULL;
  const xmlNode *pages;

  if (!wmd_archive_has (archive, "styles.xml"))
    return TRUE;
  styles = wmd_archive_read_xml (archive, "styles.xml", error);
  if (styles == NULL)
    return FALSE;
  wmd_odt_styles_add (self->styles, xmlDocGetRootElement (styles));
  pages = wmd_odf_find (xmlDocGetRootElement (styles), WMD_ODF_OFFICE, "master-styles");
  if (pages != NULL)
    read_margins (self, pages);
  return TRUE;
}

WmdDocument *
wmd_document_read_odt (WmdArchive *archive, GCancellable *cancellable, GError **error)
{
  g_auto (WmdOdtReader) self = { .kind = WMD_BLOCK_PARAGRAPH };
  g_autoptr (WmdXmlDocument) content = NULL;
  const xmlNode *text;

  g_return_val_if_fail (archive != NULL, NULL);

  if (is_encrypted (archive))
    {
      wmd_archive_set_encrypted (error);
      return NULL;
    }
  wmd_document_maker_init (&self.maker, cancellable);
  self.styles = wmd_odt_styles_new ();
  self.insertions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!read_styles (&self, archive, error))
    return NULL;
  content = wmd_archive_read_xml (archive, "content.xml", error);
  if (content == NULL)
    return NULL;
  text = wmd_odf_find (wmd_odf_find (xmlDocGetRootElement (content), WMD_ODF_OFFICE, "body"), WMD_ODF_OFFICE, "text");
  if (text == NULL)
    {
      wmd_document_set_no_text (error);
      return NULL;
    }
  wmd_odt_styles_add (self.styles, xmlDocGetRootElement (content));
  wmd_odt_read_children (&self, text, &(WmdOdtContext){ .in_paragraph = FALSE });
  return wmd_document_maker_finish (&self.maker, error);
}
