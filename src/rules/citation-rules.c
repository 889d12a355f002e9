/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Resolutions and other documents: cited as the language cites them, and with the year they are of. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rules/rules-private.h"

/* --- years of resolutions --- */

/* The year of a resolution of the Security Council by its number; 0 when the data does not reach so far. */
static guint
get_year (const WmdForms *forms, guint number)
{
  GHashTable *years = wmd_forms_get_values (forms, "security-council-years", WMD_LANGUAGE_EN);
  GHashTableIter iter;
  gpointer year, first;
  guint best = 0, last = 0;

  g_hash_table_iter_init (&iter, years);
  while (g_hash_table_iter_next (&iter, &year, &first))
    {
      guint value = g_ascii_strtoull (year, NULL, 10);

      last = MAX (last, value);
      if (*(double *) first <= number)
        best = MAX (best, value);
    }
  return best == last ? 0 : best;
}

static gboolean
is_year_of (const WmdForms *forms, guint number, guint year)
{
  guint margin = (guint) wmd_forms_get_number (forms, "security-council-margin", WMD_LANGUAGE_EN);
  guint first = get_year (forms, number > margin ? number - margin : 1);
  guint last = get_year (forms, number + margin);

  return first == 0 || last == 0 || (first <= year && year <= last);
}

static guint
fetch_number (GMatchInfo *match, const char *group)
{
  g_autofree char *text = g_match_info_fetch_named (match, group);

  return text != NULL ? g_ascii_strtoull (text, NULL, 10) : 0;
}

static void
check_pair (WmdProbe *probe, GMatchInfo *match)
{
  g_autofree char *text = g_match_info_fetch (match, 0);
  guint number = fetch_number (match, "number"), year = fetch_number (match, "year");
  guint right = get_year (probe->forms, number);
  g_autofree char *normal = g_strdup_printf ("%u", right);
  WmdRepair repair;
  WmdRemark *remark;
  int start, end;

  if (is_year_of (probe->forms, number, year))
    return;
  remark = wmd_probe_say (
      probe, text, g_strdup_printf (_ ("Security Council resolution %u is of %u, not of %u."), number, right, year));
  g_match_info_fetch_pos (match, 0, &start, &end);
  wmd_remark_set_range (remark, start, end);
  g_match_info_fetch_named_pos (match, "year", &start, &end);
  repair = wmd_probe_repair (probe, start, end, normal);
  wmd_remark_add_repair (remark, _ ("Correct the Year"), &repair);
}

static void
check_lists (WmdProbe *probe, const WmdReading *reading)
{
  GRegex *list = wmd_forms_get_pattern (probe->forms, "security-council-list", reading->language);
  GRegex *pair = wmd_forms_get_pattern (probe->forms, "security-council-pair", reading->language);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (list, reading->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autoptr (GMatchInfo) inner = NULL;
      int start, end;

      g_match_info_fetch_named_pos (match, "list", &start, &end);
      for (g_regex_match_full (pair, reading->text, end, start, 0, &inner, NULL); g_match_info_matches (inner);
           g_match_info_next (inner, NULL))
        check_pair (probe, inner);
    }
}

/* The Assembly's session begins in September; session 1 was that of 1946. */
static gboolean
is_in_session (guint session, const WmdDate *date)
{
  guint year = 1945 + session;

  return (date->year == year && date->month >= 9) || (date->year == year + 1 && date->month <= 9);
}

