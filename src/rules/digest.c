/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The digest of a variant. A shingle is a run of characters (Chinese) or of words that is long enough to say what a
 * sentence is about; two sentences that have one in common speak of the same thing.
 */

#include "config.h"

#include "rules/digest-private.h"

#include <string.h>

/* Chinese characters of a shingle. */
#define HAN_SHINGLE 8
/* Words of a shingle in other languages, small ones apart; of each the first letters count: endings are inflected. */
#define WORD_SHINGLE 3
#define STEM 5
/* Characters of a Chinese noun, words of another. */
#define HAN_NOUN 4
#define WORD_NOUN 2

/* Titles shorter than this are too like ordinary words. */
#define MIN_TITLE 8

static void
figure_clear (gpointer data)
{
  WmdFigure *self = data;

  g_array_unref (self->shingles);
}

static void
title_clear (gpointer data)
{
  g_free (((WmdTitle *) data)->text);
}

static guint
mix (guint hash, guint value)
{
  return (hash ^ value) * 16777619u;
}

/* --- shingles --- */

static void
add_han_shingles (const WmdReading *reading, const WmdToken *token, GArray *shingles)
{
  const char *end = reading->text + token->end;

  for (const char *p = reading->text + token->start; p < end; p = g_utf8_next_char (p))
    {
      guint hash = 2166136261u, n = 0;

      for (const char *q = p; q < end && n < HAN_SHINGLE; q = g_utf8_next_char (q), n++)
        hash = mix (hash, g_utf8_get_char (q));
      if (n == HAN_SHINGLE)
        g_array_append_val (shingles, hash);
    }
}

static guint
hash_stem (const WmdReading *reading, const WmdToken *token)
{
  guint hash = 2166136261u, n = 0;

  for (const char *p = reading->text + token->start; p < reading->text + token->end && n < STEM;
       p = g_utf8_next_char (p), n++)
    hash = mix (hash, g_unichar_tolower (g_utf8_get_char (p)));
  return hash;
}

static gboolean
is_joint (const WmdForms *forms, const WmdReading *reading, const WmdToken *token)
{
  return wmd_forms_has_word (forms, "name-joints", reading->language, reading->text + token->start,
                             token->end - token->start);
}

/* The words from @index on without the small ones, capitals among them beside one that begins the sentence. */
static void
add_word_shingle (const WmdForms *forms, const WmdReading *reading, guint index, guint end, GArray *shingles)
{
  guint hash = 2166136261u, n = 0, n_capitals = 0;

  for (guint i = index; i < end && n < WORD_SHINGLE; i++)
    {
      const WmdToken *token = &reading->tokens[i];

      if (token->kind == WMD_TOKEN_MARK && (token->first == '-' || token->first == '\'' || token->first == 0x2019))
        continue;
      if (token->kind != WMD_TOKEN_WORD)
        return;
      if (is_joint (forms, reading, token))
        continue;
      hash = mix (hash, hash_stem (reading, token));
      n_capitals += (token->flags & WMD_TOKEN_INITIAL) != 0;
      n++;
    }
  if (n == WORD_SHINGLE && (n_capitals > 0 || reading->language == WMD_LANGUAGE_AR))
    g_array_append_val (shingles, hash);
}

/* (transfer full) (element-type guint) of the tokens from @start to @end. */
static GArray *
list_shingles (const WmdForms *forms, const WmdReading *reading, guint start, guint end)
{
  GArray *shingles = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = start; i < end; i++)
    {
      const WmdToken *token = &reading->tokens[i];

      if (token->kind != WMD_TOKEN_WORD)
        continue;
      if (reading->language == WMD_LANGUAGE_ZH)
        add_han_shingles (reading, token, shingles);
      else if (!is_joint (forms, reading, token))
        add_word_shingle (forms, reading, i, end, shingles);
    }
  return shingles;
}

void
wmd_digest_add_shingles (const WmdForms *forms, const char *text, WmdLanguage language, GHashTable *shingles)
{
  g_autoptr (WmdInline) content = wmd_inline_new_text (text);
  g_autoptr (WmdBlock) block = wmd_block_new ("name", WMD_BLOCK_PARAGRAPH, content);
  WmdReading *reading = wmd_reading_new (block, language);
  g_autoptr (GArray) list = list_shingles (forms, reading, 0, reading->n_tokens);

  for (guint i = 0; i < list->len; i++)
    g_hash_table_add (shingles, GUINT_TO_POINTER (g_array_index (list, guint, i)));
  wmd_reading_free (reading);
}

