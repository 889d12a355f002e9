/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The language of a text, by its letters and by the small words that no text of a language can do without. Both have to
 * fit: a neighbour that is not official (Portuguese, Persian, Ukrainian) has words of the one and letters of none.
 */

#include "config.h"

#include "exchange/reply-origin.h"

#include <string.h>
#include <unicode/ulocdata.h>
#include <unicode/uset.h>

#include "exchange/text-chars.h"

#define MIN_LETTERS 20     /* of a text that tells something */
#define MAX_READ 4000      /* bytes of each text */
#define MAX_LETTERS 50000  /* of all that are read; more tell nothing new */
#define FOREIGN_LETTERS 70 /* one in so many may be none of the language: names */

/* Of a hundred words, so many at least are small ones. */
static const guint least_small_words[WMD_N_LANGUAGES] = {
  [WMD_LANGUAGE_AR] = 5,  [WMD_LANGUAGE_EN] = 20, [WMD_LANGUAGE_ES] = 20,
  [WMD_LANGUAGE_FR] = 20, [WMD_LANGUAGE_RU] = 8,  [WMD_LANGUAGE_ZH] = 3,
};

/* What was counted in a text for one language. */
typedef struct
{
  guint n_letters;
  guint n_known; /* letters of the language */
  guint n_words;
  guint n_small; /* words that every text of the language has */
} Count;

/* The letters of each language. */
typedef struct
{
  USet *letters[WMD_N_LANGUAGES];
} Alphabets;

static void
alphabets_init (Alphabets *self)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      UErrorCode status = U_ZERO_ERROR;
      ULocaleData *data = ulocdata_open (wmd_language_get_code (language), &status);

      self->letters[language] =
          ulocdata_getExemplarSet (data, NULL, USET_CASE_INSENSITIVE, ULOCDATA_ES_STANDARD, &status);
      ulocdata_close (data);
    }
}

static void
alphabets_clear (Alphabets *self)
{
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    uset_close (self->letters[language]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Alphabets, alphabets_clear)

static gboolean
is_han (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

/* The lists of Chinese characters have the frequent ones only. */
static gboolean
knows (const Alphabets *self, WmdLanguage language, gunichar c)
{
  return language == WMD_LANGUAGE_ZH
             ? is_han (c)
             : self->letters[language] != NULL && uset_contains (self->letters[language], (UChar32) c);
}

/* Addresses and abbreviations are in Latin letters everywhere; in a text of other letters they tell nothing. */
static gboolean
tells_nothing (WmdLanguage language, gunichar c)
{
  return (language == WMD_LANGUAGE_AR || language == WMD_LANGUAGE_RU || language == WMD_LANGUAGE_ZH) &&
         g_unichar_get_script (c) == G_UNICODE_SCRIPT_LATIN;
}

/* Each Chinese character is a word. */
static const char *
find_word_end (const char *p)
{
  if (is_han (g_utf8_get_char (p)))
    return g_utf8_next_char (p);
  while (g_unichar_isalpha (g_utf8_get_char (p)) && !is_han (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  return p;
}

static Count
count_text (const Alphabets *alphabets, WmdImportPatterns *patterns, WmdLanguage language, const char *text)
{
  Count count = { 0 };

  for (const char *p = text; *p != '\0';)
    {
      const char *end = find_word_end (p);
      g_autofree char *word = NULL;

      if (end == p || tells_nothing (language, g_utf8_get_char (p)))
        {
          p = end == p ? g_utf8_next_char (p) : end;
          continue;
        }
      word = g_strndup (p, (gsize) (end - p));
      count.n_words++;
      count.n_small += wmd_import_patterns_is_open_word (patterns, language, word);
      for (; p < end; p = g_utf8_next_char (p))
        {
          count.n_letters++;
          count.n_known += knows (alphabets, language, g_utf8_get_char (p));
        }
    }
  return count;
}

/* Composed letters in lower case, folded as the lists of words are. (transfer full) */
static char *
prepare (const char *text)
{
  g_autofree char *part = g_utf8_make_valid (text, (gssize) MIN (strlen (text), MAX_READ));
  g_autofree char *composed = g_utf8_normalize (part, -1, G_NORMALIZE_NFC);

  g_autofree char *folded = wmd_text_fold (composed != NULL ? composed : part);

  return g_utf8_strdown (folded, -1);
}

/* The language of one text; NONE when it is too short, or in none of the six. */
static WmdLanguage
judge (const Alphabets *alphabets, WmdImportPatterns *patterns, const char *text, guint *n_letters)
{
  WmdLanguage best = WMD_LANGUAGE_NONE;
  guint best_share = 0;

  *n_letters = 0;
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    {
      const Count count = count_text (alphabets, patterns, language, text);
      const guint share = count.n_words > 0 ? 100 * count.n_small / count.n_words : 0;

      *n_letters = MAX (*n_letters, count.n_letters);
      if (count.n_letters < MIN_LETTERS || (count.n_letters - count.n_known) * FOREIGN_LETTERS > count.n_letters ||
          share < least_small_words[language] || share <= best_share)
        continue;
      best = language;
      best_share = share;
    }
  return best;
}

WmdLanguage
wmd_guess_language (WmdImportPatterns *patterns, const GPtrArray *texts)
{
  g_auto (Alphabets) alphabets = { { NULL } };
  guint letters[WMD_N_LANGUAGES] = { 0 };
  guint unknown = 0, n_read = 0;
  WmdLanguage best = WMD_LANGUAGE_NONE;

  alphabets_init (&alphabets);
  for (guint i = 0; i < texts->len && n_read < MAX_LETTERS; i++)
    {
      g_autofree char *text = prepare (texts->pdata[i]);
      guint n;
      const WmdLanguage language = judge (&alphabets, patterns, text, &n);

      n_read += n;
      if (n >= MIN_LETTERS)
        *(language != WMD_LANGUAGE_NONE ? &letters[language] : &unknown) += n;
    }
  for (WmdLanguage language = 0; language < WMD_N_LANGUAGES; language++)
    if (letters[language] > (best != WMD_LANGUAGE_NONE ? letters[best] : unknown))
      best = language;
  return best;
}
