/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Titles by their first three characters. They are looked for in a page again only when the page or the set of titles
 * is new, so an edit costs one page.
 */

#include "config.h"

#include "rules/titles-private.h"

#include <string.h>

struct _WmdTitles
{
  guint stamp;         /* of the set */
  GHashTable *by_head; /* gint64 to a GPtrArray of strings, owned by it */
  GHashTable *firsts;  /* set of first characters: most places are passed over */
};

static gint64
make_head (const char *text)
{
  gint64 head = 0;

  for (guint i = 0; i < 3 && *text != '\0'; i++, text = g_utf8_next_char (text))
    head = head << 21 | g_utf8_get_char (text);
  return head;
}

static gboolean
has_string (const GPtrArray *strings, const char *text)
{
  for (guint i = 0; i < strings->len; i++)
    if (g_str_equal (strings->pdata[i], text))
      return TRUE;
  return FALSE;
}

static void
add_title (WmdTitles *self, const char *title)
{
  gint64 head = make_head (title);
  GPtrArray *group = g_hash_table_lookup (self->by_head, &head);

  if (group == NULL)
    {
      group = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->by_head, g_memdup2 (&head, sizeof head), group);
      g_hash_table_add (self->firsts, GUINT_TO_POINTER (g_utf8_get_char (title)));
    }
  if (!has_string (group, title))
    g_ptr_array_add (group, g_strdup (title));
}

/* Of all titles, each as often as it stands; never 0. */
static guint
make_stamp (const WmdPage *const *pages, guint n_pages)
{
  guint stamp = 1;

  for (guint i = 0; i < n_pages; i++)
    stamp += pages[i] != NULL ? pages[i]->digest->titles_hash : 0;
  return MAX (stamp, 1);
}

WmdTitles *
wmd_titles_new (const WmdPage *const *pages, guint n_pages)
{
  WmdTitles *self = g_new0 (WmdTitles, 1);

  self->stamp = make_stamp (pages, n_pages);
  self->by_head = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->firsts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < n_pages; i++)
    for (guint j = 0; pages[i] != NULL && j < pages[i]->digest->titles->len; j++)
      add_title (self, g_array_index (pages[i]->digest->titles, WmdTitle, j).text);
  return self;
}

void
wmd_titles_free (WmdTitles *self)
{
  g_hash_table_unref (self->by_head);
  g_hash_table_unref (self->firsts);
  g_free (self);
}

gboolean
wmd_titles_is_current (const WmdTitles *self, const WmdPage *const *pages, guint n_pages)
{
  return self->stamp == make_stamp (pages, n_pages);
}

/* The longest title that stands at @p; NULL for none. */
static const char *
match_title (const WmdTitles *self, const char *p)
{
  const char *best = NULL;
  const GPtrArray *group;
  gint64 head;

  if (!g_hash_table_contains (self->firsts, GUINT_TO_POINTER (g_utf8_get_char (p))))
    return NULL;
  head = make_head (p);
  group = g_hash_table_lookup (self->by_head, &head);
  for (guint i = 0; group != NULL && i < group->len; i++)
    if (g_str_has_prefix (p, group->pdata[i]) && (best == NULL || strlen (group->pdata[i]) > strlen (best)))
      best = group->pdata[i];
  return best;
}

static gboolean
has_title (const WmdDigest *digest, const char *text)
{
  for (guint i = 0; i < digest->titles->len; i++)
    if (g_str_equal (g_array_index (digest->titles, WmdTitle, i).text, text))
      return TRUE;
  return FALSE;
}

/* Titles that stand in the block without marks and nowhere in the page with them. */
static void
find_in_block (const WmdTitles *self, const WmdForms *forms, const WmdPage *page, guint block, GArray *bare)
{
  const char *text = page->readings[block]->text;
  guint depth = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar character = g_utf8_get_char (p);
      const char *title;
      WmdTitle found;

      if (character == 0x300a || character == 0x3008 || character == 0x201c)
        depth++;
      else if (character == 0x300b || character == 0x3009 || character == 0x201d)
        depth -= MIN (depth, 1);
      title = depth == 0 ? match_title (self, p) : NULL;
      if (title == NULL || has_title (page->digest, title) ||
          wmd_forms_matches (forms, "body-behind-title", WMD_LANGUAGE_ZH, p + strlen (title)))
        continue;
      found = (WmdTitle){ g_strdup (title), { block, p - text, p + strlen (title) - text } };
      g_array_append_val (bare, found);
    }
}

gboolean
wmd_titles_find (const WmdTitles *self, const WmdForms *forms, const WmdPage *page)
{
  WmdDigest *digest = page->digest;
  GArray *bare;
  gboolean changed;

  if (digest->bare_stamp == self->stamp)
    return FALSE;
  bare = wmd_digest_new_titles ();
  for (guint block = 0; block < page->n_blocks; block++)
    find_in_block (self, forms, page, block, bare);
  changed = !wmd_digest_equal_titles (bare, digest->bare);
  g_array_unref (digest->bare);
  digest->bare = bare;
  digest->bare_stamp = self->stamp;
  return changed;
}
