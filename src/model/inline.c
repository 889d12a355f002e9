/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Inline text: a plain string and the spans that lie over it. A value is normalised when it is made, which is
 * what makes its markup canonical.
 */

#include "config.h"

#include "model/inline-private.h"

#include <string.h>

struct _WmdInline
{
  gatomicrefcount ref_count;
  char *text;
  char *markup;
  WmdSpan *spans;
  guint n_spans;
};

G_DEFINE_QUARK (wmd_inline_error, wmd_inline_error)

static void
span_clear (gpointer data)
{
  g_free (((WmdSpan *) data)->value);
}

GArray *
wmd_span_array_new (void)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));

  g_array_set_clear_func (spans, span_clear);
  return spans;
}

void
wmd_span_array_add (GArray *spans, WmdSpanKind kind, guint start, guint end, const char *value)
{
  WmdSpan span = { kind, start, end, g_strdup (value) };

  g_array_append_val (spans, span);
}

gboolean
wmd_span_is_object (const WmdSpan *span)
{
  return span->kind == WMD_SPAN_NOTE || span->kind == WMD_SPAN_FIELD;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const WmdSpan *first = a;
  const WmdSpan *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  if (first->end != second->end)
    return first->end > second->end ? -1 : 1;
  return (int) first->kind - (int) second->kind;
}

/* TRUE when the text under a note or field is what stands for it: editing that text removes the object. */
static gboolean
covers_placeholder (const WmdSpan *span, const char *text)
{
  g_autofree char *placeholder =
      span->kind == WMD_SPAN_FIELD ? g_strdup_printf ("{%s}", span->value) : g_strdup (WMD_INLINE_NOTE_MARK);

  return span->end - span->start == strlen (placeholder) &&
         strncmp (text + span->start, placeholder, strlen (placeholder)) == 0;
}

/* Spans come sorted. One that meets the last of its kind is joined to it, or, being a link to elsewhere, begins
 * where that one ends.
 */
static void
add_normalised (GArray *spans, const WmdSpan *span)
{
  WmdSpan *last = NULL;
  guint start = span->start;

  for (guint i = spans->len; i > 0 && last == NULL && !wmd_span_is_object (span); i--)
    if (g_array_index (spans, WmdSpan, i - 1).kind == span->kind)
      last = &g_array_index (spans, WmdSpan, i - 1);
  if (last != NULL && last->end >= start)
    {
      if (g_strcmp0 (last->value, span->value) == 0)
        {
          last->end = MAX (last->end, span->end);
          return;
        }
      start = last->end;
    }
  if (start < span->end)
    wmd_span_array_add (spans, span->kind, start, span->end, span->value);
}

/* What stands for a note or a field is marked as a whole, or not at all. */
static void
widen_spans (GArray *spans)
{
  for (guint i = 0; i < spans->len; i++)
    {
      const WmdSpan *object = &g_array_index (spans, WmdSpan, i);

      for (guint j = 0; j < spans->len && wmd_span_is_object (object); j++)
        {
          WmdSpan *span = &g_array_index (spans, WmdSpan, j);

          if (object->start < span->start && span->start < object->end)
            span->start = object->start;
          if (object->start < span->end && span->end < object->end)
            span->end = object->end;
        }
    }
}

/* Takes @text; the spans in @given are copied. */
static WmdInline *
inline_new_take (char *text, const WmdSpan *given, guint n_given)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (WmdSpan), n_given);
  g_autoptr (GArray) spans = wmd_span_array_new ();
  WmdInline *self = g_new0 (WmdInline, 1);
  guint length = strlen (text);

  for (guint i = 0; i < n_given; i++)
    if (given[i].start < given[i].end && given[i].end <= length &&
        (!wmd_span_is_object (&given[i]) || covers_placeholder (&given[i], text)))
      g_array_append_val (sorted, given[i]);
  widen_spans (sorted);
  g_array_sort (sorted, compare_spans);
  for (guint i = 0; i < sorted->len; i++)
    add_normalised (spans, &g_array_index (sorted, WmdSpan, i));
  g_array_sort (spans, compare_spans);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  self->n_spans = spans->len;
  self->markup = wmd_inline_write_markup (text, (WmdSpan *) spans->data, spans->len);
  g_array_set_clear_func (spans, NULL);
  self->spans = (WmdSpan *) g_array_steal (spans, NULL);
  return self;
}

WmdInline *
wmd_inline_new_text (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return inline_new_take (g_strdup (text), NULL, 0);
}

WmdInline *
wmd_inline_new (const char *text, const WmdSpan *spans, guint n_spans)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (spans != NULL || n_spans == 0, NULL);

  return inline_new_take (g_strdup (text), spans, n_spans);
}

