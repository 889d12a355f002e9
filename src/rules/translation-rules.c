/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How far each language is. Asked for an edition, every gap counts; asked whether the report is sound, only the
 * languages that work has begun on do: that the others are to come goes without saying.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "model/translation.h"
#include "rules/rules-private.h"

typedef void (*CheckUnit) (WmdProbe *probe, WmdVariant *variant, guint index, WmdBlock *unit);

static gboolean
has_text (const WmdBlock *block)
{
  return block != NULL && wmd_block_get_text (block)[0] != '\0';
}

static WmdRemark *
say_of_unit (WmdProbe *probe, WmdLanguage language, guint index, char *message)
{
  WmdRemark *remark = wmd_probe_say (probe, NULL, message);

  wmd_remark_set_place (remark, NULL, language, index);
  return remark;
}

static const char *
get_language_name (const WmdProbe *probe, WmdLanguage language)
{
  return wmd_reference_get_language_name (probe->reference, language, wmd_language_of_messages ());
}

/* --- missing --- */

static gboolean
is_asked_for (const WmdProbe *probe, WmdLanguage language)
{
  if (probe->edition != WMD_LANGUAGE_NONE)
    return probe->edition == language;
  return (probe->languages & (1u << language)) != 0 && wmd_body_get_original (probe->body) != language;
}

/* Blocks of the source that the language does not have, or has without text. */
static void
check_units (WmdProbe *probe, WmdLanguage language)
{
  WmdVariant *target = wmd_body_get_variant (probe->body, language);
  WmdVariant *source = wmd_body_get_source (probe->body);

  for (guint i = 0; source != NULL && i < wmd_variant_get_n_blocks (source); i++)
    {
      WmdBlock *block = wmd_variant_get_block (source, i);
      guint index;
      WmdBlock *unit = wmd_variant_lookup_block (target, wmd_block_get_id (block), &index);
      g_autofree char *message = NULL;
      WmdRemark *remark;

      if (!has_text (block) || has_text (unit))
        continue;
      message = g_strdup_printf (_ ("A paragraph has no text in %s."), get_language_name (probe, language));
      remark = wmd_probe_say (probe, wmd_block_get_id (block), g_steal_pointer (&message));
      wmd_remark_set_place (remark, NULL, language, unit != NULL ? (int) index : -1);
      if (unit == NULL)
        wmd_remark_set_block_id (remark, wmd_block_get_id (block));
    }
}

void
wmd_check_missing_translation (WmdProbe *probe)
{
  gboolean any = FALSE;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    any = any || wmd_rule_has_text (wmd_body_get_variant (probe->body, language));
  for (WmdLanguage language = 0; any && language < WMD_N_LANGUAGES; language++)
    {
      WmdRemark *remark;

      if (!is_asked_for (probe, language))
        continue;
      if (wmd_rule_has_text (wmd_body_get_variant (probe->body, language)))
        {
          check_units (probe, language);
          continue;
        }
      remark = wmd_probe_say (probe, wmd_language_get_code (language),
                              g_strdup_printf (_ ("There is no text in %s."), get_language_name (probe, language)));
      wmd_remark_set_place (remark, NULL, language, -1);
    }
}

/* --- what is there --- */

/* Calls @check for every unit with text of every translation that is asked about. */
static void
for_each_unit (WmdProbe *probe, CheckUnit check)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (probe->body, language);

      if (variant == NULL || language == wmd_body_get_original (probe->body) ||
          (probe->edition != WMD_LANGUAGE_NONE && probe->edition != language))
        continue;
      for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
        if (has_text (wmd_variant_get_block (variant, i)))
          check (probe, variant, i, wmd_variant_get_block (variant, i));
    }
}

static void
check_stale (WmdProbe *probe, WmdVariant *variant, guint index, WmdBlock *unit)
{
  WmdLanguage language = wmd_variant_get_language (variant);

  if (wmd_translation_is_stale (probe->body, unit))
    say_of_unit (probe, language, index,
                 g_strdup_printf (_ ("The source changed since this paragraph was put into %s."),
                                  get_language_name (probe, language)));
}

static void
check_tentative (WmdProbe *probe, WmdVariant *variant, guint index, WmdBlock *unit)
{
  if (wmd_block_get_tentative (unit))
    say_of_unit (probe, wmd_variant_get_language (variant), index,
                 g_strdup (_ ("The translation of this paragraph is marked as tentative.")));
}

void
wmd_check_stale_translation (WmdProbe *probe)
{
  for_each_unit (probe, check_stale);
}

void
wmd_check_tentative_translation (WmdProbe *probe)
{
  if (probe->edition != WMD_LANGUAGE_NONE)
    for_each_unit (probe, check_tentative);
}

/* One finding of a reply: a translation is revised as a whole. It stands at the first unit that was not. */
void
wmd_check_unrevised_translation (WmdProbe *probe)
{
  WmdVariant *variant = probe->edition != WMD_LANGUAGE_NONE ? wmd_body_get_variant (probe->body, probe->edition) : NULL;
  guint n_unrevised = 0, first = 0;
  g_autofree char *hint = NULL;
  WmdRemark *remark;

  if (variant == NULL || probe->edition == wmd_body_get_original (probe->body))
    return;
  for (guint i = 0; i < wmd_variant_get_n_blocks (variant); i++)
    {
      WmdBlock *unit = wmd_variant_get_block (variant, i);

      if (!has_text (unit) || wmd_block_get_progress (unit) >= WMD_PROGRESS_REVISED)
        continue;
      first = n_unrevised == 0 ? i : first;
      n_unrevised++;
    }
  if (n_unrevised == 0)
    return;
  hint = g_strdup_printf ("%u", n_unrevised);
  remark = wmd_probe_say (probe, hint,
                          g_strdup_printf (ngettext ("%u paragraph of the translation was not revised.",
                                                     "%u paragraphs of the translation were not revised.", n_unrevised),
                                           n_unrevised));
  wmd_remark_set_place (remark, NULL, probe->edition, first);
}
