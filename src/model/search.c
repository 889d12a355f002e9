/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Characters are compared one by one, so that a match has the very bytes that it covers. */

#include "config.h"

#include "model/search.h"

#include <string.h>

/* What is alike for a reader. */
static gunichar
fold (gunichar c)
{
  switch (c)
    {
    case 0x00A0: /* no-break space */
    case 0x2009: /* thin space */
    case 0x202F: /* narrow no-break space */
    case '\n':
      return ' ';
    case 0x2018: /* ‘ */
    case 0x2019: /* ’ */
      return '\'';
    case 0x2011: /* no-break hyphen */
      return '-';
    default:
      return g_unichar_tolower (c);
    }
}

/* The end of @words where they begin at @text; NULL when they do not. */
static const char *
match_at (const char *text, const char *words)
{
  for (; *words != '\0'; words = g_utf8_next_char (words), text = g_utf8_next_char (text))
    if (*text == '\0' || fold (g_utf8_get_char (text)) != fold (g_utf8_get_char (words)))
      return NULL;
  return text;
}

static const WmdSpan *
lookup_span (WmdInline *content, WmdSpanKind kind, guint start, guint end)
{
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == kind && spans[i].start < end && start < spans[i].end)
      return &spans[i];
  return NULL;
}

static void find_in_text (WmdInline *content, const char *words, WmdMatch match, GArray *matches);

static void
find_in_note (const WmdSpan *note, const char *words, WmdMatch match, GArray *matches)
{
  g_autoptr (WmdInline) content = wmd_inline_parse (note->value, NULL);

  match.in_note = TRUE;
  match.note = note->start;
  find_in_text (content, words, match, matches);
}

/* In the order of the text, a footnote being where its mark is. */
static void
find_in_text (WmdInline *content, const char *words, WmdMatch match, GArray *matches)
{
  const char *text = wmd_inline_get_text (content), *end;

  for (const char *p = text; *p != '\0'; p = end)
    {
      const WmdSpan *note = NULL;

      end = match_at (p, words);
      match.start = (guint) (p - text);
      match.end = end != NULL ? (guint) (end - text) : 0;
      if (g_str_has_prefix (p, WMD_INLINE_NOTE_MARK))
        note = lookup_span (content, WMD_SPAN_NOTE, match.start, match.start + 1);
      if (note != NULL)
        find_in_note (note, words, match, matches);
      else if (end != NULL && lookup_span (content, WMD_SPAN_FIELD, match.start, match.end) == NULL &&
               lookup_span (content, WMD_SPAN_NOTE, match.start, match.end) == NULL)
        {
          g_array_append_val (matches, match);
          continue;
        }
      end = g_utf8_next_char (p);
    }
}

/* The parts with texts, in the order of the report; NULL after the last. */
static WmdBody *
get_body (WmdSnapshot *snapshot, guint index)
{
  if (index == 0)
    return wmd_snapshot_get_summary (snapshot);
  if (index == 1)
    return wmd_snapshot_get_introduction (snapshot);
  return index - 2 < wmd_snapshot_get_n_replies (snapshot) ? wmd_snapshot_get_reply (snapshot, index - 2) : NULL;
}

GArray *
wmd_search_find (WmdSnapshot *snapshot, WmdLanguage language, const char *words)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (WmdMatch));
  WmdMatch match = { 0 };
  WmdBody *body;

  g_return_val_if_fail (snapshot != NULL && words != NULL, matches);

  if (words[0] == '\0' || language == WMD_LANGUAGE_NONE)
    return matches;
  for (guint i = 0; (body = get_body (snapshot, i)) != NULL; i++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);

      match.part = wmd_body_get_id (body);
      for (guint j = 0; variant != NULL && j < wmd_variant_get_n_blocks (variant); j++, match.place++)
        {
          WmdBlock *block = wmd_variant_get_block (variant, j);

          match.block = wmd_block_get_id (block);
          find_in_text (wmd_block_get_content (block), words, match, matches);
        }
    }
  return matches;
}

guint
wmd_search_get_place (WmdSnapshot *snapshot, WmdLanguage language, const char *part, const char *block)
{
  guint place = 0;
  WmdBody *body;

  g_return_val_if_fail (snapshot != NULL, 0);

  if (part == NULL || language == WMD_LANGUAGE_NONE)
    return 0;
  for (guint i = 0; (body = get_body (snapshot, i)) != NULL; i++)
    {
      WmdVariant *variant = wmd_body_get_variant (body, language);
      guint index;

      if (g_str_equal (wmd_body_get_id (body), part))
        return variant != NULL && block != NULL && wmd_variant_lookup_block (variant, block, &index) != NULL
                   ? place + index
                   : place;
      place += variant != NULL ? wmd_variant_get_n_blocks (variant) : 0;
    }
  return 0;
}

/* (transfer full) */
static WmdInline *
replace_in_text (WmdInline *content, const WmdMatch *match, const char *words)
{
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);

  if (!match->in_note)
    return wmd_inline_replace (content, match->start, match->end, words);
  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == WMD_SPAN_NOTE && spans[i].start == match->note)
      {
        g_autoptr (WmdInline) note = wmd_inline_parse (spans[i].value, NULL);
        g_autoptr (WmdInline) replaced = wmd_inline_replace (note, match->start, match->end, words);

        return wmd_inline_with_value (content, i, wmd_inline_get_markup (replaced));
      }
  return wmd_inline_ref (content);
}

/* Takes the place of @body; from the last match to the first, which leaves the bytes of the others where they are. */
static void
replace_in_body (WmdBody **body, WmdLanguage language, const WmdMatch *match, const char *words)
{
  WmdVariant *old = wmd_body_get_variant (*body, language);
  guint index;
  WmdBlock *block = wmd_variant_lookup_block (old, match->block, &index);
  g_autoptr (WmdInline) content = replace_in_text (wmd_block_get_content (block), match, words);
  g_autoptr (WmdBlock) changed = wmd_block_with_content (block, content);
  g_autoptr (WmdVariant) variant = wmd_variant_splice (old, index, 1, &changed, 1);
  WmdBody *result = wmd_body_with_variant (*body, language, variant);

  wmd_body_unref (*body);
  *body = result;
}

WmdEdit *
wmd_search_replace (WmdSnapshot *snapshot,
                    WmdLanguage language,
                    const GArray *matches,
                    const char *words,
                    const char *label)
{
  WmdEdit *edit = wmd_edit_new (label);

  g_return_val_if_fail (snapshot != NULL && matches != NULL && words != NULL, edit);

  for (guint i = matches->len; i > 0;)
    {
      const WmdMatch *match = &g_array_index (matches, WmdMatch, i - 1);
      const char *part = match->part;
      WmdBody *old = wmd_snapshot_lookup_body (snapshot, part);
      g_autoptr (WmdBody) body = wmd_body_ref (old);

      for (; i > 0 && (match = &g_array_index (matches, WmdMatch, i - 1))->part == part; i--)
        replace_in_body (&body, language, match, words);
      wmd_edit_replace_body (edit, old, body);
    }
  return edit;
}
