/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Calendar dates as values. How a language writes them is in calendar.c. */
#include "reference/date.h"

gboolean
wmd_date_is_set (const WmdDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return date->year != 0 || date->month != 0 || date->day != 0;
}

gboolean
wmd_date_is_valid (const WmdDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  return g_date_valid_dmy (date->day, (GDateMonth) date->month, date->year);
}

int
wmd_date_compare (const WmdDate *a, const WmdDate *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->year != b->year)
    return a->year < b->year ? -1 : 1;
  if (a->month != b->month)
    return a->month < b->month ? -1 : 1;
  return (a->day > b->day) - (a->day < b->day);
}

/* @n_digits decimal digits at @text; FALSE when there are fewer. */
static gboolean
read_digits (const char *text, int n_digits, guint *value)
{
  *value = 0;
  for (int i = 0; i < n_digits; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return FALSE;
      *value = *value * 10 + (guint) g_ascii_digit_value (text[i]);
    }
  return TRUE;
}

gboolean
wmd_date_parse_iso (const char *text, WmdDate *date)
{
  guint year, month, day;

  g_return_val_if_fail (date != NULL, FALSE);

  *date = (WmdDate){ 0 };
  if (text == NULL || strlen (text) != strlen ("yyyy-mm-dd"))
    return FALSE;
  if (!read_digits (text, 4, &year) || text[4] != '-' || !read_digits (text + 5, 2, &month) || text[7] != '-' ||
      !read_digits (text + 8, 2, &day))
    return FALSE;
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  *date = (WmdDate){ .year = year, .month = month, .day = day };
  return TRUE;
}

char *
wmd_date_format_iso (const WmdDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (!wmd_date_is_set (date))
    return NULL;
  return g_strdup_printf ("%04u-%02u-%02u", date->year, date->month, date->day);
}
