/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The standard wording of the frame texts: data/templates.json. */
#include "reference/reference-private.h"

static const char *const parts[] = { "summary", "introduction" };

struct _WmdTemplates
{
  const char **paragraphs[G_N_ELEMENTS (parts)][WMD_N_LANGUAGES]; /* NULL-terminated arrays of borrowed strings */
};

static gboolean
load (WmdTemplates *self, GError **error)
{
  const WmdDatum *root = wmd_data_load ("templates.json", error);
  const WmdDatum *templates = root != NULL ? wmd_data_get_object (root, "templates.json", "templates", error) : NULL;

  if (templates == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *where = g_strdup_printf ("templates.json: %s", parts[i]);
      const WmdDatum *part = wmd_data_get_object (templates, "templates.json", parts[i], error);

      for (int j = 0; j < WMD_N_LANGUAGES; j++)
        {
          if (part == NULL)
            return FALSE;
          self->paragraphs[i][j] = wmd_data_get_strings (part, where, wmd_language_get_code (j), error);
          if (self->paragraphs[i][j] == NULL)
            return FALSE;
        }
    }
  return TRUE;
}

WmdTemplates *
wmd_templates_new (GError **error)
{
  WmdTemplates *self = g_new0 (WmdTemplates, 1);

  if (!load (self, error))
    g_clear_pointer (&self, wmd_templates_free);
  return self;
}

void
wmd_templates_free (WmdTemplates *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    for (int j = 0; j < WMD_N_LANGUAGES; j++)
      g_free (self->paragraphs[i][j]);
  g_free (self);
}

const char *const *
wmd_reference_get_template (WmdReference *self, WmdLanguage language, const char *part)
{
  g_return_val_if_fail (self != NULL && part != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i], part))
      return self->templates->paragraphs[i][language];
  g_return_val_if_reached (NULL);
}
