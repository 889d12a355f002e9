/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is recorded of each reply: who, in which language, when, and whether there is a text. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"

/* --- who --- */

static gboolean
has_own_name (const WmdBody *body)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (wmd_body_get_own_name (body, language) != NULL)
      return TRUE;
  return FALSE;
}

void
wmd_check_unknown_respondent (WmdProbe *probe)
{
  const char *id = wmd_body_get_field (probe->body, WMD_FIELD_RESPONDENT);

  if (wmd_body_get_respondent (probe->body, probe->reference) != NULL || has_own_name (probe->body))
    return;
  wmd_probe_say (probe, id,
                 id != NULL ? g_strdup_printf (_ ("The registry has no respondent “%s”."), id)
                            : g_strdup (_ ("It is not recorded who sent this reply.")));
}

/* (transfer full) The variant of @second behind that of @first, its blocks under new ids where they are taken. */
static WmdBody *
append_variant (WmdBody *merged, WmdVariant *added, GHashTable *renamed)
{
  WmdLanguage language = wmd_variant_get_language (added);
  g_autoptr (WmdVariant) variant = NULL;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  WmdBody *result = wmd_body_ref (merged);

  variant = wmd_body_get_variant (merged, language) != NULL ? wmd_variant_ref (wmd_body_get_variant (merged, language))
                                                            : wmd_variant_new (language, none);
  for (guint i = 0; i < wmd_variant_get_n_blocks (added); i++)
    {
      WmdBlock *block = wmd_variant_get_block (added, i);
      const char *id = g_hash_table_lookup (renamed, wmd_block_get_id (block));
      g_autoptr (WmdBlock) copy = NULL;
      g_autoptr (WmdVariant) spliced = NULL;
      WmdBody *next;

      if (id == NULL)
        {
          char *new_id = wmd_body_dup_new_block_id (result);

          g_hash_table_insert (renamed, g_strdup (wmd_block_get_id (block)), new_id);
          id = new_id;
        }
      copy = wmd_block_with_id (block, id);
      spliced = wmd_variant_splice (variant, wmd_variant_get_n_blocks (variant), 0, &copy, 1);
      next = wmd_body_with_variant (result, language, spliced);
      wmd_body_unref (result);
      result = next;
      wmd_variant_unref (variant);
      variant = g_steal_pointer (&spliced);
    }
  return result;
}

/* The same language twice with the same text is kept once. */
static WmdEdit *
merge (WmdBody *first, WmdBody *second)
{
  g_autoptr (WmdBody) merged = wmd_body_ref (first);
  g_autoptr (GHashTable) renamed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  WmdEdit *edit = wmd_edit_new (_ ("Merge Replies"));

  for (guint i = 0; i < WMD_N_FIELDS; i++)
    if (wmd_body_get_field (merged, i) == NULL && wmd_body_get_field (second, i) != NULL)
      {
        WmdBody *next = wmd_body_with_field (merged, i, wmd_body_get_field (second, i));

        wmd_body_unref (merged);
        merged = next;
      }
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *added = wmd_body_get_variant (second, language);
      WmdVariant *held = wmd_body_get_variant (merged, language);
      WmdBody *next;

      if (added == NULL || (held != NULL && wmd_variant_equal (held, added)))
        continue;
      next = append_variant (merged, added, renamed);
      wmd_body_unref (merged);
      merged = next;
    }
  wmd_edit_replace_body (edit, first, merged);
  wmd_edit_replace_body (edit, second, NULL);
  return edit;
}

void
wmd_check_duplicate_respondent (WmdProbe *probe)
{
  g_autoptr (GHashTable) first_replies = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = WMD_FIRST_REPLY; i < probe->n_parts; i++)
    {
      WmdBody *body = probe->parts[i].body;
      const char *identity = probe->parts[i].identity;
      WmdBody *first = identity != NULL ? g_hash_table_lookup (first_replies, identity) : NULL;
      const char *name;
      WmdRemark *remark;

      if (identity != NULL && first == NULL)
        g_hash_table_insert (first_replies, (char *) identity, body);
      if (first == NULL)
        continue;
      name = wmd_probe_get_name (probe, body);
      remark = wmd_probe_say (probe, name, g_strdup_printf (_ ("There are two replies from %s."), name));
      wmd_remark_set_place (remark, body, WMD_LANGUAGE_NONE, -1);
      wmd_remark_set_fix (remark, _ ("Merge the Replies"), merge (first, body));
    }
}

