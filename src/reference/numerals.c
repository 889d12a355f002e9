/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is numbered and how: sessions, counts in words, letters of sub-items and
 * lists (data/sessions.json, counts.json, letters.json). ICU knows the plural
 * categories; the forms are data.
 */
#include "config.h"

#include "reference/reference-private.h"

#include <glib/gi18n-lib.h>
#include <unicode/upluralrules.h>

#include "reference/fold.h"
#include "reference/placeholders.h"

#define N_CARDINALS 21 /* zero to twenty */

/* The plural categories of the CLDR. "zero" is used here for the number 0 alone. */
typedef enum
{
  PLURAL_ZERO,
  PLURAL_ONE,
  PLURAL_TWO,
  PLURAL_FEW,
  PLURAL_MANY,
  PLURAL_OTHER,
} Plural;

static const char *const plural_names[] = { "zero", "one", "two", "few", "many", "other" };
static const char *const gender_names[] = { "m", "f", "n" };

#define N_PLURALS G_N_ELEMENTS (plural_names)
#define N_GENDERS G_N_ELEMENTS (gender_names)

typedef struct
{
  gsize gender;                 /* index in gender_names */
  const char *forms[N_PLURALS]; /* NULL for categories that the language does not have */
} Noun;

typedef struct
{
  guint words_below;                 /* counts below it are written in words */
  const char **cardinals[N_GENDERS]; /* N_CARDINALS each; NULL for genders that the language does not have */
  GHashTable *nouns;                 /* (element-type utf8 Noun): borrowed keys */
  UPluralRules *plurals;
  GHashTable *session_titles;    /* (element-type uint utf8): borrowed, by number */
  GHashTable *session_ordinals;  /* likewise */
  GHashTable *sessions_by_title; /* (element-type utf8 uint): owned folded title */
  const char **session_patterns; /* with {number}; read only */
  const char **letters;
  const char **numbers; /* marks of the second level of lists */
} Numerals;

struct _WmdNumerals
{
  Numerals languages[WMD_N_LANGUAGES];
};

/* --- loading --- */

