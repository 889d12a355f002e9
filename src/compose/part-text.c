/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which text of a part an edition prints. The variant in the language of the edition leads, in its own order, for
 * it may hold more than its source, or another division of it. What the source has beside it is put in where it
 * stands in the source: after the block that precedes it there.
 */

#include "config.h"

#include "compose/part-text.h"

static gboolean
is_empty (const WmdBlock *block)
{
  return wmd_block_get_text (block)[0] == '\0';
}

/* The variant that stands in for one that is not held: the original, else English, else any. */
static WmdVariant *
find_substitute (const WmdBody *body, WmdLanguage language)
{
  WmdVariant *variant = wmd_body_get_source (body);

  if (variant == NULL && language != WMD_LANGUAGE_EN)
    variant = wmd_body_get_variant (body, WMD_LANGUAGE_EN);
  for (guint i = 0; variant == NULL && i < WMD_N_LANGUAGES; i++)
    if (i != (guint) language)
      variant = wmd_body_get_variant (body, i);
  return variant;
}

static void
append_line (GArray *lines, WmdBlock *block, WmdLanguage language)
{
  WmdPartLine line = { block, language };

  if (!is_empty (block))
    g_array_append_val (lines, line);
}

static void
append_variant (GArray *lines, WmdVariant *variant)
{
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    append_line (lines, wmd_variant_get_block (variant, i), wmd_variant_get_language (variant));
}

/* Appends the blocks of @source from @from on that @held does not have, up to the first that it has. */
static void
append_missing (GArray *lines, GHashTable *held, WmdVariant *source, guint from)
{
  for (guint i = from; i < wmd_variant_get_n_blocks (source); i++)
    {
      WmdBlock *block = wmd_variant_get_block (source, i);

      if (g_hash_table_contains (held, wmd_block_get_id (block)))
        return;
      append_line (lines, block, wmd_variant_get_language (source));
    }
}

/* Place of each block of a variant by its id, counted from 1. */
static GHashTable *
index_blocks (WmdVariant *variant)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    g_hash_table_insert (index, (char *) wmd_block_get_id (wmd_variant_get_block (variant, i)),
                         GUINT_TO_POINTER (i + 1));
  return index;
}

static void
append_merged (GArray *lines, WmdVariant *variant, WmdVariant *source)
{
  g_autoptr (GHashTable) held = index_blocks (variant);
  g_autoptr (GHashTable) places = index_blocks (source);

  append_missing (lines, held, source, 0);
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *block = wmd_variant_get_block (variant, i);
      guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, wmd_block_get_id (block)));

      if (place != 0 && is_empty (block))
        append_line (lines, wmd_variant_get_block (source, place - 1), wmd_variant_get_language (source));
      else
        append_line (lines, block, wmd_variant_get_language (variant));
      if (place != 0)
        append_missing (lines, held, source, place);
    }
}

GArray *
wmd_part_text_list_lines (const WmdBody *body, WmdLanguage language)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (WmdPartLine));
  WmdVariant *variant = wmd_body_get_variant (body, language);
  WmdVariant *source = wmd_body_get_source (body);

  if (variant != NULL && source != NULL && variant != source)
    append_merged (lines, variant, source);
  else if (variant != NULL)
    append_variant (lines, variant);
  if (lines->len == 0 && (variant = find_substitute (body, language)) != NULL)
    append_variant (lines, variant);
  return lines;
}
