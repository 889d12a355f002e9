/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Pairs the items of two editions in three steps: items that are the same by a key which each edition has once are
 * tied, as many of them as stand in the same order in both; what adjoins a tied pair and is equal is tied too; and
 * between two tied pairs, what is left of one kind and much alike. So it costs little more than reading both.
 */

#include "config.h"

#include "compose/comparison.h"

#include <string.h>

#include "compose/text-diff.h"

#define MIN_LIKENESS 0.5 /* of items that are taken for the same */
#define REACH 12         /* how many items of a gap one is compared with */
#define ALONE G_MAXUINT

/* A stretch of both editions: front and summary, contents, or the sections; nothing moves from one to another. */
typedef struct
{
  const WmdPublication *older, *newer;
  gboolean by_id;
  guint first_older, n_older;
  guint first_newer, n_newer;
  GArray *partners; /* (element-type guint) by newer item: its older one, counted in the stretch, or ALONE */
} Stretch;

static const WmdItem *
get_older (const Stretch *stretch, guint i)
{
  return wmd_publication_get_item (stretch->older, stretch->first_older + i);
}

static const WmdItem *
get_newer (const Stretch *stretch, guint j)
{
  return wmd_publication_get_item (stretch->newer, stretch->first_newer + j);
}

static guint *
get_partner (const Stretch *stretch, guint j)
{
  return &g_array_index (stretch->partners, guint, j);
}

/* --- ties --- */

/* What an item is known by. (transfer full) */
static char *
dup_key (const Stretch *stretch, const WmdItem *item)
{
  if (stretch->by_id)
    return g_strdup (item->id);
  return g_strconcat (wmd_item_kind_get_id (item->kind), " ", wmd_inline_get_markup (item->content), NULL);
}

static void
count_key (GHashTable *places, char *key, guint place)
{
  gpointer known = g_hash_table_contains (places, key) ? GUINT_TO_POINTER (ALONE) : GUINT_TO_POINTER (place);

  g_hash_table_insert (places, key, known);
}

/* Place of the item with @key; ALONE when there is none or more than one. */
static guint
find_place (GHashTable *places, const char *key)
{
  gpointer place;

  return g_hash_table_lookup_extended (places, key, NULL, &place) ? GPOINTER_TO_UINT (place) : ALONE;
}

/* The partner by key of each newer item. */
static void
find_partners (Stretch *stretch)
{
  g_autoptr (GHashTable) older = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) newer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < stretch->n_older; i++)
    count_key (older, dup_key (stretch, get_older (stretch, i)), i);
  for (guint j = 0; j < stretch->n_newer; j++)
    count_key (newer, dup_key (stretch, get_newer (stretch, j)), j);
  for (guint j = 0; j < stretch->n_newer; j++)
    {
      g_autofree char *key = dup_key (stretch, get_newer (stretch, j));

      if (find_place (newer, key) != ALONE)
        *get_partner (stretch, j) = find_place (older, key);
    }
}

/* Gives up partners that are out of order, as few as can be: what stays is a longest rising sequence. */
static void
keep_order (Stretch *stretch)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (guint)); /* by length: item that ends one lowest */
  g_autofree guint *before = g_new (guint, stretch->n_newer);
  guint last;

  for (guint j = 0; j < stretch->n_newer; j++)
    {
      guint low = 0, high = ends->len;

      if (*get_partner (stretch, j) == ALONE)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (*get_partner (stretch, g_array_index (ends, guint, middle)) < *get_partner (stretch, j))
            low = middle + 1;
          else
            high = middle;
        }
      before[j] = low > 0 ? g_array_index (ends, guint, low - 1) : ALONE;
      if (low == ends->len)
        g_array_append_val (ends, j);
      else
        g_array_index (ends, guint, low) = j;
    }
  last = ends->len > 0 ? g_array_index (ends, guint, ends->len - 1) : ALONE;
  for (guint j = stretch->n_newer; j-- > 0;)
    if (j == last)
      last = before[j];
    else
      *get_partner (stretch, j) = ALONE;
}

/* --- gaps --- */

typedef gboolean (*IsSame) (const WmdItem *a, const WmdItem *b);

/* What is known by its place in the report stays in its part. */
static gboolean
may_tie (const Stretch *stretch, const WmdItem *a, const WmdItem *b)
{
  return !stretch->by_id || (a->part != NULL && g_strcmp0 (a->part, b->part) == 0);
}

static gboolean
is_equal (const WmdItem *a, const WmdItem *b)
{
  return a->kind == b->kind && wmd_inline_equal (a->content, b->content);
}

static gboolean
is_alike (const WmdItem *a, const WmdItem *b)
{
  return a->kind == b->kind &&
         wmd_text_get_likeness (wmd_inline_get_text (a->content), wmd_inline_get_text (b->content)) >= MIN_LIKENESS;
}

