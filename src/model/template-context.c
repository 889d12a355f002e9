/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How like the surroundings of words are to those of a field in the standard wording: the pieces of words that both
 * have near by. Issued texts differ from the standard wording, but not much around what they state.
 */

#include "config.h"

#include "model/template-context.h"

#include <string.h>

#include "model/inline.h"
#include "reference/fold.h"

#define SURROUNDINGS 96 /* bytes of letters and digits that are compared on each side */
#define PIECE 5         /* bytes: two Han characters, three Cyrillic or Arabic letters, five Latin ones */

/* The end of the mark at @p when it ends a clause; NULL when it does not. */
static const char *
skip_stop (const char *p)
{
  gunichar c = g_utf8_get_char (p);
  const char *next = g_utf8_next_char (p);

  if (c == '.' ? *next != ' ' && *next != '\0' : g_utf8_strchr (";。；؛", -1, c) == NULL)
    return NULL;
  return next;
}

/* The letters and digits of the clause before the end of @text that are nearest to the end. (transfer full) */
static char *
fold_left (const char *text, gsize length)
{
  const char *start = text;
  g_autofree char *side = NULL;
  g_autofree char *folded = NULL;
  gsize n;

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (skip_stop (p) != NULL)
      start = skip_stop (p);
  side = g_strndup (start, text + length - start);
  folded = wmd_fold_text (side);
  n = strlen (folded);
  if (n <= SURROUNDINGS)
    return g_steal_pointer (&folded);
  return g_strdup (g_utf8_find_next_char (folded + n - SURROUNDINGS - 1, NULL));
}

/* Those of the clause at the beginning of @text that are nearest to the beginning. (transfer full) */
static char *
fold_right (const char *text)
{
  const char *end = text;
  g_autofree char *side = NULL;
  g_autofree char *folded = NULL;

  while (*end != '\0' && skip_stop (end) == NULL)
    end = g_utf8_next_char (end);
  side = g_strndup (text, end - text);
  folded = wmd_fold_text (side);
  if (strlen (folded) <= SURROUNDINGS)
    return g_steal_pointer (&folded);
  return g_strndup (folded, g_utf8_find_prev_char (folded, folded + SURROUNDINGS + 1) - folded);
}

/* How much of @a, in pieces of some letters, is in @b too; the nearer to the place, which is at the end (@at_end) or at
 * the beginning of @a, the more.
 */
static guint
count_shared (const char *a, const char *b, gboolean at_end)
{
  gsize length = strlen (a);
  guint n_shared = 0;

  for (const char *p = a; *p != '\0'; p = g_utf8_next_char (p))
    {
      char piece[PIECE + 6] = "";
      const char *end = p;

      while (*end != '\0' && end - p < PIECE)
        end = g_utf8_next_char (end);
      if (end - p < PIECE)
        break;
      memcpy (piece, p, end - p);
      if (strstr (b, piece) != NULL)
        n_shared += SURROUNDINGS - (at_end ? a + length - end : p - a);
    }
  return n_shared;
}

/* How like the surroundings of the place are to those that the field has in one paragraph of the standard wording. */
static guint
compare_with_paragraph (const char *field, const char *left, const char *right, const char *markup)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (markup, NULL);
  const char *text = content != NULL ? wmd_inline_get_text (content) : "";
  guint n_spans = 0, best = 0;
  const WmdSpan *spans = content != NULL ? wmd_inline_get_spans (content, &n_spans) : NULL;

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == WMD_SPAN_FIELD && strcmp (spans[i].value, field) == 0)
      {
        g_autofree char *before = fold_left (text, spans[i].start);
        g_autofree char *after = fold_right (text + spans[i].end);

        /* What stands on the other side there counts half: "by a note verbale dated …", "on … a note verbale". */
        best = MAX (best, 1 + 2 * (count_shared (left, before, TRUE) + count_shared (right, after, FALSE)) +
                              count_shared (left, after, TRUE) + count_shared (right, before, FALSE));
      }
  return best;
}

guint
wmd_template_context_compare (WmdReference *reference,
                              WmdLanguage language,
                              const char *field,
                              const char *before,
                              const char *after)
{
  static const char *const parts[] = { "summary", "introduction" };
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  guint best = 0;

  g_return_val_if_fail (reference != NULL && field != NULL && before != NULL && after != NULL, 0);

  left = fold_left (before, strlen (before));
  right = fold_right (after);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (const char *const *paragraph = wmd_reference_get_template (reference, language, parts[i]); *paragraph != NULL;
         paragraph++)
      best = MAX (best, compare_with_paragraph (field, left, right, *paragraph));
  return best;
}
