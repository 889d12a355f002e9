/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Dates as the languages write them: data/months.json. Each language has one
 * form that is printed and several that are read; reading compares folded texts,
 * in which separators never count.
 */
#include "reference/reference-private.h"

#include "reference/fold.h"
#include "reference/placeholders.h"

#define N_MONTHS 12
#define MAX_DAY 31

typedef enum
{
  TOKEN_LITERAL,
  TOKEN_DAY,
  TOKEN_MONTH,  /* by name */
  TOKEN_NUMBER, /* of the month */
  TOKEN_YEAR,
} TokenKind;

typedef struct
{
  TokenKind kind;
  char *literal; /* folded; NULL for the other kinds */
} Token;

/* What one language calls one month or day: the printed name first, then the others, folded. */
typedef struct
{
  const char *printed; /* NULL for a day that is printed as a number */
  GPtrArray *read;     /* (element-type utf8): folded, owned */
} Name;

typedef struct
{
  const char *print;
  GPtrArray *patterns; /* (element-type GArray<Token>): the printed one first */
  Name months[N_MONTHS];
  Name days[MAX_DAY + 1];  /* by day */
  GPtrArray *day_suffixes; /* (element-type utf8): folded, owned */
} Forms;

struct _WmdCalendar
{
  Forms forms[WMD_N_LANGUAGES];
};

/* --- loading --- */

static void
token_clear (gpointer token)
{
  g_free (((Token *) token)->literal);
}

static TokenKind
token_kind_from_name (const char *name)
{
  static const char *const names[] = { "", "day", "month", "number", "year" };

  for (guint i = TOKEN_DAY; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (name, names[i]) == 0)
      return i;
  return TOKEN_LITERAL;
}

static void
add_literal (GArray *tokens, const char *start, const char *end)
{
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  Token token = { TOKEN_LITERAL, wmd_fold_spaced (text) };

  g_strstrip (token.literal);
  if (*token.literal != '\0')
    g_array_append_val (tokens, token);
  else
    g_free (token.literal);
}

static GArray *
compile_pattern (const char *pattern)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  const char *literal = pattern;

  g_array_set_clear_func (tokens, token_clear);
  for (const char *p = pattern; *p != '\0';)
    {
      const char *end;
      g_autofree char *name = wmd_placeholders_read (p, &end);
      Token token = { token_kind_from_name (name), NULL };

      if (token.kind == TOKEN_LITERAL)
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
  char *folded = g_strstrip (wmd_fold_spaced (name));

  g_ptr_array_add (names, folded);
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return (int) strlen (*(const char *const *) b) - (int) strlen (*(const char *const *) a);
}

static gboolean
load_months (Forms *forms, JsonObject *object, const char *where, GError **error)
{
  g_autofree const char **names = wmd_data_get_strings (object, where, "months", error);
  JsonArray *others = names != NULL ? wmd_data_get_array (object, where, "months-read", error) : NULL;

  if (others == NULL)
    return FALSE;
  if (g_strv_length ((char **) names) != N_MONTHS || json_array_get_length (others) != N_MONTHS)
    {
      g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, "%s: there are not twelve months", where);
      return FALSE;
    }
  for (guint i = 0; i < N_MONTHS; i++)
    {
      JsonArray *array = json_array_get_array_element (others, i);

      forms->months[i].printed = names[i];
      add_folded (forms->months[i].read, names[i]);
      for (guint j = 0; array != NULL && j < json_array_get_length (array); j++)
        add_folded (forms->months[i].read, json_array_get_string_element (array, j));
      g_ptr_array_sort (forms->months[i].read, compare_lengths);
    }
  return TRUE;
}

/* Days that are printed, or may be read, otherwise than as numbers. */
static gboolean
load_days (Forms *forms, JsonObject *object, const char *where, GError **error)
{
  JsonObject *printed, *read;

  if (!wmd_data_get_optional_object (object, where, "days", &printed, error) ||
      !wmd_data_get_optional_object (object, where, "days-read", &read, error))
    return FALSE;
  for (guint day = 1; day <= MAX_DAY; day++)
    {
      g_autofree char *key = g_strdup_printf ("%u", day);
      g_autofree const char **others = wmd_data_get_optional_strings (read, where, key, error);

      if (others == NULL)
        return FALSE;
      for (gsize i = 0; others[i] != NULL; i++)
        add_folded (forms->days[day].read, others[i]);
      if (printed == NULL || !json_object_has_member (printed, key))
        continue;
      forms->days[day].printed = wmd_data_get_string (printed, where, key, error);
      if (forms->days[day].printed == NULL)
        return FALSE;
      add_folded (forms->days[day].read, forms->days[day].printed);
    }
  return TRUE;
}

