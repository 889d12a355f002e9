/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From the text as it is written to the text as it is printed. Two passes, each making a new value only when
 * there is something to change: fields become their values, then citations become links. Footnotes are running
 * text too and go the same way.
 */

#include "config.h"

#include "compose/running-text.h"

#include <string.h>

/* The place in the new text of a place in the old one, while fields are being replaced. */
typedef struct
{
  guint start; /* of the field, in the old text */
  guint end;
  guint new_start;
  guint new_end;
} Replaced;

static void
span_clear (gpointer data)
{
  g_free (((WmdSpan *) data)->value);
}

static GArray *
span_array_new (void)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));

  g_array_set_clear_func (spans, span_clear);
  return spans;
}

static void
append_span (GArray *spans, WmdSpanKind kind, guint start, guint end, const char *value)
{
  WmdSpan span = { kind, start, end, g_strdup (value) };

  g_array_append_val (spans, span);
}

static gboolean
has_span (const WmdInline *content, WmdSpanKind kind)
{
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == kind)
      return TRUE;
  return FALSE;
}

static guint
map_offset (const GArray *replaced, guint offset, gboolean is_end)
{
  int shift = 0;

  for (guint i = 0; i < replaced->len; i++)
    {
      const Replaced *one = &g_array_index (replaced, Replaced, i);

      if (offset <= one->start)
        break;
      if (offset < one->end)
        return is_end ? one->new_end : one->new_start;
      shift = (int) one->new_end - (int) one->end;
    }
  return offset + shift;
}

static WmdInline *
replace_fields (WmdInline *content, const WmdFields *fields)
{
  const char *text = wmd_inline_get_text (content);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GArray) replaced = g_array_new (FALSE, FALSE, sizeof (Replaced));
  g_autoptr (GArray) spans = span_array_new ();
  guint n_old, position = 0;
  const WmdSpan *old = wmd_inline_get_spans (content, &n_old);

  for (guint i = 0; i < n_old; i++)
    if (old[i].kind == WMD_SPAN_FIELD)
      {
        const char *address;
        g_autofree char *value = wmd_fields_dup_text (fields, old[i].value, &address);
        Replaced one = { old[i].start, old[i].end, 0, 0 };

        g_string_append_len (out, text + position, old[i].start - position);
        one.new_start = out->len;
        g_string_append (out, value);
        one.new_end = out->len;
        position = old[i].end;
        g_array_append_val (replaced, one);
        if (address != NULL)
          append_span (spans, WMD_SPAN_LINK, one.new_start, one.new_end, address);
      }
  g_string_append (out, text + position);

  for (guint i = 0; i < n_old; i++)
    if (old[i].kind != WMD_SPAN_FIELD)
      append_span (spans, old[i].kind, map_offset (replaced, old[i].start, FALSE),
                   map_offset (replaced, old[i].end, TRUE), old[i].value);
  return wmd_inline_new (out->str, (const WmdSpan *) spans->data, spans->len);
}

/* Notes are stored as markup in the span; resolves each of them. */
static WmdInline *
resolve_notes (WmdInline *content, const WmdFields *fields, const WmdCitations *citations, gboolean *uses_fields)
{
  g_autoptr (GArray) spans = span_array_new ();
  guint n_old;
  const WmdSpan *old = wmd_inline_get_spans (content, &n_old);

  for (guint i = 0; i < n_old; i++)
    {
      g_autoptr (WmdInline) note = NULL;
      g_autoptr (WmdInline) resolved = NULL;
      gboolean note_uses_fields = FALSE;

      if (old[i].kind == WMD_SPAN_NOTE)
        note = wmd_inline_parse (old[i].value, NULL);
      if (note != NULL)
        resolved = wmd_running_text_resolve (note, fields, citations, &note_uses_fields);
      *uses_fields |= note_uses_fields;
      append_span (spans, old[i].kind, old[i].start, old[i].end,
                   resolved != NULL ? wmd_inline_get_markup (resolved) : old[i].value);
    }
  return wmd_inline_new (wmd_inline_get_text (content), (const WmdSpan *) spans->data, spans->len);
}

static gboolean
overlaps_link (const GArray *spans, guint start, guint end)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const WmdSpan *span = &g_array_index (spans, WmdSpan, i);

      if (span->kind == WMD_SPAN_LINK && span->start < end && span->end > start)
        return TRUE;
    }
  return FALSE;
}

static WmdInline *
link_citations (WmdInline *content, const WmdCitations *citations)
{
  g_autoptr (GArray) found = wmd_citations_find (citations, wmd_inline_get_text (content));
  g_autoptr (GArray) spans = NULL;
  guint n_old;
  const WmdSpan *old = wmd_inline_get_spans (content, &n_old);

  if (found->len == 0 && !has_span (content, WMD_SPAN_LINK))
    return wmd_inline_ref (content);

  spans = span_array_new ();
  for (guint i = 0; i < n_old; i++)
    if (old[i].kind != WMD_SPAN_LINK || old[i].value[0] != '\0')
      append_span (spans, old[i].kind, old[i].start, old[i].end, old[i].value);
  for (guint i = 0; i < found->len; i++)
    {
      const WmdCitation *citation = &g_array_index (found, WmdCitation, i);

      if (!overlaps_link (spans, citation->start, citation->end))
        append_span (spans, WMD_SPAN_LINK, citation->start, citation->end, citation->address);
    }
  return wmd_inline_new (wmd_inline_get_text (content), (const WmdSpan *) spans->data, spans->len);
}

WmdInline *
wmd_running_text_resolve (WmdInline *content,
                          const WmdFields *fields,
                          const WmdCitations *citations,
                          gboolean *uses_fields)
{
  gboolean has_fields = has_span (content, WMD_SPAN_FIELD);
  g_autoptr (WmdInline) with_values = has_fields ? replace_fields (content, fields) : wmd_inline_ref (content);
  g_autoptr (WmdInline) with_notes = NULL;

  if (has_span (with_values, WMD_SPAN_NOTE))
    with_notes = resolve_notes (with_values, fields, citations, &has_fields);
  if (uses_fields != NULL)
    *uses_fields = has_fields;
  return link_citations (with_notes != NULL ? with_notes : with_values, citations);
}
