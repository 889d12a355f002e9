/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How two lines of one paragraph become one: with a space or without, and what becomes of a hyphen between them. A word
 * broken at its own hyphen keeps it, one that was hyphenated loses it; the words of the report tell which.
 */

#include "config.h"

#include "exchange/text-import-private.h"

#include <string.h>

#include "exchange/text-chars.h"

#define DASHES "-‐‑–"
#define SOFT_HYPHEN 0x00AD
#define SHORTEST_WORD 4   /* letters; shorter halves of a word may be syllables */
#define LINES_A_HYPHEN 30 /* lines that have one hyphen at their end, at most, when words are hyphenated */

/* A word that may have been broken at the end of a line, in lower case; all NULL when there is none. */
typedef struct
{
  char *first;  /* half */
  char *second; /* half */
  char *whole;  /* the halves together */
} BrokenWord;

static void
broken_word_clear (BrokenWord *self)
{
  g_free (self->first);
  g_free (self->second);
  g_free (self->whole);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (BrokenWord, broken_word_clear)

static gunichar
last_char (const char *text)
{
  return *text != '\0' ? g_utf8_get_char (g_utf8_prev_char (text + strlen (text))) : 0;
}

/* Removes the last character of the text. */
static void
chop (GString *text)
{
  g_string_truncate (text, (gsize) (g_utf8_prev_char (text->str + text->len) - text->str));
}

/* Where the last word of a text begins that ends with a hyphen; NULL when it ends with anything else. */
static const char *
find_broken_word (const char *text)
{
  const char *hyphen;
  const char *start;

  if (last_char (text) != '-' && last_char (text) != 0x2010)
    return NULL;
  hyphen = g_utf8_prev_char (text + strlen (text));
  for (start = hyphen; start > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (start)));)
    start = g_utf8_prev_char (start);
  return start < hyphen ? start : NULL;
}

/* Reads the word that @text ends with and that @next, which begins with a small letter, may go on with. */
static gboolean
read_broken_word (const char *text, const char *next, BrokenWord *word)
{
  const char *start = find_broken_word (text);
  const char *second;
  gsize length;

  *word = (BrokenWord){ NULL, NULL, NULL };
  if (start == NULL || !wmd_vocabulary_first_word (next, &second, &length) ||
      !g_unichar_islower (g_utf8_get_char (second)))
    return FALSE;
  word->first = g_utf8_strdown (start, g_utf8_prev_char (text + strlen (text)) - start);
  word->second = g_utf8_strdown (second, (gssize) length);
  word->whole = g_strconcat (word->first, word->second, NULL);
  return TRUE;
}

static gboolean
is_word (WmdTextImport *self, const char *word)
{
  return wmd_vocabulary_has_word (self->vocabulary, word, -1);
}

/* TRUE when the language writes the word with a hyphen: its first half is always followed by one ("non-" in the data),
 * or by one where the second is a word ("co"), or the whole is listed.
 */
static gboolean
is_compound (WmdTextImport *self, const BrokenWord *word)
{
  g_autofree char *always = g_strconcat (word->first, "-", NULL);
  g_autofree char *listed = g_strconcat (always, word->second, NULL);

  return wmd_import_patterns_is_prefix (self->patterns, self->language, always) ||
         wmd_import_patterns_is_prefix (self->patterns, self->language, listed) ||
         (wmd_import_patterns_is_prefix (self->patterns, self->language, word->first) && is_word (self, word->second));
}

/* TRUE when both halves are words of the report, and not such as may be syllables of others. */
static gboolean
are_words (WmdTextImport *self, const BrokenWord *word)
{
  return g_utf8_strlen (word->first, -1) >= SHORTEST_WORD && is_word (self, word->first) &&
         g_utf8_strlen (word->second, -1) >= SHORTEST_WORD && is_word (self, word->second);
}

static gboolean
keeps_hyphen (WmdTextImport *self, const BrokenWord *word)
{
  if (is_word (self, word->whole))
    return FALSE;
  return !self->hyphenated || wmd_vocabulary_has_seam (self->vocabulary, word->first, word->second) ||
         is_compound (self, word) || are_words (self, word);
}