static void
check_dated (WmdProbe *probe, const WmdReading *reading)
{
  GRegex *dated = wmd_forms_get_pattern (probe->forms, "general-assembly-dated", reading->language);
  g_autoptr (GMatchInfo) match = NULL;

  for (g_regex_match (dated, reading->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *number = g_match_info_fetch_named (match, "number");
      g_autofree char *text = g_match_info_fetch_named (match, "date");
      g_autofree char *hint = NULL;
      WmdDate date;
      int start, end;

      if (!wmd_reference_parse_date (probe->reference, reading->language, text, &date) ||
          is_in_session (g_ascii_strtoull (number, NULL, 10), &date))
        continue;
      hint = g_strdup_printf ("%s, %s", number, text);
      g_match_info_fetch_pos (match, 0, &start, &end);
      wmd_remark_set_range (
          wmd_probe_say (probe, hint, g_strdup_printf (_ ("Resolution %s cannot be of %s."), number, text)), start,
          end);
    }
}

void
wmd_check_known_resolution (WmdProbe *probe)
{
  const WmdReading *reading = wmd_probe_get_reading (probe);

  if (!reading->digits)
    return;
  if (strchr (reading->text, '(') != NULL || strstr (reading->text, "（") != NULL)
    check_lists (probe, reading);
  if (strchr (reading->text, '/') != NULL)
    check_dated (probe, reading);
}

/* --- numerals --- */

static guint
roman_value (const char *text)
{
  static const char letters[] = "IVXLCDM";
  static const guint values[] = { 1, 5, 10, 50, 100, 500, 1000 };
  guint sum = 0, last = 0;

  for (gsize i = strlen (text); i > 0; i--)
    {
      guint value = values[strchr (letters, text[i - 1]) - letters];

      sum = value < last ? sum - value : sum + value;
      last = value;
    }
  return sum;
}

/* Chinese numerals up to 99. */
static guint
han_value (const WmdForms *forms, const char *text)
{
  guint sum = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *character = g_utf8_substring (p, 0, 1);
      double value = wmd_forms_get_value (forms, "number-words", WMD_LANGUAGE_ZH, character);

      sum = value == 10 && sum > 0 ? sum * 10 : sum + (value > 0 ? (guint) value : 0);
    }
  return sum;
}

/* --- forms --- */

/* The number that stands for the placeholder @name; 0 when that is not known. */
static guint
get_number (WmdProbe *probe, GMatchInfo *match, const char *name)
{
  g_autofree char *han = NULL;

  if (g_str_equal (name, "{year}"))
    return get_year (probe->forms, fetch_number (match, "number"));
  han = g_match_info_fetch_named (match, "han");
  return han_value (probe->forms, han);
}

/* The match as it should be; NULL when that is not known. (transfer full) */
static char *
dup_normal (WmdProbe *probe, const WmdForm *form, GMatchInfo *match)
{
  static const char *const placeholders[] = { "{year}", "{figure}" };
  g_autofree char *normal = form->normal != NULL ? g_match_info_expand_references (match, form->normal, NULL) : NULL;

  for (guint i = 0; normal != NULL && i < G_N_ELEMENTS (placeholders); i++)
    {
      char *place = strstr (normal, placeholders[i]);
      guint number = place != NULL ? get_number (probe, match, placeholders[i]) : 0;

      if (place == NULL)
        continue;
      if (number == 0)
        return NULL;
      *place = '\0';
      return g_strdup_printf ("%s%u%s", normal, number, place + strlen (placeholders[i]));
    }
  return g_steal_pointer (&normal);
}

/* A number and a year that are not those of a resolution of the Council are of something else: the resolution of a
 * ministry.
 */
static gboolean
is_of_other_body (WmdProbe *probe, GMatchInfo *match)
{
  guint year = fetch_number (match, "year");

  return year != 0 && !is_year_of (probe->forms, fetch_number (match, "number"), year);
}

/* Keeps the capital with which a sentence begins. (transfer full) */
static char *
dup_in_place (const WmdReading *reading, guint start, const char *normal)
{
  const char *before = reading->text + start;
  char letter[7] = "";

  while (before > reading->text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (before))))
    before = g_utf8_prev_char (before);
  if (!g_unichar_isupper (g_utf8_get_char (reading->text + start)) || !g_unichar_islower (g_utf8_get_char (normal)) ||
      (before > reading->text && strchr (".!?", before[-1]) == NULL))
    return g_strdup (normal);
  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (normal)), letter);
  return g_strconcat (letter, g_utf8_next_char (normal), NULL);
}

