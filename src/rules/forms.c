/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How each language writes: what data/rules/ has, by key and language. Patterns are compiled when they are first asked
 * for: a report uses few of the six languages.
 */

#include "config.h"

#include <string.h>

#include "rules/forms-tables-private.h"

static void
pattern_free (gpointer data)
{
  WmdLazyPattern *self = data;

  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self->source);
  g_free (self);
}

static void
term_free (gpointer data)
{
  WmdTerm *self = data;

  g_free (self->id);
  g_strfreev (self->names);
  g_free (self);
}

static void
abbreviation_free (gpointer data)
{
  WmdAbbreviation *self = data;

  g_free (self->brief);
  g_free (self->full);
  g_free (self);
}

GRegex *
wmd_forms_compile (const char *source)
{
  g_autoptr (GError) error = NULL;
  GRegex *regex = g_regex_new (source, G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, 0, &error);

  if (regex == NULL)
    g_error ("A pattern of data/rules is wrong: %s", error->message);
  return regex;
}

WmdForms *
wmd_forms_new (void)
{
  WmdForms *self = g_new0 (WmdForms, 1);

  self->none = g_ptr_array_new ();
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdFormTables *tables = &self->tables[language];

      tables->patterns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, pattern_free);
      tables->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
      tables->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      tables->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
      tables->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      tables->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      tables->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
      tables->terms = g_ptr_array_new_with_free_func (term_free);
      tables->abbreviations = g_ptr_array_new_with_free_func (abbreviation_free);
    }

  wmd_forms_read (self);
  return self;
}

void
wmd_forms_free (WmdForms *self)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      WmdFormTables *tables = &self->tables[language];
      GHashTable *const all[] = { tables->patterns, tables->words, tables->numbers, tables->values,
                                  tables->texts,    tables->forms, tables->rows };

      for (guint i = 0; i < G_N_ELEMENTS (all); i++)
        g_hash_table_unref (all[i]);
      g_clear_pointer (&tables->spacing, wmd_spacing_free);
      g_clear_pointer (&tables->term_pattern, g_regex_unref);
      g_clear_pointer (&tables->term_names, g_array_unref);
      g_ptr_array_unref (tables->terms);
      g_ptr_array_unref (tables->abbreviations);
    }
  g_ptr_array_unref (self->none);
  g_free (self);
}

/* --- placeholders --- */

static int
compare_lengths_cb (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (*(char *const *) a), second = strlen (*(char *const *) b);

  return first > second ? -1 : first < second ? 1 : strcmp (*(char *const *) a, *(char *const *) b);
}

/* Any number in figures, or in words of the language: the longer words first. (transfer full) */
static char *
dup_number_pattern (const WmdForms *self, WmdLanguage language)
{
  GHashTable *values = g_hash_table_lookup (self->tables[language].values, "number-words");
  const WmdLazyPattern *joint = g_hash_table_lookup (self->tables[language].patterns, "number-joint");
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *choice = NULL;
  GHashTableIter iter;
  gpointer word;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &word, NULL))
    g_ptr_array_add (words, word);
  g_ptr_array_sort (words, compare_lengths_cb);
  g_ptr_array_add (words, NULL);
  choice = g_strjoinv ("|", (char **) words->pdata);
  return g_strdup_printf ("(?:\\d{1,3}|(?:%s)(?:(?:%s)(?:%s))*)", choice, joint->source, choice);
}

/* {name} becomes the pattern of that name; a brace that holds no name stays. (transfer full) */
static char *
expand (const WmdForms *self, WmdLanguage language, const char *source)
{
  GString *whole = g_string_new (NULL);

  for (const char *p = source; *p != '\0'; p++)
    {
      gsize length = *p == '{' && (p == source || p[-1] != '\\') ? strspn (p + 1, "abcdefghijklmnopqrstuvwxyz-") : 0;
      g_autofree char *name = g_strndup (p + 1, length);
      g_autofree char *inner = NULL;

      if (length == 0 || p[length + 1] != '}')
        {
          g_string_append_c (whole, *p);
          continue;
        }
      if (g_str_equal (name, "number"))
        inner = dup_number_pattern (self, language);
      else
        inner = expand (self, language,
                        ((WmdLazyPattern *) g_hash_table_lookup (self->tables[language].patterns, name))->source);
      g_string_append (whole, inner);
      p += length + 1;
    }
  return g_string_free (whole, FALSE);
}