WmdInline *
wmd_inline_ref (WmdInline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
wmd_inline_unref (WmdInline *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  for (guint i = 0; i < self->n_spans; i++)
    span_clear (&self->spans[i]);
  g_free (self->spans);
  g_free (self->text);
  g_free (self->markup);
  g_free (self);
}

const char *
wmd_inline_get_text (const WmdInline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

const WmdSpan *
wmd_inline_get_spans (const WmdInline *self, guint *n_spans)
{
  g_return_val_if_fail (self != NULL, NULL);

  *n_spans = self->n_spans;
  return self->spans;
}

const char *
wmd_inline_get_markup (const WmdInline *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->markup;
}

gboolean
wmd_inline_equal (const WmdInline *a, const WmdInline *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a == b || strcmp (a->markup, b->markup) == 0;
}

WmdInline *
wmd_inline_slice (const WmdInline *self, guint start, guint end)
{
  g_autoptr (GArray) spans = wmd_span_array_new ();

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= strlen (self->text), NULL);

  for (guint i = 0; i < self->n_spans; i++)
    {
      const WmdSpan *span = &self->spans[i];
      guint from = MAX (span->start, start), to = MIN (span->end, end);

      if (from < to)
        wmd_span_array_add (spans, span->kind, from - start, to - start, span->value);
    }
  return inline_new_take (g_strndup (self->text + start, end - start), (WmdSpan *) spans->data, spans->len);
}

WmdInline *
wmd_inline_join (const WmdInline *a, const char *separator, const WmdInline *b)
{
  g_autoptr (GArray) spans = wmd_span_array_new ();
  guint offset;

  g_return_val_if_fail (a != NULL && b != NULL && separator != NULL, NULL);

  offset = strlen (a->text) + strlen (separator);
  for (guint i = 0; i < a->n_spans; i++)
    wmd_span_array_add (spans, a->spans[i].kind, a->spans[i].start, a->spans[i].end, a->spans[i].value);
  for (guint i = 0; i < b->n_spans; i++)
    wmd_span_array_add (spans, b->spans[i].kind, b->spans[i].start + offset, b->spans[i].end + offset,
                        b->spans[i].value);
  return inline_new_take (g_strconcat (a->text, separator, b->text, NULL), (WmdSpan *) spans->data, spans->len);
}

/* Where a span lies after the bytes from @start to @end became @length bytes; FALSE when it goes. */
static gboolean
move_span (WmdSpan *span, guint start, guint end, guint length)
{
  guint from = span->start, to = span->end;

  if (to <= start)
    return TRUE;
  if (from >= end)
    span->start = from - end + start + length;
  else if (from >= start && to <= end && !(from == start && to == end && length > 0))
    return FALSE;
  else if (from > start)
    span->start = start + length;

  if (to >= end)
    span->end = to - end + start + length;
  else
    span->end = start;
  return TRUE;
}

WmdInline *
wmd_inline_replace (const WmdInline *self, guint start, guint end, const char *with)
{
  g_autoptr (GArray) spans = wmd_span_array_new ();
  GString *text;

  g_return_val_if_fail (self != NULL && with != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= strlen (self->text), NULL);

  for (guint i = 0; i < self->n_spans; i++)
    {
      WmdSpan span = self->spans[i];

      if (move_span (&span, start, end, strlen (with)))
        wmd_span_array_add (spans, span.kind, span.start, span.end, span.value);
    }
  text = g_string_new (self->text);
  g_string_erase (text, start, end - start);
  g_string_insert (text, start, with);
  return inline_new_take (g_string_free (text, FALSE), (WmdSpan *) spans->data, spans->len);
}

WmdInline *
wmd_inline_rewrite (const WmdInline *self, const char *text)
{
  const char *start, *end, *new_start, *new_end;
  g_autofree char *with = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  for (start = self->text, new_start = text; *start != '\0' && g_utf8_get_char (start) == g_utf8_get_char (new_start);
       start = g_utf8_next_char (start))
    new_start = g_utf8_next_char (new_start);
  for (end = self->text + strlen (self->text), new_end = text + strlen (text);
       end > start && new_end > new_start &&
       g_utf8_get_char (g_utf8_prev_char (end)) == g_utf8_get_char (g_utf8_prev_char (new_end));
       end = g_utf8_prev_char (end))
    new_end = g_utf8_prev_char (new_end);
  with = g_strndup (new_start, (gsize) (new_end - new_start));
  return wmd_inline_replace (self, (guint) (start - self->text), (guint) (end - self->text), with);
}

WmdInline *
wmd_inline_with_value (const WmdInline *self, guint span, const char *value)
{
  g_autofree WmdSpan *spans = NULL;

  g_return_val_if_fail (self != NULL && span < self->n_spans, NULL);

  spans = g_memdup2 (self->spans, self->n_spans * sizeof (WmdSpan));
  spans[span].value = (char *) value;
  return inline_new_take (g_strdup (self->text), spans, self->n_spans);
}
