/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The longest common subsequence of words, by the textbook: paragraphs are short. The table is only made for the
 * stretch between the common beginning and end, and where even that is long the stretch is taken as one change. What a
 * reader would not call common is then given up: a comma between two changes, the articles of two other sentences.
 */

#include "config.h"

#include "compose/text-diff.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "model/inline.h"

#define MAX_CELLS (4 * 1000 * 1000) /* of the table, 4 bytes each */
#define MIN_LIKENESS 0.25           /* below it, texts have nothing in common */
#define NO_PARTNER G_MAXUINT

typedef struct
{
  const char *start;
  guint length;  /* bytes */
  guint weight;  /* letters and digits */
  guint partner; /* index of the same token in the other text */
} Token;

/* --- tokens --- */

/* The mark of a footnote counts as one: it stands for more than punctuation. */
static guint
count_letters (const char *start, const char *end)
{
  guint n = 0;

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    n += g_unichar_isalnum (g_utf8_get_char (p)) || g_str_has_prefix (p, WMD_INLINE_NOTE_MARK) ? 1 : 0;
  return n;
}

static void
add_token (GArray *tokens, const char *start, const char *end)
{
  Token token = { start, end - start, count_letters (start, end), NO_PARTNER };

  g_array_append_val (tokens, token);
}

/* Words, and what is between them; those of Chinese are found with a dictionary. */
static GArray *
tokenize (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));
  UErrorCode status = U_ZERO_ERROR;
  UText *utext = utext_openUTF8 (NULL, text, -1, &status);
  UBreakIterator *words = ubrk_open (UBRK_WORD, "zh", NULL, 0, &status);
  int32_t start = 0;

  ubrk_setUText (words, utext, &status);
  if (U_SUCCESS (status))
    for (int32_t end = ubrk_next (words); end != UBRK_DONE; start = end, end = ubrk_next (words))
      add_token (tokens, text + start, text + end);
  else if (*text != '\0')
    add_token (tokens, text, text + strlen (text));
  ubrk_close (words);
  utext_close (utext);
  return tokens;
}

static Token *
get_token (const GArray *tokens, guint index)
{
  return &g_array_index (tokens, Token, index);
}

