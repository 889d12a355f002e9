/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Facts that the frame texts state: the resolution, dates, the website. The first statement of each counts; whether
 * the others agree is for the rules.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <string.h>

#include "exchange/text-chars.h"
#include "model/dates-in-text.h"

#define MAX_PARAGRAPH 32768 /* bytes; a paragraph of an introduction is far shorter */

static const struct
{
  WmdPattern pattern;
  WmdFact fact;
  gboolean summary_first;
} dates[] = {
  { WMD_PATTERN_NOTE_VERBALE, WMD_FACT_NOTE_VERBALE, FALSE },
  { WMD_PATTERN_LETTERS, WMD_FACT_LETTERS, FALSE },
  { WMD_PATTERN_DEADLINE, WMD_FACT_DEADLINE, FALSE },
  { WMD_PATTERN_CUT_OFF, WMD_FACT_CUT_OFF, TRUE },
};

static gboolean
find_date (WmdTextImport *self, const char *text, WmdPattern pattern, WmdFact fact)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *printed = NULL;
  g_autofree char *iso = NULL;
  WmdDate date;

  if (!wmd_import_patterns_match (self->patterns, self->language, pattern, text, &match))
    return FALSE;
  printed = g_match_info_fetch_named (match, "date");
  if (printed == NULL || !wmd_reference_parse_date (self->reference, self->language, printed, &date))
    return FALSE;
  iso = wmd_date_format_iso (&date);
  wmd_text_import_set_fact (self, fact, iso);
  return TRUE;
}

static gboolean
find_resolution (WmdTextImport *self, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *symbol = NULL;

  if (!wmd_import_patterns_match (self->patterns, self->language, WMD_PATTERN_RESOLUTION, text, &match))
    return FALSE;
  symbol = g_match_info_fetch_named (match, "resolution");
  wmd_text_import_set_fact (self, WMD_FACT_RESOLUTION, symbol);
  return TRUE;
}

static gboolean
find_website (WmdTextImport *self, const char *text)
{
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *address = NULL;
  gsize length;

  if (!wmd_import_patterns_match_common (self->patterns, WMD_COMMON_ADDRESS, text, &match))
    return FALSE;
  address = g_match_info_fetch (match, 0);
  length = strlen (address);
  while (length > 0 && strchr (".,;:)'", address[length - 1]) != NULL)
    address[--length] = '\0';
  wmd_text_import_set_fact (self, WMD_FACT_WEBSITE, address);
  return TRUE;
}

/* Looks for a fact in the paragraphs of a frame text. */
static gboolean
find_in (WmdTextImport *self, GPtrArray *paragraphs, guint which)
{
  for (guint i = 0; i < paragraphs->len; i++)
    if (which < G_N_ELEMENTS (dates)
            ? find_date (self, paragraphs->pdata[i], dates[which].pattern, dates[which].fact)
            : (which == G_N_ELEMENTS (dates) ? find_resolution : find_website) (self, paragraphs->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The folded paragraphs of a frame text. (transfer full) (element-type utf8) */
static GPtrArray *
list_paragraphs (WmdTextImport *self, WmdBody *body)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_free);
  WmdVariant *variant = wmd_body_get_variant (body, self->language);

  for (guint i = 0; variant != NULL && i < wmd_variant_get_n_blocks (variant); i++)
    {
      const char *text = wmd_block_get_text (wmd_variant_get_block (variant, i));

      if (strlen (text) <= MAX_PARAGRAPH)
        g_ptr_array_add (paragraphs, wmd_text_fold (text));
    }
  return paragraphs;
}

/* A text that states two deadlines, one in the invitation and one for late replies, is wrong in one of them: the one of
 * the resolution's profile is taken, and a rule tells of the other.
 */
static void
settle_deadline (WmdTextImport *self, GPtrArray *paragraphs)
{
  const WmdResolution *resolution = wmd_facts_lookup_resolution (self->facts, self->reference);
  WmdDate held;

  if (resolution == NULL || resolution->deadline.year == 0 ||
      !wmd_facts_get_date (self->facts, WMD_FACT_DEADLINE, &held) ||
      wmd_date_compare (&held, &resolution->deadline) == 0)
    return;
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autoptr (GArray) dates_in_text = wmd_dates_in_text_find (self->reference, self->language, paragraphs->pdata[i]);

      for (guint j = 0; j < dates_in_text->len; j++)
        if (wmd_date_compare (&g_array_index (dates_in_text, WmdDateInText, j).date, &resolution->deadline) == 0)
          {
            g_autofree char *iso = wmd_date_format_iso (&resolution->deadline);

            wmd_text_import_set_fact (self, WMD_FACT_DEADLINE, iso);
            return;
          }
    }
}

/* Replies are not counted before the deadline: the introduction says "on" of other days, and a day that the summary
 * states is wrong, unless the deadline is. A rule tells of it.
 */
static void
drop_early_cut_off (WmdTextImport *self)
{
  WmdDate cut_off, deadline, date;

  if (!wmd_facts_get_date (self->facts, WMD_FACT_CUT_OFF, &cut_off) ||
      !wmd_facts_get_date (self->facts, WMD_FACT_DEADLINE, &deadline) || wmd_date_compare (&cut_off, &deadline) >= 0)
    return;
  if (!wmd_facts_get_date (self->facts, WMD_FACT_DATE, &date) || wmd_date_compare (&deadline, &date) <= 0)
    wmd_text_import_set_fact (self, WMD_FACT_CUT_OFF, NULL);
}

void
wmd_text_import_find_facts (WmdTextImport *self)
{
  g_autoptr (GPtrArray) summary = list_paragraphs (self, self->summary);
  g_autoptr (GPtrArray) introduction = list_paragraphs (self, self->introduction);

  for (guint i = 0; i < G_N_ELEMENTS (dates) + 2; i++)
    {
      gboolean summary_first = i >= G_N_ELEMENTS (dates) || dates[i].summary_first;
      GPtrArray *first = summary_first ? summary : introduction;
      GPtrArray *second = summary_first ? introduction : summary;

      if (!find_in (self, first, i))
        find_in (self, second, i);
    }
  settle_deadline (self, introduction);
  drop_early_cut_off (self);
}