void
wmd_text_import_find_hyphenation (WmdTextImport *self)
{
  guint n_words = 0; /* that stand in the text without a hyphen */
  guint n_hyphens = 0;
  guint n_halves = 0; /* that are no words */

  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      const char *text = g_array_index (self->lines, WmdTextLine, i).text;
      g_auto (BrokenWord) word = { NULL, NULL, NULL };

      if (!read_broken_word (text, g_array_index (self->lines, WmdTextLine, i + 1).text, &word))
        continue;
      n_hyphens++;
      n_words += is_word (self, word.whole);
      n_halves += !is_compound (self, &word) && (!is_word (self, word.first) || !is_word (self, word.second));
    }
  self->hyphenated = n_words * 2 > n_hyphens ||
                     (n_halves >= 2 && n_halves * 2 > n_hyphens && n_hyphens * LINES_A_HYPHEN > self->lines->len);
}

/* TRUE when a text ends with a dash that belongs to the word before it, as in "2015-" or "II–". */
static gboolean
ends_with_dash (const char *text)
{
  const char *dash;

  if (*text == '\0' || g_utf8_strchr (DASHES, -1, last_char (text)) == NULL)
    return FALSE;
  dash = g_utf8_prev_char (text + strlen (text));
  return dash > text && g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (dash)));
}

/* The address that is the last word of a text, or NULL. */
static const char *
find_last_address (const char *text)
{
  const char *space = strrchr (text, ' ');
  const char *start = space != NULL ? space + 1 : text;
  const char *address = strstr (start, "http");

  return address != NULL ? address : strstr (start, "www.");
}

/* TRUE when @next goes on with the address at the end of a text: the bracket round it is open still, or the next word
 * can be nothing but a part of an address.
 */
static gboolean
goes_on_address (const char *text, const char *address, const char *next)
{
  g_autofree char *word = g_strndup (next, strcspn (next, " \t"));

  if (!g_ascii_isalnum (*word))
    return FALSE;
  return strpbrk (word, "/=_") != NULL || (address > text && address[-1] == '(' && strchr (word, ')') != NULL);
}

gboolean
wmd_text_import_needs_space (WmdTextImport *self, const GString *text, const char *next)
{
  const char *tail = wmd_text_tail (text);
  const char *address = find_last_address (tail);
  gunichar before = wmd_text_last (tail);
  gunichar after = wmd_text_first (next);

  if (address != NULL && before < 0x80)
    return !goes_on_address (tail, address, next);
  if (before == '(' || before == '[' || before == '/' || ends_with_dash (tail))
    return FALSE;
  if (wmd_char_is_han (before) != wmd_char_is_han (after))
    return self->spaced_digits && g_unichar_isalnum (before) && g_unichar_isalnum (after);
  return !wmd_char_is_wide (before) && !wmd_char_is_wide (after);
}

/* Remembers a word that loses its hyphen, as it was printed. */
static void
note_hyphen (WmdTextImport *self, const char *text, const char *next)
{
  const char *second = next;
  gsize length = 0;

  wmd_vocabulary_first_word (next, &second, &length);
  g_string_append_printf (self->hyphens, "%s%s%.*s", self->hyphens->len > 0 ? " " : "", find_broken_word (text),
                          (int) length, second);
  self->n_hyphens++;
}

void
wmd_text_import_append (WmdTextImport *self, GString *text, const char *next)
{
  const char *tail = wmd_text_tail (text);
  g_auto (BrokenWord) word = { NULL, NULL, NULL };

  if (wmd_text_import_drop_soft_hyphen (text))
    ;
  else if (read_broken_word (tail, next, &word))
    {
      if (!keeps_hyphen (self, &word))
        {
          note_hyphen (self, tail, next);
          chop (text);
        }
    }
  else if (wmd_text_import_needs_space (self, text, next))
    g_string_append_c (text, ' ');
  g_string_append (text, next);
}

gboolean
wmd_text_import_drop_soft_hyphen (GString *text)
{
  if (last_char (wmd_text_tail (text)) != SOFT_HYPHEN)
    return FALSE;
  chop (text);
  return TRUE;
}