static gboolean
index_of (const char *const *names, gsize n_names, const char *name, gsize *index)
{
  for (*index = 0; *index < n_names; (*index)++)
    if (g_strcmp0 (names[*index], name) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
load_session (WmdNumerals *self, JsonObject *object, GError **error)
{
  const char *titles[WMD_N_LANGUAGES], *ordinals[WMD_N_LANGUAGES];
  JsonObject *title, *ordinal;
  guint number;

  if (!wmd_data_get_number (object, "sessions.json", "session", &number, error) ||
      (title = wmd_data_get_object (object, "sessions.json", "title", error)) == NULL ||
      (ordinal = wmd_data_get_object (object, "sessions.json", "ordinal", error)) == NULL ||
      !wmd_data_get_six (title, "sessions.json: title", titles, error) ||
      !wmd_data_get_six (ordinal, "sessions.json: ordinal", ordinals, error))
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      Numerals *numerals = &self->languages[i];

      g_hash_table_insert (numerals->session_titles, GUINT_TO_POINTER (number), (char *) titles[i]);
      g_hash_table_insert (numerals->session_ordinals, GUINT_TO_POINTER (number), (char *) ordinals[i]);
      g_hash_table_insert (numerals->sessions_by_title, wmd_fold_text (titles[i]), GUINT_TO_POINTER (number));
    }
  return TRUE;
}

static gboolean
load_sessions (WmdNumerals *self, WmdData *data, GError **error)
{
  JsonObject *root = wmd_data_load (data, "sessions.json", error);
  JsonArray *sessions = root != NULL ? wmd_data_get_array (root, "sessions.json", "sessions", error) : NULL;
  JsonObject *numeric = sessions != NULL ? wmd_data_get_object (root, "sessions.json", "numeric", error) : NULL;

  if (numeric == NULL)
    return FALSE;
  for (guint i = 0; i < json_array_get_length (sessions); i++)
    if (!load_session (self, json_array_get_object_element (sessions, i), error))
      return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      self->languages[i].session_patterns =
          wmd_data_get_strings (numeric, "sessions.json: numeric", wmd_language_get_code (i), error);
      if (self->languages[i].session_patterns == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_cardinals (Numerals *numerals, JsonObject *object, const char *where, GError **error)
{
  JsonObject *cardinals = wmd_data_get_object (object, where, "cardinals", error);

  if (cardinals == NULL)
    return FALSE;
  for (gsize i = 0; i < N_GENDERS; i++)
    {
      if (!json_object_has_member (cardinals, gender_names[i]))
        continue;
      numerals->cardinals[i] = wmd_data_get_strings (cardinals, where, gender_names[i], error);
      if (numerals->cardinals[i] == NULL)
        return FALSE;
      if (g_strv_length ((char **) numerals->cardinals[i]) != N_CARDINALS)
        {
          g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID,
                       _ ("%s: the cardinals “%s” are not zero to twenty."), where, gender_names[i]);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
load_count_language (Numerals *numerals, JsonObject *languages, const char *code, GError **error)
{
  g_autofree char *where = g_strdup_printf ("counts.json: %s", code);
  JsonObject *object = wmd_data_get_object (languages, where, code, error);
  UErrorCode status = U_ZERO_ERROR;

  if (object == NULL || !wmd_data_get_number (object, where, "words-below", &numerals->words_below, error) ||
      !load_cardinals (numerals, object, where, error))
    return FALSE;
  numerals->plurals = uplrules_open (code, &status);
  if (U_SUCCESS (status))
    return TRUE;
  g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING,
               _ ("The plural forms of the language “%s” are not available: %s."), code, u_errorName (status));
  return FALSE;
}

/* Words that @numerals lacks for the gender, or a missing form "other" or "many", would print nothing. */
static gboolean
noun_is_complete (const Noun *noun, const Numerals *numerals)
{
  return numerals->cardinals[noun->gender] != NULL && noun->forms[PLURAL_ZERO] != NULL &&
         (noun->forms[PLURAL_MANY] != NULL || noun->forms[PLURAL_OTHER] != NULL);
}

static gboolean
load_noun (Numerals *numerals, const char *key, JsonObject *languages, const char *code, GError **error)
{
  g_autofree char *where = g_strdup_printf ("counts.json: %s: %s", key, code);
  JsonObject *object = wmd_data_get_object (languages, where, code, error);
  const char *gender = object != NULL ? wmd_data_get_string (object, where, "gender", error) : NULL;
  g_autofree Noun *noun = g_new0 (Noun, 1);

  if (gender == NULL)
    return FALSE;
  for (gsize i = 0; i < N_PLURALS; i++)
    {
      if (!json_object_has_member (object, plural_names[i]))
        continue;
      noun->forms[i] = wmd_data_get_string (object, where, plural_names[i], error);
      if (noun->forms[i] == NULL)
        return FALSE;
    }
  if (!index_of (gender_names, N_GENDERS, gender, &noun->gender) || !noun_is_complete (noun, numerals))
    {
      g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_INVALID, _ ("%s: the noun is not complete."), where);
      return FALSE;
    }
  g_hash_table_insert (numerals->nouns, (char *) key, g_steal_pointer (&noun));
  return TRUE;
}

static gboolean
load_counts (WmdNumerals *self, WmdData *data, GError **error)
{
  JsonObject *root = wmd_data_load (data, "counts.json", error);
  JsonObject *languages = root != NULL ? wmd_data_get_object (root, "counts.json", "languages", error) : NULL;
  JsonObject *nouns = languages != NULL ? wmd_data_get_object (root, "counts.json", "nouns", error) : NULL;
  JsonObjectIter iter;
  const char *key;

  if (nouns == NULL)
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    if (!load_count_language (&self->languages[i], languages, wmd_language_get_code (i), error))
      return FALSE;
  json_object_iter_init (&iter, nouns);
  while (json_object_iter_next (&iter, &key, NULL))
    {
      JsonObject *noun = wmd_data_get_object (nouns, "counts.json", key, error);

      for (int i = 0; i < WMD_N_LANGUAGES; i++)
        if (noun == NULL || !load_noun (&self->languages[i], key, noun, wmd_language_get_code (i), error))
          return FALSE;
    }
  return TRUE;
}

static gboolean
load_letters (WmdNumerals *self, WmdData *data, GError **error)
{
  JsonObject *root = wmd_data_load (data, "letters.json", error);
  JsonObject *letters = root != NULL ? wmd_data_get_object (root, "letters.json", "letters", error) : NULL;
  JsonObject *numbers = letters != NULL ? wmd_data_get_object (root, "letters.json", "numbers", error) : NULL;

  for (int i = 0; numbers != NULL && i < WMD_N_LANGUAGES; i++)
    {
      Numerals *numerals = &self->languages[i];
      const char *code = wmd_language_get_code (i);

      if ((numerals->letters = wmd_data_get_strings (letters, "letters.json: letters", code, error)) == NULL ||
          (numerals->numbers = wmd_data_get_strings (numbers, "letters.json: numbers", code, error)) == NULL)
        return FALSE;
    }
  return numbers != NULL;
}

WmdNumerals *
wmd_numerals_new (WmdData *data, GError **error)
{
  WmdNumerals *self = g_new0 (WmdNumerals, 1);

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      Numerals *numerals = &self->languages[i];

      numerals->nouns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
      numerals->session_titles = g_hash_table_new (NULL, NULL);
      numerals->session_ordinals = g_hash_table_new (NULL, NULL);
      numerals->sessions_by_title = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  if (!load_sessions (self, data, error) || !load_counts (self, data, error) || !load_letters (self, data, error))
    g_clear_pointer (&self, wmd_numerals_free);
  return self;
}

void
wmd_numerals_free (WmdNumerals *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      Numerals *numerals = &self->languages[i];

      for (gsize j = 0; j < N_GENDERS; j++)
        g_free (numerals->cardinals[j]);
      g_hash_table_unref (numerals->nouns);
      g_clear_pointer (&numerals->plurals, uplrules_close);
      g_hash_table_unref (numerals->session_titles);
      g_hash_table_unref (numerals->session_ordinals);
      g_hash_table_unref (numerals->sessions_by_title);
      g_free (numerals->session_patterns);
      g_free (numerals->letters);
      g_free (numerals->numbers);
    }
  g_free (self);
}

/* --- sessions --- */

static const Numerals *
get_numerals (WmdReference *self, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  return &self->numerals->languages[language];
}

const char *
wmd_reference_get_session (WmdReference *self, WmdLanguage language, guint session)
{
  const Numerals *numerals = get_numerals (self, language);

  return numerals != NULL ? g_hash_table_lookup (numerals->session_titles, GUINT_TO_POINTER (session)) : NULL;
}

const char *
wmd_reference_get_session_ordinal (WmdReference *self, WmdLanguage language, guint session)
{
  const Numerals *numerals = get_numerals (self, language);

  return numerals != NULL ? g_hash_table_lookup (numerals->session_ordinals, GUINT_TO_POINTER (session)) : NULL;
}

/* The number in @folded when it is @pattern with digits in it; else 0. */
static guint
match_session_pattern (const char *pattern, const char *folded)
{
  g_auto (GStrv) halves = g_strsplit (pattern, "{number}", 2);
  g_autofree char *before = wmd_fold_text (halves[0]);
  g_autofree char *after = halves[1] != NULL ? wmd_fold_text (halves[1]) : g_strdup ("");
  char *end;
  guint64 number;

  if (!g_str_has_prefix (folded, before) || !g_ascii_isdigit (folded[strlen (before)]))
    return 0;
  number = g_ascii_strtoull (folded + strlen (before), &end, 10);
  return g_str_equal (end, after) && number <= G_MAXUINT ? (guint) number : 0;
}

guint
wmd_reference_parse_session (WmdReference *self, WmdLanguage language, const char *text)
{
  const Numerals *numerals = get_numerals (self, language);
  g_autofree char *folded = NULL;
  guint session;

  g_return_val_if_fail (numerals != NULL && text != NULL, 0);

  folded = wmd_fold_text (text);
  session = GPOINTER_TO_UINT (g_hash_table_lookup (numerals->sessions_by_title, folded));
  for (gsize i = 0; session == 0 && numerals->session_patterns[i] != NULL; i++)
    session = match_session_pattern (numerals->session_patterns[i], folded);
  return wmd_reference_get_session (self, language, session) != NULL ? session : 0;
}

/* --- counts --- */

static Plural
select_plural (const Numerals *numerals, guint count)
{
  UChar keyword[16];
  char name[G_N_ELEMENTS (keyword)] = "";
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uplrules_select (numerals->plurals, count, keyword, G_N_ELEMENTS (keyword), &status);
  gsize plural;

  for (int32_t i = 0; U_SUCCESS (status) && i < length && i < (int32_t) sizeof (name) - 1; i++)
    name[i] = (char) keyword[i];
  return index_of (plural_names, N_PLURALS, name, &plural) ? (Plural) plural : PLURAL_OTHER;
}

static const char *
get_form (const Numerals *numerals, const Noun *noun, guint count)
{
  Plural plural = count == 0 ? PLURAL_ZERO : select_plural (numerals, count);

  if (noun->forms[plural] != NULL)
    return noun->forms[plural];
  return noun->forms[PLURAL_OTHER] != NULL ? noun->forms[PLURAL_OTHER] : noun->forms[PLURAL_MANY];
}

/* @number in figures, in groups of three as the language writes them. */
static char *
format_figures (WmdReference *self, WmdLanguage language, guint number)
{
  const char *separator = wmd_reference_get_label (self, language, "thousands-separator");
  guint64 from = g_ascii_strtoull (wmd_reference_get_label (self, language, "thousands-from"), NULL, 10);
  g_autofree char *digits = g_strdup_printf ("%u", number);
  gsize n_digits = strlen (digits);
  GString *figures = g_string_new (NULL);

  for (gsize i = 0; i < n_digits; i++)
    {
      if (i > 0 && (n_digits - i) % 3 == 0 && number >= from)
        g_string_append (figures, separator);
      g_string_append_c (figures, digits[i]);
    }
  return g_string_free (figures, FALSE);
}

char *
wmd_reference_format_count (WmdReference *self, WmdLanguage language, const char *noun, guint count)
{
  const Numerals *numerals = get_numerals (self, language);
  const Noun *entry;
  g_autofree char *number = NULL;

  g_return_val_if_fail (numerals != NULL && noun != NULL, NULL);

  entry = g_hash_table_lookup (numerals->nouns, noun);
  if (entry == NULL)
    {
      g_critical ("There is no noun “%s” to count", noun);
      return g_strdup_printf ("%u", count);
    }
  if (count < numerals->words_below && count < N_CARDINALS)
    number = g_strdup (numerals->cardinals[entry->gender][count]);
  else
    number = format_figures (self, language, count);
  return wmd_placeholders_fill (get_form (numerals, entry, count), (const char *const[]){ "n", number, NULL });
}

/* --- letters --- */

const char *
wmd_reference_get_subitem_letter (WmdReference *self, WmdLanguage language, guint position)
{
  const Numerals *numerals = get_numerals (self, language);

  g_return_val_if_fail (numerals != NULL, NULL);

  return position >= 1 && position <= g_strv_length ((char **) numerals->letters) ? numerals->letters[position - 1]
                                                                                  : NULL;
}

guint
wmd_reference_parse_subitem_letter (WmdReference *self, WmdLanguage language, const char *letter)
{
  const Numerals *numerals = get_numerals (self, language);
  g_autofree char *folded = NULL;

  g_return_val_if_fail (numerals != NULL && letter != NULL, 0);

  folded = wmd_fold_text (letter);
  for (guint i = 0; numerals->letters[i] != NULL; i++)
    {
      g_autofree char *other = wmd_fold_text (numerals->letters[i]);

      if (g_str_equal (folded, other))
        return i + 1;
    }
  return 0;
}

char *
wmd_reference_format_list_mark (WmdReference *self, WmdLanguage language, guint level, guint position)
{
  const Numerals *numerals = get_numerals (self, language);
  g_autofree char *figures = NULL;
  const char **marks;

  g_return_val_if_fail (numerals != NULL && position >= 1, NULL);
  g_return_val_if_fail (level == 1 || level == 2, NULL);

  marks = level == 1 ? numerals->letters : numerals->numbers;
  figures = g_strdup_printf ("%u", position);
  return wmd_reference_format_label (self, language, level == 1 ? "list-mark-1" : "list-mark-2", "mark",
                                     position <= g_strv_length ((char **) marks) ? marks[position - 1] : figures, NULL);
}

char *
wmd_reference_format_list_letter (WmdReference *self, WmdLanguage language, guint position)
{
  return wmd_reference_format_list_mark (self, language, 1, position);
}
