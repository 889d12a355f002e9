/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Three tables of hashes: words, pairs of neighbours, and, for two Han characters in a row, what stands before them. */

#include "config.h"

#include "exchange/vocabulary.h"

#include <string.h>

#include "exchange/text-chars.h"

#define MIN_OCCURRENCES 3 /* of a pair of characters before it proves anything */

struct _WmdVocabulary
{
  GHashTable *words; /* set of hashes */
  GHashTable *pairs; /* set of hashes */
  GHashTable *heads; /* hash of two Han characters → Head */
};

/* What stands before two characters, wherever they stand in the text. */
typedef struct
{
  guint n;         /* occurrences */
  gunichar before; /* 0 when they have no Han character before them, or different ones */
} Head;

WmdVocabulary *
wmd_vocabulary_new (void)
{
  WmdVocabulary *self = g_new0 (WmdVocabulary, 1);

  self->words = g_hash_table_new (NULL, NULL);
  self->pairs = g_hash_table_new (NULL, NULL);
  self->heads = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  return self;
}

void
wmd_vocabulary_free (WmdVocabulary *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->words);
  g_hash_table_unref (self->pairs);
  g_hash_table_unref (self->heads);
  g_free (self);
}

static gboolean
is_letter (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* FNV-1a over the characters in lower case. */
static gsize
hash_word (const char *start, const char *end)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      hash ^= g_unichar_tolower (g_utf8_get_char (p));
      hash *= G_GUINT64_CONSTANT (1099511628211);
    }
  return (gsize) hash;
}

static gsize
hash_pair (gsize first, gsize second)
{
  return first * 31 + second;
}

/* Where the word at @text ends: a Han character is one alone. */
static const char *
find_word_end (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  if (wmd_char_is_han (c) || !is_letter (c))
    return g_utf8_next_char (text);
  while (*text != '\0' && is_letter (c) && !wmd_char_is_han (c))
    {
      text = g_utf8_next_char (text);
      c = g_utf8_get_char (text);
    }
  return text;
}

static void
add_head (WmdVocabulary *self, gsize pair, gunichar before)
{
  Head *head = g_hash_table_lookup (self->heads, GSIZE_TO_POINTER (pair));

  if (head == NULL)
    {
      head = g_new0 (Head, 1);
      head->before = before;
      g_hash_table_insert (self->heads, GSIZE_TO_POINTER (pair), head);
    }
  head->n++;
  if (head->before != before)
    head->before = 0;
}

void
wmd_vocabulary_add (WmdVocabulary *self, const char *text)
{
  gsize last = 0;              /* hash of the word before; 0 after punctuation */
  gunichar last_han = 0;       /* character before, when it is Han */
  gunichar before_last = 0;    /* the one before that */
  gboolean has_before = FALSE; /* anything stands before the character before: a line may begin inside a word */

  for (const char *p = text; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *end = find_word_end (p);
      gboolean han = wmd_char_is_han (c);

      if (is_letter (c))
        {
          gsize hash = hash_word (p, end);

          g_hash_table_add (self->words, GSIZE_TO_POINTER (hash));
          if (last != 0)
            g_hash_table_add (self->pairs, GSIZE_TO_POINTER (hash_pair (last, hash)));
          if (han && last_han != 0 && has_before)
            add_head (self, hash_pair (last, hash), before_last);
          last = hash;
        }
      else if (c != ' ' && c != '-')
        last = 0;
      has_before = p > text;
      before_last = han ? last_han : 0;
      last_han = han ? c : 0;
      p = end;
    }
}

gboolean
wmd_vocabulary_has_word (WmdVocabulary *self, const char *word, gssize length)
{
  gsize n = length < 0 ? strlen (word) : (gsize) length;

  return g_hash_table_contains (self->words, GSIZE_TO_POINTER (hash_word (word, word + n)));
}

gboolean
wmd_vocabulary_first_word (const char *text, const char **start, gsize *length)
{
  if (*text == '\0' || !is_letter (g_utf8_get_char (text)))
    return FALSE;
  *start = text;
  *length = (gsize) (find_word_end (text) - text);
  return TRUE;
}

gboolean
wmd_vocabulary_last_word (const char *text, const char **start, gsize *length)
{
  const char *end = text + strlen (text);
  const char *p = end;

  while (p > text)
    {
      const char *previous = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (previous);

      if (!is_letter (c) || (wmd_char_is_han (c) && p < end))
        break;
      p = previous;
      if (wmd_char_is_han (c))
        break;
    }
  *start = p;
  *length = (gsize) (end - p);
  return *length > 0;
}

gboolean
wmd_vocabulary_has_seam (WmdVocabulary *self, const char *before, const char *after)
{
  const char *first, *second;
  gsize first_length, second_length;

  if (!wmd_vocabulary_last_word (before, &first, &first_length) ||
      !wmd_vocabulary_first_word (after, &second, &second_length))
    return FALSE;
  return g_hash_table_contains (self->pairs, GSIZE_TO_POINTER (hash_pair (hash_word (first, first + first_length),
                                                                          hash_word (second, second + second_length))));
}

gboolean
wmd_vocabulary_lacks_head (WmdVocabulary *self, const char *before, const char *after)
{
  const char *second = *after != '\0' ? g_utf8_next_char (after) : after;
  const Head *head;
  gsize pair;

  if (*second == '\0' || !wmd_char_is_han (g_utf8_get_char (after)) || !wmd_char_is_han (g_utf8_get_char (second)))
    return FALSE;
  pair = hash_pair (hash_word (after, second), hash_word (second, g_utf8_next_char (second)));
  head = g_hash_table_lookup (self->heads, GSIZE_TO_POINTER (pair));
  return head != NULL && head->n >= MIN_OCCURRENCES && head->before != 0 && head->before != wmd_text_last (before);
}
