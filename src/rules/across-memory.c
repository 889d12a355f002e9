/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rules that compare replies depend on the digests, on who replies (messages name the others) and on the edition asked
 * for. As long as these are the same their remarks are: only the bodies that they speak of may be others.
 */

#include "config.h"

#include "rules/across-memory-private.h"

#include <string.h>

#include "rules/titles-private.h"

typedef struct
{
  WmdRemark *remark; /* without a body */
  guint part;        /* index of the part that it speaks of */
} Across;

struct _WmdAcrossMemory
{
  WmdTitles *titles; /* of the Chinese texts; NULL before the first check */
  GArray *key;       /* (element-type guint64) what the remarks depend on */
  GArray *across;    /* (element-type Across) */
};

static void
across_clear (gpointer data)
{
  wmd_remark_free (((Across *) data)->remark);
}

WmdAcrossMemory *
wmd_across_memory_new (void)
{
  WmdAcrossMemory *self = g_new0 (WmdAcrossMemory, 1);

  self->key = g_array_new (FALSE, FALSE, sizeof (guint64));
  self->across = g_array_new (FALSE, FALSE, sizeof (Across));
  g_array_set_clear_func (self->across, across_clear);
  return self;
}

void
wmd_across_memory_free (WmdAcrossMemory *self)
{
  g_clear_pointer (&self->titles, wmd_titles_free);
  g_array_unref (self->key);
  g_array_unref (self->across);
  g_free (self);
}

/* Looks for bare titles in the pages that are new, or in all when the titles are others. TRUE when any finding is. */
static gboolean
find_titles (WmdAcrossMemory *self, const WmdForms *forms, const GArray *parts)
{
  g_autofree const WmdPage **pages = g_new0 (const WmdPage *, parts->len);
  gboolean changed = FALSE;

  for (guint i = WMD_FIRST_REPLY; i < parts->len; i++)
    pages[i] = g_array_index (parts, WmdRulePart, i).pages[WMD_LANGUAGE_ZH];
  if (self->titles == NULL || !wmd_titles_is_current (self->titles, pages, parts->len))
    {
      g_clear_pointer (&self->titles, wmd_titles_free);
      self->titles = wmd_titles_new (pages, parts->len);
    }
  for (guint i = WMD_FIRST_REPLY; i < parts->len; i++)
    if (pages[i] != NULL)
      changed = wmd_titles_find (self->titles, forms, pages[i]) || changed;
  return changed;
}

/* (transfer full) */
static GArray *
make_key (const GArray *parts, WmdLanguage edition)
{
  GArray *key = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 question = edition + 1;

  g_array_append_val (key, question);
  for (guint i = 0; i < parts->len; i++)
    {
      const WmdRulePart *part = &g_array_index (parts, WmdRulePart, i);
      guint64 name = part->name_hash;

      g_array_append_val (key, name);
      for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
        {
          guint64 serial = part->pages[language] != NULL ? part->pages[language]->digest->serial : 0;

          g_array_append_val (key, serial);
        }
    }
  return key;
}

gboolean
wmd_across_memory_is_current (WmdAcrossMemory *self, const WmdForms *forms, const GArray *parts, WmdLanguage edition)
{
  gboolean changed = find_titles (self, forms, parts);
  GArray *key = make_key (parts, edition);

  changed = changed || key->len != self->key->len ||
            (key->len > 0 && memcmp (key->data, self->key->data, key->len * sizeof (guint64)) != 0);
  g_array_unref (self->key);
  self->key = key;
  return !changed;
}

void
wmd_across_memory_replace (WmdAcrossMemory *self, GPtrArray *remarks, const GArray *parts)
{
  g_autoptr (GHashTable) places = g_hash_table_new (NULL, NULL); /* WmdBody to its index */

  for (guint i = 0; i < parts->len; i++)
    g_hash_table_insert (places, g_array_index (parts, WmdRulePart, i).body, GUINT_TO_POINTER (i));
  g_array_set_size (self->across, 0);
  for (guint i = 0; i < remarks->len; i++)
    {
      WmdRemark *remark = remarks->pdata[i];
      Across across = { remark, GPOINTER_TO_UINT (g_hash_table_lookup (places, remark->body)) };

      g_clear_pointer (&remark->body, wmd_body_unref);
      g_array_append_val (self->across, across);
    }
  g_ptr_array_set_free_func (remarks, NULL);
  g_ptr_array_set_size (remarks, 0);
}

void
wmd_across_memory_add (const WmdAcrossMemory *self, const GArray *parts, GPtrArray *remarks)
{
  for (guint i = 0; i < self->across->len; i++)
    {
      const Across *across = &g_array_index (self->across, Across, i);

      g_ptr_array_add (remarks,
                       wmd_remark_copy (across->remark, g_array_index (parts, WmdRulePart, across->part).body));
    }
}
