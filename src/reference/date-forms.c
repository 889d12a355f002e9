/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How one language writes dates: loading and printing. Reading is in date-reader.c. */
#include "config.h"

#include "reference/date-forms.h"

#include <glib/gi18n-lib.h>

#include "reference/fold.h"
#include "reference/placeholders.h"

static void
token_clear (gpointer token)
{
  g_free (((WmdDateToken *) token)->literal);
}

/* WMD_DATE_TOKEN_LITERAL for NULL and for what is no placeholder. */
static WmdDateTokenKind
token_kind_from_name (const char *name)
{
  static const char *const names[] = { NULL, "day", "month", "number", "year" };

  for (guint i = 1; name != NULL && i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      return i;
  return WMD_DATE_TOKEN_LITERAL;
}

static void
add_literal (GArray *tokens, const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  g_autofree char *folded = g_strstrip (wmd_fold_spaced (text));
  WmdDateToken token = { WMD_DATE_TOKEN_LITERAL, NULL };

  if (*folded == '\0')
    return;
  token.literal = g_steal_pointer (&folded);
  g_array_append_val (tokens, token);
}

static GArray *
compile_pattern (const char *pattern)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (WmdDateToken));
  const char *literal = pattern;

  g_array_set_clear_func (tokens, token_clear);
  for (const char *p = pattern; *p != '\0';)
    {
      const char *end;
      g_autofree char *name = wmd_placeholders_read (p, &end);
      WmdDateToken token = { token_kind_from_name (name), NULL };

      if (token.kind == WMD_DATE_TOKEN_LITERAL)
        {
          p = g_utf8_next_char (p);
          continue;
        }
      add_literal (tokens, literal, p);
      g_array_append_val (tokens, token);
      literal = p = end;
    }
  add_literal (tokens, literal, literal + strlen (literal));
  return tokens;
}

static void
add_folded (GPtrArray *names, const char *name)
{
  g_ptr_array_add (names, g_strstrip (wmd_fold_spaced (name)));
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  gsize left = strlen (*(const char *const *) a), right = strlen (*(const char *const *) b);

  return (left < right) - (left > right);
}

/* Other names than the printed one, by number: { "1": ["Jan"], … } or NULL. */
static gboolean
load_names (WmdDateName *names, guint n_names, const WmdDatum *others, const char *where, GError **error)
{
  for (guint i = 0; i < n_names; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);
      g_autofree const char **read = wmd_data_get_optional_strings (others, where, number, error);

      if (read == NULL)
        return FALSE;
      if (names[i].printed != NULL)
        add_folded (names[i].read, names[i].printed);
      for (gsize j = 0; read[j] != NULL; j++)
        add_folded (names[i].read, read[j]);
      g_ptr_array_sort (names[i].read, compare_lengths);
    }
  return TRUE;
}

static gboolean
load_months (WmdDateForms *forms, const WmdDatum *object, const char *where, GError **error)
{
  g_autofree const char **printed = wmd_data_get_strings (object, where, "months", error);
  const WmdDatum *others;

  if (printed == NULL || !wmd_data_get_optional_object (object, where, "months-read", &others, error))
    return FALSE;
  if (g_strv_length ((char **) printed) != WMD_N_MONTHS)
    {
      wmd_data_set_invalid (error, where, _ ("There are not twelve months."));
      return FALSE;
    }
  for (guint i = 0; i < WMD_N_MONTHS; i++)
    forms->months[i].printed = printed[i];
  return load_names (forms->months, WMD_N_MONTHS, others, where, error);
}

/* Days that are printed, or may be read, otherwise than as numbers. */
static gboolean
load_days (WmdDateForms *forms, const WmdDatum *object, const char *where, GError **error)
{
  const WmdDatum *printed, *others;

  if (!wmd_data_get_optional_object (object, where, "days", &printed, error) ||
      !wmd_data_get_optional_object (object, where, "days-read", &others, error))
    return FALSE;
  for (guint i = 0; printed != NULL && i < WMD_MAX_DAY; i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i + 1);

      if (!wmd_data_has_member (printed, number))
        continue;
      forms->days[i].printed = wmd_data_get_string (printed, where, number, error);
      if (forms->days[i].printed == NULL)
        return FALSE;
    }
  return load_names (forms->days, WMD_MAX_DAY, others, where, error);
}

static void
forms_init (WmdDateForms *forms)
{
  *forms = (WmdDateForms){ 0 };
  forms->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  forms->day_suffixes = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < WMD_N_MONTHS; i++)
    forms->months[i].read = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < WMD_MAX_DAY; i++)
    forms->days[i].read = g_ptr_array_new_with_free_func (g_free);
}

gboolean
wmd_date_forms_load (WmdDateForms *forms, const WmdDatum *object, const char *where, GError **error)
{
  g_autofree const char **others = NULL;
  g_autofree const char **suffixes = NULL;

  forms_init (forms);
  if ((forms->print = wmd_data_get_string (object, where, "print", error)) == NULL ||
      (others = wmd_data_get_strings (object, where, "read", error)) == NULL ||
      (suffixes = wmd_data_get_optional_strings (object, where, "day-suffixes", error)) == NULL ||
      !load_months (forms, object, where, error) || !load_days (forms, object, where, error))
    return FALSE;

  g_ptr_array_add (forms->patterns, compile_pattern (forms->print));
  for (gsize i = 0; others[i] != NULL; i++)
    g_ptr_array_add (forms->patterns, compile_pattern (others[i]));
  for (gsize i = 0; suffixes[i] != NULL; i++)
    add_folded (forms->day_suffixes, suffixes[i]);
  return TRUE;
}

void
wmd_date_forms_clear (WmdDateForms *forms)
{
  g_clear_pointer (&forms->patterns, g_ptr_array_unref);
  g_clear_pointer (&forms->day_suffixes, g_ptr_array_unref);
  for (guint i = 0; i < WMD_N_MONTHS; i++)
    g_clear_pointer (&forms->months[i].read, g_ptr_array_unref);
  for (guint i = 0; i < WMD_MAX_DAY; i++)
    g_clear_pointer (&forms->days[i].read, g_ptr_array_unref);
}

/* What an impossible day or month has no name for is printed as a number. */
char *
wmd_date_forms_print (const WmdDateForms *forms, const WmdDate *date)
{
  g_autofree char *day = g_strdup_printf ("%u", date->day);
  g_autofree char *month = g_strdup_printf ("%u", date->month);
  g_autofree char *year = g_strdup_printf ("%u", date->year);
  const char *day_name = date->day >= 1 && date->day <= WMD_MAX_DAY ? forms->days[date->day - 1].printed : NULL;
  const char *month_name =
      date->month >= 1 && date->month <= WMD_N_MONTHS ? forms->months[date->month - 1].printed : NULL;
  const char *const pairs[] = {
    "day", day_name != NULL ? day_name : day, "month", month_name != NULL ? month_name : month, "year", year, NULL
  };

  return wmd_placeholders_fill (forms->print, pairs);
}
