/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Acronyms and the words that they are made of. */

#include "config.h"

#include "rules/acronym-private.h"

#include <string.h>

/* An acronym is short; what is longer is none. */
#define MAX_ACRONYM 12

static gboolean
is_letter (gunichar character)
{
  return g_unichar_isalpha (character) || g_unichar_ismark (character);
}

/* Small, and without an accent: Ét… begins with e. */
static gunichar
fold_letter (gunichar letter)
{
  gunichar plain[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];

  g_unichar_fully_decompose (letter, FALSE, plain, G_N_ELEMENTS (plain));
  return g_unichar_tolower (plain[0]);
}

/* Letters that @word begins with and that stand in @letters too, in their order. */
static guint
count_common (const char *word, const gunichar *letters, guint n)
{
  guint common = 0;

  for (; common < n && is_letter (g_utf8_get_char (word)); word = g_utf8_next_char (word))
    {
      if (fold_letter (g_utf8_get_char (word)) != letters[common])
        break;
      common++;
    }
  return common;
}

static const char *
find_word (const char *p)
{
  while (*p != '\0' && !is_letter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return *p != '\0' ? p : NULL;
}

static const char *
skip_word (const char *p)
{
  while (is_letter (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

/* Goes through the words once and keeps which beginnings of the acronym the words so far can make. */
gboolean
wmd_acronym_fits (const char *acronym, const char *words, guint max_skipped, gboolean to_end)
{
  gboolean made[MAX_ACRONYM + 1] = { FALSE };
  gunichar letters[MAX_ACRONYM];
  gboolean fits = FALSE;
  guint n = 0, index = 0;

  for (const char *p = acronym; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (n == MAX_ACRONYM)
        return FALSE;
      letters[n++] = fold_letter (g_utf8_get_char (p));
    }
  for (const char *word = find_word (words); word != NULL; word = find_word (skip_word (word)), index++)
    {
      gboolean here = FALSE;

      for (guint begin = n; begin-- > 0;)
        {
          guint common =
              made[begin] || (begin == 0 && index <= max_skipped) ? count_common (word, letters + begin, n - begin) : 0;

          for (guint length = 1; length <= common; length++)
            {
              made[begin + length] = TRUE;
              here = here || (begin > 0 && begin + length == n);
            }
        }
      fits = to_end ? here : fits || here;
    }
  return fits;
}

/* --- the names of who replies --- */

static void
add_name (GStrvBuilder *names, const char *name)
{
  if (name != NULL)
    g_strv_builder_add (names, name);
}

static void
add_registered (GStrvBuilder *names, const WmdRespondent *respondent, WmdLanguage language)
{
  const char *const *aliases = wmd_respondent_list_aliases (respondent, language);

  add_name (names, wmd_respondent_get_acronym_in (respondent, language));
  add_name (names, wmd_respondent_get_name (respondent, language));
  for (guint i = 0; aliases != NULL && aliases[i] != NULL; i++)
    add_name (names, aliases[i]);
}

char **
wmd_own_names_list (WmdReference *reference, const WmdBody *body)
{
  const WmdRespondent *respondent = wmd_body_get_respondent (body, reference);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      add_name (names, wmd_body_get_own_name (body, language));
      if (respondent != NULL)
        add_registered (names, respondent, language);
    }
  return g_strv_builder_end (names);
}

/* TRUE when @text stands in @name with no letter beside it. */
static gboolean
has_as_word (const char *name, const char *text)
{
  gsize length = strlen (text);

  for (const char *p = strstr (name, text); p != NULL; p = strstr (p + length, text))
    if ((p == name || !is_letter (g_utf8_get_char (g_utf8_prev_char (p)))) && !is_letter (g_utf8_get_char (p + length)))
      return TRUE;
  return FALSE;
}

gboolean
wmd_own_names_have (const char *const *names, const char *text)
{
  for (guint i = 0; names != NULL && names[i] != NULL; i++)
    if (has_as_word (names[i], text) || wmd_acronym_fits (text, names[i], 1, TRUE))
      return TRUE;
  return FALSE;
}

char *
wmd_own_names_dup_identity (WmdReference *reference, const WmdBody *body)
{
  g_autoptr (GString) identity = g_string_new (NULL);

  if (wmd_body_get_respondent (body, reference) != NULL)
    return g_strdup (wmd_body_get_field (body, WMD_FIELD_RESPONDENT));
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (wmd_body_get_own_name (body, language) != NULL)
      {
        g_autofree char *key = g_utf8_casefold (wmd_body_get_own_name (body, language), -1);

        g_string_append_printf (identity, "\n%d:%s", language, key);
      }
  return identity->len > 0 ? g_string_free (g_steal_pointer (&identity), FALSE) : NULL;
}
