/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Counts with their nouns: data/counts.json. ICU knows which plural category a
 * number has in a language; the forms of the categories are data.
 */
#include "config.h"

#include "reference/reference-private.h"

#include <glib/gi18n-lib.h>
#include <unicode/putil.h>
#include <unicode/upluralrules.h>

#include "reference/placeholders.h"

#define WHERE "counts.json"
#define N_CARDINALS 21 /* zero to twenty */

/* The plural categories of the CLDR, "zero" standing here for the number 0 alone; and the genders of nouns. */
static const char *const plural_names[] = { "zero", "one", "two", "few", "many", "other" };
static const char *const gender_names[] = { "m", "f", "n" };

enum
{
  PLURAL_ZERO,
  PLURAL_ONE,
  PLURAL_TWO,
  PLURAL_FEW,
  PLURAL_MANY,
  PLURAL_OTHER,
  N_PLURALS
};

G_STATIC_ASSERT (G_N_ELEMENTS (plural_names) == N_PLURALS);

#define N_GENDERS G_N_ELEMENTS (gender_names)

typedef struct
{
  guint gender;                 /* index in gender_names */
  const char *forms[N_PLURALS]; /* with {n}; NULL for categories that the language does not have */
} Noun;

typedef struct
{
  guint words_below;                 /* counts below it are written in words */
  const char **cardinals[N_GENDERS]; /* N_CARDINALS each; NULL for genders that the language does not have */
  GHashTable *nouns;                 /* (element-type utf8 Noun): borrowed keys */
  UPluralRules *plurals;
} Language;

struct _WmdCounts
{
  Language languages[WMD_N_LANGUAGES];
};

/* The index of @name, or @n_names. */
static guint
find_name (const char *const *names, guint n_names, const char *name)
{
  guint i = 0;

  while (i < n_names && !g_str_equal (names[i], name))
    i++;
  return i;
}

