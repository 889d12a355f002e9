/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the frame texts state in plain words and figures, compared with what the report holds: numbers of replies,
 * dates, session, resolution. A field cannot be wrong and is not looked at. How each language states these things
 * is data (data/rules/frame.json): a pattern has a group "number", "date" or "value" for what is compared; in it
 * {number} and {date} stand for any number, written or in figures, and for any date.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "rules/rules-private.h"

/* --- numbers in words --- */

/* The value of one word, or of two that a hyphen makes one (quatre-vingt); -1 when it is none. Moves on behind it. */
static int
read_number_word (const WmdForms *forms, WmdLanguage language, char ***words)
{
  char **word = *words;
  g_autofree char *pair = word[1] != NULL ? g_strdup_printf ("%s-%s", word[0], word[1]) : NULL;
  double value = pair != NULL ? wmd_forms_get_value (forms, "number-words", language, pair) : -1;

  *words += value >= 0 ? 2 : 1;
  if (value < 0 && word[0][0] == '\0')
    return 0;
  return value >= 0 ? (int) value : (int) wmd_forms_get_value (forms, "number-words", language, word[0]);
}

/* The value of figures or of words such as “vingt et un”, “двадцать один”, “二十一”; -1 when it is none. */
static int
parse_number (const WmdForms *forms, WmdLanguage language, const char *text)
{
  g_auto (GStrv) words = NULL;
  int sum = 0;

  if (g_ascii_isdigit (text[0]))
    return (int) g_ascii_strtoull (text, NULL, 10);
  words = g_regex_split (wmd_forms_get_pattern (forms, "number-joint", language), text, 0);
  for (char **rest = words; *rest != NULL;)
    {
      int value = read_number_word (forms, language, &rest);

      if (value < 0)
        return -1;
      /* 二十: what stands before ten counts the tens. */
      sum = language == WMD_LANGUAGE_ZH && value == 10 && sum > 0 ? sum * 10 : sum + value;
    }
  return sum;
}

/* --- places --- */

typedef void (*CheckMatch) (WmdProbe *probe, WmdBody *body, GMatchInfo *match, gpointer data);

/* Calls @check for every match of the pattern in the part, in the languages that are asked about. */
static void
for_each_match (WmdProbe *probe, WmdBody *body, const char *key, CheckMatch check, gpointer data)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);
      GRegex *regex = wmd_forms_get_pattern (probe->forms, key, language);

      if (variant == NULL || regex == NULL || (probe->edition != WMD_LANGUAGE_NONE && probe->edition != language))
        continue;
      probe->language = language;
      for (probe->index = 0; probe->index < wmd_variant_get_n_blocks (variant); probe->index++)
        {
          const char *text = wmd_block_get_text (wmd_variant_get_block (variant, probe->index));
          g_autoptr (GMatchInfo) match = NULL;

          for (g_regex_match (regex, text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
            check (probe, body, match, data);
        }
    }
}

static void
place (WmdProbe *probe, WmdRemark *remark, WmdBody *body, GMatchInfo *match, const char *group)
{
  int start, end;

  g_match_info_fetch_named_pos (match, group, &start, &end);
  wmd_remark_set_place (remark, body, probe->language, probe->index);
  wmd_remark_set_range (remark, start, end);
}

/* @group: what the field takes the place of. */
static void
offer_field (WmdProbe *probe, WmdRemark *remark, GMatchInfo *match, const char *group, const char *field)
{
  WmdRepair repair = { .kind = WMD_REPAIR_FIELD, .block = probe->index, .text = (char *) field };
  int start, end;

  if (field == NULL || !g_match_info_fetch_named_pos (match, group, &start, &end))
    return;
  repair.start = start;
  repair.end = end;
  wmd_remark_add_repair (remark, _ ("Make It a Field"), &repair);
}

/* --- numbers of replies --- */

typedef struct
{
  const char *pattern;
  WmdSection section;
} Count;

static void
check_count (WmdProbe *probe, WmdBody *body, GMatchInfo *match, gpointer data)
{
  const Count *count = data;
  g_autofree char *text = g_match_info_fetch_named (match, "number");
  g_autofree char *message = NULL;
  int stated = parse_number (probe->forms, probe->language, text);
  guint held, all;
  WmdDate until;
  WmdRemark *remark;

  if (stated < 0)
    return;
  if (!wmd_facts_get_date (probe->facts, WMD_FACT_CUT_OFF, &until))
    wmd_facts_get_date (probe->facts, WMD_FACT_DEADLINE, &until);
  all = wmd_snapshot_count_replies (probe->snapshot, count->section, NULL);
  held = wmd_date_is_set (&until) ? wmd_snapshot_count_replies (probe->snapshot, count->section, &until) : all;
  if ((guint) stated == held)
    return;
  message =
      (guint) stated == all
          ? g_strdup_printf (ngettext ("%d replies are stated, but %u of them is dated after the day of the count.",
                                       "%d replies are stated, but %u of them are dated after the day of the count.",
                                       all - held),
                             stated, all - held)
          : g_strdup_printf (ngettext ("%d reply is stated, but the report holds %u.",
                                       "%d replies are stated, but the report holds %u.", stated),
                             stated, held);
  remark = wmd_probe_say (probe, text, g_steal_pointer (&message));
  place (probe, remark, body, match, "number");
  offer_field (probe, remark, match, "count", wmd_section_get_id (count->section));
}