/* --- figures --- */

static gboolean
ends_sentence (const WmdToken *token)
{
  return token->kind == WMD_TOKEN_MARK && g_utf8_strchr (".!?。！？؟", -1, token->first) != NULL;
}

/* Hash of what is counted: behind a Chinese classifier a few characters, else the beginnings of two words; 0: nothing.
 */
static guint
hash_noun (WmdForms *forms, const WmdReading *reading, guint index)
{
  const WmdToken *next = index + 1 < reading->n_tokens ? &reading->tokens[index + 1] : NULL;
  guint hash = 2166136261u;

  if (next == NULL || next->kind != WMD_TOKEN_WORD)
    return 0;
  if (reading->language == WMD_LANGUAGE_ZH)
    {
      g_autofree char *run = g_strndup (reading->text + next->start, next->end - next->start);
      const char *p = g_utf8_next_char (run);

      if (!wmd_forms_matches (forms, "classifier", reading->language, run))
        return 0;
      for (guint n = 0; n < HAN_NOUN && *p != '\0'; n++, p = g_utf8_next_char (p))
        hash = mix (hash, g_utf8_get_char (p));
      return hash;
    }
  for (guint i = index + 1, n = 0; i < reading->n_tokens && n < WORD_NOUN; i++)
    {
      if (reading->tokens[i].kind == WMD_TOKEN_MARK && reading->tokens[i].first == '-')
        continue;
      if (reading->tokens[i].kind != WMD_TOKEN_WORD)
        break;
      hash = mix (hash, hash_stem (reading, &reading->tokens[i]));
      n++;
    }
  return hash;
}

/* A whole number that counts: no year, no number with a fraction, none raised. */
static guint64
get_count (const WmdReading *reading, const WmdToken *token)
{
  guint64 value = 0;

  if (token->kind != WMD_TOKEN_NUMBER || (token->flags & WMD_TOKEN_RAISED) != 0)
    return 0;
  for (const char *p = reading->text + token->start; p < reading->text + token->end; p = g_utf8_next_char (p))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (p));

      if (digit >= 0)
        value = value * 10 + digit;
      else if (*p == '.' || (*p == ',' && reading->text + token->end - p != 4))
        return 0;
    }
  return value;
}

static void
add_figures (WmdDigest *self, WmdForms *forms, const WmdReading *reading, guint block, guint start, guint end)
{
  for (guint i = start; i < end; i++)
    {
      const WmdToken *token = &reading->tokens[i];
      WmdFigure figure = { get_count (reading, token), 0, NULL, { block, token->start, token->end } };

      if (figure.value < 2)
        continue;
      figure.noun = hash_noun (forms, reading, i);
      if (figure.noun == 0)
        continue;
      figure.shingles = list_shingles (forms, reading, start, end);
      g_array_append_val (self->figures, figure);
    }
}

static void
read_sentences (WmdDigest *self, WmdForms *forms, const WmdReading *reading, guint block)
{
  for (guint start = 0, end; start < reading->n_tokens; start = end)
    {
      for (end = start; end < reading->n_tokens && !ends_sentence (&reading->tokens[end]); end++)
        ;
      end = MIN (end + 1, reading->n_tokens);
      if (self->shingles != NULL)
        {
          g_autoptr (GArray) shingles = list_shingles (forms, reading, start, end);

          for (guint i = 0; i < shingles->len; i++)
            g_hash_table_add (self->shingles, GUINT_TO_POINTER (g_array_index (shingles, guint, i)));
        }
      else if (reading->digits)
        add_figures (self, forms, reading, block, start, end);
    }
}

/* --- terms and titles --- */

static void
add_term (WmdDigest *self, guint term, guint name, guint block, guint start, guint end)
{
  WmdTermUse use = { term, name, { block, start, end } };

  for (guint i = 0; i < self->terms->len; i++)
    if (g_array_index (self->terms, WmdTermUse, i).term == term &&
        g_array_index (self->terms, WmdTermUse, i).name == name)
      return;
  g_array_append_val (self->terms, use);
}

