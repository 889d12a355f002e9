/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From last year's report to a new one. The same values become fields in a translation and in the source that it
 * remembers, so that the translation is as fresh or as stale as it was: with the substitution alone it need not be
 * looked at again. Where the two do not come to state the same values, the source it remembers stays as it was, and
 * the translation is stale in the usual way.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>

#include "model/roll-forward.h"

#include "model/stated-values.h"

G_DEFINE_QUARK (wmd_roll_forward_error, wmd_roll_forward_error)

static void
rolled_value_free (gpointer data)
{
  WmdRolledValue *self = data;

  g_free (self->part);
  g_free (self->block);
  g_free (self->field);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

/* --- the resolution --- */

/* The profile of a resolution whose number was not known when the profile was written: by its session. */
static const WmdResolution *
guess_resolution (WmdReference *reference, const char *symbol)
{
  GPtrArray *resolutions = wmd_reference_list_resolutions (reference);
  guint64 session = strtoul (symbol, NULL, 10);

  for (guint i = 0; i < resolutions->len; i++)
    {
      const WmdResolution *resolution = resolutions->pdata[i];

      if (resolution->symbol == NULL && resolution->session == session)
        return resolution;
    }
  return NULL;
}

static gboolean
check_session (const WmdResolution *profile, const char *symbol, guint session, GError **error)
{
  if (session == 0 || session == profile->report_session)
    return TRUE;
  g_set_error (error, WMD_ROLL_FORWARD_ERROR, WMD_ROLL_FORWARD_ERROR_CONFLICT,
               _ ("Resolution %s asks for a report to session %u, not %u."), symbol, profile->report_session, session);
  return FALSE;
}

/* @profile (out): NULL when nothing is known. @session (inout). */
static gboolean
find_profile (WmdReference *reference,
              const char *symbol,
              guint *session,
              const WmdResolution **profile,
              GError **error)
{
  *profile = symbol != NULL ? wmd_reference_lookup_resolution (reference, symbol) : NULL;
  if (*profile == NULL && symbol != NULL)
    *profile = guess_resolution (reference, symbol);
  if (*profile != NULL && !check_session (*profile, symbol, *session, error))
    return FALSE;
  if (*profile == NULL && *session != 0)
    *profile = wmd_reference_lookup_resolution_for_session (reference, *session);
  if (symbol != NULL && *profile != NULL && (*profile)->symbol != NULL && strcmp ((*profile)->symbol, symbol) != 0)
    {
      g_set_error (error, WMD_ROLL_FORWARD_ERROR, WMD_ROLL_FORWARD_ERROR_CONFLICT,
                   _ ("The report to session %u was asked for in resolution %s, not %s."), *session, (*profile)->symbol,
                   symbol);
      return FALSE;
    }
  if (*profile != NULL)
    *session = (*profile)->report_session;
  if (*session != 0)
    return TRUE;
  if (symbol != NULL)
    g_set_error (error, WMD_ROLL_FORWARD_ERROR, WMD_ROLL_FORWARD_ERROR_UNKNOWN,
                 _ ("What resolution %s asks for is not known here: say to which session the report is."), symbol);
  else
    g_set_error (error, WMD_ROLL_FORWARD_ERROR, WMD_ROLL_FORWARD_ERROR_UNKNOWN,
                 _ ("Say which resolution asks for the report, or to which session it is."));
  return FALSE;
}

/* --- facts --- */

typedef enum
{
  FATE_UNSET,   /* each report has its own, which comes later */
  FATE_PROFILE, /* as the profile of the resolution says */
  FATE_KEPT,
} Fate;

static const Fate fates[WMD_N_FACTS] = {
  [WMD_FACT_SYMBOL] = FATE_UNSET,    [WMD_FACT_SESSION] = FATE_PROFILE,    [WMD_FACT_AGENDA_ITEM] = FATE_PROFILE,
  [WMD_FACT_AGENDA] = FATE_KEPT,     [WMD_FACT_RESOLUTION] = FATE_PROFILE, [WMD_FACT_NOTE_VERBALE] = FATE_PROFILE,
  [WMD_FACT_LETTERS] = FATE_PROFILE, [WMD_FACT_DEADLINE] = FATE_PROFILE,   [WMD_FACT_CUT_OFF] = FATE_UNSET,
  [WMD_FACT_DATE] = FATE_UNSET,      [WMD_FACT_JOB_NUMBER] = FATE_UNSET,   [WMD_FACT_WEBSITE] = FATE_KEPT,
};

/* NULL when the profile does not know it. (transfer full) */
static char *
dup_profile_fact (const WmdResolution *profile, WmdFact fact)
{
  switch (fact)
    {
    case WMD_FACT_SESSION:
      return g_strdup_printf ("%u", profile->report_session);
    case WMD_FACT_AGENDA_ITEM:
      return g_strdup (profile->agenda_item);
    case WMD_FACT_RESOLUTION:
      return g_strdup (profile->symbol);
    case WMD_FACT_NOTE_VERBALE:
      return wmd_date_format_iso (&profile->note_verbale);
    case WMD_FACT_LETTERS:
      return wmd_date_format_iso (&profile->letters);
    case WMD_FACT_DEADLINE:
      return wmd_date_format_iso (&profile->deadline);
    default:
      return NULL;
    }
}

static void
take_fact (WmdFacts **facts, WmdFact fact, const char *value)
{
  WmdFacts *changed = wmd_facts_with (*facts, fact, value);

  wmd_facts_unref (*facts);
  *facts = changed;
}

/* (transfer full) @facts with what the profile knows where they say nothing. */
static WmdFacts *
complete_facts (WmdFacts *facts, const WmdResolution *profile)
{
  WmdFacts *complete = wmd_facts_ref (facts);

  for (guint i = 0; profile != NULL && i < WMD_N_FACTS; i++)
    {
      g_autofree char *value = wmd_facts_get (facts, i) == NULL ? dup_profile_fact (profile, i) : NULL;

      if (value != NULL)
        take_fact (&complete, i, value);
    }
  return complete;
}

/* The facts of last year, complete enough to find in the texts what they say. (transfer full) */
static WmdFacts *
complete_last_facts (WmdSnapshot *last)
{
  WmdReference *reference = wmd_snapshot_get_reference (last);
  WmdFacts *facts = wmd_snapshot_get_facts (last);

  return complete_facts (facts, wmd_facts_lookup_resolution (facts, reference));
}

/* (transfer full) */
static WmdFacts *
roll_facts (WmdFacts *last, const WmdResolution *profile, const char *symbol, guint session)
{
  g_autofree char *number = g_strdup_printf ("%u", session);
  g_autoptr (WmdFacts) given = wmd_facts_new ();
  const char *const *rule = wmd_facts_list_severities (last);

  take_fact (&given, WMD_FACT_SESSION, number);
  if (symbol != NULL)
    take_fact (&given, WMD_FACT_RESOLUTION, symbol);
  for (guint i = 0; i < WMD_N_FACTS; i++)
    if (fates[i] == FATE_KEPT)
      take_fact (&given, i, wmd_facts_get (last, i));
  for (; *rule != NULL; rule++)
    {
      WmdSeverity severity = WMD_SEVERITY_NOTE;
      WmdFacts *changed;

      wmd_facts_get_severity (last, *rule, &severity);
      changed = wmd_facts_with_severity (given, *rule, severity);
      wmd_facts_unref (given);
      given = changed;
    }
  return complete_facts (given, profile);
}

static void
list_facts (const WmdFacts *last, const WmdFacts *facts, GPtrArray *values)
{
  for (guint i = 0; i < WMD_N_FACTS; i++)
    {
      const char *old_text = wmd_facts_get (last, i), *new_text = wmd_facts_get (facts, i);
      WmdRolledValue *value;

      /* What is kept need not be confirmed; what is missing is to be filled in. */
      if (fates[i] == FATE_KEPT)
        continue;
      value = g_new0 (WmdRolledValue, 1);
      value->language = WMD_LANGUAGE_NONE;
      value->field = g_strdup (wmd_fact_get_id (i));
      value->old_text = g_strdup (old_text);
      value->new_text = g_strdup (new_text);
      g_ptr_array_add (values, value);
    }
}

/* --- texts --- */

/* What a roll needs for every text. */
typedef struct
{
  const char *origin;                            /* of what is reused */
  WmdStatedValues *last_values[WMD_N_LANGUAGES]; /* of last year */
  WmdStatedValues *values[WMD_N_LANGUAGES];      /* of the new report */
  GPtrArray *rolled;                             /* (element-type WmdRolledValue) */
  const GPtrArray *texts;                        /* what is to stand for each; NULL for what was found */
  guint n_asked;                                 /* values about which the texts were asked */
} Roll;

/* The values are asked about in the order in which they are listed. */
static const char *
decide_cb (gpointer data)
{
  Roll *roll = data;
  const guint index = roll->n_asked++;

  return roll->texts != NULL && index < roll->texts->len ? roll->texts->pdata[index] : NULL;
}

static void
list_found (const Roll *roll, WmdLanguage language, const char *part, const char *block, const GPtrArray *found)
{
  for (guint i = 0; i < found->len; i++)
    {
      const WmdStatedValue *stated = found->pdata[i];
      gboolean counted = wmd_stated_values_is_count (stated->field);
      WmdRolledValue *value = g_new0 (WmdRolledValue, 1);

      value->part = g_strdup (part);
      value->language = language;
      value->block = g_strdup (block);
      value->field = g_strdup (stated->field);
      value->old_text = g_strdup (stated->text);
      if (!counted)
        value->new_text = g_strdup (wmd_stated_values_get_text (roll->values[language], stated->field));
      g_ptr_array_add (roll->rolled, value);
    }
}

/* (transfer full) @unit, whose text is @content, with the source that it was made from rolled forward too. */
static WmdBlock *
roll_source (const Roll *roll, const WmdBlock *unit, const WmdInline *content)
{
  WmdLanguage language = wmd_block_get_source_language (unit);
  const char *markup = wmd_block_get_source (unit);
  g_autoptr (WmdInline) source =
      markup != NULL && language != WMD_LANGUAGE_NONE ? wmd_inline_parse (markup, NULL) : NULL;
  g_autoptr (WmdInline) made = NULL;

  if (source == NULL)
    return wmd_block_ref ((WmdBlock *) unit);
  made = wmd_stated_values_make_fields (roll->last_values[language], source, NULL, NULL, NULL);
  if (wmd_inline_equal (made, source) || !wmd_stated_values_agree (made, content))
    return wmd_block_ref ((WmdBlock *) unit);
  return wmd_block_with_source (unit, language, wmd_inline_get_markup (made));
}

/* (transfer full) */
static WmdBlock *
roll_block (Roll *roll, const char *part, WmdLanguage language, const WmdBlock *block)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_stated_value_free);
  g_autoptr (WmdInline) content = wmd_stated_values_make_fields (roll->last_values[language],
                                                                 wmd_block_get_content (block), decide_cb, roll, found);
  g_autoptr (WmdBlock) changed = wmd_block_with_content (block, content);
  g_autoptr (WmdBlock) unit = roll_source (roll, changed, content);

  list_found (roll, language, part, wmd_block_get_id (block), found);
  return wmd_block_with_reused (unit, *wmd_inline_get_text (content) != '\0' ? roll->origin : NULL);
}

