/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A variant is an array of shared blocks; changing one copies pointers, never text. Blocks are also found by
 * their id without a search, since translations are matched block by block.
 */

#include "config.h"

#include "model/variant.h"

#include <string.h>

struct _WmdVariant
{
  gatomicrefcount ref_count;
  WmdLanguage language;
  GPtrArray *blocks; /* (element-type WmdBlock) */
  GHashTable *index; /* block id (owned by the block) to position */
  guint n_words;
  char *unknown; /* JSON object */
};

static WmdVariant *
variant_new_take (WmdLanguage language, GPtrArray *blocks, const char *unknown)
{
  WmdVariant *self = g_new0 (WmdVariant, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = language;
  self->blocks = blocks;
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->unknown = g_strdup (unknown);
  for (guint i = 0; i < blocks->len; i++)
    {
      g_hash_table_insert (self->index, (char *) wmd_block_get_id (blocks->pdata[i]), GUINT_TO_POINTER (i));
      self->n_words += wmd_block_get_n_words (blocks->pdata[i]);
    }
  return self;
}

static gpointer
copy_block_cb (gconstpointer block, gpointer user_data)
{
  return wmd_block_ref ((WmdBlock *) block);
}

static GPtrArray *
copy_blocks (const GPtrArray *blocks)
{
  GPtrArray *copy = g_ptr_array_copy ((GPtrArray *) blocks, copy_block_cb, NULL);

  g_ptr_array_set_free_func (copy, (GDestroyNotify) wmd_block_unref);
  return copy;
}

WmdVariant *
wmd_variant_new (WmdLanguage language, const GPtrArray *blocks)
{
  g_return_val_if_fail (language != WMD_LANGUAGE_NONE && blocks != NULL, NULL);

  return variant_new_take (language, copy_blocks (blocks), NULL);
}

WmdVariant *
wmd_variant_ref (WmdVariant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_variant_unref (WmdVariant *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->index);
  g_ptr_array_unref (self->blocks);
  g_free (self->unknown);
  g_free (self);
}

WmdLanguage
wmd_variant_get_language (const WmdVariant *self)
{
  g_return_val_if_fail (self != NULL, WMD_LANGUAGE_NONE);

  return self->language;
}

guint
wmd_variant_get_n_blocks (const WmdVariant *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

WmdBlock *
wmd_variant_get_block (const WmdVariant *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->blocks->len, NULL);

  return self->blocks->pdata[index];
}

WmdBlock *
wmd_variant_lookup_block (const WmdVariant *self, const char *id, guint *index)
{
  gpointer position;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  if (!g_hash_table_lookup_extended (self->index, id, NULL, &position))
    return NULL;
  if (index != NULL)
    *index = GPOINTER_TO_UINT (position);
  return self->blocks->pdata[GPOINTER_TO_UINT (position)];
}

guint
wmd_variant_get_n_words (const WmdVariant *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_words;
}

WmdVariant *
wmd_variant_splice (const WmdVariant *self, guint position, guint n_removed, WmdBlock *const *added, guint n_added)
{
  GPtrArray *blocks;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (position + n_removed <= self->blocks->len, NULL);
  g_return_val_if_fail (added != NULL || n_added == 0, NULL);

  blocks = copy_blocks (self->blocks);
  if (n_removed > 0)
    g_ptr_array_remove_range (blocks, position, n_removed);
  for (guint i = 0; i < n_added; i++)
    g_ptr_array_insert (blocks, position + i, wmd_block_ref (added[i]));
  return variant_new_take (self->language, blocks, self->unknown);
}

guint
wmd_variant_get_item_number (const WmdVariant *self, guint index)
{
  WmdBlockKind kind;
  guint number = 1;

  g_return_val_if_fail (self != NULL && index < self->blocks->len, 0);

  kind = wmd_block_get_kind (self->blocks->pdata[index]);
  if (wmd_block_kind_get_item_level (kind) == 0 && kind != WMD_BLOCK_NUMBERED)
    return 0;
  while (index > 0 && wmd_block_kind_count_back (kind, wmd_block_get_kind (self->blocks->pdata[index - 1]), &number))
    index--;
  return number;
}

const char *
wmd_variant_get_unknown (const WmdVariant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->unknown;
}

WmdVariant *
wmd_variant_with_unknown (const WmdVariant *self, const char *unknown)
{
  g_return_val_if_fail (self != NULL, NULL);

  return variant_new_take (self->language, copy_blocks (self->blocks), unknown);
}

gboolean
wmd_variant_equal (const WmdVariant *a, const WmdVariant *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a == b)
    return TRUE;
  if (a->language != b->language || a->blocks->len != b->blocks->len || g_strcmp0 (a->unknown, b->unknown) != 0)
    return FALSE;
  for (guint i = 0; i < a->blocks->len; i++)
    if (!wmd_block_equal (a->blocks->pdata[i], b->blocks->pdata[i]))
      return FALSE;
  return TRUE;
}
