/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/docx-private.h"

#include <stdlib.h>
#include <string.h>

#define MAX_WORDS 1000 /* bytes; more is never quoted */

static const struct
{
  const char *address;
  WmdOoxmlSpace space;
} spaces[] = {
  { "http://schemas.openxmlformats.org/wordprocessingml/2006/main", WMD_OOXML_WORD },
  { "http://purl.oclc.org/ooxml/wordprocessingml/main", WMD_OOXML_WORD },
  { "http://schemas.openxmlformats.org/officeDocument/2006/relationships", WMD_OOXML_RELATION },
  { "http://purl.oclc.org/ooxml/officeDocument/relationships", WMD_OOXML_RELATION },
  { "http://schemas.openxmlformats.org/drawingml/2006/main", WMD_OOXML_DRAWING },
  { "http://purl.oclc.org/ooxml/drawingml/main", WMD_OOXML_DRAWING },
  { "http://schemas.openxmlformats.org/officeDocument/2006/math", WMD_OOXML_MATH },
  { "http://purl.oclc.org/ooxml/officeDocument/math", WMD_OOXML_MATH },
  { "http://schemas.openxmlformats.org/markup-compatibility/2006", WMD_OOXML_COMPATIBILITY },
  { "http://schemas.openxmlformats.org/package/2006/relationships", WMD_OOXML_PACKAGE },
};

WmdOoxmlSpace
wmd_ooxml_get_space (const xmlNode *node)
{
  if (node->ns == NULL || node->ns->href == NULL)
    return WMD_OOXML_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strcmp ((const char *) node->ns->href, spaces[i].address) == 0)
      return spaces[i].space;
  return WMD_OOXML_OTHER;
}

gboolean
wmd_docx_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0 &&
         wmd_ooxml_get_space (node) == WMD_OOXML_WORD;
}

xmlNode *
wmd_docx_find (const xmlNode *node, const char *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (wmd_docx_is (child, name))
      return child;
  return NULL;
}

char *
wmd_docx_dup_value (const xmlNode *node, const char *name)
{
  const xmlNode *child = wmd_docx_find (node, name);

  return child != NULL ? wmd_input_dup_attribute (child, "val") : NULL;
}

int
wmd_docx_get_number (const xmlNode *node, const char *name, int fallback)
{
  g_autofree char *value = wmd_docx_dup_value (node, name);
  gint64 number;

  if (value == NULL || !g_ascii_string_to_signed (value, 10, G_MININT, G_MAXINT, &number, NULL))
    return fallback;
  return (int) number;
}

static void
gather_text (GString *text, const xmlNode *node, gboolean deleted)
{
  static const char *const spaced[] = { "p", "tab", "br", "cr", NULL };

  for (const xmlNode *child = node->children; child != NULL && text->len < MAX_WORDS; child = child->next)
    {
      const char *name = (const char *) child->name;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      if (g_strv_contains (spaced, name) && text->len > 0)
        g_string_append_c (text, ' ');
      if (strcmp (name, "t") == 0 || (deleted && strcmp (name, "delText") == 0))
        {
          xmlChar *content = xmlNodeGetContent (child);

          g_string_append (text, (const char *) content);
          xmlFree (content);
        }
      else if (strcmp (name, "Fallback") != 0)
        gather_text (text, child, deleted);
    }
}

char *
wmd_docx_dup_text (const xmlNode *node, gboolean deleted)
{
  GString *text = g_string_new (NULL);

  gather_text (text, node, deleted);
  return g_string_free (text, FALSE);
}
