/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <libxml/tree.h>

#include "model/block.h"

G_BEGIN_DECLS

/* What the elements of HTML are to the reading of a passage. */
typedef enum
{
  WMD_HTML_INLINE, /* also of elements that are not in the table */
  WMD_HTML_SPAN,
  WMD_HTML_LINK,
  WMD_HTML_BREAK,
  WMD_HTML_BOX,
  WMD_HTML_HEADING,
  WMD_HTML_LIST,
  WMD_HTML_ITEM,
  WMD_HTML_NONE, /* neither it nor what is in it is text */
} WmdHtmlRole;

/* What @node is, by its name. @value: the WmdSpanKind of a span, the WmdBlockKind of a heading and of the items of a
 * list.
 */
WmdHtmlRole wmd_html_get_role (const xmlNode *node, int *value);

/* Is @node the element of that name, in whatever case? */
gboolean wmd_html_is (const xmlNode *node, const char *name);

/* (transfer full) (nullable) */
char *wmd_html_dup_attribute (const xmlNode *node, const char *name);

/* A footnote. */
typedef struct
{
  xmlNode *call;     /* the link to it */
  xmlNode *box;      /* the paragraph, or whatever it is, that it is */
  xmlNode *way_back; /* the link in that to the call */
} WmdHtmlNote;

/* The footnotes of a document, which no version of HTML has, by what all programs write for them: two links that lead
 * to each other. In the order of their calls. (transfer full) (element-type WmdHtmlNote)
 */
GArray *wmd_html_find_notes (xmlNode *root);

G_END_DECLS
