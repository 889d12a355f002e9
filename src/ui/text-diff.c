/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The longest common subsequence of tokens, by the textbook: paragraphs are short. The table is only made for the
 * stretch between the common beginning and end, and where even that is long the stretch is taken as one change.
 */

#include "config.h"

#include "ui/text-diff.h"

#include <string.h>

#include "ui/inline-markup.h"

/* Cells of the table, 4 bytes each. */
#define MAX_CELLS (1000 * 1000)

typedef struct
{
  const char *start;
  guint length; /* bytes */
} Token;

static gboolean
stands_alone (gunichar c)
{
  return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN || g_unichar_isspace (c) || g_unichar_ispunct (c);
}

/* Words, and each other character for itself. */
static GArray *
tokenize (const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (const char *p = text; *p != '\0';)
    {
      Token token = { p, 0 };

      do
        p = g_utf8_next_char (p);
      while (*p != '\0' && !stands_alone (g_utf8_get_char (token.start)) && !stands_alone (g_utf8_get_char (p)));
      token.length = p - token.start;
      g_array_append_val (tokens, token);
    }
  return tokens;
}

static const Token *
get_token (const GArray *tokens, guint index)
{
  return &g_array_index (tokens, Token, index);
}

static gboolean
same_token (const Token *a, const Token *b)
{
  return a->length == b->length && memcmp (a->start, b->start, a->length) == 0;
}

static void
piece_clear (WmdDiffPiece *piece)
{
  g_free (piece->text);
}

static void
add_piece (GArray *pieces, WmdDiffKind kind, const char *start, const char *end)
{
  WmdDiffPiece *last = pieces->len > 0 ? &g_array_index (pieces, WmdDiffPiece, pieces->len - 1) : NULL;
  g_autofree char *text = g_strndup (start, end - start);

  if (text[0] == '\0')
    return;
  if (last != NULL && last->kind == kind)
    {
      char *joined = g_strconcat (last->text, text, NULL);

      g_free (last->text);
      last->text = joined;
    }
  else
    {
      WmdDiffPiece piece = { kind, g_steal_pointer (&text) };

      g_array_append_val (pieces, piece);
    }
}

static void
add_tokens (GArray *pieces, WmdDiffKind kind, const GArray *tokens, guint from, guint to)
{
  if (to > from)
    add_piece (pieces, kind, get_token (tokens, from)->start,
               get_token (tokens, to - 1)->start + get_token (tokens, to - 1)->length);
}

/* lengths[i * (m + 1) + j]: longest common subsequence of what follows i and j. */
static guint *
measure_common (const GArray *before, const GArray *after, guint head, guint n, guint m)
{
  guint *lengths = g_new0 (guint, (gsize) (n + 1) * (m + 1));

  for (guint i = n; i-- > 0;)
    for (guint j = m; j-- > 0;)
      {
        guint *cell = &lengths[i * (m + 1) + j];

        if (same_token (get_token (before, head + i), get_token (after, head + j)))
          *cell = 1 + lengths[(i + 1) * (m + 1) + j + 1];
        else
          *cell = MAX (lengths[(i + 1) * (m + 1) + j], lengths[i * (m + 1) + j + 1]);
      }
  return lengths;
}

/* The @n and @m tokens from @head on. What was removed is told before what was added in the same place. */
static void
diff_middle (GArray *pieces, const GArray *before, const GArray *after, guint head, guint n, guint m)
{
  g_autofree guint *lengths = NULL;
  guint i = 0, j = 0, removed = 0, added = 0;

  if ((guint64) n * m <= MAX_CELLS)
    lengths = measure_common (before, after, head, n, m);
  while (lengths != NULL && i < n && j < m)
    {
      if (same_token (get_token (before, head + i), get_token (after, head + j)))
        {
          add_tokens (pieces, WMD_DIFF_REMOVED, before, head + removed, head + i);
          add_tokens (pieces, WMD_DIFF_ADDED, after, head + added, head + j);
          add_tokens (pieces, WMD_DIFF_SAME, after, head + j, head + j + 1);
          removed = ++i;
          added = ++j;
        }
      else if (lengths[(i + 1) * (m + 1) + j] >= lengths[i * (m + 1) + j + 1])
        i++;
      else
        j++;
    }
  add_tokens (pieces, WMD_DIFF_REMOVED, before, head + removed, head + n);
  add_tokens (pieces, WMD_DIFF_ADDED, after, head + added, head + m);
}

GArray *
wmd_text_diff (const char *before, const char *after)
{
  g_autoptr (GArray) old_tokens = NULL, new_tokens = NULL;
  GArray *pieces;
  guint head = 0, tail = 0;

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  old_tokens = tokenize (before);
  new_tokens = tokenize (after);
  pieces = g_array_new (FALSE, FALSE, sizeof (WmdDiffPiece));
  g_array_set_clear_func (pieces, (GDestroyNotify) piece_clear);
  while (head < MIN (old_tokens->len, new_tokens->len) &&
         same_token (get_token (old_tokens, head), get_token (new_tokens, head)))
    head++;
  while (tail < MIN (old_tokens->len, new_tokens->len) - head &&
         same_token (get_token (old_tokens, old_tokens->len - 1 - tail),
                     get_token (new_tokens, new_tokens->len - 1 - tail)))
    tail++;

  add_tokens (pieces, WMD_DIFF_SAME, new_tokens, 0, head);
  diff_middle (pieces, old_tokens, new_tokens, head, old_tokens->len - head - tail, new_tokens->len - head - tail);
  add_tokens (pieces, WMD_DIFF_SAME, new_tokens, new_tokens->len - tail, new_tokens->len);
  return pieces;
}

char *
wmd_text_diff_markup (const char *before, const char *after)
{
  static const struct
  {
    const char *open;
    const char *close;
  } tags[] = {
    [WMD_DIFF_SAME] = { "", "" },
    [WMD_DIFF_REMOVED] = { "<span strikethrough=\"true\" alpha=\"55%\">", "</span>" },
    [WMD_DIFF_ADDED] = { "<span weight=\"bold\" underline=\"single\">", "</span>" },
  };
  g_autoptr (GArray) pieces = wmd_text_diff (before, after);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < pieces->len; i++)
    {
      const WmdDiffPiece *piece = &g_array_index (pieces, WmdDiffPiece, i);
      g_autofree char *escaped = wmd_escape_for_pango (piece->text);

      g_string_append (markup, tags[piece->kind].open);
      g_string_append (markup, escaped);
      g_string_append (markup, tags[piece->kind].close);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}