static gboolean
same_token (const Token *a, const Token *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

/* --- what is common --- */

/* lengths[i * (m + 1) + j]: longest common subsequence of what follows i and j. */
static guint *
measure_common (const GArray *before, const GArray *after, guint head, guint n, guint m)
{
  guint *lengths = g_new0 (guint, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      {
        guint *cell = &lengths[(gsize) i * (m + 1) + j];

        if (same_token (get_token (before, head + i), get_token (after, head + j)))
          *cell = 1 + cell[m + 2];
        else
          *cell = MAX (cell[m + 1], cell[1]);
      }
  return lengths;
}

static void
pair (GArray *before, GArray *after, guint i, guint j)
{
  get_token (before, i)->partner = j;
  get_token (after, j)->partner = i;
}

/* The @n and @m tokens from @head on. */
static void
pair_middle (GArray *before, GArray *after, guint head, guint n, guint m)
{
  g_autofree guint *lengths = NULL;
  guint i = 0, j = 0;

  if ((guint64) n * m > MAX_CELLS)
    return;
  lengths = measure_common (before, after, head, n, m);
  while (i < n && j < m)
    {
      const guint *cell = &lengths[(gsize) i * (m + 1) + j];

      if (same_token (get_token (before, head + i), get_token (after, head + j)))
        pair (before, after, head + i++, head + j++);
      else if (cell[m + 1] >= cell[1])
        i++;
      else
        j++;
    }
}

static void
pair_tokens (GArray *before, GArray *after)
{
  guint shorter = MIN (before->len, after->len);
  guint head = 0, tail = 0;

  for (; head < shorter && same_token (get_token (before, head), get_token (after, head)); head++)
    pair (before, after, head, head);
  for (; tail < shorter - head; tail++)
    {
      guint i = before->len - 1 - tail, j = after->len - 1 - tail;

      if (!same_token (get_token (before, i), get_token (after, j)))
        break;
      pair (before, after, i, j);
    }
  pair_middle (before, after, head, before->len - head - tail, after->len - head - tail);
}

/* TRUE when the tokens @i of before and @j of after are common, and so are those next to them. */
static gboolean
goes_on (const GArray *before, const GArray *after, guint i, guint j)
{
  return i < before->len && j < after->len && get_token (before, i)->partner == j;
}

/* Gives up common stretches without a letter between two changes. */
static void
drop_islands (GArray *before, GArray *after)
{
  for (guint i = 0; i < before->len;)
    {
      guint j = get_token (before, i)->partner;
      guint n = 0, weight = 0;

      if (j == NO_PARTNER)
        {
          i++;
          continue;
        }
      for (; goes_on (before, after, i + n, j + n); n++)
        weight += get_token (before, i + n)->weight;
      for (guint k = 0; weight == 0 && i + j > 0 && i + n + j + n < before->len + after->len && k < n; k++)
        get_token (before, i + k)->partner = get_token (after, j + k)->partner = NO_PARTNER;
      i += n;
    }
}

static double
measure_likeness (const GArray *before, const GArray *after)
{
  guint common = 0, total = 0;

  for (guint i = 0; i < before->len; i++)
    {
      const Token *token = get_token (before, i);

      total += token->weight;
      common += token->partner != NO_PARTNER ? token->weight : 0;
    }
  for (guint j = 0; j < after->len; j++)
    total += get_token (after, j)->weight;
  return total > 0 ? 2. * common / total : 0.;
}

static void
forget_pairs (GArray *tokens)
{
  for (guint i = 0; i < tokens->len; i++)
    get_token (tokens, i)->partner = NO_PARTNER;
}

/* --- pieces --- */

static void
add_piece (GArray *pieces, WmdDiffKind kind, const Token *token)
{
  WmdDiffPiece *last = pieces->len > 0 ? &g_array_index (pieces, WmdDiffPiece, pieces->len - 1) : NULL;
  WmdDiffPiece piece = { kind, token->start, token->length };

  if (last != NULL && last->kind == kind)
    last->length += token->length;
  else
    g_array_append_val (pieces, piece);
}

static GArray *
list_pieces (const GArray *before, const GArray *after)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (WmdDiffPiece));
  guint i = 0, j = 0;

  while (i < before->len || j < after->len)
    {
      for (; i < before->len && get_token (before, i)->partner == NO_PARTNER; i++)
        add_piece (pieces, WMD_DIFF_REMOVED, get_token (before, i));
      for (; j < after->len && get_token (after, j)->partner == NO_PARTNER; j++)
        add_piece (pieces, WMD_DIFF_ADDED, get_token (after, j));
      for (; goes_on (before, after, i, j); i++, j++)
        add_piece (pieces, WMD_DIFF_SAME, get_token (after, j));
    }
  return pieces;
}

static GArray *
list_equal (const char *text)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (WmdDiffPiece));
  WmdDiffPiece piece = { WMD_DIFF_SAME, text, strlen (text) };

  if (piece.length > 0)
    g_array_append_val (pieces, piece);
  return pieces;
}

GArray *
wmd_text_diff (const char *before, const char *after)
{
  g_autoptr (GArray) old_tokens = NULL, new_tokens = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  if (strcmp (before, after) == 0)
    return list_equal (after);
  old_tokens = tokenize (before);
  new_tokens = tokenize (after);
  pair_tokens (old_tokens, new_tokens);
  drop_islands (old_tokens, new_tokens);
  if (measure_likeness (old_tokens, new_tokens) < MIN_LIKENESS)
    {
      forget_pairs (old_tokens);
      forget_pairs (new_tokens);
    }
  return list_pieces (old_tokens, new_tokens);
}

double
wmd_text_get_likeness (const char *before, const char *after)
{
  g_autoptr (GArray) old_tokens = NULL, new_tokens = NULL;

  g_return_val_if_fail (before != NULL && after != NULL, 0.);

  if (strcmp (before, after) == 0)
    return 1.;
  old_tokens = tokenize (before);
  new_tokens = tokenize (after);
  pair_tokens (old_tokens, new_tokens);
  return measure_likeness (old_tokens, new_tokens);
}
