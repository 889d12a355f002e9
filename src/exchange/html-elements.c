/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "exchange/html-private.h"

static const struct
{
  const char *name;
  WmdHtmlRole role;
  int value; /* WmdSpanKind of a span, WmdBlockKind of a heading, and of the items of a list */
} elements[] = {
  { "a", WMD_HTML_LINK, 0 },
  { "address", WMD_HTML_BOX, 0 },
  { "article", WMD_HTML_BOX, 0 },
  { "aside", WMD_HTML_BOX, 0 },
  { "b", WMD_HTML_SPAN, WMD_SPAN_STRONG },
  { "blockquote", WMD_HTML_BOX, 0 },
  { "body", WMD_HTML_BOX, 0 },
  { "br", WMD_HTML_BREAK, 0 },
  { "caption", WMD_HTML_BOX, 0 },
  { "center", WMD_HTML_BOX, 0 },
  { "cite", WMD_HTML_SPAN, WMD_SPAN_EMPHASIS },
  { "dd", WMD_HTML_BOX, 0 },
  { "del", WMD_HTML_NONE, 0 },
  { "div", WMD_HTML_BOX, 0 },
  { "dl", WMD_HTML_BOX, 0 },
  { "dt", WMD_HTML_BOX, 0 },
  { "em", WMD_HTML_SPAN, WMD_SPAN_EMPHASIS },
  { "figcaption", WMD_HTML_BOX, 0 },
  { "figure", WMD_HTML_BOX, 0 },
  { "footer", WMD_HTML_BOX, 0 },
  { "h1", WMD_HTML_HEADING, WMD_BLOCK_HEADING_1 },
  { "h2", WMD_HTML_HEADING, WMD_BLOCK_HEADING_1 },
  { "h3", WMD_HTML_HEADING, WMD_BLOCK_HEADING_2 },
  { "h4", WMD_HTML_HEADING, WMD_BLOCK_HEADING_2 },
  { "h5", WMD_HTML_HEADING, WMD_BLOCK_HEADING_2 },
  { "h6", WMD_HTML_HEADING, WMD_BLOCK_HEADING_2 },
  { "head", WMD_HTML_NONE, 0 },
  { "header", WMD_HTML_BOX, 0 },
  { "hr", WMD_HTML_BOX, 0 },
  { "i", WMD_HTML_SPAN, WMD_SPAN_EMPHASIS },
  { "li", WMD_HTML_ITEM, 0 },
  { "main", WMD_HTML_BOX, 0 },
  { "ol", WMD_HTML_LIST, WMD_BLOCK_LETTERED },
  { "p", WMD_HTML_BOX, 0 },
  { "pre", WMD_HTML_BOX, 0 },
  { "script", WMD_HTML_NONE, 0 },
  { "section", WMD_HTML_BOX, 0 },
  { "strong", WMD_HTML_SPAN, WMD_SPAN_STRONG },
  { "style", WMD_HTML_NONE, 0 },
  { "sub", WMD_HTML_SPAN, WMD_SPAN_SUBSCRIPT },
  { "sup", WMD_HTML_SPAN, WMD_SPAN_SUPERSCRIPT },
  { "table", WMD_HTML_BOX, 0 },
  { "td", WMD_HTML_BOX, 0 },
  { "th", WMD_HTML_BOX, 0 },
  { "title", WMD_HTML_NONE, 0 },
  { "tr", WMD_HTML_BOX, 0 },
  { "ul", WMD_HTML_LIST, WMD_BLOCK_BULLET },
};

char *
wmd_html_dup_attribute (const xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

gboolean
wmd_html_is (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

WmdHtmlRole
wmd_html_get_role (const xmlNode *node, int *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (wmd_html_is (node, elements[i].name))
      {
        *value = elements[i].value;
        return elements[i].role;
      }
  return WMD_HTML_INLINE;
}
