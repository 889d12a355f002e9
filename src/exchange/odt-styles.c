/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the styles of an OpenDocument text say that a report has: looks of running text, and marks of lists. */

#include "config.h"

#include "exchange/odt-styles.h"

#include <stdlib.h>
#include <string.h>

#define MAX_PARENTS 32
#define MAX_WORDS 1000 /* bytes; more is never quoted */

typedef struct
{
  char *parent; /* name; NULL */
  guint named;  /* looks that it says something of */
  guint on;     /* those of them that text has */
} Style;

struct _WmdOdtStyles
{
  GHashTable *styles; /* "family name" → Style */
  GHashTable *lists;  /* name → WmdOdtList */
  WmdOdtList outline; /* of headings */
  WmdOdtList bullets; /* where none is known */
};

/* --- elements --- */

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

static const struct
{
  const char *address;
  WmdOdfSpace space;
} spaces[] = {
  { ODF "text:1.0", WMD_ODF_TEXT },       { ODF "office:1.0", WMD_ODF_OFFICE }, { ODF "table:1.0", WMD_ODF_TABLE },
  { ODF "drawing:1.0", WMD_ODF_DRAWING }, { ODF "style:1.0", WMD_ODF_STYLE },
};

WmdOdfSpace
wmd_odf_get_space (const xmlNode *node)
{
  if (node->ns == NULL || node->ns->href == NULL)
    return WMD_ODF_OTHER;
  for (guint i = 0; i < G_N_ELEMENTS (spaces); i++)
    if (strcmp ((const char *) node->ns->href, spaces[i].address) == 0)
      return spaces[i].space;
  return WMD_ODF_OTHER;
}

gboolean
wmd_odf_is (const xmlNode *node, WmdOdfSpace space, const char *name)
{
  return node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0 &&
         wmd_odf_get_space (node) == space;
}

