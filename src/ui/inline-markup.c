/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Spans may overlap, elements may not: the text is cut wherever a span begins or ends, and each piece is given all the
 * elements that hold there.
 */

#include "config.h"

#include "ui/inline-markup.h"

#include <string.h>

#include "compose/text-diff.h"

typedef struct
{
  const char *open;
  const char *close;
} Element;

static const Element elements[] = {
  [WMD_SPAN_EMPHASIS] = { "<i>", "</i>" },
  [WMD_SPAN_STRONG] = { "<b>", "</b>" },
  [WMD_SPAN_SUPERSCRIPT] = { "<sup>", "</sup>" },
  [WMD_SPAN_SUBSCRIPT] = { "<sub>", "</sub>" },
  [WMD_SPAN_LINK] = { "<u>", "</u>" },
  [WMD_SPAN_NOTE] = { "<sup>", "</sup>" },
  [WMD_SPAN_FIELD] = { "<tt>", "</tt>" },
};

char *
wmd_escape_for_pango (const char *text)
{
  g_autofree char *plain = g_strdup (text);

  g_return_val_if_fail (text != NULL, NULL);

  for (char *p = plain; *p != '\0'; p++)
    if (g_ascii_iscntrl (*p) && *p != '\n' && *p != '\t')
      *p = '?';
  return g_markup_escape_text (plain, -1);
}

static void
append_piece (GString *markup, const char *text, guint start, guint end, const WmdSpan *spans, guint n_spans)
{
  g_autofree char *piece = g_strndup (text + start, end - start);
  g_autofree char *escaped = NULL;
  gboolean note = FALSE;

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].start <= start && end <= spans[i].end)
      {
        g_string_append (markup, elements[spans[i].kind].open);
        note |= spans[i].kind == WMD_SPAN_NOTE;
      }
  escaped = wmd_escape_for_pango (note ? "*" : piece);
  g_string_append (markup, escaped);
  for (guint i = n_spans; i-- > 0;)
    if (spans[i].start <= start && end <= spans[i].end)
      g_string_append (markup, elements[spans[i].kind].close);
}

/* The first place after @byte at which a span begins or ends. */
static guint
find_cut (const WmdSpan *spans, guint n_spans, guint byte, guint end)
{
  for (guint i = 0; i < n_spans; i++)
    {
      if (spans[i].start > byte)
        end = MIN (end, spans[i].start);
      if (spans[i].end > byte)
        end = MIN (end, spans[i].end);
    }
  return end;
}

char *
wmd_inline_to_pango (const WmdInline *content)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  const WmdSpan *spans;
  const char *text;
  guint n_spans, length;

  g_return_val_if_fail (content != NULL, NULL);

  text = wmd_inline_get_text (content);
  length = strlen (text);
  spans = wmd_inline_get_spans (content, &n_spans);
  for (guint byte = 0; byte < length;)
    {
      const guint cut = find_cut (spans, n_spans, byte, length);

      append_piece (markup, text, byte, cut, spans, n_spans);
      byte = cut;
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

char *
wmd_diff_to_pango (const char *before, const char *after)
{
  static const Element looks[] = {
    [WMD_DIFF_SAME] = { "", "" },
    [WMD_DIFF_REMOVED] = { "<span strikethrough=\"true\" alpha=\"55%\">", "</span>" },
    [WMD_DIFF_ADDED] = { "<span weight=\"bold\" underline=\"single\">", "</span>" },
  };
  g_autoptr (GArray) pieces = NULL;
  g_autoptr (GString) markup = g_string_new (NULL);

  g_return_val_if_fail (before != NULL && after != NULL, NULL);

  pieces = wmd_text_diff (before, after);
  for (guint i = 0; i < pieces->len; i++)
    {
      const WmdDiffPiece *piece = &g_array_index (pieces, WmdDiffPiece, i);
      g_autofree char *text = g_strndup (piece->text, piece->length);
      g_autofree char *escaped = wmd_escape_for_pango (text);

      g_string_append (markup, looks[piece->kind].open);
      g_string_append (markup, escaped);
      g_string_append (markup, looks[piece->kind].close);
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}
