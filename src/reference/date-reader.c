/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reading of dates: a text is matched with the patterns of the language in turn,
 * token by token, going back where a longer name led nowhere. Both are folded, so
 * separators, letter case, marks and kinds of digits never count.
 */
#include "reference/date-forms.h"

#include "reference/fold.h"

/* One pattern that is being matched. */
typedef struct
{
  const WmdDateForms *forms;
  const GArray *tokens; /* (element-type WmdDateToken) */
  WmdDate date;         /* what was read so far */
} Match;

static gboolean match_rest (Match *match, guint index, const char *text);

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;
  return text;
}

/* The end of @literal at the beginning of @text, spaces in either apart; NULL when it does not stand there. */
static const char *
skip_literal (const char *text, const char *literal)
{
  for (; *literal != '\0'; literal++)
    {
      if (*literal == ' ')
        continue;
      text = skip_spaces (text);
      if (*text != *literal)
        return NULL;
      text++;
    }
  return text;
}

/* The end of the number of @min to @max digits at the beginning of @text; NULL when there are fewer or more. */
static const char *
skip_number (const char *text, int min, int max, guint *number)
{
  int n_digits = 0;

  *number = 0;
  for (text = skip_spaces (text); g_ascii_isdigit (*text); text++, n_digits++)
    {
      if (n_digits == max)
        return NULL;
      *number = *number * 10 + (guint) g_ascii_digit_value (*text);
    }
  return n_digits >= min ? text : NULL;
}

static gboolean
match_literal (Match *match, guint index, const char *text)
{
  const WmdDateToken *token = &g_array_index (match->tokens, WmdDateToken, index);
  const char *end = skip_literal (text, token->literal);

  return end != NULL && match_rest (match, index + 1, end);
}

/* A day by a name of its own: "1er", "premier". */
static gboolean
match_named_day (Match *match, guint index, const char *text)
{
  for (guint i = 0; i < WMD_MAX_DAY; i++)
    for (guint j = 0; j < match->forms->days[i].read->len; j++)
      {
        const char *end = skip_literal (text, g_ptr_array_index (match->forms->days[i].read, j));

        match->date.day = i + 1;
        if (end != NULL && match_rest (match, index + 1, end))
          return TRUE;
      }
  return FALSE;
}

static gboolean
match_day (Match *match, guint index, const char *text)
{
  GPtrArray *suffixes = match->forms->day_suffixes;
  guint day;
  const char *end = skip_number (text, 1, 2, &day);

  if (match_named_day (match, index, text))
    return TRUE;
  if (end == NULL || day < 1 || day > WMD_MAX_DAY)
    return FALSE;
  match->date.day = day;
  if (match_rest (match, index + 1, end))
    return TRUE;
  for (guint i = 0; i < suffixes->len; i++)
    {
      const char *after = skip_literal (end, g_ptr_array_index (suffixes, i));

      if (after != NULL && match_rest (match, index + 1, after))
        return TRUE;
    }
  return FALSE;
}

/* The rest after @month, whose name may stand there twice in two of its forms: "كانون الثاني/يناير". */
static gboolean
match_month_names (Match *match, guint index, const char *text, guint month, gboolean again)
{
  GPtrArray *names = match->forms->months[month].read;

  for (guint i = 0; i < names->len; i++)
    {
      const char *end = skip_literal (text, g_ptr_array_index (names, i));

      if (end == NULL)
        continue;
      match->date.month = month + 1;
      if (match_rest (match, index + 1, end) || (again && match_month_names (match, index, end, month, FALSE)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
match_month (Match *match, guint index, const char *text)
{
  for (guint month = 0; month < WMD_N_MONTHS; month++)
    if (match_month_names (match, index, text, month, TRUE))
      return TRUE;
  return FALSE;
}

static gboolean
match_number (Match *match, guint index, const char *text)
{
  guint month;
  const char *end = skip_number (text, 1, 2, &month);

  if (end == NULL || month < 1 || month > WMD_N_MONTHS)
    return FALSE;
  match->date.month = month;
  return match_rest (match, index + 1, end);
}

static gboolean
match_year (Match *match, guint index, const char *text)
{
  guint year;
  const char *end = skip_number (text, 4, 4, &year);

  match->date.year = year;
  return end != NULL && match_rest (match, index + 1, end);
}

/* TRUE when the tokens from @index on are all of @text. */
static gboolean
match_rest (Match *match, guint index, const char *text)
{
  static gboolean (*const functions[]) (Match *, guint, const char *) = {
    [WMD_DATE_TOKEN_LITERAL] = match_literal, [WMD_DATE_TOKEN_DAY] = match_day,   [WMD_DATE_TOKEN_MONTH] = match_month,
    [WMD_DATE_TOKEN_NUMBER] = match_number,   [WMD_DATE_TOKEN_YEAR] = match_year,
  };

  if (index == match->tokens->len)
    return *skip_spaces (text) == '\0';
  return functions[g_array_index (match->tokens, WmdDateToken, index).kind](match, index, text);
}

gboolean
wmd_date_forms_read (const WmdDateForms *forms, const char *text, WmdDate *date)
{
  g_autofree char *folded = wmd_fold_spaced (text);

  for (guint i = 0; i < forms->patterns->len; i++)
    {
      Match match = { forms, g_ptr_array_index (forms->patterns, i), { 0 } };

      if (!match_rest (&match, 0, folded))
        continue;
      *date = match.date;
      return TRUE;
    }
  return FALSE;
}