GRegex *
wmd_forms_get_pattern (const WmdForms *self, const char *key, WmdLanguage language)
{
  WmdLazyPattern *pattern = g_hash_table_lookup (self->tables[language].patterns, key);

  if (pattern == NULL)
    return NULL;
  if (pattern->regex == NULL)
    {
      g_autofree char *whole = expand (self, language, pattern->source);

      pattern->regex = wmd_forms_compile (whole);
    }
  return pattern->regex;
}

gboolean
wmd_forms_matches (const WmdForms *self, const char *key, WmdLanguage language, const char *text)
{
  GRegex *regex = wmd_forms_get_pattern (self, key, language);

  return regex != NULL && g_regex_match (regex, text, 0, NULL);
}

/* The bytes of the longest word that is folded without allocating. */
#define MAX_SHORT 40

/* TRUE for letters of which the case folds as it lowers, to as many bytes: ASCII, Latin-1, Cyrillic, Arabic, Han. */
static gboolean
folds_simply (gunichar letter)
{
  return letter < 0x80 || (letter >= 0xc0 && letter < 0x100 && letter != 0xdf) || (letter >= 0x400 && letter < 0x530) ||
         (letter >= 0x600 && letter < 0x700) || (letter >= 0x4e00 && letter < 0xa000);
}

/* Folds a short word, as most are, into @folded of MAX_SHORT bytes; FALSE where it takes the whole of Unicode. */
static gboolean
fold_short (const char *word, gsize length, char *folded)
{
  char *to = folded;

  if (length >= MAX_SHORT)
    return FALSE;
  for (const char *p = word; p < word + length; p = g_utf8_next_char (p))
    {
      gunichar letter = g_utf8_get_char (p);

      if (!folds_simply (letter))
        return FALSE;
      to += g_unichar_to_utf8 (g_unichar_tolower (letter), to);
    }
  *to = '\0';
  return TRUE;
}

gboolean
wmd_forms_has_word (const WmdForms *self, const char *key, WmdLanguage language, const char *word, gssize length)
{
  GHashTable *set = g_hash_table_lookup (self->tables[language].words, key);
  gsize n = length >= 0 ? (gsize) length : strlen (word);
  g_autofree char *folded = NULL;
  char brief[MAX_SHORT];

  if (set == NULL)
    return FALSE;
  if (fold_short (word, n, brief))
    return g_hash_table_contains (set, brief);
  folded = g_utf8_casefold (word, n);
  return g_hash_table_contains (set, folded);
}

double
wmd_forms_get_number (const WmdForms *self, const char *key, WmdLanguage language)
{
  const double *number = g_hash_table_lookup (self->tables[language].numbers, key);

  return number != NULL ? *number : 0.0;
}

double
wmd_forms_get_value (const WmdForms *self, const char *key, WmdLanguage language, const char *word)
{
  GHashTable *values = g_hash_table_lookup (self->tables[language].values, key);
  g_autofree char *folded = g_utf8_casefold (word, -1);
  const double *value = values != NULL ? g_hash_table_lookup (values, folded) : NULL;

  return value != NULL ? *value : -1.0;
}

const char *
wmd_forms_get_text (const WmdForms *self, const char *key, WmdLanguage language)
{
  return g_hash_table_lookup (self->tables[language].texts, key);
}

const GPtrArray *
wmd_forms_list_forms (const WmdForms *self, const char *key, WmdLanguage language)
{
  const GPtrArray *forms = g_hash_table_lookup (self->tables[language].forms, key);

  for (guint i = 0; forms != NULL && i < forms->len; i++)
    {
      WmdForm *form = forms->pdata[i];
      g_autofree char *whole = form->pattern == NULL ? expand (self, language, form->source) : NULL;

      if (whole != NULL)
        form->pattern = wmd_forms_compile (whole);
    }
  return forms != NULL ? forms : self->none;
}