static gboolean
load_forms (Forms *forms, JsonObject *languages, const char *code, GError **error)
{
  g_autofree char *where = g_strdup_printf ("months.json: %s", code);
  JsonObject *object = wmd_data_get_object (languages, where, code, error);
  g_autofree const char **others = NULL;
  g_autofree const char **suffixes = NULL;

  if (object == NULL || (forms->print = wmd_data_get_string (object, where, "print", error)) == NULL ||
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

static void
forms_init (Forms *forms)
{
  forms->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  forms->day_suffixes = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i < N_MONTHS; i++)
    forms->months[i].read = g_ptr_array_new_with_free_func (g_free);
  for (int i = 0; i <= MAX_DAY; i++)
    forms->days[i].read = g_ptr_array_new_with_free_func (g_free);
}

static void
forms_clear (Forms *forms)
{
  g_ptr_array_unref (forms->patterns);
  g_ptr_array_unref (forms->day_suffixes);
  for (int i = 0; i < N_MONTHS; i++)
    g_ptr_array_unref (forms->months[i].read);
  for (int i = 0; i <= MAX_DAY; i++)
    g_ptr_array_unref (forms->days[i].read);
}

WmdCalendar *
wmd_calendar_new (WmdData *data, GError **error)
{
  WmdCalendar *self = g_new0 (WmdCalendar, 1);
  JsonObject *root = wmd_data_load (data, "months.json", error);
  JsonObject *languages = root != NULL ? wmd_data_get_object (root, "months.json", "languages", error) : NULL;
  gboolean loaded = languages != NULL;

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      forms_init (&self->forms[i]);
      loaded = loaded && load_forms (&self->forms[i], languages, wmd_language_get_code (i), error);
    }
  if (!loaded)
    g_clear_pointer (&self, wmd_calendar_free);
  return self;
}

void
wmd_calendar_free (WmdCalendar *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    forms_clear (&self->forms[i]);
  g_free (self);
}

/* --- reading --- */

static gboolean match (const Forms *forms, const GArray *tokens, guint index, const char *text, WmdDate *date);

static const char *
skip_spaces (const char *text)
{
  while (*text == ' ')
    text++;
  return text;
}

/* The end of @literal at the beginning of @text, spaces in either apart; NULL when it does not stand there. */
static const char *
match_literal (const char *text, const char *literal)
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

/* The number of @min to @max digits at the beginning of @text, which no digit follows. */
static const char *
match_number (const char *text, int min, int max, guint *number)
{
  int n_digits = 0;

  *number = 0;
  text = skip_spaces (text);
  for (; g_ascii_isdigit (*text); text++, n_digits++)
    {
      if (n_digits == max)
        return NULL;
      *number = *number * 10 + (guint) g_ascii_digit_value (*text);
    }
  return n_digits >= min ? text : NULL;
}

static gboolean
match_day (const Forms *forms, const GArray *tokens, guint index, const char *text, WmdDate *date)
{
  guint day;
  const char *end = match_number (text, 1, 2, &day);

  for (guint i = 1; i <= MAX_DAY; i++)
    for (guint j = 0; j < forms->days[i].read->len; j++)
      {
        const char *named = match_literal (text, g_ptr_array_index (forms->days[i].read, j));

        date->day = i;
        if (named != NULL && match (forms, tokens, index + 1, named, date))
          return TRUE;
      }

  if (end == NULL || day < 1 || day > MAX_DAY)
    return FALSE;
  date->day = day;
  if (match (forms, tokens, index + 1, end, date))
    return TRUE;
  for (guint i = 0; i < forms->day_suffixes->len; i++)
    {
      const char *after = match_literal (end, g_ptr_array_index (forms->day_suffixes, i));

      if (after != NULL && match (forms, tokens, index + 1, after, date))
        return TRUE;
    }
  return FALSE;
}

