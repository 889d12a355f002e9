/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Writes inline text as markup. Spans may overlap, elements must nest: where spans cross, elements are closed
 * and opened again.
 */

#include "config.h"

#include "model/inline-private.h"

#include <string.h>

const WmdSpanMarkup wmd_span_markup[] = {
  [WMD_SPAN_EMPHASIS] = { "em", NULL },     [WMD_SPAN_STRONG] = { "strong", NULL },
  [WMD_SPAN_SUPERSCRIPT] = { "sup", NULL }, [WMD_SPAN_SUBSCRIPT] = { "sub", NULL },
  [WMD_SPAN_LINK] = { "a", "href" },        [WMD_SPAN_NOTE] = { "note", NULL },
  [WMD_SPAN_FIELD] = { "field", "name" },
};

static gboolean
is_special (char c, gboolean attribute)
{
  return c == '&' || c == '<' || c == '>' || c == '\r' || (attribute && (c == '\n' || c == '\t' || c == '"'));
}

static void
append_escaped (GString *out, const char *text, gsize length, gboolean attribute)
{
  const char *end = text + length;

  for (const char *p = text; p < end;)
    {
      const char *plain = p;

      while (p < end && !is_special (*p, attribute))
        p++;
      g_string_append_len (out, plain, p - plain);
      if (p == end)
        return;
      if (*p == '&')
        g_string_append (out, "&amp;");
      else if (*p == '<')
        g_string_append (out, "&lt;");
      else if (*p == '>')
        g_string_append (out, "&gt;");
      else
        g_string_append_printf (out, "&#%d;", *p);
      p++;
    }
}

static void
append_start (GString *out, const WmdSpan *span)
{
  const WmdSpanMarkup *markup = &wmd_span_markup[span->kind];

  g_string_append_printf (out, "<%s", markup->element);
  if (markup->attribute != NULL)
    {
      g_string_append_printf (out, " %s=\"", markup->attribute);
      append_escaped (out, span->value, strlen (span->value), TRUE);
      g_string_append_c (out, '"');
    }
  g_string_append (out, span->kind == WMD_SPAN_FIELD ? "/>" : ">");
  if (span->kind == WMD_SPAN_NOTE)
    g_string_append_printf (out, "%s</note>", span->value);
}

/* Closes what ends at @position; what was opened inside it and goes on is closed and opened again. */
static void
close_spans (GString *out, GPtrArray *open, guint position)
{
  guint first = 0;

  while (first < open->len && ((const WmdSpan *) open->pdata[first])->end > position)
    first++;
  for (guint i = open->len; i > first; i--)
    g_string_append_printf (out, "</%s>", wmd_span_markup[((const WmdSpan *) open->pdata[i - 1])->kind].element);
  for (guint i = first; i < open->len;)
    {
      const WmdSpan *span = open->pdata[i];

      if (span->end <= position)
        {
          g_ptr_array_remove_index (open, i);
          continue;
        }
      append_start (out, span);
      i++;
    }
}

static guint
next_end (const GPtrArray *open)
{
  guint end = G_MAXUINT;

  for (guint i = 0; i < open->len; i++)
    end = MIN (end, ((const WmdSpan *) open->pdata[i])->end);
  return end;
}

char *
wmd_inline_write_markup (const char *text, const WmdSpan *spans, guint n_spans)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  GString *out = g_string_sized_new (strlen (text));
  guint position = 0, end = strlen (text);

  for (guint i = 0; i <= n_spans; i++)
    {
      guint stop = i < n_spans ? spans[i].start : end;

      while (next_end (open) <= stop)
        {
          guint close = next_end (open);

          append_escaped (out, text + position, close - position, FALSE);
          position = close;
          close_spans (out, open, position);
        }
      append_escaped (out, text + position, stop - position, FALSE);
      position = stop;
      if (i == n_spans)
        break;
      append_start (out, &spans[i]);
      if (wmd_span_is_object (&spans[i]))
        position = spans[i].end;
      else
        g_ptr_array_add (open, (gpointer) &spans[i]);
    }
  return g_string_free (out, FALSE);
}
