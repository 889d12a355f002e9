/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What styles say that a report has: headings by their outline level, never by their names, which are in the language
 * of whoever wrote them; lists; looks.
 */

#include "config.h"

#include "exchange/docx-private.h"

#include <string.h>

#define MAX_PARENTS 32

#define DEFAULT_STYLE "" /* key of the style of paragraphs without one; no id is empty */

/* Looks that cancel each other when styles of paragraphs and of characters both have them. */
#define TOGGLES                                                                                                        \
  (WMD_DOCX_BOLD | WMD_DOCX_ITALIC | WMD_DOCX_COMPLEX_BOLD | WMD_DOCX_COMPLEX_ITALIC | WMD_DOCX_HIDDEN |               \
   WMD_DOCX_STRUCK)

static const struct
{
  const char *element;
  const char *value; /* with which it is on; NULL: with any that does not say no */
  guint look;
} properties_of_runs[] = {
  { "b", NULL, WMD_DOCX_BOLD },
  { "i", NULL, WMD_DOCX_ITALIC },
  { "bCs", NULL, WMD_DOCX_COMPLEX_BOLD },
  { "iCs", NULL, WMD_DOCX_COMPLEX_ITALIC },
  { "vertAlign", "superscript", WMD_DOCX_RAISED },
  { "vertAlign", "subscript", WMD_DOCX_LOWERED },
  { "vanish", NULL, WMD_DOCX_HIDDEN },
  { "strike", NULL, WMD_DOCX_STRUCK },
  { "dstrike", NULL, WMD_DOCX_STRUCK },
  { "u", NULL, WMD_DOCX_LINED },
  { "highlight", NULL, WMD_DOCX_LINED },
  { "rtl", NULL, WMD_DOCX_COMPLEX },
  { "cs", NULL, WMD_DOCX_COMPLEX },
};

static const char *const negatives[] = { "0", "false", "off", "none", NULL };

/* LibreOffice writes characters that are raised by a part of its own choice as moved and small. */
static guint
read_position (const xmlNode *properties)
{
  const int position = wmd_docx_get_number (properties, "position", 0);

  if (position == 0 || wmd_docx_find (properties, "sz") == NULL)
    return 0;
  return position > 0 ? WMD_DOCX_RAISED : WMD_DOCX_LOWERED;
}

WmdDocxLooks
wmd_docx_apply_looks (WmdDocxLooks below, const xmlNode *properties)
{
  const guint position = read_position (properties);
  WmdDocxLooks own = { position, position };

  for (guint i = 0; i < G_N_ELEMENTS (properties_of_runs); i++)
    {
      const xmlNode *element = wmd_docx_find (properties, properties_of_runs[i].element);
      g_autofree char *value = element != NULL ? wmd_input_dup_attribute (element, "val") : NULL;

      if (element == NULL)
        continue;
      own.named |= properties_of_runs[i].look;
      if (properties_of_runs[i].value != NULL ? g_strcmp0 (value, properties_of_runs[i].value) == 0
                                              : value == NULL || !g_strv_contains (negatives, value))
        own.on |= properties_of_runs[i].look;
    }
  return (WmdDocxLooks){ below.named | own.named, (below.on & ~own.named) | own.on };
}

WmdDocxLooks
wmd_docx_combine_looks (WmdDocxLooks paragraph, WmdDocxLooks characters)
{
  const guint toggled = (paragraph.on ^ characters.on) & TOGGLES;
  const guint others = ((paragraph.on & ~characters.named) | characters.on) & ~TOGGLES;

  return (WmdDocxLooks){ paragraph.named | characters.named, toggled | others };
}

static void
style_free (WmdDocxStyle *style)
{
  g_free (style->parent);
  g_free (style->number);
  g_free (style);
}

static WmdDocxStyle *
read_style (const xmlNode *node)
{
  WmdDocxStyle *style = g_new0 (WmdDocxStyle, 1);
  const xmlNode *paragraph = wmd_docx_find (node, "pPr");
  const xmlNode *number = wmd_docx_find (paragraph, "numPr");

  style->parent = wmd_docx_dup_value (node, "basedOn");
  style->looks = wmd_docx_apply_looks ((WmdDocxLooks){ 0, 0 }, wmd_docx_find (node, "rPr"));
  style->outline = wmd_docx_get_number (paragraph, "outlineLvl", -1);
  style->number = wmd_docx_dup_value (number, "numId");
  style->level = wmd_docx_get_number (number, "ilvl", -1);
  return style;
}

static gboolean
is_default (const xmlNode *node)
{
  g_autofree char *type = wmd_input_dup_attribute (node, "type");
  g_autofree char *standard = wmd_input_dup_attribute (node, "default");

  return g_strcmp0 (type, "paragraph") == 0 && standard != NULL && !g_strv_contains (negatives, standard);
}

GHashTable *
wmd_docx_read_styles (const xmlNode *root)
{
  GHashTable *styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) style_free);

  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    {
      g_autofree char *id = wmd_docx_is (node, "style") ? wmd_input_dup_attribute (node, "styleId") : NULL;

      if (id == NULL || id[0] == '\0')
        continue;
      if (is_default (node))
        g_hash_table_insert (styles, g_strdup (DEFAULT_STYLE), read_style (node));
      g_hash_table_insert (styles, g_steal_pointer (&id), read_style (node));
    }
  return styles;
}

WmdDocxStyle
wmd_docx_resolve_style (GHashTable *styles, const char *id)
{
  WmdDocxStyle all = { .outline = -1, .level = -1 };
  const WmdDocxStyle *style = g_hash_table_lookup (styles, id != NULL ? id : DEFAULT_STYLE);

  for (guint i = 0; style != NULL && i < MAX_PARENTS; i++)
    {
      all.looks.on |= style->looks.on & ~all.looks.named;
      all.looks.named |= style->looks.named;
      if (all.outline < 0)
        all.outline = style->outline;
      if (all.number == NULL)
        all.number = style->number;
      if (all.level < 0)
        all.level = style->level;
      style = style->parent != NULL ? g_hash_table_lookup (styles, style->parent) : NULL;
    }
  return all;
}