void
wmd_check_count_mismatch (WmdProbe *probe)
{
  static const Count counts[] = {
    { "states-governments", WMD_SECTION_GOVERNMENTS },
    { "states-organizations", WMD_SECTION_ORGANIZATIONS },
  };
  WmdBody *parts[] = { wmd_snapshot_get_summary (probe->snapshot), wmd_snapshot_get_introduction (probe->snapshot) };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (guint j = 0; j < G_N_ELEMENTS (counts); j++)
      for_each_match (probe, parts[i], counts[j].pattern, check_count, (gpointer) &counts[j]);
}

/* --- dates --- */

typedef struct
{
  const char *pattern;
  WmdFact fact;
  WmdFact other; /* that may stand there as well */
  const char *name;
} StatedDate;

static const StatedDate stated_dates[] = {
  { "states-note-verbale", WMD_FACT_NOTE_VERBALE, WMD_FACT_NOTE_VERBALE, N_ ("the note verbale") },
  { "states-letters", WMD_FACT_LETTERS, WMD_FACT_LETTERS, N_ ("the letters to organizations") },
  { "states-deadline", WMD_FACT_DEADLINE, WMD_FACT_DEADLINE, N_ ("the deadline") },
  { "states-cut-off", WMD_FACT_CUT_OFF, WMD_FACT_DEADLINE, N_ ("the day of the count") },
  { "states-late-replies", WMD_FACT_DEADLINE, WMD_FACT_CUT_OFF, N_ ("the deadline") },
};

static gboolean
is_date (const WmdProbe *probe, WmdFact fact, const WmdDate *date)
{
  WmdDate recorded;

  return wmd_facts_get_date (probe->facts, fact, &recorded) && wmd_date_compare (&recorded, date) == 0;
}

/* The date that is right, where @date is stated. Where the report data has no day of the count it is the deadline, but
 * a later one is as good.
 */
static gboolean
get_right_date (const WmdProbe *probe, const StatedDate *stated, const WmdDate *date, WmdDate *right)
{
  if (wmd_facts_get_date (probe->facts, stated->fact, right))
    return TRUE;
  return stated->fact == WMD_FACT_CUT_OFF && wmd_facts_get_date (probe->facts, WMD_FACT_DEADLINE, right) &&
         wmd_date_compare (date, right) < 0;
}

static void
check_date (WmdProbe *probe, WmdBody *body, GMatchInfo *match, gpointer data)
{
  const StatedDate *stated = data;
  g_autofree char *text = g_match_info_fetch_named (match, "date");
  g_autofree char *recorded = NULL;
  WmdDate date, right;
  WmdRemark *remark;

  if (!wmd_reference_parse_date (probe->reference, probe->language, text, &date) ||
      !get_right_date (probe, stated, &date, &right) || is_date (probe, stated->fact, &date) ||
      is_date (probe, stated->other, &date))
    return;
  recorded = wmd_probe_format_date (probe, &right);
  remark = wmd_probe_say (
      probe, text,
      g_strdup_printf (_ ("%s is stated as the date of %s, which is %s."), text, _ (stated->name), recorded));
  place (probe, remark, body, match, "date");
  offer_field (probe, remark, match, "date", wmd_fact_get_id (stated->fact));
}

/* --- session and resolution --- */

#define LAST_SESSION 200

/* The session whose number in running text this is; 0 for none. */
static guint
find_session (WmdReference *reference, WmdLanguage language, const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (guint session = 1; session < LAST_SESSION; session++)
    {
      const char *ordinal = wmd_reference_get_session_ordinal (reference, language, session);
      g_autofree char *key = ordinal != NULL ? g_utf8_casefold (ordinal, -1) : NULL;

      if (g_strcmp0 (key, folded) == 0)
        return session;
    }
  return 0;
}

static void
check_session (WmdProbe *probe, WmdBody *body, GMatchInfo *match, gpointer data)
{
  g_autofree char *text = g_match_info_fetch_named (match, "value");
  guint stated = find_session (probe->reference, probe->language, text);
  guint session = wmd_facts_get_session (probe->facts);
  WmdRemark *remark;

  if (stated == 0 || session == 0 || stated == session)
    return;
  remark = wmd_probe_say (
      probe, text, g_strdup_printf (_ ("Session %u is stated, but the report is for session %u."), stated, session));
  place (probe, remark, body, match, "value");
  offer_field (probe, remark, match, "value", "report-session");
}

/* Another resolution of the series is stated where this report's is meant. */
static void
check_resolution (WmdProbe *probe, WmdBody *body, GMatchInfo *match, gpointer data)
{
  const char *symbol = wmd_facts_get (probe->facts, WMD_FACT_RESOLUTION);
  g_autofree char *text = g_match_info_fetch_named (match, "value");
  WmdRemark *remark;

  if (symbol == NULL || g_strcmp0 (symbol, text) == 0 ||
      g_str_equal (text, wmd_reference_get_label (probe->reference, probe->language, "eu-resolution")))
    return;
  remark = wmd_probe_say (
      probe, text,
      g_strdup_printf (_ ("Resolution %s is stated, but the report is submitted under resolution %s."), text, symbol));
  place (probe, remark, body, match, "value");
  offer_field (probe, remark, match, "value", "resolution");
}

void
wmd_check_fact_mismatch (WmdProbe *probe)
{
  for (guint i = 0; i < G_N_ELEMENTS (stated_dates); i++)
    for_each_match (probe, probe->body, stated_dates[i].pattern, check_date, (gpointer) &stated_dates[i]);
  for_each_match (probe, probe->body, "states-session", check_session, NULL);
  for_each_match (probe, probe->body, "states-resolution", check_resolution, NULL);
}
