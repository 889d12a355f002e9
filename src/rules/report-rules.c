/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The report as a whole: has it what the resolution asks for, and is it of the length allowed? */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "reference/words.h"
#include "rules/rules-private.h"

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
    if (wmd_snapshot_count_replies (probe->snapshot, sections[i].section, NULL) == 0)
      wmd_probe_say (probe, wmd_section_get_id (sections[i].section), g_strdup (_ (sections[i].message)));
}

/* --- length --- */

/* Words of one part, as if it were in English: the limit is on the text as it is drafted. */
static double
measure_body (WmdProbe *probe, WmdBody *body)
{
  WmdLanguage original = wmd_body_get_original (body);
  WmdLanguage order[WMD_N_LANGUAGES + 2] = { WMD_LANGUAGE_EN, original };

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    order[language + 2] = language;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const WmdPage *page = order[i] != WMD_LANGUAGE_NONE ? probe->get_page (probe, body, order[i]) : NULL;

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
    if (wmd_snapshot_count_replies (probe->snapshot, i, NULL) > 0)
      words += wmd_words_count (wmd_reference_get_label (probe->reference, WMD_LANGUAGE_EN, section_keys[i]), -1);
  for (guint i = 0; i < wmd_snapshot_get_n_replies (probe->snapshot); i++)
    {
      WmdBody *reply = wmd_snapshot_get_reply (probe->snapshot, i);
      const char *name = wmd_body_get_name (reply, probe->reference, WMD_LANGUAGE_EN);

      words += name != NULL ? wmd_words_count (name, -1) : 0;
    }
  return words;
}

static const WmdResolution *
get_resolution (const WmdProbe *probe)
{
  const char *symbol = wmd_facts_get (probe->facts, WMD_FACT_RESOLUTION);

  return symbol != NULL ? wmd_reference_lookup_resolution (probe->reference, symbol) : NULL;
}

void
wmd_check_too_long (WmdProbe *probe)
{
  const WmdResolution *resolution = get_resolution (probe);
  guint limit = resolution != NULL && resolution->word_limit > 0
                    ? resolution->word_limit
                    : (guint) wmd_forms_get_number (probe->forms, "word-limit", WMD_LANGUAGE_EN);
  double words = measure_headings (probe);
  g_autofree char *hint = NULL;

  words += measure_body (probe, wmd_snapshot_get_summary (probe->snapshot));
  words += measure_body (probe, wmd_snapshot_get_introduction (probe->snapshot));
  for (guint i = 0; i < wmd_snapshot_get_n_replies (probe->snapshot); i++)
    words += measure_body (probe, wmd_snapshot_get_reply (probe->snapshot, i));
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

  if (symbol != NULL && symbol[0] != '\0' && get_resolution (probe) == NULL)
    wmd_probe_say (probe, symbol,
                   g_strdup_printf (_ ("What resolution %s asks for is not known here, so nothing shows whether the "
                                       "report gives it."),
                                    symbol));
}

static gboolean
has_known_rule (const WmdResolutionRequest *request)
{
  for (guint i = 0; request->rules != NULL && request->rules[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (request->rules[i], ":", 2);

      if (wmd_rules_lookup (parts[0]) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
wmd_check_unresolved_request (WmdProbe *probe)
{
  const WmdResolution *resolution = get_resolution (probe);

  for (guint i = 0; resolution != NULL && i < resolution->requests->len; i++)
    {
      const WmdResolutionRequest *request = resolution->requests->pdata[i];

      if (!has_known_rule (request))
        wmd_probe_say (probe, request->id,
                       g_strdup_printf (_ ("No rule shows whether the report does what the resolution asks: “%s”"),
                                        request->text));
    }
}