/* A name of a month may be followed by another one of it: "كانون الثاني/يناير". */
static gboolean
match_month (const Forms *forms, const GArray *tokens, guint index, const char *text, gboolean first, WmdDate *date)
{
  for (guint i = first ? 0 : date->month - 1u; i < (first ? N_MONTHS : date->month); i++)
    for (guint j = 0; j < forms->months[i].read->len; j++)
      {
        const char *end = match_literal (text, g_ptr_array_index (forms->months[i].read, j));

        if (end == NULL)
          continue;
        date->month = i + 1;
        if (match (forms, tokens, index + 1, end, date) ||
            (first && match_month (forms, tokens, index, end, FALSE, date)))
          return TRUE;
      }
  return FALSE;
}

static gboolean
match_month_number (const Forms *forms, const GArray *tokens, guint index, const char *text, WmdDate *date)
{
  guint month;
  const char *end = match_number (text, 1, 2, &month);

  if (end == NULL || month < 1 || month > N_MONTHS)
    return FALSE;
  date->month = month;
  return match (forms, tokens, index + 1, end, date);
}

static gboolean
match_year (const Forms *forms, const GArray *tokens, guint index, const char *text, WmdDate *date)
{
  guint year;
  const char *end = match_number (text, 4, 4, &year);

  date->year = year;
  return end != NULL && match (forms, tokens, index + 1, end, date);
}

/* TRUE when the tokens from @index on are all of @text. */
static gboolean
match (const Forms *forms, const GArray *tokens, guint index, const char *text, WmdDate *date)
{
  const Token *token;
  const char *end;

  if (index == tokens->len)
    return *skip_spaces (text) == '\0';

  token = &g_array_index (tokens, Token, index);
  switch (token->kind)
    {
    case TOKEN_LITERAL:
      end = match_literal (text, token->literal);
      return end != NULL && match (forms, tokens, index + 1, end, date);
    case TOKEN_DAY:
      return match_day (forms, tokens, index, text, date);
    case TOKEN_MONTH:
      return match_month (forms, tokens, index, text, TRUE, date);
    case TOKEN_NUMBER:
      return match_month_number (forms, tokens, index, text, date);
    case TOKEN_YEAR:
      return match_year (forms, tokens, index, text, date);
    default:
      g_assert_not_reached ();
    }
}

gboolean
wmd_reference_parse_date (WmdReference *self, WmdLanguage language, const char *text, WmdDate *date)
{
  const Forms *forms;
  g_autofree char *folded = NULL;

  g_return_val_if_fail (self != NULL && text != NULL && date != NULL, FALSE);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, FALSE);

  forms = &self->calendar->forms[language];
  folded = wmd_fold_spaced (text);
  for (guint i = 0; i < forms->patterns->len; i++)
    {
      WmdDate found = { 0 };

      if (match (forms, g_ptr_array_index (forms->patterns, i), 0, folded, &found))
        {
          *date = found;
          return TRUE;
        }
    }
  *date = (WmdDate){ 0 };
  return FALSE;
}

/* --- printing --- */

char *
wmd_reference_format_date (WmdReference *self, WmdLanguage language, const WmdDate *date)
{
  const Forms *forms;
  g_autofree char *day = NULL;
  g_autofree char *number = NULL;
  g_autofree char *year = NULL;
  const char *month, *day_name;

  g_return_val_if_fail (self != NULL && date != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  if (!wmd_date_is_set (date))
    return NULL;
  forms = &self->calendar->forms[language];
  day = g_strdup_printf ("%u", date->day);
  number = g_strdup_printf ("%u", date->month);
  year = g_strdup_printf ("%u", date->year);
  month = date->month >= 1 && date->month <= N_MONTHS ? forms->months[date->month - 1].printed : number;
  day_name = date->day <= MAX_DAY && forms->days[date->day].printed != NULL ? forms->days[date->day].printed : day;
  return wmd_placeholders_fill (
      forms->print, (const char *const[]){ "day", day_name, "month", month, "number", number, "year", year, NULL });
}
