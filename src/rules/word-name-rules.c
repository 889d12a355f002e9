/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Names in languages that part words: a word that is almost another one. It is a slip when it stands beside the same
 * word as the other, in the text or in a name of the registry, or when the other is the name of a State. Endings that a
 * language inflects do not count, nor do words that are both known to exist.
 */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "rules/rules-private.h"
#include "rules/word-uses-private.h"

/* The fewest letters of the name of a State that begins a sentence, and of one in which two letters may be wrong. */
#define MIN_FIRST_WORD 7
#define MIN_TWO_SLIPS 9

/* The most letters by which a name may be too long or too short. */
#define MAX_SLIPS 2

/* --- slips --- */

/* Two words by characters, without what they have in common at both ends. */
typedef struct
{
  glong head;    /* characters that both begin with */
  glong tail;    /* … and end with */
  glong left[2]; /* characters between, of each */
  gboolean swapped;
  gboolean same_letters;
} Difference;

static int
compare_characters_cb (gconstpointer a, gconstpointer b)
{
  return (int) *(const gunichar *) a - (int) *(const gunichar *) b;
}

static Difference
compare_words (const char *a, const char *b)
{
  Difference difference = { 0 };
  glong n_a, n_b;
  g_autofree gunichar *first = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *second = g_utf8_to_ucs4_fast (b, -1, &n_b);
  glong *left = difference.left;

  while (difference.head < MIN (n_a, n_b) && first[difference.head] == second[difference.head])
    difference.head++;
  while (difference.tail < MIN (n_a, n_b) - difference.head &&
         first[n_a - 1 - difference.tail] == second[n_b - 1 - difference.tail])
    difference.tail++;
  left[0] = n_a - difference.head - difference.tail;
  left[1] = n_b - difference.head - difference.tail;
  difference.swapped = left[0] == 2 && left[1] == 2 && first[difference.head] == second[difference.head + 1] &&
                       first[difference.head + 1] == second[difference.head];
  if (left[0] != left[1])
    return difference;
  qsort (first + difference.head, left[0], sizeof (gunichar), compare_characters_cb);
  qsort (second + difference.head, left[1], sizeof (gunichar), compare_characters_cb);
  difference.same_letters =
      memcmp (first + difference.head, second + difference.head, left[0] * sizeof (gunichar)) == 0;
  return difference;
}

static gboolean
are_long (const char *a, const char *b, glong length)
{
  return g_utf8_strlen (a, -1) >= length && g_utf8_strlen (b, -1) >= length;
}

/* TRUE when one letter more, less or other, or two that changed places, make the one of the other. Nothing inflects by
 * letters that change places; of the rest the ending does not count, but where a language has few and @anywhere.
 */
static gboolean
is_slip (const WmdProbe *probe, const char *a, const char *b, gboolean anywhere)
{
  Difference difference;
  glong ending = (glong) wmd_forms_get_number (probe->forms, "name-ending", probe->language);

  if (g_utf8_get_char (a) != g_utf8_get_char (b) || !are_long (a, b, WMD_MIN_WORD))
    return FALSE;
  difference = compare_words (a, b);
  if (MAX (difference.left[0], difference.left[1]) > 2)
    return FALSE;
  if (difference.swapped)
    return TRUE;
  if (MAX (difference.left[0], difference.left[1]) != 1)
    return FALSE;
  return difference.tail >= ending || (anywhere && ending == 1 && difference.left[0] == difference.left[1]);
}

/* TRUE when the words differ by a letter that makes another form of a word in Arabic: one and several measures are
 * تدبير and تدابير.
 */
