/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "model/translation.h"

WmdBlock *
wmd_translation_lookup_source (const WmdBody *body, const WmdBlock *unit)
{
  WmdLanguage languages[2];

  g_return_val_if_fail (body != NULL && unit != NULL, NULL);

  languages[0] = wmd_block_get_source_language (unit);
  languages[1] = wmd_body_get_original (body);
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      WmdVariant *variant = languages[i] != WMD_LANGUAGE_NONE ? wmd_body_get_variant (body, languages[i]) : NULL;
      WmdBlock *source = variant != NULL ? wmd_variant_lookup_block (variant, wmd_block_get_id (unit), NULL) : NULL;

      if (source != NULL)
        return source;
    }
  return NULL;
}

gboolean
wmd_translation_is_stale (const WmdBody *body, const WmdBlock *unit)
{
  WmdLanguage made_from;
  WmdVariant *variant;
  WmdBlock *now;

  g_return_val_if_fail (body != NULL && unit != NULL, FALSE);

  made_from = wmd_block_get_source_language (unit);
  variant = made_from != WMD_LANGUAGE_NONE ? wmd_body_get_variant (body, made_from) : NULL;
  now = variant != NULL ? wmd_variant_lookup_block (variant, wmd_block_get_id (unit), NULL) : NULL;
  return now != NULL && wmd_block_is_stale (unit, now);
}

static gboolean
has_text (const WmdBlock *block)
{
  return block != NULL && wmd_block_get_text (block)[0] != '\0';
}

/* Adds what is to be said of one unit. @unit NULL: the language does not have it. */
static void
add_unit (const WmdBody *body, const WmdBlock *unit, WmdTranslation *translation)
{
  WmdProgress progress = has_text (unit) ? wmd_block_get_progress (unit) : WMD_PROGRESS_UNTRANSLATED;

  translation->progress = translation->n_units == 0 ? progress : MIN (translation->progress, progress);
  translation->n_units++;
  if (!has_text (unit))
    {
      translation->n_missing++;
      return;
    }
  translation->n_tentative += wmd_block_get_tentative (unit);
  translation->n_stale += wmd_translation_is_stale (body, unit);
  translation->n_unrevised += progress == WMD_PROGRESS_TRANSLATED;
}

/* Units count by the words there are to translate; a text of nothing but symbols counts as one word a unit. */
static void
add_share (const WmdBlock *weighed, const WmdBlock *unit, guint *done, guint *all)
{
  guint words = MAX (wmd_block_get_n_words (weighed), 1);

  *all += words;
  if (has_text (unit) && wmd_block_get_progress (unit) >= WMD_PROGRESS_TRANSLATED)
    *done += words;
}

void
wmd_translation_measure (const WmdBody *body, WmdLanguage language, WmdTranslation *translation)
{
  WmdVariant *source, *target, *units;
  guint done = 0, all = 0;

  g_return_if_fail (body != NULL && language != WMD_LANGUAGE_NONE && translation != NULL);

  *translation = (WmdTranslation){ 0 };
  source = wmd_body_get_source (body);
  target = wmd_body_get_variant (body, language);
  if (language == wmd_body_get_original (body))
    {
      translation->n_units = source != NULL ? wmd_variant_get_n_blocks (source) : 0;
      translation->progress = source != NULL ? WMD_PROGRESS_APPROVED : WMD_PROGRESS_UNTRANSLATED;
      translation->share = source != NULL ? 1.0 : 0.0;
      return;
    }

  units = source != NULL ? source : target;
  for (guint i = 0; units != NULL && i < wmd_variant_get_n_blocks (units); i++)
    {
      WmdBlock *weighed = wmd_variant_get_block (units, i);
      WmdBlock *unit = target != NULL ? wmd_variant_lookup_block (target, wmd_block_get_id (weighed), NULL) : NULL;

      if (!has_text (weighed))
        continue;
      add_unit (body, unit, translation);
      add_share (weighed, unit, &done, &all);
    }
  translation->share = all > 0 ? (double) done / all : 0.0;
}