static gboolean
load_cardinals (Language *language, const WmdDatum *object, const char *where, GError **error)
{
  const WmdDatum *cardinals = wmd_data_get_object (object, where, "cardinals", error);

  if (cardinals == NULL)
    return FALSE;
  for (guint i = 0; i < N_GENDERS; i++)
    {
      if (!wmd_data_has_member (cardinals, gender_names[i]))
        continue;
      language->cardinals[i] = wmd_data_get_strings (cardinals, where, gender_names[i], error);
      if (language->cardinals[i] == NULL)
        return FALSE;
      if (g_strv_length ((char **) language->cardinals[i]) != N_CARDINALS)
        {
          wmd_data_set_invalid (error, where, _ ("The cardinals are not those from zero to twenty."));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
load_language (Language *language, const WmdDatum *languages, const char *code, GError **error)
{
  g_autofree char *where = g_strdup_printf (WHERE ": %s", code);
  const WmdDatum *object = wmd_data_get_object (languages, WHERE, code, error);
  UErrorCode status = U_ZERO_ERROR;

  if (object == NULL || !wmd_data_get_number (object, where, "words-below", &language->words_below, error) ||
      !load_cardinals (language, object, where, error))
    return FALSE;
  language->plurals = uplrules_open (code, &status);
  if (U_SUCCESS (status))
    return TRUE;
  g_set_error (error, WMD_REFERENCE_ERROR, WMD_REFERENCE_ERROR_MISSING,
               _ ("The plural forms of the language “%s” are not available: %s."), code, u_errorName (status));
  return FALSE;
}

/* TRUE when every count has a number and a form to go with it. */
static gboolean
noun_is_complete (const Noun *noun, const Language *language)
{
  return noun->gender < N_GENDERS && language->cardinals[noun->gender] != NULL && noun->forms[PLURAL_ZERO] != NULL &&
         (noun->forms[PLURAL_MANY] != NULL || noun->forms[PLURAL_OTHER] != NULL);
}

static gboolean
load_noun (Language *language, const char *key, const WmdDatum *languages, const char *code, GError **error)
{
  g_autofree char *where = g_strdup_printf (WHERE ": %s: %s", key, code);
  const WmdDatum *object = wmd_data_get_object (languages, where, code, error);
  const char *gender = object != NULL ? wmd_data_get_string (object, where, "gender", error) : NULL;
  g_autofree Noun *noun = g_new0 (Noun, 1);

  if (gender == NULL)
    return FALSE;
  noun->gender = find_name (gender_names, N_GENDERS, gender);
  for (guint i = 0; i < N_PLURALS; i++)
    if (wmd_data_has_member (object, plural_names[i]) &&
        (noun->forms[i] = wmd_data_get_string (object, where, plural_names[i], error)) == NULL)
      return FALSE;
  if (!noun_is_complete (noun, language))
    {
      wmd_data_set_invalid (error, where, _ ("The noun is not complete."));
      return FALSE;
    }
  g_hash_table_insert (language->nouns, (char *) key, g_steal_pointer (&noun));
  return TRUE;
}

static gboolean
load (WmdCounts *self, GError **error)
{
  const WmdDatum *root = wmd_data_load (WHERE, error);
  const WmdDatum *languages = root != NULL ? wmd_data_get_object (root, WHERE, "languages", error) : NULL;
  const WmdDatum *nouns = languages != NULL ? wmd_data_get_object (root, WHERE, "nouns", error) : NULL;

  if (nouns == NULL)
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    if (!load_language (&self->languages[i], languages, wmd_language_get_code (i), error))
      return FALSE;
  for (guint j = 0; j < wmd_data_get_length (nouns); j++)
    {
      const char *key = wmd_data_get_name (nouns, j);
      const WmdDatum *noun = wmd_data_get_object (nouns, WHERE, key, error);

      for (int i = 0; i < WMD_N_LANGUAGES; i++)
        if (noun == NULL || !load_noun (&self->languages[i], key, noun, wmd_language_get_code (i), error))
          return FALSE;
    }
  return TRUE;
}

WmdCounts *
wmd_counts_new (GError **error)
{
  WmdCounts *self = g_new0 (WmdCounts, 1);

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    self->languages[i].nouns = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  if (!load (self, error))
    g_clear_pointer (&self, wmd_counts_free);
  return self;
}

void
wmd_counts_free (WmdCounts *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      Language *language = &self->languages[i];

      for (guint j = 0; j < N_GENDERS; j++)
        g_free (language->cardinals[j]);
      g_hash_table_unref (language->nouns);
      g_clear_pointer (&language->plurals, uplrules_close);
    }
  g_free (self);
}

/* The category of @count, an index in plural_names. */
static guint
select_plural (const Language *language, guint count)
{
  UChar keyword[8]; /* "other" is among the longest */
  char name[G_N_ELEMENTS (keyword)] = "";
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uplrules_select (language->plurals, count, keyword, G_N_ELEMENTS (keyword), &status);
  guint plural;

  if (U_SUCCESS (status) && length < (int32_t) sizeof (name))
    u_UCharsToChars (keyword, name, length);
  plural = find_name (plural_names, N_PLURALS, name);
  return plural < N_PLURALS ? plural : PLURAL_OTHER;
}

static const char *
get_form (const Language *language, const Noun *noun, guint count)
{
  guint plural = count == 0 ? PLURAL_ZERO : select_plural (language, count);

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
  const Language *words;
  const Noun *entry;
  g_autofree char *number = NULL;

  g_return_val_if_fail (self != NULL && noun != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  words = &self->counts->languages[language];
  entry = g_hash_table_lookup (words->nouns, noun);
  if (entry == NULL)
    {
      g_critical ("There is no noun “%s” to count", noun);
      return g_strdup_printf ("%u", count);
    }
  if (count < words->words_below && count < N_CARDINALS)
    number = g_strdup (words->cardinals[entry->gender][count]);
  else
    number = format_figures (self, language, count);
  return wmd_placeholders_fill (get_form (words, entry, count), (const char *const[]){ "n", number, NULL });
}