/* Ties in order what is the same among the older items from @i to @i_end and the newer ones from @j to @j_end. */
static void
fill_gap (Stretch *stretch, guint i, guint i_end, guint j, guint j_end, IsSame is_same)
{
  for (; j < j_end; j++)
    for (guint k = i; k < MIN (i_end, i + REACH); k++)
      if (may_tie (stretch, get_older (stretch, k), get_newer (stretch, j)) &&
          is_same (get_older (stretch, k), get_newer (stretch, j)))
        {
          *get_partner (stretch, j) = k;
          i = k + 1;
          break;
        }
}

static void
fill_gaps (Stretch *stretch, IsSame is_same)
{
  guint i = 0, j = 0;

  for (guint k = 0; k <= stretch->n_newer; k++)
    {
      guint partner = k < stretch->n_newer ? *get_partner (stretch, k) : stretch->n_older;

      if (partner == ALONE)
        continue;
      fill_gap (stretch, i, partner, j, k, is_same);
      i = partner + 1;
      j = k + 1;
    }
}

/* --- the list --- */

static void
add_pair (GArray *pairs, const WmdItem *older, const WmdItem *newer)
{
  WmdItemPair pair = { older, newer };

  g_array_append_val (pairs, pair);
}

/* What is gone comes before what is new in its place. */
static void
list_pairs (const Stretch *stretch, GArray *pairs)
{
  guint i = 0, j = 0;

  for (guint k = 0; k <= stretch->n_newer; k++)
    {
      guint partner = k < stretch->n_newer ? *get_partner (stretch, k) : stretch->n_older;

      if (partner == ALONE)
        continue;
      while (i < partner)
        add_pair (pairs, get_older (stretch, i++), NULL);
      while (j < k)
        add_pair (pairs, NULL, get_newer (stretch, j++));
      if (k < stretch->n_newer)
        add_pair (pairs, get_older (stretch, i++), get_newer (stretch, j++));
    }
}

static void
compare_stretch (Stretch *stretch, GArray *pairs)
{
  const guint alone = ALONE;

  stretch->partners = g_array_sized_new (FALSE, FALSE, sizeof (guint), stretch->n_newer);
  for (guint j = 0; j < stretch->n_newer; j++)
    g_array_append_val (stretch->partners, alone);
  find_partners (stretch);
  keep_order (stretch);
  fill_gaps (stretch, is_equal);
  fill_gaps (stretch, is_alike);
  list_pairs (stretch, pairs);
  g_clear_pointer (&stretch->partners, g_array_unref);
}

/* Place of the first item of @kind; the number of items when there is none. */
static guint
find_kind (const WmdPublication *publication, WmdItemKind kind)
{
  guint n = wmd_publication_get_n_items (publication);

  for (guint i = 0; i < n; i++)
    if (wmd_publication_get_item (publication, i)->kind == kind)
      return i;
  return n;
}

static void
compare_whole (GArray *pairs, const WmdPublication *older, const WmdPublication *newer)
{
  static const WmdItemKind seams[] = { WMD_ITEM_CONTENTS_HEADING, WMD_ITEM_SECTION };
  Stretch stretch = {
    .older = older,
    .newer = newer,
    .by_id = strcmp (wmd_publication_get_report_id (older), wmd_publication_get_report_id (newer)) == 0,
  };

  for (guint i = 0; i <= G_N_ELEMENTS (seams); i++)
    {
      gboolean last = i == G_N_ELEMENTS (seams);
      guint older_end = last ? wmd_publication_get_n_items (older) : find_kind (older, seams[i]);
      guint newer_end = last ? wmd_publication_get_n_items (newer) : find_kind (newer, seams[i]);

      stretch.n_older = older_end - stretch.first_older;
      stretch.n_newer = newer_end - stretch.first_newer;
      compare_stretch (&stretch, pairs);
      stretch.first_older = older_end;
      stretch.first_newer = newer_end;
    }
}

GArray *
wmd_publication_compare (const WmdPublication *older, const WmdPublication *newer)
{
  GArray *pairs;

  g_return_val_if_fail (older != NULL && newer != NULL, NULL);
  g_return_val_if_fail (wmd_publication_get_language (older) == wmd_publication_get_language (newer), NULL);

  pairs = g_array_new (FALSE, FALSE, sizeof (WmdItemPair));
  if (older != newer)
    compare_whole (pairs, older, newer);
  else
    for (guint i = 0; i < wmd_publication_get_n_items (newer); i++)
      add_pair (pairs, wmd_publication_get_item (newer, i), wmd_publication_get_item (newer, i));
  return pairs;
}
