/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How like the surroundings of words are to those of a field in the standard wording: the pairs of letters that both
 * have near by. Issued texts differ from the standard wording, but not much around what they state.
 */

#include "config.h"

#include "model/template-context.h"

#include <string.h>

#include "model/inline.h"
#include "reference/fold.h"

#define SURROUNDINGS 16 /* letters and digits that are compared on each side */

/* The letters and digits of @text that are nearest to its end (@end) or its beginning. (transfer full) */
static char *
fold_side (const char *text, gssize length, gboolean end)
{
  g_autofree char *side = length >= 0 ? g_strndup (text, length) : g_strdup (text);
  g_autofree char *folded = wmd_fold_text (side);
  glong n = g_utf8_strlen (folded, -1), kept = MIN (n, SURROUNDINGS);

  return end ? g_utf8_substring (folded, n - kept, n) : g_utf8_substring (folded, 0, kept);
}

/* How many pairs of letters of @a are in @b too. */
static guint
count_shared_pairs (const char *a, const char *b)
{
  guint n_shared = 0;

  for (const char *p = a; *p != '\0' && *g_utf8_next_char (p) != '\0'; p = g_utf8_next_char (p))
    {
      g_autofree char *pair = g_strndup (p, g_utf8_next_char (g_utf8_next_char (p)) - p);

      n_shared += strstr (b, pair) != NULL;
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
        g_autofree char *before = fold_side (text, spans[i].start, TRUE);
        g_autofree char *after = fold_side (text + spans[i].end, -1, FALSE);

        best = MAX (best, 1 + count_shared_pairs (left, before) + count_shared_pairs (right, after));
      }
  return best;
}

guint
wmd_template_context_compare (WmdReference *reference,
                              WmdLanguage language,
                              const char *field,
                              const char *text,
                              guint start,
                              guint end)
{
  static const char *const parts[] = { "summary", "introduction" };
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;
  guint best = 0;

  g_return_val_if_fail (reference != NULL && field != NULL && text != NULL, 0);
  g_return_val_if_fail (start <= end && end <= strlen (text), 0);

  left = fold_side (text, start, TRUE);
  right = fold_side (text + end, -1, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    for (const char *const *paragraph = wmd_reference_get_template (reference, language, parts[i]); *paragraph != NULL;
         paragraph++)
      best = MAX (best, compare_with_paragraph (field, left, right, *paragraph));
  return best;
}
