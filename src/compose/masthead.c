/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of the first page. The distribution block (distribution, date, version, originals) is printed in a
 * language of its own, which the labels name: English in the Arabic, Chinese and Russian versions.
 */

#include "config.h"

#include "compose/masthead.h"

#include "compose/fields.h"

#include <string.h>

static char *
dup_date (WmdReference *reference, WmdFacts *facts, WmdLanguage language)
{
  WmdDate date;

  return wmd_facts_get_date (facts, WMD_FACT_DATE, &date) ? wmd_reference_format_date (reference, language, &date)
                                                          : NULL;
}

/* Languages of the replies, as a mask; English, the language of the frame, where there is no reply yet. */
static guint
find_originals (WmdSnapshot *snapshot)
{
  guint mask = 0;

  for (guint i = 0; i < wmd_snapshot_get_n_replies (snapshot); i++)
    {
      WmdLanguage original = wmd_body_get_original (wmd_snapshot_get_reply (snapshot, i));

      if (original != WMD_LANGUAGE_NONE)
        mask |= 1u << original;
    }
  return mask != 0 ? mask : 1u << WMD_LANGUAGE_EN;
}

typedef struct
{
  const char *name;
  char *key; /* orders the names in the language of the line */
} Original;

static int
compare_originals (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Original *) a)->key, ((const Original *) b)->key);
}

static char *
dup_originals (WmdReference *reference, WmdLanguage language, guint mask)
{
  Original originals[WMD_N_LANGUAGES];
  guint n = 0;
  GString *line = g_string_new (wmd_reference_get_label (reference, language, "original-prefix"));

  for (guint i = 0; i < WMD_N_LANGUAGES; i++)
    if (mask & 1u << i)
      {
        originals[n].name = wmd_reference_get_language_name (reference, i, language);
        originals[n].key = wmd_reference_get_sort_key (reference, language, originals[n].name);
        n++;
      }
  qsort (originals, n, sizeof (Original), compare_originals);
  g_string_append_c (line, ' ');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (line, wmd_reference_get_label (reference, language, "originals-separator"));
      g_string_append (line, originals[i].name);
      g_free (originals[i].key);
    }
  return g_string_free (line, FALSE);
}

/* "101(s)" as the number and the place of the letter in the alphabet, 0 for none; FALSE when it has another form. */
static gboolean
parse_agenda_item (const char *text, char **number, guint *letter)
{
  const char *p = text;

  while (g_ascii_isdigit (*p))
    p++;
  *letter = 0;
  if (p == text)
    return FALSE;
  *number = g_strndup (text, p - text);
  while (*p == ' ')
    p++;
  if (*p == '\0')
    return TRUE;
  /* (s) is the 19th, (aa) the 27th */
  if (p[0] == '(' && g_ascii_islower (p[1]) && p[2] == ')' && p[3] == '\0')
    *letter = p[1] - 'a' + 1;
  else if (p[0] == '(' && g_ascii_islower (p[1]) && p[2] == p[1] && p[3] == ')' && p[4] == '\0')
    *letter = 26 + p[1] - 'a' + 1;
  if (*letter == 0)
    g_clear_pointer (number, g_free);
  return *letter != 0;
}

static char *
dup_agenda_item (WmdReference *reference, WmdFacts *facts, WmdLanguage language)
{
  gboolean adopted = g_strcmp0 (wmd_facts_get (facts, WMD_FACT_AGENDA), "adopted") == 0;
  const char *text = wmd_facts_get (facts, WMD_FACT_AGENDA_ITEM);
  const char *letter_text = NULL;
  g_autofree char *number = NULL;
  guint letter;

  if (text == NULL)
    return NULL;
  if (!parse_agenda_item (text, &number, &letter))
    number = g_strdup (text);
  if (letter != 0)
    letter_text = wmd_reference_get_subitem_letter (reference, language, letter);
  if (letter_text == NULL)
    return wmd_reference_format_label (reference, language,
                                       adopted ? "agenda-item-adopted-whole" : "agenda-item-provisional-whole", "item",
                                       letter == 0 ? number : text, NULL);
  return wmd_reference_format_label (reference, language, adopted ? "agenda-item-adopted" : "agenda-item-provisional",
                                     "item", number, "subitem", letter_text, NULL);
}