/* (transfer full) */
static WmdBody *
roll_body (Roll *roll, WmdBody *last)
{
  WmdBody *body = wmd_body_ref (last);

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (last, language);
      guint n_blocks = variant != NULL ? wmd_variant_get_n_blocks (variant) : 0;
      g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
      g_autoptr (WmdVariant) rolled = NULL;
      WmdBody *changed;

      if (variant == NULL)
        continue;
      for (guint i = 0; i < n_blocks; i++)
        g_ptr_array_add (blocks,
                         roll_block (roll, wmd_body_get_id (last), language, wmd_variant_get_block (variant, i)));
      rolled = wmd_variant_splice (variant, 0, n_blocks, (WmdBlock *const *) blocks->pdata, n_blocks);
      changed = wmd_body_with_variant (body, language, rolled);
      wmd_body_unref (body);
      body = changed;
    }
  return body;
}

static void
roll_init (Roll *roll, WmdSnapshot *last, WmdSnapshot *empty, const GPtrArray *texts, GPtrArray *rolled)
{
  g_autoptr (WmdFacts) facts = complete_last_facts (last);
  const char *symbol = wmd_facts_get (wmd_snapshot_get_facts (last), WMD_FACT_SYMBOL);

  roll->origin = symbol != NULL && *symbol != '\0' ? symbol : wmd_snapshot_get_id (last);
  roll->rolled = rolled;
  roll->texts = texts;
  roll->n_asked = rolled->len; /* facts are decided already */
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      roll->last_values[language] = wmd_stated_values_new (last, facts, language);
      roll->values[language] = wmd_stated_values_new (empty, wmd_snapshot_get_facts (empty), language);
    }
}