static gboolean
differ_in_form (const WmdProbe *probe, const char *a, const char *b)
{
  const char *weak = wmd_forms_get_text (probe->forms, "weak-letters", probe->language);
  const char *words[] = { a, b };
  Difference difference;

  if (weak == NULL)
    return FALSE;
  difference = compare_words (a, b);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (difference.left[i] == 1 &&
        g_utf8_strchr (weak, -1, g_utf8_get_char (g_utf8_offset_to_pointer (words[i], difference.head))) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
are_real_words (const WmdProbe *probe, const char *a, const char *b)
{
  return wmd_forms_has_word (probe->forms, "real-words", probe->language, a, -1) &&
         wmd_forms_has_word (probe->forms, "real-words", probe->language, b, -1);
}

/* --- beside the same word --- */

static void
say_variant (WmdProbe *probe, const WmdWordUse *use, const char *text, const char *other)
{
  g_autofree char *hint = g_strdup_printf ("%s / %s", text, other);

  wmd_probe_go_to (probe, use->text);
  wmd_remark_set_range (wmd_probe_say (probe, hint, g_strdup_printf (_ ("“%s” is almost “%s”."), text, other)),
                        use->start, use->end);
}

/* TRUE when both have the same word on this side. */
static gboolean
has_same (const WmdWordUse *a, const WmdWordUse *b, gboolean before)
{
  guint first = before ? a->before[0] : a->behind[0], second = before ? b->before[0] : b->behind[0];

  return first != 0 && first == second;
}

/* The one that gives way is used less, or used later. */
static gboolean
gives_way (const WmdWordUses *uses, const WmdWordUse *use, const WmdWordUse *other)
{
  guint n = wmd_word_uses_count (uses, use->word), n_other = wmd_word_uses_count (uses, other->word);

  if (n != n_other)
    return n < n_other;
  return other->text < use->text || (other->text == use->text && other->start < use->start);
}

/* (transfer full) */
static char *
dup_folded (const WmdWordUses *uses, const WmdWordUse *use)
{
  g_autofree char *word = wmd_word_uses_dup_word (uses, use);

  return g_utf8_casefold (word, -1);
}

/* @both: they have a word in common on the other side too. Most words are not alike at all, so that few are folded. */
static gboolean
is_almost (WmdProbe *probe,
           const WmdWordUses *uses,
           const WmdWordUse *use,
           const WmdWordUses *others,
           const WmdWordUse *other,
           gboolean both)
{
  g_autofree char *word = NULL;
  g_autofree char *other_word = NULL;

  if (use->first != other->first || use->length > other->length + 1 || other->length > use->length + 1 ||
      use->word == other->word || use->capital != other->capital)
    return FALSE;
  word = dup_folded (uses, use);
  other_word = dup_folded (others, other);
  return is_slip (probe, word, other_word, both) && !are_real_words (probe, word, other_word) &&
         !differ_in_form (probe, word, other_word);
}

/* The word of @others that stands beside the same words and was meant. (transfer full) */
static char *
find_beside (WmdProbe *probe, const WmdWordUses *uses, const WmdWordUse *use, const WmdWordUses *others)
{
  for (guint before = 0; before < 2; before++)
    for (const WmdWordUse *other = wmd_word_uses_first_beside (others, use, before); other != NULL;
         other = wmd_word_uses_next_beside (others, other, before))
      if (is_almost (probe, uses, use, others, other, has_same (use, other, !before)) &&
          (uses != others || gives_way (uses, use, other)))
        return wmd_word_uses_dup_word (others, other);
  return NULL;
}

/* --- names of States --- */

/* Letters to put in, take out or change to make the one of the other. */
static guint
count_edits (const char *a, const char *b)
{
  glong n_a, n_b;
  g_autofree gunichar *first = g_utf8_to_ucs4_fast (a, -1, &n_a);
  g_autofree gunichar *second = g_utf8_to_ucs4_fast (b, -1, &n_b);
  g_autofree guint *row = g_new (guint, n_b + 1);

  for (glong j = 0; j <= n_b; j++)
    row[j] = j;
  for (glong i = 1; i <= n_a; i++)
    {
      guint diagonal = row[0];

      row[0] = i;
      for (glong j = 1; j <= n_b; j++)
        {
          guint changed = diagonal + (first[i - 1] != second[j - 1]);

          diagonal = row[j];
          row[j] = MIN (changed, MIN (row[j], row[j - 1]) + 1);
        }
    }
  return row[n_b];
}

/* TRUE for one slip, for the same letters in another order, for two slips in a long name. */
static gboolean
is_misspelt (const WmdProbe *probe, const char *word, const char *name)
{
  Difference difference;

  if (labs (g_utf8_strlen (word, -1) - g_utf8_strlen (name, -1)) > MAX_SLIPS)
    return FALSE;
  if (is_slip (probe, word, name, FALSE))
    return TRUE;
  if (!are_long (word, name, WMD_MIN_WORD))
    return FALSE;
  difference = compare_words (word, name);
  if (difference.head == 0 || difference.tail == 0)
    return FALSE;
  return (difference.same_letters && difference.left[0] <= 4) ||
         (are_long (word, name, MIN_TWO_SLIPS) && difference.tail > 1 && count_edits (word, name) <= 2);
}

/* TRUE for a mark behind which a capital says nothing. */
static gboolean
begins_sentence (const WmdToken *token)
{
  return token->kind == WMD_TOKEN_MARK && g_utf8_strchr (",-'’(", -1, token->first) == NULL;
}

/* A word by itself, since Columbia University is no State. A capital may begin the sentence before it; of a word that
 * begins one the capital says nothing, so that it has to be longer.
 */
static gboolean
stands_alone (const WmdProbe *probe, const WmdWordUse *use)
{
  const WmdReading *reading = g_array_index (probe->page->places, WmdPlace, use->text).reading;
  guint i = use->token;

  if (i + 1 < reading->n_tokens && (reading->tokens[i + 1].flags & WMD_TOKEN_INITIAL) != 0)
    return FALSE;
  if (i == 0 || begins_sentence (&reading->tokens[i - 1]))
    return use->length >= MIN_FIRST_WORD;
  return (reading->tokens[i - 1].flags & WMD_TOKEN_INITIAL) == 0 || i == 1 || begins_sentence (&reading->tokens[i - 2]);
}

/* TRUE when the word may be the name of a State at all: where there are no capitals, a long one. */
static gboolean
may_be_state (const WmdProbe *probe, const WmdWordUse *use)
{
  guint least = (guint) wmd_forms_get_number (probe->forms, "state-letters", probe->language);

  return least > 0 ? use->length >= least : use->capital && stands_alone (probe, use);
}

/* The State whose name @word is almost; NULL when it is none, or one that is written right. */
static const char *
find_state_of (WmdProbe *probe, const char *word)
{
  const GPtrArray *states = wmd_lexicon_list_states (probe->lexicon);
  glong ending = (glong) wmd_forms_get_number (probe->forms, "state-ending", probe->language);
  glong length = g_utf8_strlen (word, -1);
  const char *found = NULL;

  for (guint i = 0; i < states->len; i++)
    {
      const WmdStateName *state = states->pdata[i];

      if (state->first != g_utf8_get_char (word) || labs (state->length - length) > MAX_SLIPS + ending)
        continue;
      for (glong n = 0; n <= ending; n++)
        {
          g_autofree char *cut = g_utf8_substring (word, 0, length - n);

          if (g_str_equal (cut, state->folded) || g_str_equal (cut, state->stem))
            return NULL;
          if (found == NULL &&
              (is_misspelt (probe, cut, state->folded) || (n > 0 && is_misspelt (probe, cut, state->stem))))
            found = state->name;
        }
    }
  return found;
}

/* The State whose name was meant. Small words may be written with the name in Arabic. */
static const char *
find_state (WmdProbe *probe, const WmdWordUses *uses, const WmdWordUse *use)
{
  const char *prefixes = wmd_forms_get_text (probe->forms, "name-prefixes", probe->language);
  g_autofree char *word = NULL;
  const char *found;

  if (!may_be_state (probe, use))
    return NULL;
  word = dup_folded (uses, use);
  if (wmd_forms_has_word (probe->forms, "real-words", probe->language, word, -1))
    return NULL;
  found = find_state_of (probe, word);
  if (found == NULL && prefixes != NULL && g_utf8_strchr (prefixes, -1, use->first) != NULL)
    found = find_state_of (probe, g_utf8_next_char (word));
  return found;
}

/* --- letters that changed places --- */

/* The fewest letters of a word that is taken for another by its letters alone. */
#define MIN_SWAPPED_WORD 8

/* The words of the text by their letters; in Arabic, where other letters make other words, those of known names.
 * (transfer full)
 */
static GHashTable *
index_letters (const WmdProbe *probe, const WmdWordUses *uses)
{
  const WmdWordUses *known = wmd_lexicon_get_words (probe->lexicon);
  GHashTable *words = g_hash_table_new (NULL, NULL); /* letters to index of the use that is used most, plus one */

  for (guint i = 0; i < wmd_word_uses_get_n (uses); i++)
    {
      const WmdWordUse *use = wmd_word_uses_get (uses, i);
      gpointer key;
      guint held;

      if (!use->fresh || use->length < MIN_SWAPPED_WORD ||
          (probe->language == WMD_LANGUAGE_AR && wmd_word_uses_count (known, use->word) == 0))
        continue;
      key = GUINT_TO_POINTER (use->letters);
      held = GPOINTER_TO_UINT (g_hash_table_lookup (words, key));
      if (held == 0 ||
          wmd_word_uses_count (uses, use->word) > wmd_word_uses_count (uses, wmd_word_uses_get (uses, held - 1)->word))
        g_hash_table_insert (words, key, GUINT_TO_POINTER (i + 1));
    }
  return words;
}

/* The word that is meant where two letters changed places; NULL when none did. (transfer full) */
static char *
find_swapped (const WmdProbe *probe, const WmdWordUses *uses, const WmdWordUse *use, GHashTable *letters)
{
  guint held = use->length >= MIN_SWAPPED_WORD
                   ? GPOINTER_TO_UINT (g_hash_table_lookup (letters, GUINT_TO_POINTER (use->letters)))
                   : 0;
  const WmdWordUse *other = held > 0 ? wmd_word_uses_get (uses, held - 1) : NULL;
  g_autofree char *word = NULL;
  g_autofree char *right = NULL;

  if (other == NULL || other->word == use->word || other->first != use->first || !gives_way (uses, use, other))
    return NULL;
  word = dup_folded (uses, use);
  right = dup_folded (uses, other);
  return compare_words (word, right).swapped && !are_real_words (probe, word, right)
             ? wmd_word_uses_dup_word (uses, other)
             : NULL;
}

/* --- the rule --- */

static void
check_use (WmdProbe *probe, const WmdWordUses *uses, const WmdWordUse *use, GHashTable *letters, GHashTable *said)
{
  const WmdWordUses *known = wmd_lexicon_get_words (probe->lexicon);
  g_autofree char *text = NULL;
  g_autofree char *right = NULL;

  if (wmd_word_uses_count (known, use->word) > 0 || g_hash_table_contains (said, GUINT_TO_POINTER (use->word)))
    return;
  right = find_beside (probe, uses, use, known);
  if (right == NULL)
    right = find_beside (probe, uses, use, uses);
  if (right == NULL)
    right = g_strdup (find_state (probe, uses, use));
  if (right == NULL)
    right = find_swapped (probe, uses, use, letters);
  if (right == NULL)
    return;
  text = wmd_word_uses_dup_word (uses, use);
  say_variant (probe, use, text, right);
  g_hash_table_add (said, GUINT_TO_POINTER (use->word));
}

/* Speaks of each word once. */
static void
check_words (WmdProbe *probe)
{
  g_autoptr (WmdWordUses) uses = wmd_word_uses_new ();
  g_autoptr (GHashTable) said = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) letters = NULL;

  for (guint i = 0; i < probe->page->places->len; i++)
    {
      const WmdReading *reading = wmd_probe_go_to (probe, i);

      wmd_word_uses_add (uses, probe->forms, reading, reading->text);
    }
  letters = index_letters (probe, uses);
  for (guint i = 0; i < wmd_word_uses_get_n (uses); i++)
    if (wmd_word_uses_get (uses, i)->fresh)
      check_use (probe, uses, wmd_word_uses_get (uses, i), letters, said);
}

void
wmd_check_name_variant (WmdProbe *probe)
{
  if (probe->language == WMD_LANGUAGE_ZH)
    {
      wmd_check_title_names (probe);
      wmd_check_running_names (probe);
    }
  else
    check_words (probe);
}
