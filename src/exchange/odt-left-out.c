/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is no text of an OpenDocument text. */

#include "config.h"

#include "exchange/odt-reader.h"

#include <string.h>

void
wmd_odt_leave_out (WmdOdtReader *self, const xmlNode *node, WmdPassageRemark kind)
{
  g_autofree char *text = wmd_odf_dup_text (node);

  wmd_document_maker_remark (&self->maker, kind, text);
}

static void
skip (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
}

static void
read_section (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *display = wmd_input_dup_attribute (node, "display");

  if (g_strcmp0 (display, "none") == 0)
    wmd_odt_leave_out (self, node, WMD_PASSAGE_HIDDEN);
  else
    wmd_odt_read_children (self, node, context);
}

static void
read_hidden (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  g_autofree char *hidden = wmd_input_dup_attribute (node, "is-hidden");
  g_autofree char *value = wmd_input_dup_attribute (node, "string-value");

  if (g_strcmp0 (hidden, "false") == 0)
    wmd_odt_read_children (self, node, context);
  else
    wmd_document_maker_remark (&self->maker, WMD_PASSAGE_HIDDEN, value);
}

static void
read_index (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  wmd_odt_leave_out (self, node, WMD_PASSAGE_CONTENTS);
}

static void
read_prompt (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  xmlChar *text = xmlNodeGetContent (node);

  wmd_document_maker_remark (&self->maker, WMD_PASSAGE_PROMPT, (const char *) text);
  xmlFree (text);
}

static void
read_comment (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  wmd_odt_leave_out (self, node, WMD_PASSAGE_COMMENT);
}

/* The name of what is drawn in @node. (transfer full) */
static char *
dup_description (const xmlNode *node)
{
  g_autofree char *name = wmd_input_dup_attribute (node, "name");

  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE &&
        (strcmp ((const char *) child->name, "desc") == 0 || strcmp ((const char *) child->name, "title") == 0))
      {
        xmlChar *content = xmlNodeGetContent (child);
        char *text = g_strdup ((const char *) content);

        xmlFree (content);
        return text;
      }
  return name != NULL && name[0] != '\0' ? g_steal_pointer (&name) : g_strdup ("…");
}

static void
read_drawing (WmdOdtReader *self, const xmlNode *node, const WmdOdtContext *context)
{
  char *text = wmd_odf_dup_text (node);
  g_autofree char *description = dup_description (node);
  const gboolean embedded = wmd_odf_find (node, WMD_ODF_DRAWING, "object") != NULL ||
                            wmd_odf_find (node, WMD_ODF_DRAWING, "object-ole") != NULL;

  if (text[0] != '\0')
    {
      wmd_document_maker_take_letterhead (&self->maker, WMD_PASSAGE_TEXT_BOX, text);
      return;
    }
  g_free (text);
  wmd_document_maker_remark (&self->maker, embedded ? WMD_PASSAGE_OBJECT : WMD_PASSAGE_PICTURE, description);
}

const WmdOdtElement wmd_odt_left_out_elements[] = {
  { WMD_ODF_TEXT, "section", read_section },
  { WMD_ODF_TEXT, "hidden-text", read_hidden },
  { WMD_ODF_TEXT, "hidden-paragraph", read_hidden },
  { WMD_ODF_TEXT, "placeholder", read_prompt },
  { WMD_ODF_TEXT, "table-of-content", read_index },
  { WMD_ODF_TEXT, "illustration-index", read_index },
  { WMD_ODF_TEXT, "table-index", read_index },
  { WMD_ODF_TEXT, "object-index", read_index },
  { WMD_ODF_TEXT, "user-index", read_index },
  { WMD_ODF_TEXT, "alphabetical-index", read_index },
  { WMD_ODF_TEXT, "sequence-decls", skip },
  { WMD_ODF_TEXT, "variable-decls", skip },
  { WMD_ODF_TEXT, "user-field-decls", skip },
  { WMD_ODF_OFFICE, "annotation", read_comment },
  { WMD_ODF_OFFICE, "forms", skip },
  { WMD_ODF_DRAWING, NULL, read_drawing },
  { 0 },
};
