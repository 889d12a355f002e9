/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/xml-input.h"

#include <string.h>

char *
wmd_input_dup_attribute (const xmlNode *node, const char *name)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, name) == 0)
      {
        xmlChar *value = xmlNodeListGetString (node->doc, attribute->children, 1);
        char *copy = g_strdup (value != NULL ? (const char *) value : "");

        xmlFree (value);
        return copy;
      }
  return NULL;
}
