/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Footnotes in HTML. The way there stands before the way back, and not in the same paragraph. */

#include "config.h"

#include "exchange/html-private.h"

/* Of a document: its links to a place in itself, in their order, and its places. */
typedef struct
{
  GPtrArray *links;   /* (element-type xmlNode) */
  GHashTable *places; /* name → xmlNode */
} Places;

static void
find_places (Places *self, xmlNode *node)
{
  static const char *const names[] = { "id", "name" };
  g_autofree char *address = wmd_html_is (node, "a") ? wmd_html_dup_attribute (node, "href") : NULL;

  for (guint i = 0; node->type == XML_ELEMENT_NODE && i < G_N_ELEMENTS (names); i++)
    {
      char *name = wmd_html_dup_attribute (node, names[i]);

      if (name != NULL)
        g_hash_table_insert (self->places, name, node);
    }
  if (address != NULL && address[0] == '#')
    g_ptr_array_add (self->links, node);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    find_places (self, child);
}

/* Where a link of @places leads; NULL when nowhere. */
static xmlNode *
follow (const Places *places, const xmlNode *link)
{
  g_autofree char *address = wmd_html_dup_attribute (link, "href");

  return g_hash_table_lookup (places->places, address + 1);
}

static gboolean
is_in (const xmlNode *node, const xmlNode *ancestor)
{
  while (node != NULL && node != ancestor)
    node = node->parent;
  return node != NULL;
}

/* The paragraph, or whatever it is, that is the footnote at @place. */
static xmlNode *
find_box (xmlNode *place)
{
  int value;

  for (xmlNode *node = place; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    switch (wmd_html_get_role (node, &value))
      {
      case WMD_HTML_BOX:
      case WMD_HTML_ITEM:
        return node;
      case WMD_HTML_HEADING: /* an entry of contents leads there */
        return NULL;
      default:
        break;
      }
  return NULL;
}

static gboolean
is_running_text (const xmlNode *node)
{
  int value;
  const WmdHtmlRole role = wmd_html_get_role (node, &value);

  return role == WMD_HTML_INLINE || role == WMD_HTML_SPAN || role == WMD_HTML_LINK;
}

/* The link in @box that leads back to @call; NULL when there is none. */
static xmlNode *
find_way_back (const Places *places, const xmlNode *box, const xmlNode *call)
{
  for (guint i = 0; i < places->links->len; i++)
    {
      xmlNode *link = places->links->pdata[i];
      const xmlNode *place = is_in (link, box) ? follow (places, link) : NULL;

      if (place != NULL && is_running_text (place) && (is_in (call, place) || is_in (place, call)))
        return link;
    }
  return NULL;
}

GArray *
wmd_html_find_notes (xmlNode *root)
{
  Places places = { g_ptr_array_new (), g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL) };
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL); /* set of xmlNode: notes and ways back */
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (WmdHtmlNote));

  find_places (&places, root);
  for (guint i = 0; i < places.links->len; i++)
    {
      xmlNode *call = places.links->pdata[i];
      xmlNode *place = follow (&places, call);
      xmlNode *box = place != NULL ? find_box (place) : NULL;
      xmlNode *way_back = box != NULL && !is_in (call, box) ? find_way_back (&places, box, call) : NULL;

      if (way_back == NULL || g_hash_table_contains (taken, find_box (call)) || g_hash_table_contains (taken, way_back))
        continue;
      g_array_append_vals (notes, &(WmdHtmlNote){ call, box, way_back }, 1);
      g_hash_table_add (taken, box);
      g_hash_table_add (taken, way_back);
    }
  g_ptr_array_unref (places.links);
  g_hash_table_unref (places.places);
  return notes;
}
