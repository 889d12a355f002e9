/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Who wrote a reply, and when, as its letterhead, its title and the lines round it tell. */

#include "config.h"

#include "exchange/reply-origin.h"

#include <string.h>

#include "model/dates-in-text.h"
#include "reference/fold.h"

#define N_TELLING 30      /* texts that are looked at for names */
#define MAX_TELLING 500   /* bytes of each */
#define MAX_INFLECTIONS 2 /* ways that a language has */
#define CLEAR_LEAD 1.3    /* of the likeliest over the next one */
#define ORGANIZATION 0.5  /* letters name those whom they are for, and organizations are that more often */
#define N_FIRST_LINES 20  /* where a date line may be, and */
#define N_LAST_LINES 10
#define MAX_DATE_LINE 100 /* bytes */
#define LEAST_DATE_PART 3 /* a date is at least the third part of its line */

/* --- names --- */

/* Letters and digits in lower case, words with a space on both sides. (transfer full) */
static char *
make_comparable (const char *text, gssize length)
{
  g_autofree char *part = g_utf8_make_valid (text, length);
  g_autofree char *folded = wmd_fold_spaced (part);
  GString *words = g_string_new (" ");

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
    else if (words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');
  if (words->str[words->len - 1] != ' ')
    g_string_append_c (words, ' ');
  return g_string_free (words, FALSE);
}

/* A name as it is looked for: without an article before it; a name in Chinese stands between other characters. */
static char *
prepare_name (WmdImportPatterns *patterns, WmdLanguage language, const char *name)
{
  g_autofree char *comparable = make_comparable (name, -1);
  g_autofree char *bare = wmd_import_patterns_uninflect (patterns, language, 1, comparable);
  const char *words = bare != NULL ? bare : comparable;
  const char *second = strchr (words + 1, ' ');
  g_autofree char *first = second != NULL ? g_strndup (words + 1, (gsize) (second - words - 1)) : NULL;

  if (language == WMD_LANGUAGE_ZH)
    return g_strstrip (g_strdup (words));
  return g_strdup (first != NULL && second[1] != '\0' && wmd_import_patterns_is_open_word (patterns, language, first)
                       ? second
                       : words);
}

typedef struct
{
  char *name;           /* prepared */
  WmdLanguage language; /* NONE for one of a language that does not inflect names */
  const WmdRespondent *respondent;
} Name;

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->name);
}

static void
add_name (GArray *names,
          WmdImportPatterns *patterns,
          WmdLanguage language,
          const WmdRespondent *respondent,
          const char *name)
{
  g_autofree char *inflecting = wmd_import_patterns_uninflect (patterns, language, 1, "");
  Name added = { NULL, inflecting != NULL ? language : WMD_LANGUAGE_NONE, respondent };

  if (name == NULL)
    return;
  added.name = prepare_name (patterns, language, name);
  g_array_append_val (names, added);
}

/* Longer names first, so that what is part of one is not taken for another. */
static int
compare_names (gconstpointer a, gconstpointer b)
{
  const gsize first = strlen (((const Name *) a)->name);
  const gsize second = strlen (((const Name *) b)->name);

  return first > second ? -1 : first < second;
}

/* Every name of every respondent but acronyms, which may be words. (transfer full) (element-type Name) */
static GArray *
list_names (WmdReference *reference, WmdImportPatterns *patterns)
{
  GPtrArray *respondents = wmd_reference_list_respondents (reference);
  GArray *names = g_array_new (FALSE, FALSE, sizeof (Name));

  g_array_set_clear_func (names, clear_name);
  for (guint i = 0; i < respondents->len; i++)
    for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
      {
        const WmdRespondent *respondent = respondents->pdata[i];
        const char *const *aliases = wmd_respondent_list_aliases (respondent, language);

        add_name (names, patterns, language, respondent, wmd_respondent_get_name (respondent, language));
        add_name (names, patterns, language, respondent, wmd_respondent_get_formal_name (respondent, language));
        add_name (names, patterns, language, respondent, wmd_respondent_get_text_name (respondent, language));
        for (guint j = 0; aliases != NULL && aliases[j] != NULL; j++)
          add_name (names, patterns, language, respondent, aliases[j]);
      }
  g_array_sort (names, compare_names);
  return names;
}