/* "A/78/150.", the provisional agenda, which the asterisk of the agenda line calls. Without the session the number of
 * the document is not known: the note keeps the place open.
 */
static WmdInline *
compose_agenda_note (WmdReference *reference, WmdFacts *facts, WmdLanguage language)
{
  guint session = wmd_facts_get_session (facts);
  g_autofree char *number = session != 0 ? g_strdup_printf ("%u", session) : g_strdup ("[session]");
  g_autofree char *symbol = wmd_reference_format_label (reference, language, "agenda-symbol", "session", number, NULL);
  g_autofree char *address = wmd_fields_dup_address (reference, language, symbol);
  g_autofree char *note = wmd_reference_format_label (reference, language, "agenda-note", "symbol", symbol, NULL);
  const char *found = strstr (note, symbol);
  WmdSpan link = { WMD_SPAN_LINK, 0, 0, address };

  if (session == 0 || found == NULL)
    return wmd_inline_new_text (note);
  link.start = found - note;
  link.end = link.start + strlen (symbol);
  return wmd_inline_new (note, &link, 1);
}

/* "23-13333 (C)    180723"; Arabic versions have the date before the number. */
static char *
dup_job_line (WmdFacts *facts, WmdLanguage language)
{
  const char *number = wmd_facts_get (facts, WMD_FACT_JOB_NUMBER);
  g_autofree char *job = NULL;
  g_autofree char *day = NULL;
  WmdDate date;

  if (number == NULL)
    return NULL;
  job = g_strdup_printf ("%s (%c)", number, wmd_language_get_letter (language));
  if (!wmd_facts_get_date (facts, WMD_FACT_DATE, &date))
    return g_steal_pointer (&job);
  day = g_strdup_printf ("%02u%02u%02u", date.day, date.month, date.year % 100);
  return wmd_language_is_rtl (language) ? g_strjoin ("    ", day, job, NULL) : g_strjoin ("    ", job, day, NULL);
}

WmdMasthead *
wmd_masthead_compose (WmdSnapshot *snapshot, WmdLanguage language)
{
  WmdReference *reference = wmd_snapshot_get_reference (snapshot);
  WmdFacts *facts = wmd_snapshot_get_facts (snapshot);
  WmdMasthead *self = g_new0 (WmdMasthead, 1);
  guint originals = find_originals (snapshot);

  self->language = wmd_reference_get_masthead_language (reference, language);
  self->united_nations = g_strdup (wmd_reference_get_label (reference, language, "united-nations"));
  self->organ = g_strdup (wmd_reference_get_label (reference, language, "organ"));
  self->symbol = g_strdup (wmd_facts_get (facts, WMD_FACT_SYMBOL));
  self->distribution = g_strdup (wmd_reference_get_label (reference, language, "distr"));
  self->date = dup_date (reference, facts, self->language);
  if (originals != 1u << language)
    self->version = g_strdup (wmd_reference_get_label (reference, language, "version-language"));
  self->originals = dup_originals (reference, self->language, originals);
  self->session = g_strdup (wmd_reference_get_session (reference, language, wmd_facts_get_session (facts)));
  self->session_number = wmd_facts_get_session (facts);
  self->agenda_item = dup_agenda_item (reference, facts, language);
  self->item_title = g_strdup (wmd_reference_get_label (reference, language, "item-title"));
  if (self->agenda_item != NULL && strchr (self->agenda_item, '*') != NULL)
    self->agenda_note = compose_agenda_note (reference, facts, language);
  self->job_number = g_strdup (wmd_facts_get (facts, WMD_FACT_JOB_NUMBER));
  self->job_line = dup_job_line (facts, language);
  self->recycle = g_strdup (wmd_reference_get_label (reference, language, "please-recycle"));
  if (self->symbol != NULL)
    self->address = wmd_fields_dup_address (reference, language, self->symbol);
  self->draft = g_utf8_strup (wmd_reference_get_label (reference, language, "draft"), -1);
  return self;
}
