/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report as a whole: has it what the resolution asks for, and is it of the length allowed? */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "reference/words.h"
#include "rules/rules-private.h"

static guint
count_replies (const WmdProbe *probe, WmdSection section)
{
  guint n = 0;

  for (guint i = WMD_FIRST_REPLY; i < probe->n_parts; i++)
    n += probe->parts[i].section == section;
  return n;
}

void
wmd_check_missing_section (WmdProbe *probe)
{
  static const struct
  {
    WmdSection section;
    const char *message;
  } sections[] = {
    { WMD_SECTION_GOVERNMENTS, N_ ("There is no reply from a Member State.") },
    { WMD_SECTION_ORGANIZATIONS, N_ ("There is no reply from an international organization.") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (count_replies (probe, sections[i].section) == 0 && !wmd_rule_is_addendum (probe->facts))
      wmd_probe_say (probe, wmd_section_get_id (sections[i].section), g_strdup (_ (sections[i].message)));
}

/* --- length --- */

/* Words of one part, as if it were in English: the limit is on the text as it is drafted. */
static double
measure_part (WmdProbe *probe, const WmdRulePart *part)
{
  WmdLanguage original = wmd_body_get_original (part->body);
  WmdLanguage order[WMD_N_LANGUAGES + 2] = { WMD_LANGUAGE_EN, original };

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    order[language + 2] = language;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const WmdPage *page = order[i] != WMD_LANGUAGE_NONE ? part->pages[order[i]] : NULL;

      if (page != NULL && page->n_words > 0)
        return page->n_words / wmd_forms_get_number (probe->forms, "words-per-english-word", order[i]);
    }
  return 0;
}

static double
measure_headings (WmdProbe *probe)
{
  static const char *const keys[] = { "report-title", "report-author", "section-introduction" };
  static const char *const section_keys[WMD_N_SECTIONS] = { "section-governments", "section-european-union",
                                                            "section-organizations" };
  guint words = 0;

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    words += wmd_words_count (wmd_reference_get_label (probe->reference, WMD_LANGUAGE_EN, keys[i]), -1);
  for (guint i = 0; i < WMD_N_SECTIONS; i++)
    if (count_replies (probe, i) > 0)
      words += wmd_words_count (wmd_reference_get_label (probe->reference, WMD_LANGUAGE_EN, section_keys[i]), -1);
  for (guint i = WMD_FIRST_REPLY; i < probe->n_parts; i++)
    words += probe->parts[i].n_name_words;
  return words;
}

void
wmd_check_too_long (WmdProbe *probe)
{
  const WmdResolution *resolution = wmd_facts_lookup_resolution (probe->facts, probe->reference);
  guint limit = resolution != NULL && resolution->word_limit > 0
                    ? resolution->word_limit
                    : (guint) wmd_forms_get_number (probe->forms, "word-limit", WMD_LANGUAGE_EN);
  double words = measure_headings (probe);
  g_autofree char *hint = NULL;

  for (guint i = 0; i < probe->n_parts; i++)
    words += measure_part (probe, &probe->parts[i]);
  if (words <= limit)
    return;
  hint = g_strdup_printf ("%.0f", words);
  wmd_probe_say (
      probe, hint,
      g_strdup_printf (_ ("The report has about %.0f words, headings and footnotes included; %u are allowed."), words,
                       limit));
}

/* --- the resolution --- */

void
wmd_check_unknown_resolution (WmdProbe *probe)
{
  const char *symbol = wmd_facts_get (probe->facts, WMD_FACT_RESOLUTION);

  if (symbol != NULL && symbol[0] != '\0' && wmd_facts_lookup_resolution (probe->facts, probe->reference) == NULL)
    wmd_probe_say (probe, symbol,
                   g_strdup_printf (_ ("What resolution %s asks for is not known here, so nothing shows whether the "
                                       "report gives it."),
                                    symbol));
}

static gboolean
is_waived (const WmdProbe *probe, const char *rule, const WmdBody *body)
{
  const GPtrArray *waivers = wmd_facts_get_waivers (probe->facts);

  for (guint i = 0; i < waivers->len; i++)
    {
      const WmdWaiver *waiver = waivers->pdata[i];

      if (g_strcmp0 (waiver->rule, rule) == 0 && g_strcmp0 (waiver->part, wmd_body_get_id (body)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* A reply that is part of what the Assembly asked for: it has text, and came in time or is kept nevertheless. */
static gboolean
answers (const WmdProbe *probe, const WmdBody *body)
{
  WmdDate date, deadline;
  gboolean text = FALSE;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    text = text || wmd_rule_has_text (wmd_body_get_variant (body, language));
  if (!wmd_body_get_date (body, &date) || !wmd_facts_get_date (probe->facts, WMD_FACT_DEADLINE, &deadline))
    return text;
  return text && (wmd_date_compare (&date, &deadline) <= 0 || is_waived (probe, "late-reply", body));
}

/* That a section has no reply at all is said by another rule. */
static gboolean
is_answered (const WmdProbe *probe, const char *section_id)
{
  guint n_replies = 0;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (probe->snapshot); i++)
    {
      WmdBody *body = wmd_snapshot_get_reply (probe->snapshot, i);

      if (!g_str_equal (wmd_section_get_id (wmd_body_get_section (body, probe->reference)), section_id))
        continue;
      n_replies++;
      if (answers (probe, body))
        return TRUE;
    }
  return n_replies == 0;
}

/* A rule is named by its id, with the hint it gives behind a colon where it speaks of several things. A request
 * without rules asks nothing of the report.
 */
static gboolean
is_resolved (const WmdProbe *probe, const WmdResolutionRequest *request)
{
  gboolean known = request->rules[0] == NULL;

  if (!wmd_request_has_facts (request, probe->facts))
    return FALSE;
  for (guint i = 0; request->rules[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (request->rules[i], ":", 2);

      known = known || wmd_rules_lookup (parts[0]) != NULL;
      if (g_str_equal (parts[0], "missing-section") && parts[1] != NULL && !is_answered (probe, parts[1]))
        return FALSE;
    }
  return known;
}

void
wmd_check_unresolved_request (WmdProbe *probe)
{
  const WmdResolution *resolution = wmd_facts_lookup_resolution (probe->facts, probe->reference);

  for (guint i = 0; resolution != NULL && i < resolution->requests->len; i++)
    {
      const WmdResolutionRequest *request = resolution->requests->pdata[i];

      if (!is_resolved (probe, request))
        wmd_probe_say (probe, request->id,
                       g_strdup_printf (_ ("Nothing in the report meets a request of the resolution: “%s”"),
                                        wmd_resolution_request_get_text (request, wmd_language_of_messages ())));
    }
}