const GPtrArray *
wmd_forms_list_rows (const WmdForms *self, const char *key, WmdLanguage language)
{
  const GPtrArray *rows = g_hash_table_lookup (self->tables[language].rows, key);

  return rows != NULL ? rows : self->none;
}

GHashTable *
wmd_forms_get_values (const WmdForms *self, const char *key, WmdLanguage language)
{
  return g_hash_table_lookup (self->tables[language].values, key);
}

const GPtrArray *
wmd_forms_list_terms (const WmdForms *self, WmdLanguage language)
{
  return self->tables[language].terms;
}

const GPtrArray *
wmd_forms_list_abbreviations (const WmdForms *self, WmdLanguage language)
{
  return self->tables[language].abbreviations;
}

const WmdSpacing *
wmd_forms_get_spacing (WmdForms *self, WmdLanguage language)
{
  if (self->tables[language].spacing == NULL)
    self->tables[language].spacing = wmd_spacing_new (self, language);
  return self->tables[language].spacing;
}

/* --- terms in running text --- */

static int
compare_names_cb (gconstpointer a, gconstpointer b)
{
  gsize first = strlen (((const WmdTermName *) a)->text), second = strlen (((const WmdTermName *) b)->text);

  return first > second ? -1 : first < second;
}

/* The name as it can stand in a sentence: any white space, and any ending where the language inflects. */
static void
append_name (const WmdForms *self, GString *pattern, WmdLanguage language, const char *name)
{
  guint ending = (guint) wmd_forms_get_number (self, "term-ending", language);
  g_auto (GStrv) words = g_strsplit (name, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      glong length = g_utf8_strlen (words[i], -1);
      gboolean inflected = ending > 0 && length > 2 * (glong) ending;
      g_autofree char *stem = g_utf8_substring (words[i], 0, inflected ? length - ending : length);
      g_autofree char *escaped = g_regex_escape_string (stem, -1);

      g_string_append_printf (pattern, "%s%s%s", i > 0 ? "\\s+" : "", escaped, inflected ? "\\p{L}*" : "");
    }
}

/* The longer names first, so that none is taken for a shorter one that it contains. */
static void
make_term_pattern (WmdForms *self, WmdLanguage language)
{
  WmdFormTables *tables = &self->tables[language];
  g_autoptr (GString) pattern = g_string_new (language == WMD_LANGUAGE_ZH ? "(?:" : "(?i)(?<!\\p{L})(?:");

  tables->term_names = g_array_new (FALSE, FALSE, sizeof (WmdTermName));
  for (guint i = 0; i < tables->terms->len; i++)
    for (guint j = 0; ((WmdTerm *) tables->terms->pdata[i])->names[j] != NULL; j++)
      {
        WmdTermName name = { i, j, ((WmdTerm *) tables->terms->pdata[i])->names[j] };

        g_array_append_val (tables->term_names, name);
      }
  g_array_sort (tables->term_names, compare_names_cb);
  for (guint i = 0; i < tables->term_names->len; i++)
    {
      g_string_append (pattern, i > 0 ? "|(" : "(");
      append_name (self, pattern, language, g_array_index (tables->term_names, WmdTermName, i).text);
      g_string_append_c (pattern, ')');
    }
  g_string_append (pattern, language == WMD_LANGUAGE_ZH ? ")" : ")(?!\\p{L})");
  tables->term_pattern = wmd_forms_compile (pattern->str);
}

GRegex *
wmd_forms_get_term_pattern (WmdForms *self, WmdLanguage language)
{
  WmdFormTables *tables = &self->tables[language];

  if (tables->terms->len == 0)
    return NULL;
  if (tables->term_pattern == NULL)
    make_term_pattern (self, language);
  return tables->term_pattern;
}

void
wmd_forms_identify_term (const WmdForms *self, WmdLanguage language, guint group, guint *term, guint *name)
{
  const WmdTermName *found = &g_array_index (self->tables[language].term_names, WmdTermName, group - 1);

  *term = found->term;
  *name = found->name;
}