static void
roll_clear (Roll *roll)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      wmd_stated_values_free (roll->last_values[language]);
      wmd_stated_values_free (roll->values[language]);
    }
}

/* (transfer full) A report without replies. */
static WmdSnapshot *
new_report (WmdReference *reference, const char *id, WmdFacts *facts, WmdBody *summary, WmdBody *introduction)
{
  g_autoptr (GPtrArray) replies = g_ptr_array_new ();

  return wmd_snapshot_new (reference, id, facts, summary, introduction, replies, NULL);
}

WmdSnapshot *
wmd_roll_forward_with (WmdSnapshot *last, WmdFacts *facts, const GPtrArray *texts, GPtrArray **values)
{
  g_autoptr (GPtrArray) rolled = g_ptr_array_new_with_free_func (rolled_value_free);
  g_autoptr (WmdSnapshot) empty = NULL;
  g_autoptr (WmdBody) summary = NULL;
  g_autoptr (WmdBody) introduction = NULL;
  g_autofree char *id = g_uuid_string_random ();
  WmdReference *reference;
  Roll roll;

  g_return_val_if_fail (last != NULL && facts != NULL, NULL);

  reference = wmd_snapshot_get_reference (last);
  list_facts (wmd_snapshot_get_facts (last), facts, rolled);
  empty = new_report (reference, id, facts, wmd_snapshot_get_summary (last), wmd_snapshot_get_introduction (last));
  roll_init (&roll, last, empty, texts, rolled);
  summary = roll_body (&roll, wmd_snapshot_get_summary (last));
  introduction = roll_body (&roll, wmd_snapshot_get_introduction (last));
  roll_clear (&roll);
  if (values != NULL)
    *values = g_steal_pointer (&rolled);
  return new_report (reference, id, facts, summary, introduction);
}

WmdSnapshot *
wmd_roll_forward (WmdSnapshot *last, const char *resolution, guint session, GPtrArray **values, GError **error)
{
  g_autoptr (WmdFacts) facts = NULL;
  const WmdResolution *profile;

  g_return_val_if_fail (last != NULL, NULL);

  if (!find_profile (wmd_snapshot_get_reference (last), resolution, &session, &profile, error))
    return NULL;
  if (session == wmd_facts_get_session (wmd_snapshot_get_facts (last)))
    {
      g_set_error (error, WMD_ROLL_FORWARD_ERROR, WMD_ROLL_FORWARD_ERROR_CONFLICT,
                   _ ("The report is the one to session %u already."), session);
      return NULL;
    }
  facts = roll_facts (wmd_snapshot_get_facts (last), profile, resolution, session);
  return wmd_roll_forward_with (last, facts, NULL, values);
}