xmlNode *
wmd_odf_find (const xmlNode *node, WmdOdfSpace space, const char *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    {
      xmlNode *found = wmd_odf_is (child, space, name)   ? child
                       : child->type == XML_ELEMENT_NODE ? wmd_odf_find (child, space, name)
                                                         : NULL;

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
gather_text (GString *text, const xmlNode *node, gboolean in_paragraph)
{
  for (const xmlNode *child = node->children; child != NULL && text->len < MAX_WORDS; child = child->next)
    if (child->type == XML_TEXT_NODE && in_paragraph)
      g_string_append_len (text, (const char *) child->content, strlen ((const char *) child->content));
    else if (child->type == XML_ELEMENT_NODE)
      {
        const gboolean paragraph = wmd_odf_is (child, WMD_ODF_TEXT, "p") || wmd_odf_is (child, WMD_ODF_TEXT, "h");

        if (text->len > 0 &&
            (paragraph || wmd_odf_is (child, WMD_ODF_TEXT, "s") || wmd_odf_is (child, WMD_ODF_TEXT, "tab")))
          g_string_append_c (text, ' ');
        gather_text (text, child, in_paragraph || paragraph);
      }
}

char *
wmd_odf_dup_text (const xmlNode *node)
{
  GString *text = g_string_new (NULL);

  gather_text (text, node, wmd_odf_is (node, WMD_ODF_TEXT, "a"));
  return g_string_free (text, FALSE);
}

/* --- looks --- */

/* Is the value of an attribute one with which text has the look? */
static gboolean
is_bold (const char *value)
{
  return strcmp (value, "bold") == 0 || atoi (value) >= 600;
}

static gboolean
is_italic (const char *value)
{
  return strcmp (value, "italic") == 0 || strcmp (value, "oblique") == 0;
}

static gboolean
is_raised (const char *value)
{
  return g_str_has_prefix (value, "super") || atoi (value) > 0;
}

static gboolean
is_lowered (const char *value)
{
  return g_str_has_prefix (value, "sub") || atoi (value) < 0;
}

static gboolean
is_none (const char *value)
{
  return strcmp (value, "none") == 0;
}

static gboolean
is_some (const char *value)
{
  return strcmp (value, "none") != 0 && strcmp (value, "transparent") != 0;
}

static const struct
{
  const char *attribute;
  gboolean (*is_on) (const char *value);
  guint look;
} looks_of_attributes[] = {
  { "font-weight", is_bold, WMD_ODT_STRONG },
  { "font-weight-asian", is_bold, WMD_ODT_STRONG << 1 },
  { "font-weight-complex", is_bold, WMD_ODT_STRONG << 2 },
  { "font-style", is_italic, WMD_ODT_EMPHASIS },
  { "font-style-asian", is_italic, WMD_ODT_EMPHASIS << 1 },
  { "font-style-complex", is_italic, WMD_ODT_EMPHASIS << 2 },
  { "text-position", is_raised, WMD_ODT_RAISED },
  { "text-position", is_lowered, WMD_ODT_LOWERED },
  { "display", is_none, WMD_ODT_HIDDEN },
  { "text-line-through-style", is_some, WMD_ODT_STRUCK },
  { "text-underline-style", is_some, WMD_ODT_LINED },
  { "background-color", is_some, WMD_ODT_LINED },
};

static void
style_free (Style *style)
{
  g_free (style->parent);
  g_free (style);
}

static void
add_style (WmdOdtStyles *self, const xmlNode *node)
{
  g_autofree char *family = wmd_input_dup_attribute (node, "family");
  g_autofree char *name = wmd_input_dup_attribute (node, "name");
  const xmlNode *properties = wmd_odf_find (node, WMD_ODF_STYLE, "text-properties");
  Style *style = g_new0 (Style, 1);

  style->parent = wmd_input_dup_attribute (node, "parent-style-name");
  for (guint i = 0; properties != NULL && i < G_N_ELEMENTS (looks_of_attributes); i++)
    {
      g_autofree char *value = wmd_input_dup_attribute (properties, looks_of_attributes[i].attribute);

      if (value == NULL)
        continue;
      style->named |= looks_of_attributes[i].look;
      if (looks_of_attributes[i].is_on (value))
        style->on |= looks_of_attributes[i].look;
    }
  g_hash_table_replace (self->styles, g_strdup_printf ("%s %s", family != NULL ? family : "", name != NULL ? name : ""),
                        style);
}

guint
wmd_odt_styles_apply (WmdOdtStyles *self, const char *family, const char *name, guint looks)
{
  g_autofree char *next = g_strdup (name);
  guint named = 0, on = 0;

  for (guint i = 0; next != NULL && i < MAX_PARENTS; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s %s", family, next);
      const Style *style = g_hash_table_lookup (self->styles, key);

      if (style != NULL)
        {
          on |= style->on & ~named;
          named |= style->named;
        }
      g_free (next);
      next = style != NULL ? g_strdup (style->parent) : NULL;
    }
  return (looks & ~named) | on;
}

/* --- lists --- */

static const struct
{
  const char *format;
  WmdOdtMark mark;
} formats[] = {
  { "", WMD_ODT_MARK_NONE },
  { "a", WMD_ODT_MARK_LETTER },
  { "i", WMD_ODT_MARK_ROMAN },
};

static WmdOdtMark
read_mark (const xmlNode *node)
{
  g_autofree char *format = wmd_input_dup_attribute (node, "num-format");

  if (g_str_has_suffix ((const char *) node->name, "-bullet") || g_str_has_suffix ((const char *) node->name, "-image"))
    return WMD_ODT_MARK_BULLET;
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (g_strcmp0 (format != NULL ? format : "", formats[i].format) == 0)
      return formats[i].mark;
  return WMD_ODT_MARK_OTHER;
}

static void
read_list (WmdOdtList *list, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *level = child->type == XML_ELEMENT_NODE ? wmd_input_dup_attribute (child, "level") : NULL;
      const int index = level != NULL ? atoi (level) - 1 : -1;
      g_autofree char *start = NULL;

      if (index < 0 || index >= WMD_ODT_N_LEVELS)
        continue;
      start = wmd_input_dup_attribute (child, "start-value");
      list->marks[index] = read_mark (child);
      list->starts[index] = start != NULL ? atoi (start) : 1;
    }
}

WmdOdtList *
wmd_odt_styles_get_list (WmdOdtStyles *self, const char *name)
{
  WmdOdtList *list = name != NULL ? g_hash_table_lookup (self->lists, name) : &self->outline;

  return list != NULL ? list : &self->bullets;
}

/* --- all --- */

WmdOdtStyles *
wmd_odt_styles_new (void)
{
  WmdOdtStyles *self = g_new0 (WmdOdtStyles, 1);

  self->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_free);
  self->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < WMD_ODT_N_LEVELS; i++)
    self->bullets.marks[i] = WMD_ODT_MARK_BULLET;
  return self;
}

void
wmd_odt_styles_free (WmdOdtStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static void
add_styles (WmdOdtStyles *self, const xmlNode *group)
{
  for (const xmlNode *node = group->children; node != NULL; node = node->next)
    if (wmd_odf_is (node, WMD_ODF_STYLE, "style"))
      add_style (self, node);
    else if (wmd_odf_is (node, WMD_ODF_TEXT, "outline-style"))
      read_list (&self->outline, node);
    else if (wmd_odf_is (node, WMD_ODF_TEXT, "list-style"))
      {
        char *name = wmd_input_dup_attribute (node, "name");
        WmdOdtList *list = g_new0 (WmdOdtList, 1);

        read_list (list, node);
        g_hash_table_replace (self->lists, name != NULL ? name : g_strdup (""), list);
      }
}

void
wmd_odt_styles_add (WmdOdtStyles *self, const xmlNode *root)
{
  for (const xmlNode *node = root->children; node != NULL; node = node->next)
    if (wmd_odf_is (node, WMD_ODF_OFFICE, "styles") || wmd_odf_is (node, WMD_ODF_OFFICE, "automatic-styles"))
      add_styles (self, node);
}
