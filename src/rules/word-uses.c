/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words in their surroundings. Two words that are almost alike mean nothing; beside the same word one of them is most
 * often a slip. Every word of every text comes by here, so that strings are neither made nor compared.
 */

#include "config.h"

#include "rules/word-uses-private.h"

struct _WmdWordUses
{
  GPtrArray *texts;   /* (element-type utf8) */
  GArray *uses;       /* (element-type WmdWordUse) */
  GHashTable *counts; /* word to how often */
  GHashTable *beside; /* hash of neighbours to the last use that has them: index less one */
};

WmdWordUses *
wmd_word_uses_new (void)
{
  WmdWordUses *self = g_new0 (WmdWordUses, 1);

  self->texts = g_ptr_array_new ();
  self->uses = g_array_new (FALSE, FALSE, sizeof (WmdWordUse));
  self->counts = g_hash_table_new (NULL, NULL);
  self->beside = g_hash_table_new (NULL, NULL);
  return self;
}

void
wmd_word_uses_free (WmdWordUses *self)
{
  g_hash_table_unref (self->beside);
  g_hash_table_unref (self->counts);
  g_array_unref (self->uses);
  g_ptr_array_unref (self->texts);
  g_free (self);
}

/* --- hashes --- */

static guint
mix (guint hash, guint value)
{
  return (hash ^ value) * 16777619u;
}

/* Most letters are ASCII. */
static gunichar
lower (gunichar letter)
{
  return letter < 0x80 ? (gunichar) g_ascii_tolower ((char) letter) : g_unichar_tolower (letter);
}

/* Of a token that is a word: the whole of it, and its first @stem characters (0: all). */
static void
hash_word (const WmdReading *reading, const WmdToken *token, guint stem, guint *stem_hash, WmdWordUse *use)
{
  const char *end = reading->text + token->end;
  guint hash = 2166136261u, n = 0;

  for (const char *p = reading->text + token->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar letter = lower (g_utf8_get_char (p));

      hash = mix (hash, letter);
      use->letters += letter * 2654435761u;
      n++;
      if (n == stem)
        *stem_hash = hash;
    }
  if (stem == 0 || n < stem)
    *stem_hash = hash;
  use->word = hash;
  use->length = n;
}

/* Of the neighbours that count on that side; 0 where there are fewer. */
static guint
hash_beside (const WmdWordUse *use, gboolean before)
{
  const guint *words = before ? use->before : use->behind;
  guint n = use->capital || (before && use->behind_capital) ? 1 : WMD_WORD_NEIGHBOURS;
  guint hash = mix (2166136261u, (before ? 2 : 0) + use->capital);

  for (guint i = 0; i < n; i++)
    {
      if (words[i] == 0)
        return 0;
      hash = mix (hash, words[i]);
    }
  return hash;
}

/* --- reading --- */

/* The bytes of the longest small word: contra, против. */
#define MAX_JOINT 12

static gboolean
is_joint (const WmdForms *forms, const WmdReading *reading, const WmdToken *token)
{
  if (token->kind == WMD_TOKEN_MARK)
    return token->first == '-' || token->first == '\'' || token->first == 0x2019;
  return token->kind == WMD_TOKEN_WORD && token->end - token->start <= MAX_JOINT &&
         wmd_forms_has_word (forms, "name-joints", reading->language, reading->text + token->start,
                             token->end - token->start);
}

static guint
get_index (const WmdWordUses *self, guint key)
{
  return key != 0 ? GPOINTER_TO_UINT (g_hash_table_lookup (self->beside, GUINT_TO_POINTER (key))) : 0;
}

/* Puts the use, the last one, before the others with the same neighbours; FALSE when the word is among them. */
static gboolean
link_beside (WmdWordUses *self, WmdWordUse *use, gboolean before)
{
  guint key = hash_beside (use, before);

  if (key == 0)
    return FALSE;
  for (guint i = get_index (self, key); i > 0; i = g_array_index (self->uses, WmdWordUse, i - 1).next[before])
    if (g_array_index (self->uses, WmdWordUse, i - 1).word == use->word)
      return FALSE;
  use->next[before] = get_index (self, key);
  g_hash_table_insert (self->beside, GUINT_TO_POINTER (key), GUINT_TO_POINTER (self->uses->len));
  return TRUE;
}