/* Speaks once of one form in a text; the fix puts all its places right. */
static WmdRemark *
check_match (WmdProbe *probe, const WmdForm *form, GMatchInfo *match, WmdRemark *remark)
{
  g_autofree char *text = g_strchomp (g_match_info_fetch (match, 0));
  g_autofree char *expanded = dup_normal (probe, form, match);
  g_autofree char *normal = NULL;
  WmdRepair repair;
  int start, end;

  g_match_info_fetch_pos (match, 0, &start, &end);
  if (expanded != NULL)
    normal = dup_in_place (wmd_probe_get_reading (probe), start, expanded);
  if (remark == NULL)
    {
      remark = wmd_probe_say (
          probe, text,
          normal != NULL ? g_strdup_printf (_ ("“%s” is not the form of a citation; it should be “%s”."), text, normal)
                         : g_strdup_printf (_ ("“%s” is not the form of a citation in this language."), text));
      wmd_remark_set_range (remark, start, start + strlen (text));
    }
  if (normal == NULL)
    return remark;
  repair = wmd_probe_repair (probe, start, end, normal);
  wmd_remark_add_repair (remark, _ ("Put the Normal Form"), &repair);
  return remark;
}

static void
check_form (WmdProbe *probe, const WmdForm *form, const GArray *places)
{
  WmdRemark *remark = NULL;

  for (guint i = 0; i < places->len; i++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, g_array_index (places, guint, i));
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (form->pattern, reading->text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        if (!is_of_other_body (probe, match))
          remark = check_match (probe, form, match, remark);
    }
}

/* The places in which something may be cited, which are few: one pattern is asked before the many. (transfer full)
 * (element-type guint) */
static GArray *
list_citing (WmdProbe *probe)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < probe->page->places->len; i++)
    if (wmd_forms_matches (probe->forms, "citation-sign", probe->language, wmd_probe_go_to (probe, i)->text))
      g_array_append_val (places, i);
  return places;
}

/* --- divisions --- */

static guint
division_value (WmdProbe *probe, GMatchInfo *match, const char **form)
{
  static const char *const forms[] = { "roman", "figure", "han" };

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      g_autofree char *text = g_match_info_fetch_named (match, forms[i]);

      if (text == NULL || text[0] == '\0')
        continue;
      *form = forms[i];
      return i == 0   ? roman_value (text)
             : i == 1 ? (guint) g_ascii_strtoull (text, NULL, 10)
                      : han_value (probe->forms, text);
    }
  return 0;
}

/* What is known of one chapter, article, …: how it is written first, and whether it was spoken of. */
typedef struct
{
  const char *form;
  gboolean said;
} Division;

static void
check_division (WmdProbe *probe, GMatchInfo *match, GHashTable *known)
{
  const char *form = NULL;
  guint value = division_value (probe, match, &form);
  g_autofree char *text = g_match_info_fetch (match, 0);
  g_autofree char *noun = g_match_info_fetch_named (match, "noun");
  g_autofree char *folded = g_utf8_casefold (noun, -1);
  g_autofree char *key = g_strdup_printf ("%s %u", folded, value);
  Division *division = g_hash_table_lookup (known, key);
  int start, end;

  if (division == NULL)
    {
      division = g_new0 (Division, 1);
      division->form = form;
      g_hash_table_insert (known, g_steal_pointer (&key), division);
    }
  if (division->said || g_str_equal (division->form, form))
    return;
  division->said = TRUE;
  g_match_info_fetch_pos (match, 0, &start, &end);
  wmd_remark_set_range (
      wmd_probe_say (probe, text,
                     g_strdup_printf (_ ("“%s” is written with another kind of numeral elsewhere in the text."), text)),
      start, end);
}

/* The same chapter as “XI” here and as “eleven” there. */
static void
check_divisions (WmdProbe *probe)
{
  GRegex *pattern = wmd_forms_get_pattern (probe->forms, "division", probe->language);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free); /* to Division */

  for (guint i = 0; pattern != NULL && i < probe->page->places->len; i++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, i);
      g_autoptr (GMatchInfo) match = NULL;

      for (g_regex_match (pattern, reading->text, 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        check_division (probe, match, known);
    }
}

void
wmd_check_citation_form (WmdProbe *probe)
{
  const GPtrArray *forms = wmd_forms_list_forms (probe->forms, "citation", probe->language);
  g_autoptr (GArray) places = list_citing (probe);

  for (guint i = 0; i < forms->len; i++)
    check_form (probe, forms->pdata[i], places);
  check_divisions (probe);
}
