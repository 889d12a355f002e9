/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the languages call one another, and their articles: data/languages.json. */
#include "reference/reference-private.h"

#include "reference/fold.h"

#include <unicode/uloc.h>

#define ARABIC_ARTICLE "ال" /* with bare alef only: a hamza makes it part of the name */

typedef struct
{
  const char *names[WMD_N_LANGUAGES];          /* of this language, by the language that names it */
  const char *original_lines[WMD_N_LANGUAGES]; /* likewise */
} Language;

struct _WmdLanguages
{
  Language languages[WMD_N_LANGUAGES];
  GHashTable *by_name[WMD_N_LANGUAGES];          /* (element-type utf8 int): owned folded name → WmdLanguage */
  GHashTable *by_original_line[WMD_N_LANGUAGES]; /* likewise */
  const char **articles[WMD_N_LANGUAGES];        /* NULL-terminated, lower case */
};

static void
insert_folded (GHashTable *table, const char *text, int language)
{
  g_hash_table_insert (table, wmd_fold_text (text), GINT_TO_POINTER (language));
}

/* One member with its alternates: @texts, and all of them into @tables. */
static gboolean
load_texts (const WmdDatum *object,
            const char *where,
            const char *member,
            int named,
            const char *texts[WMD_N_LANGUAGES],
            GHashTable **tables,
            GError **error)
{
  const WmdDatum *printed = wmd_data_get_object (object, where, member, error);
  const WmdDatum *alternates, *forms = NULL;

  if (printed == NULL || !wmd_data_get_six (printed, where, texts, error) ||
      !wmd_data_get_optional_object (object, where, "alternates", &alternates, error) ||
      (alternates != NULL && !wmd_data_get_optional_object (alternates, where, member, &forms, error)))
    return FALSE;

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_autofree const char **others = wmd_data_get_optional_strings (forms, where, wmd_language_get_code (i), error);

      if (others == NULL)
        return FALSE;
      insert_folded (tables[i], texts[i], named);
      for (gsize j = 0; others[j] != NULL; j++)
        insert_folded (tables[i], others[j], named);
    }
  return TRUE;
}

static gboolean
load_language (WmdLanguages *self, const WmdDatum *languages, int named, GError **error)
{
  const char *code = wmd_language_get_code (named);
  g_autofree char *where = g_strdup_printf ("languages.json: %s", code);
  const WmdDatum *object = wmd_data_get_object (languages, where, code, error);

  return object != NULL &&
         load_texts (object, where, "names", named, self->languages[named].names, self->by_name, error) &&
         load_texts (object, where, "original-line", named, self->languages[named].original_lines,
                     self->by_original_line, error);
}

static gboolean
load (WmdLanguages *self, GError **error)
{
  const WmdDatum *root = wmd_data_load ("languages.json", error);
  const WmdDatum *languages = root != NULL ? wmd_data_get_object (root, "languages.json", "languages", error) : NULL;
  const WmdDatum *articles = languages != NULL ? wmd_data_get_object (root, "languages.json", "articles", error) : NULL;

  if (articles == NULL)
    return FALSE;
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      self->articles[i] = wmd_data_get_strings (articles, "languages.json: articles", wmd_language_get_code (i), error);
      if (self->articles[i] == NULL || !load_language (self, languages, i, error))
        return FALSE;
    }
  return TRUE;
}

WmdLanguages *
wmd_languages_new (GError **error)
{
  WmdLanguages *self = g_new0 (WmdLanguages, 1);

  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      self->by_name[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      self->by_original_line[i] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
    }
  if (!load (self, error))
    g_clear_pointer (&self, wmd_languages_free);
  return self;
}

void
wmd_languages_free (WmdLanguages *self)
{
  for (int i = 0; i < WMD_N_LANGUAGES; i++)
    {
      g_hash_table_unref (self->by_name[i]);
      g_hash_table_unref (self->by_original_line[i]);
      g_free (self->articles[i]);
    }
  g_free (self);
}

gsize
wmd_languages_skip_article (const WmdLanguages *self, WmdLanguage language, const char *name)
{
  const char *end = name;
  g_autofree char *word = NULL;

  if (language == WMD_LANGUAGE_AR)
    return g_str_has_prefix (name, ARABIC_ARTICLE) ? strlen (ARABIC_ARTICLE) : 0;

  while (g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  word = g_utf8_strdown (name, end - name);
  if (!g_strv_contains (self->articles[language], word))
    return 0;
  while (*end != '\0' && !g_unichar_isalnum (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  return *end != '\0' ? (gsize) (end - name) : 0;
}

static WmdLanguage
find_folded (GHashTable *table, const char *text)
{
  g_autofree char *folded = wmd_fold_text (text);
  gpointer found;

  return g_hash_table_lookup_extended (table, folded, NULL, &found) ? (WmdLanguage) GPOINTER_TO_INT (found)
                                                                    : WMD_LANGUAGE_NONE;
}

const char *
wmd_reference_get_language_name (WmdReference *self, WmdLanguage named, WmdLanguage language)
{
  g_return_val_if_fail (self != NULL, "");
  g_return_val_if_fail (named >= 0 && named < WMD_N_LANGUAGES, "");
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, "");

  return self->languages->languages[named].names[language];
}

WmdLanguage
wmd_reference_parse_language_name (WmdReference *self, WmdLanguage language, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, WMD_LANGUAGE_NONE);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, WMD_LANGUAGE_NONE);

  return find_folded (self->languages->by_name[language], text);
}

/* Name of a language that is not one of the six, as @language has it; the code where it has none. (transfer full) */
static char *
dup_foreign_name (const char *code, WmdLanguage language)
{
  UChar name[64];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_getDisplayLanguage (code, wmd_language_get_code (language), name, G_N_ELEMENTS (name), &status);

  /* A warning says that the name is the code. */
  return status == U_ZERO_ERROR ? g_utf16_to_utf8 (name, length, NULL, NULL, NULL) : g_strdup (code);
}

char *
wmd_reference_format_original_line (WmdReference *self, WmdLanguage language, const char *code)
{
  WmdLanguage named = wmd_language_from_code (code);
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, NULL);

  if (code == NULL)
    return NULL;
  if (named != WMD_LANGUAGE_NONE)
    return g_strdup (self->languages->languages[named].original_lines[language]);
  name = dup_foreign_name (code, language);
  return wmd_reference_format_label (self, language, "original-line", "language", name, NULL);
}

WmdLanguage
wmd_reference_parse_original_line (WmdReference *self, WmdLanguage language, const char *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, WMD_LANGUAGE_NONE);
  g_return_val_if_fail (language >= 0 && language < WMD_N_LANGUAGES, WMD_LANGUAGE_NONE);

  return find_folded (self->languages->by_original_line[language], text);
}

WmdLanguage
wmd_reference_get_masthead_language (WmdReference *self, WmdLanguage language)
{
  return wmd_language_from_code (wmd_reference_get_label (self, language, "masthead-language"));
}