/* Adds to @found who is named in @words, and takes the names out of them. */
static void
find_names (const GArray *names, WmdLanguage language, char *words, GHashTable *found)
{
  for (guint i = 0; i < names->len; i++)
    {
      const Name *name = &g_array_index (names, Name, i);
      char *p = name->language == language && strlen (name->name) > 2 ? strstr (words, name->name) : NULL;

      for (; p != NULL; p = strstr (p, name->name))
        {
          g_hash_table_add (found, (gpointer) name->respondent);
          memset (p, '|', strlen (name->name) - 1); /* what ends one word begins the next */
        }
    }
}

/* Adds @weight to the scores of those whom @text names, in any language. */
static void
rate_text (const GArray *names, WmdImportPatterns *patterns, const char *text, double weight, GHashTable *scores)
{
  g_autoptr (GHashTable) found = g_hash_table_new (NULL, NULL);
  g_autofree char *words = make_comparable (text, (gssize) MIN (strlen (text), MAX_TELLING));
  GHashTableIter iter;
  gpointer respondent;

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    for (guint n = 1; n <= MAX_INFLECTIONS; n++)
      {
        g_autofree char *form = wmd_import_patterns_uninflect (patterns, language, n, words);

        if (form != NULL)
          find_names (names, language, form, found);
      }
  find_names (names, WMD_LANGUAGE_NONE, words, found);
  g_hash_table_iter_init (&iter, found);
  while (g_hash_table_iter_next (&iter, &respondent, NULL))
    {
      double *score = g_hash_table_lookup (scores, respondent);

      if (score == NULL)
        g_hash_table_insert (scores, respondent, score = g_new0 (double, 1));
      *score += wmd_respondent_get_kind (respondent) == WMD_RESPONDENT_ORGANIZATION ? weight * ORGANIZATION : weight;
    }
}

const WmdRespondent *
wmd_guess_respondent (WmdReference *reference, WmdImportPatterns *patterns, const GPtrArray *texts)
{
  g_autoptr (GArray) names = list_names (reference, patterns);
  g_autoptr (GHashTable) scores = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const WmdRespondent *best = NULL;
  double first = 0, second = 0;
  GHashTableIter iter;
  gpointer respondent, score;

  for (guint i = 0; i < MIN (texts->len, N_TELLING); i++)
    rate_text (names, patterns, texts->pdata[i], 2.0 / (2 + i), scores);
  g_hash_table_iter_init (&iter, scores);
  while (g_hash_table_iter_next (&iter, &respondent, &score))
    if (*(double *) score > first)
      {
        second = first;
        first = *(double *) score;
        best = respondent;
      }
    else
      second = MAX (second, *(double *) score);
  return first >= second * CLEAR_LEAD ? best : NULL;
}

/* --- dates --- */

/* The date that @line is, but for the place and the like. */
static gboolean
read_date_line (WmdReference *reference, WmdLanguage language, const char *line, WmdDate *date)
{
  const gsize length = strlen (line);
  g_autoptr (GArray) dates = NULL;
  const WmdDateInText *found;

  if (length > MAX_DATE_LINE)
    return FALSE;
  dates = wmd_dates_in_text_find (reference, language, line);
  if (dates->len != 1)
    return FALSE;
  found = &g_array_index (dates, WmdDateInText, 0);
  if ((found->end - found->start) * LEAST_DATE_PART < length)
    return FALSE;
  *date = found->date;
  return TRUE;
}

gboolean
wmd_guess_date (WmdReference *reference, WmdLanguage language, const GPtrArray *texts, WmdDate *date)
{
  const WmdLanguage languages[] = { language, WMD_LANGUAGE_EN };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      if (languages[i] == WMD_LANGUAGE_NONE)
        continue;
      for (guint j = 0; j < MIN (texts->len, N_FIRST_LINES); j++)
        if (read_date_line (reference, languages[i], texts->pdata[j], date))
          return TRUE;
      for (guint j = texts->len; j > 0 && j + N_LAST_LINES > texts->len; j--)
        if (read_date_line (reference, languages[i], texts->pdata[j - 1], date))
          return TRUE;
    }
  return FALSE;
}
