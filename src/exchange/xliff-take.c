/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What becomes of a unit that comes back: whether it is taken, as how far, and as a translation of which source.
 * Nothing is taken that would be wrong without a word, and nothing is dropped without one.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/xliff-read-private.h"
#include "model/unit-edits.h"

/* TRUE when the report says otherwise than when the file was written, as far as that is known. */
static gboolean
is_conflict (const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  g_autofree char *digest = NULL;

  if (held->target == NULL)
    return FALSE;
  digest = wmd_xliff_dup_digest (held->target_markup);
  return g_strcmp0 (digest, unit->digest) != 0;
}

/* TRUE when the words are those that were written into the file. */
static gboolean
is_as_written (const WmdXliffUnit *unit)
{
  g_autofree char *digest = wmd_xliff_dup_digest (unit->target);

  return g_strcmp0 (digest, unit->digest) == 0;
}

/* TRUE when the source changed in more than spacing since the file was written. */
static gboolean
is_outdated (const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  g_autoptr (WmdBlock) made_from = wmd_block_with_source (held->source, held->source_language, unit->source);

  return strcmp (unit->source, held->source_markup) != 0 && wmd_block_is_stale (made_from, held->source);
}

/* The source that a translation in the file was made from. */
static WmdBlock *
with_source (WmdBlock *block, const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  const char *now = wmd_inline_get_markup (wmd_block_get_content (held->source));

  return wmd_block_with_source (block, held->source_language, is_outdated (held, unit) ? unit->source : now);
}

/* The words are the same; the file may know that they are further, or right for the source as it is now. */
static WmdBlock *
advance (const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  WmdProgress written = WMD_PROGRESS_UNTRANSLATED;
  WmdProgress progress = wmd_block_get_progress (held->target);
  g_autoptr (WmdBlock) block = NULL;

  wmd_xliff_parse_state (wmd_xliff_get_state (held), &written);
  if (unit->progress <= written)
    return wmd_block_ref (held->target);
  block = held->stale ? with_source (held->target, held, unit) : wmd_block_ref (held->target);
  return wmd_block_with_progress (block, MAX (progress, unit->progress));
}

/* Other words than the report has: as far as the file says. */
static WmdBlock *
rewrite (const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (unit->target, NULL);
  g_autoptr (WmdBlock) block = held->target != NULL ? wmd_block_with_content (held->target, content)
                                                    : wmd_block_new (wmd_block_get_id (held->source),
                                                                     wmd_block_get_kind (held->source), content);
  g_autoptr (WmdBlock) made = with_source (block, held, unit);
  g_autoptr (WmdBlock) flagged =
      wmd_block_with_tentative (made, wmd_block_get_tentative (made) || (held->target == NULL && unit->tentative));

  return wmd_block_with_progress (flagged, MAX (unit->progress, WMD_PROGRESS_DRAFT));
}

/* @block in the place of the unit of its id, or among the others where its source is. Takes @body. */
static WmdBody *
put_block (WmdBody *body, WmdLanguage language, const WmdExchangeUnit *held, WmdBlock *block)
{
  g_autoptr (WmdBody) old = body;
  g_autoptr (WmdBody) written =
      wmd_unit_write (old, language, held->source_language, wmd_block_get_id (block), wmd_block_get_content (block));

  return wmd_body_with_block (written, language, block);
}

static WmdUnitFate
refuse (WmdXliffReader *self,
        const char *rule,
        const WmdXliffPlace *place,
        const WmdXliffUnit *unit,
        const char *message)
{
  wmd_xliff_report (self, rule, WMD_SEVERITY_ERROR, place, unit->words, message);
  return WMD_UNIT_REFUSED;
}

static WmdUnitFate
judge_unit (WmdXliffReader *self, const WmdXliffPlace *place, const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  if (unit->problem == NULL &&
      (unit->target == NULL || (strcmp (unit->target, unit->source) == 0 && unit->progress < WMD_PROGRESS_TRANSLATED)))
    return WMD_UNIT_UNTRANSLATED;
  if (unit->target != NULL && held->target != NULL && strcmp (unit->target, held->target_markup) == 0)
    return WMD_UNIT_ADVANCED;
  if (unit->problem != NULL)
    {
      g_autofree char *message =
          /* Translators: %s is a sentence that says why. */
          g_strdup_printf (_ ("The translation of this paragraph was not taken. %s"), unit->problem);

      return refuse (self, "xliff-codes", place, unit, message);
    }
  if (is_conflict (held, unit) && is_as_written (unit))
    return WMD_UNIT_UNCHANGED;
  if (is_conflict (held, unit) && !self->overwrite)
    return refuse (self, "xliff-conflict", place, unit,
                   _ ("The translation of this paragraph was changed in the report after the file was written. That of "
                      "the report was kept."));
  return WMD_UNIT_TAKEN;
}

/* TRUE when the report had a translation when the file was written, and has none now. */
static gboolean
is_removed (const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  g_autofree char *nothing = wmd_xliff_dup_digest (NULL);

  return held->target == NULL && unit->digest != NULL && strcmp (unit->digest, nothing) != 0;
}

/* What is to be said of a translation that is taken. */
static void
remark (WmdXliffReader *self, const WmdXliffPlace *place, const WmdExchangeUnit *held, const WmdXliffUnit *unit)
{
  const struct
  {
    gboolean holds;
    const char *rule;
    const char *message;
  } remarks[] = {
    { is_outdated (held, unit), "xliff-source",
      _ ("The source of this paragraph changed after the file was written. The translation was taken as one of the "
         "source before.") },
    { is_removed (held, unit), "xliff-removed",
      _ ("The translation of this paragraph was removed from the report after the file was written. That of the file "
         "was taken.") },
    { unit->lost_link, "xliff-link", _ ("A link of the source is not in the translation of this paragraph.") },
    { unit->untranslated_note, "xliff-footnote", _ ("A footnote of this paragraph is not translated yet.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (remarks); i++)
    if (remarks[i].holds)
      wmd_xliff_report (self, remarks[i].rule, WMD_SEVERITY_WARNING, place, NULL, remarks[i].message);
}

WmdBody *
wmd_xliff_take_unit (WmdXliffReader *self,
                     WmdBody *body,
                     const WmdXliffPlace *place,
                     const WmdExchangeUnit *held,
                     const WmdXliffUnit *unit)
{
  WmdUnitFate fate = judge_unit (self, place, held, unit);
  g_autoptr (WmdBlock) block = NULL;

  if (fate == WMD_UNIT_ADVANCED)
    block = advance (held, unit);
  else if (fate == WMD_UNIT_TAKEN)
    {
      remark (self, place, held, unit);
      block = rewrite (held, unit);
    }
  if (block != NULL && held->target != NULL && wmd_block_equal (block, held->target))
    {
      fate = WMD_UNIT_UNCHANGED;
      g_clear_pointer (&block, wmd_block_unref);
    }
  self->import->units[fate]++;
  return block != NULL ? put_block (body, self->import->language, held, block) : body;
}
