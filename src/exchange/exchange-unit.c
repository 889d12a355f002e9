/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What of a text is for a translator: every block of it that there is something to translate from. */

#include "config.h"

#include "exchange/exchange-unit.h"

#include "exchange/coded-text.h"
#include "model/translation.h"
#include "model/unit-edits.h"

static void
unit_free (gpointer data)
{
  WmdExchangeUnit *self = data;

  wmd_block_unref (self->source);
  g_clear_pointer (&self->target, wmd_block_unref);
  g_free (self->source_markup);
  g_free (self->target_markup);
  g_free (self);
}

/* The variant that @block is of. */
static WmdLanguage
find_language (const WmdBody *body, const WmdBlock *block)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);

      if (variant != NULL && wmd_variant_lookup_block (variant, wmd_block_get_id (block), NULL) == block)
        return language;
    }
  return WMD_LANGUAGE_NONE;
}

static char *
dup_markup (const WmdBlock *block)
{
  return wmd_coded_text_clean (wmd_inline_get_markup (wmd_block_get_content (block)));
}

/* NULL when there is nothing to translate. @block: of the source; @fixed: no other source is better. */
static WmdExchangeUnit *
unit_new (const WmdBody *body, WmdLanguage language, WmdBlock *block, gboolean fixed)
{
  WmdVariant *variant = wmd_body_get_variant (body, language);
  WmdBlock *target = variant != NULL ? wmd_variant_lookup_block (variant, wmd_block_get_id (block), NULL) : NULL;
  WmdBlock *source = target != NULL && !fixed ? wmd_translation_lookup_source (body, target) : block;
  WmdExchangeUnit *self;

  if (source == NULL)
    source = block;
  if (wmd_block_get_text (source)[0] == '\0')
    return NULL;
  self = g_new0 (WmdExchangeUnit, 1);
  self->source = wmd_block_ref (source);
  self->source_language = find_language (body, source);
  self->source_markup = dup_markup (source);
  if (target != NULL && wmd_block_get_text (target)[0] != '\0')
    {
      self->target = wmd_block_ref (target);
      self->target_markup = dup_markup (target);
      self->stale = wmd_translation_is_stale (body, target);
    }
  return self;
}

GPtrArray *
wmd_exchange_list_units (const WmdBody *body, WmdLanguage target, WmdLanguage source)
{
  GPtrArray *units = g_ptr_array_new_with_free_func (unit_free);
  WmdLanguage language = source != WMD_LANGUAGE_NONE ? source : wmd_unit_choose_source (body, target);
  WmdVariant *variant;

  if (target == wmd_body_get_original (body) || language == target || language == WMD_LANGUAGE_NONE)
    return units;
  variant = wmd_body_get_variant (body, language);
  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdExchangeUnit *unit = unit_new (body, target, wmd_variant_get_block (variant, i), source != WMD_LANGUAGE_NONE);

      if (unit != NULL)
        g_ptr_array_add (units, unit);
    }
  return units;
}
