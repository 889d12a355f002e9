/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates of running text. The reference reads a text that is a date; where one begins and ends is found by trying. */

#include "config.h"

#include "model/dates-in-text.h"

#define MAX_DATE 40 /* characters of the longest date */

static gboolean
is_digit (const char *p)
{
  return g_unichar_isdigit (g_utf8_get_char (p));
}

/* TRUE where a number or a word begins at @p, in a text that begins at @text. */
static gboolean
is_start (const char *text, const char *p)
{
  gunichar c = g_utf8_get_char (p);
  gunichar before = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : ' ';

  return g_unichar_isdigit (c) ? !g_unichar_isdigit (before) : g_unichar_isalpha (c) && !g_unichar_isalnum (before);
}

/* The end of the longest date that begins at @p; NULL when none does. */
static const char *
read_date (WmdReference *reference, WmdLanguage language, const char *p, WmdDate *date)
{
  const char *longest = NULL;
  const char *end = p;

  for (guint i = 0; i < MAX_DATE && *end != '\0'; i++)
    {
      const char *next = g_utf8_next_char (end);
      g_autofree char *piece = NULL;
      WmdDate read;

      if (g_unichar_isalnum (g_utf8_get_char (end)) && !(is_digit (end) && is_digit (next)))
        {
          piece = g_strndup (p, next - p);
          if (wmd_reference_parse_date (reference, language, piece, &read))
            {
              longest = next;
              *date = read;
            }
        }
      end = next;
    }
  return longest;
}

GArray *
wmd_dates_in_text_find (WmdReference *reference, WmdLanguage language, const char *text)
{
  GArray *dates;
  const char *last_end = text;

  g_return_val_if_fail (reference != NULL && text != NULL, NULL);
  g_return_val_if_fail (language != WMD_LANGUAGE_NONE, NULL);

  dates = g_array_new (FALSE, FALSE, sizeof (WmdDateInText));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      WmdDateInText found = { .start = p - text };
      const char *end = NULL;
      WmdDate inner;

      if (p < last_end || !is_start (text, p) || (end = read_date (reference, language, p, &found.date)) == NULL)
        continue;
      /* From the last word with which it is still that date. */
      for (const char *later = g_utf8_next_char (p); later < end; later = g_utf8_next_char (later))
        if (is_start (text, later) && read_date (reference, language, later, &inner) == end &&
            wmd_date_compare (&found.date, &inner) == 0)
          found.start = later - text;
      found.end = end - text;
      g_array_append_val (dates, found);
      last_end = end;
    }
  return dates;
}