static void
find_terms (WmdDigest *self, WmdForms *forms, const WmdReading *reading, guint block)
{
  GRegex *terms = wmd_forms_get_term_pattern (forms, reading->language);
  g_autoptr (GMatchInfo) match = NULL;

  if (terms == NULL)
    return;
  for (g_regex_match (terms, reading->text, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      int start, end;
      guint term, name;

      g_match_info_fetch_pos (match, 0, &start, &end);
      wmd_forms_identify_term (forms, reading->language, g_match_info_get_match_count (match) - 1, &term, &name);
      add_term (self, term, name, block, start, end);
    }
}

static void
find_titles (WmdDigest *self, const WmdReading *reading, guint block)
{
  const WmdToken *opened = NULL;

  for (guint i = 0; i < reading->n_tokens; i++)
    {
      const WmdToken *token = &reading->tokens[i];
      WmdTitle title = { NULL, { block, opened != NULL ? opened->end : 0, token->start } };

      if (token->kind != WMD_TOKEN_MARK)
        continue;
      if (token->first == 0x300a)
        opened = token;
      if (token->first != 0x300b || opened == NULL)
        continue;
      opened = NULL;
      title.text = g_strndup (reading->text + title.spot.start, title.spot.end - title.spot.start);
      if (g_utf8_strlen (title.text, -1) < MIN_TITLE)
        {
          g_free (title.text);
          continue;
        }
      g_array_append_val (self->titles, title);
      self->titles_hash += g_str_hash (title.text);
    }
}

WmdDigest *
wmd_digest_new (WmdForms *forms, WmdReading *const *readings, guint n_readings, WmdLanguage language, gboolean frame)
{
  WmdDigest *self = g_new0 (WmdDigest, 1);

  self->language = language;
  self->terms = g_array_new (FALSE, FALSE, sizeof (WmdTermUse));
  self->figures = g_array_new (FALSE, FALSE, sizeof (WmdFigure));
  self->titles = wmd_digest_new_titles ();
  g_array_set_clear_func (self->figures, figure_clear);
  self->bare = wmd_digest_new_titles ();
  self->shingles = frame ? g_hash_table_new (NULL, NULL) : NULL;
  for (guint i = 0; i < n_readings; i++)
    {
      read_sentences (self, forms, readings[i], i);
      find_terms (self, forms, readings[i], i);
      if (language == WMD_LANGUAGE_ZH)
        find_titles (self, readings[i], i);
    }
  return self;
}

void
wmd_digest_free (WmdDigest *self)
{
  g_array_unref (self->terms);
  g_array_unref (self->figures);
  g_array_unref (self->titles);
  g_array_unref (self->bare);
  g_clear_pointer (&self->shingles, g_hash_table_unref);
  g_free (self);
}

/* --- comparison --- */

GArray *
wmd_digest_new_titles (void)
{
  GArray *titles = g_array_new (FALSE, FALSE, sizeof (WmdTitle));

  g_array_set_clear_func (titles, title_clear);
  return titles;
}

static gboolean
equal_spots (const WmdSpot *a, const WmdSpot *b)
{
  return a->block == b->block && a->start == b->start && a->end == b->end;
}

gboolean
wmd_digest_equal_titles (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const WmdTitle *first = &g_array_index (a, WmdTitle, i), *second = &g_array_index (b, WmdTitle, i);

      if (!g_str_equal (first->text, second->text) || !equal_spots (&first->spot, &second->spot))
        return FALSE;
    }
  return TRUE;
}

/* An empty array may have no data, which memcmp() must not be given. */
static gboolean
equal_shingles (const GArray *a, const GArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->data, b->data, a->len * sizeof (guint)) == 0);
}

static gboolean
equal_figures (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const WmdFigure *first = &g_array_index (a, WmdFigure, i), *second = &g_array_index (b, WmdFigure, i);

      if (first->value != second->value || first->noun != second->noun || !equal_spots (&first->spot, &second->spot) ||
          !equal_shingles (first->shingles, second->shingles))
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_terms (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    {
      const WmdTermUse *first = &g_array_index (a, WmdTermUse, i), *second = &g_array_index (b, WmdTermUse, i);

      if (first->term != second->term || first->name != second->name || !equal_spots (&first->spot, &second->spot))
        return FALSE;
    }
  return TRUE;
}

static gboolean
equal_sets (GHashTable *a, GHashTable *b)
{
  GHashTableIter iter;
  gpointer key;

  if (a == NULL || b == NULL)
    return a == b;
  if (g_hash_table_size (a) != g_hash_table_size (b))
    return FALSE;
  g_hash_table_iter_init (&iter, a);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_hash_table_contains (b, key))
      return FALSE;
  return TRUE;
}

gboolean
wmd_digest_equal (const WmdDigest *a, const WmdDigest *b)
{
  return equal_terms (a->terms, b->terms) && equal_figures (a->figures, b->figures) &&
         wmd_digest_equal_titles (a->titles, b->titles) && equal_sets (a->shingles, b->shingles);
}