/* --- the language --- */

void
wmd_check_missing_language (WmdProbe *probe)
{
  const char *code = wmd_body_get_field (probe->body, WMD_FIELD_ORIGINAL);

  if (code == NULL || code[0] == '\0')
    wmd_probe_say (probe, NULL, g_strdup (_ ("The original language of the reply is not given.")));
}

void
wmd_check_unofficial_language (WmdProbe *probe)
{
  const char *code = wmd_body_get_field (probe->body, WMD_FIELD_ORIGINAL);

  if (code != NULL && code[0] != '\0' && wmd_language_from_code (code) == WMD_LANGUAGE_NONE)
    wmd_probe_say (probe, code,
                   g_strdup_printf (_ ("The original language “%s” is not one of the six official languages."), code));
}

/* --- the date --- */

/* A date that can be compared: set, and one that exists. */
static gboolean
get_real_date (const WmdProbe *probe, WmdDate *date)
{
  return wmd_body_get_date (probe->body, date) && wmd_date_is_valid (date);
}

void
wmd_check_missing_date (WmdProbe *probe)
{
  const char *text = wmd_body_get_field (probe->body, WMD_FIELD_DATE);

  if (text == NULL || text[0] == '\0')
    wmd_probe_say (probe, NULL, g_strdup (_ ("The reply has no date.")));
}

void
wmd_check_impossible_date (WmdProbe *probe)
{
  const char *text = wmd_body_get_field (probe->body, WMD_FIELD_DATE);
  WmdDate date;

  if (text != NULL && text[0] != '\0' && !get_real_date (probe, &date))
    wmd_probe_say (probe, text, g_strdup_printf (_ ("There is no such date as %s."), text));
}

/* The day of that fact, else of the resolution's profile. FALSE when neither knows it. */
static gboolean
get_mandate_date (const WmdProbe *probe, WmdFact fact, WmdDate *date)
{
  const WmdResolution *resolution = wmd_facts_lookup_resolution (probe->facts, probe->reference);

  if (wmd_facts_get_date (probe->facts, fact, date))
    return TRUE;
  if (resolution == NULL)
    return FALSE;
  *date = fact == WMD_FACT_DEADLINE ? resolution->deadline : resolution->note_verbale;
  return wmd_date_is_set (date);
}

void
wmd_check_late_reply (WmdProbe *probe)
{
  const char *text = wmd_body_get_field (probe->body, WMD_FIELD_DATE);
  g_autofree char *printed = NULL;
  g_autofree char *limit = NULL;
  WmdDate date, deadline, issued;

  if (!get_real_date (probe, &date) || !get_mandate_date (probe, WMD_FACT_DEADLINE, &deadline) ||
      wmd_date_compare (&date, &deadline) <= 0)
    return;
  /* Then the date itself is wrong, and future-date says so. */
  if (wmd_facts_get_date (probe->facts, WMD_FACT_DATE, &issued) && wmd_date_compare (&date, &issued) > 0)
    return;
  printed = wmd_probe_format_date (probe, &date);
  limit = wmd_probe_format_date (probe, &deadline);
  wmd_probe_say (probe, text, g_strdup_printf (_ ("The reply is dated %s, after the deadline of %s."), printed, limit));
}

void
wmd_check_early_reply (WmdProbe *probe)
{
  const char *text = wmd_body_get_field (probe->body, WMD_FIELD_DATE);
  g_autofree char *printed = NULL;
  g_autofree char *limit = NULL;
  WmdDate date, asked;

  if (!get_real_date (probe, &date) || !get_mandate_date (probe, WMD_FACT_NOTE_VERBALE, &asked) ||
      wmd_date_compare (&date, &asked) >= 0)
    return;
  printed = wmd_probe_format_date (probe, &date);
  limit = wmd_probe_format_date (probe, &asked);
  wmd_probe_say (
      probe, text,
      g_strdup_printf (_ ("The reply is dated %s, before the note verbale of %s asked for it."), printed, limit));
}