static void
add_use (WmdWordUses *self, const WmdWordUse *use)
{
  guint count = wmd_word_uses_count (self, use->word);
  WmdWordUse *added;

  g_hash_table_insert (self->counts, GUINT_TO_POINTER (use->word), GUINT_TO_POINTER (count + 1));
  if (use->length < WMD_MIN_WORD)
    return;
  g_array_append_val (self->uses, *use);
  added = &g_array_index (self->uses, WmdWordUse, self->uses->len - 1);
  added->fresh = count == 0;
  for (guint before = 0; before < 2; before++)
    added->fresh = link_beside (self, added, before) || added->fresh;
}

/* Adds the words of one run, for which neighbours are all that is missing. */
static void
add_run (WmdWordUses *self, GArray *run, GArray *stems)
{
  for (guint i = 0; i < run->len; i++)
    {
      WmdWordUse *use = &g_array_index (run, WmdWordUse, i);

      for (guint j = 0; j < WMD_WORD_NEIGHBOURS; j++)
        {
          use->before[j] = i > j ? g_array_index (stems, guint, i - j - 1) : 0;
          use->behind[j] = i + j + 1 < stems->len ? g_array_index (stems, guint, i + j + 1) : 0;
        }
      use->behind_capital = i > 0 && g_array_index (run, WmdWordUse, i - 1).capital;
      add_use (self, use);
    }
  g_array_set_size (run, 0);
  g_array_set_size (stems, 0);
}

void
wmd_word_uses_add (WmdWordUses *self, const WmdForms *forms, const WmdReading *reading, const char *text)
{
  g_autoptr (GArray) run = g_array_new (FALSE, FALSE, sizeof (WmdWordUse));
  g_autoptr (GArray) stems = g_array_new (FALSE, FALSE, sizeof (guint));
  guint length = (guint) wmd_forms_get_number (forms, "word-stem", reading->language);

  for (guint i = 0; i < reading->n_tokens; i++)
    {
      const WmdToken *token = &reading->tokens[i];
      WmdWordUse use = { .first = lower (token->first),
                         .capital = (token->flags & WMD_TOKEN_INITIAL) != 0,
                         .text = self->texts->len,
                         .token = i,
                         .start = token->start,
                         .end = token->end };
      guint stem;

      if (is_joint (forms, reading, token))
        continue;
      if (token->kind != WMD_TOKEN_WORD)
        {
          add_run (self, run, stems);
          continue;
        }
      hash_word (reading, token, length, &stem, &use);
      g_array_append_val (run, use);
      g_array_append_val (stems, stem);
    }
  add_run (self, run, stems);
  g_ptr_array_add (self->texts, (gpointer) text);
}

/* --- looking up --- */

guint
wmd_word_uses_get_n (const WmdWordUses *self)
{
  return self->uses->len;
}

const WmdWordUse *
wmd_word_uses_get (const WmdWordUses *self, guint index)
{
  return &g_array_index (self->uses, WmdWordUse, index);
}

guint
wmd_word_uses_count (const WmdWordUses *self, guint word)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, GUINT_TO_POINTER (word)));
}

const WmdWordUse *
wmd_word_uses_first_beside (const WmdWordUses *self, const WmdWordUse *use, gboolean before)
{
  guint index = get_index (self, hash_beside (use, before));

  return index > 0 ? wmd_word_uses_get (self, index - 1) : NULL;
}

const WmdWordUse *
wmd_word_uses_next_beside (const WmdWordUses *self, const WmdWordUse *use, gboolean before)
{
  return use->next[before] > 0 ? wmd_word_uses_get (self, use->next[before] - 1) : NULL;
}

char *
wmd_word_uses_dup_word (const WmdWordUses *self, const WmdWordUse *use)
{
  return g_strndup ((const char *) self->texts->pdata[use->text] + use->start, use->end - use->start);
}