void
wmd_check_future_date (WmdProbe *probe)
{
  const char *text = wmd_body_get_field (probe->body, WMD_FIELD_DATE);
  g_autofree char *printed = NULL;
  g_autofree char *limit = NULL;
  WmdDate date, issued;

  if (!get_real_date (probe, &date) || !wmd_facts_get_date (probe->facts, WMD_FACT_DATE, &issued) ||
      wmd_date_compare (&date, &issued) <= 0)
    return;
  printed = wmd_probe_format_date (probe, &date);
  limit = wmd_probe_format_date (probe, &issued);
  wmd_probe_say (probe, text,
                 g_strdup_printf (_ ("The reply is dated %s, after the report itself (%s)."), printed, limit));
}

/* --- the text --- */

void
wmd_check_empty_reply (WmdProbe *probe)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (wmd_rule_has_text (wmd_body_get_variant (probe->body, language)))
      return;
  wmd_probe_say (probe, NULL, g_strdup (_ ("The reply has no text in any language.")));
}

/* An imported edition holds no originals, which goes without saying. */
static gboolean
came_with_edition (const WmdProbe *probe)
{
  const WmdEdition *edition = wmd_facts_get_edition (probe->facts);

  return edition != NULL && edition->language != WMD_LANGUAGE_NONE &&
         wmd_rule_has_text (wmd_body_get_variant (probe->body, edition->language));
}

void
wmd_check_missing_source (WmdProbe *probe)
{
  WmdLanguage original = wmd_body_get_original (probe->body);
  gboolean any = FALSE;
  WmdRemark *remark;

  if (original == WMD_LANGUAGE_NONE || wmd_rule_has_text (wmd_body_get_variant (probe->body, original)) ||
      came_with_edition (probe))
    return;
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    any = any || wmd_rule_has_text (wmd_body_get_variant (probe->body, language));
  if (!any)
    return;
  remark = wmd_probe_say (probe, wmd_language_get_code (original),
                          g_strdup (_ ("The text of the reply in its original language is not held.")));
  wmd_remark_set_place (remark, NULL, original, -1);
}

void
wmd_check_reply_too_long (WmdProbe *probe)
{
  const WmdResolution *resolution = wmd_facts_lookup_resolution (probe->facts, probe->reference);
  guint limit = resolution != NULL && resolution->reply_word_limit > 0
                    ? resolution->reply_word_limit
                    : (guint) wmd_forms_get_number (probe->forms, "reply-word-limit", WMD_LANGUAGE_EN);
  WmdLanguage original = wmd_body_get_original (probe->body);
  WmdLanguage order[] = { original, WMD_LANGUAGE_EN };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      WmdVariant *variant = order[i] != WMD_LANGUAGE_NONE ? wmd_body_get_variant (probe->body, order[i]) : NULL;
      guint words = wmd_rule_has_text (variant) ? wmd_variant_get_n_words (variant) : 0;
      g_autofree char *hint = g_strdup_printf ("%u", words);

      if (words == 0)
        continue;
      if (words > limit * wmd_forms_get_number (probe->forms, "words-per-english-word", order[i]))
        {
          WmdRemark *remark = wmd_probe_say (
              probe, hint,
              g_strdup_printf (_ ("The reply has %u words; a summary of about %u was asked for."), words, limit));

          wmd_remark_set_place (remark, NULL, order[i], -1);
        }
      return;
    }
}

/* --- the address --- */

void
wmd_check_malformed_address (WmdProbe *probe)
{
  const char *address = wmd_body_get_field (probe->body, WMD_FIELD_ADDRESS);
  g_autofree char *whole = NULL;
  WmdRemark *remark;

  if (address == NULL || address[0] == '\0' || wmd_forms_matches (probe->forms, "address", WMD_LANGUAGE_EN, address))
    return;
  remark = wmd_probe_say (probe, address,
                          g_strdup_printf (_ ("“%s” is not a complete address of a page on the web."), address));
  whole = g_strconcat ("https://", address, NULL);
  if (wmd_forms_matches (probe->forms, "address", WMD_LANGUAGE_EN, whole) && strstr (address, "://") == NULL)
    {
      g_autoptr (WmdBody) body = wmd_body_with_field (probe->body, WMD_FIELD_ADDRESS, whole);

      wmd_remark_set_fix (remark, _ ("Complete the Address"),
                          wmd_rule_edit_body (_ ("Complete Address"), probe->body, body));
    }
}
