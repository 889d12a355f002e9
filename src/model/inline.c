/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Inline text: a plain string and the spans that lie over it. Spans may overlap, elements must nest; so
 * writing markup closes and reopens elements where spans cross, and reading joins the pieces again. A value
 * is normalised when it is made, which is what makes its markup canonical.
 */

#include "config.h"

#include "model/inline.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _WmdInline
{
  gatomicrefcount ref_count;
  char *text;
  char *markup;
  WmdSpan *spans;
  guint n_spans;
};

typedef struct
{
  const char *element;
  const char *attribute; /* that holds the value; NULL when the span has none or, for a note, when it is the content */
} Element;

static const Element elements[] = {
  [WMD_SPAN_EMPHASIS] = { "em", NULL },     [WMD_SPAN_STRONG] = { "strong", NULL },
  [WMD_SPAN_SUPERSCRIPT] = { "sup", NULL }, [WMD_SPAN_SUBSCRIPT] = { "sub", NULL },
  [WMD_SPAN_LINK] = { "a", "href" },        [WMD_SPAN_NOTE] = { "note", NULL },
  [WMD_SPAN_FIELD] = { "field", "name" },
};

G_DEFINE_QUARK (wmd - inline - error - quark, wmd_inline_error)

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
span_array_add (GArray *spans, WmdSpanKind kind, guint start, guint end, const char *value)
{
  WmdSpan span = { kind, start, end, g_strdup (value) };

  g_array_append_val (spans, span);
}

/* Notes and fields stand for one thing each; the others are properties of the text they cover. */
static gboolean
span_is_object (const WmdSpan *span)
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

  for (guint i = spans->len; i > 0 && last == NULL && !span_is_object (span); i--)
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
    span_array_add (spans, span->kind, start, span->end, span->value);
}

static void
append_escaped (GString *out, const char *text, gsize length, gboolean attribute)
{
  for (const char *p = text; p < text + length; p++)
    {
      if (*p == '&')
        g_string_append (out, "&amp;");
      else if (*p == '<')
        g_string_append (out, "&lt;");
      else if (*p == '>')
        g_string_append (out, "&gt;");
      else if (*p == '\r' || (attribute && (*p == '\n' || *p == '\t' || *p == '"')))
        g_string_append_printf (out, "&#%d;", *p);
      else
        g_string_append_c (out, *p);
    }
}

static void
append_start (GString *out, const WmdSpan *span)
{
  const Element *element = &elements[span->kind];

  g_string_append_printf (out, "<%s", element->element);
  if (element->attribute != NULL)
    {
      g_string_append_printf (out, " %s=\"", element->attribute);
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
    g_string_append_printf (out, "</%s>", elements[((const WmdSpan *) open->pdata[i - 1])->kind].element);
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

static char *
write_markup (const char *text, const WmdSpan *spans, guint n_spans)
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
      if (span_is_object (&spans[i]))
        position = spans[i].end;
      else
        g_ptr_array_add (open, (gpointer) &spans[i]);
    }
  return g_string_free (out, FALSE);
}

/* Takes @text; the spans in @given are copied. */
static WmdInline *
inline_new_take (char *text, const WmdSpan *given, guint n_given)
{
  g_autoptr (GArray) sorted = g_array_sized_new (FALSE, FALSE, sizeof (WmdSpan), n_given);
  g_autoptr (GArray) spans = span_array_new ();
  WmdInline *self = g_new0 (WmdInline, 1);
  guint length = strlen (text);

  for (guint i = 0; i < n_given; i++)
    if (given[i].start < given[i].end && given[i].end <= length &&
        (!span_is_object (&given[i]) || covers_placeholder (&given[i], text)))
      g_array_append_val (sorted, given[i]);
  g_array_sort (sorted, compare_spans);
  for (guint i = 0; i < sorted->len; i++)
    add_normalised (spans, &g_array_index (sorted, WmdSpan, i));
  g_array_sort (spans, compare_spans);

  g_atomic_ref_count_init (&self->ref_count);
  self->text = text;
  self->n_spans = spans->len;
  self->markup = write_markup (text, (WmdSpan *) spans->data, spans->len);
  g_array_set_clear_func (spans, NULL);
  self->spans = (WmdSpan *) g_array_steal (spans, NULL);
  return self;
}

/* --- reading --- */

typedef struct
{
  GString *text;
  GArray *spans;
} Fragment;

typedef struct
{
  Fragment fragments[2]; /* of the text, and of the note that is open */
  gboolean in_note;
  gboolean in_text; /* the element that wraps the fragment was opened: there is no second one */
  GArray *open;     /* (element-type WmdSpan) elements that are open */
} Reader;

static Fragment *
reader_fragment (Reader *reader)
{
  return &reader->fragments[reader->in_note];
}

static gboolean
reader_in_field (Reader *reader)
{
  return reader->open->len > 0 && g_array_index (reader->open, WmdSpan, reader->open->len - 1).kind == WMD_SPAN_FIELD;
}

static gboolean
find_element (const char *name, WmdSpanKind *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (elements); i++)
    if (strcmp (elements[i].element, name) == 0)
      {
        *kind = i;
        return TRUE;
      }
  return FALSE;
}

static void
set_content_error (GError **error, const char *message)
{
  g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, message);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attribute_names,
                  const char **attribute_values,
                  gpointer user_data,
                  GError **error)
{
  Reader *reader = user_data;
  Fragment *fragment = reader_fragment (reader);
  const char *attribute;
  WmdSpanKind kind;

  if (!reader->in_text)
    {
      reader->in_text = TRUE;
      return;
    }
  if (reader_in_field (reader))
    {
      set_content_error (error, _ ("A field has no content."));
      return;
    }
  if (!find_element (name, &kind))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_UNKNOWN_ELEMENT, _ ("The element <%s> is not known."), name);
      return;
    }
  attribute = elements[kind].attribute;
  if (g_strv_length ((char **) attribute_names) != (attribute != NULL) ||
      (attribute != NULL && strcmp (attribute_names[0], attribute) != 0))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT,
                   _ ("The element <%s> does not have the attributes it needs."), name);
      return;
    }
  if (kind == WMD_SPAN_NOTE && reader->in_note)
    {
      set_content_error (error, _ ("A note cannot be in a note."));
      return;
    }
  span_array_add (reader->open, kind, fragment->text->len, 0, attribute != NULL ? attribute_values[0] : NULL);
  if (kind == WMD_SPAN_FIELD)
    g_string_append_printf (fragment->text, "{%s}", attribute_values[0]);
  reader->in_note |= kind == WMD_SPAN_NOTE;
}

static void
close_note (Reader *reader, WmdSpan *span)
{
  Fragment *note = reader_fragment (reader);
  g_autoptr (WmdInline) content = wmd_inline_new (note->text->str, (WmdSpan *) note->spans->data, note->spans->len);

  span->value = g_strdup (wmd_inline_get_markup (content));
  g_string_truncate (note->text, 0);
  g_array_set_size (note->spans, 0);
  reader->in_note = FALSE;
  g_string_append (reader_fragment (reader)->text, WMD_INLINE_NOTE_MARK);
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  WmdSpan *span;

  if (reader->open->len == 0)
    return; /* the wrapper */
  span = &g_array_index (reader->open, WmdSpan, reader->open->len - 1);
  if (span->kind == WMD_SPAN_NOTE)
    close_note (reader, span);
  span_array_add (reader_fragment (reader)->spans, span->kind, span->start, reader_fragment (reader)->text->len,
                  span->value);
  g_array_set_size (reader->open, reader->open->len - 1);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *reader = user_data;
  gboolean in_field =
      reader->open->len > 0 && g_array_index (reader->open, WmdSpan, reader->open->len - 1).kind == WMD_SPAN_FIELD;

  if (in_field && length > 0)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, _ ("A field has no content."));
  else
    g_string_append_len (reader_fragment (reader)->text, text, length);
}

static void
passthrough_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  set_content_error (error, _ ("Comments, processing instructions and CDATA sections are not used here."));
}

static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, passthrough_cb, NULL };

WmdInline *
wmd_inline_parse (const char *markup, GError **error)
{
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) local_error = NULL;
  Reader reader = { 0 };
  WmdInline *self = NULL;

  g_return_val_if_fail (markup != NULL, NULL);

  if (strpbrk (markup, "<&") == NULL)
    return wmd_inline_new_text (markup);

  for (guint i = 0; i < G_N_ELEMENTS (reader.fragments); i++)
    reader.fragments[i] = (Fragment){ g_string_new (NULL), span_array_new () };
  reader.open = span_array_new ();

  context = g_markup_parse_context_new (&parser, G_MARKUP_PREFIX_ERROR_POSITION, &reader, NULL);
  if (g_markup_parse_context_parse (context, "<text>", -1, &local_error) &&
      g_markup_parse_context_parse (context, markup, -1, &local_error) &&
      g_markup_parse_context_parse (context, "</text>", -1, &local_error) &&
      g_markup_parse_context_end_parse (context, &local_error))
    self = wmd_inline_new (reader.fragments[0].text->str, (WmdSpan *) reader.fragments[0].spans->data,
                           reader.fragments[0].spans->len);
  else
    g_set_error (error, WMD_INLINE_ERROR, WMD_INLINE_ERROR_MARKUP, _ ("The text is not valid markup: %s"),
                 local_error->message);

  for (guint i = 0; i < G_N_ELEMENTS (reader.fragments); i++)
    {
      g_string_free (reader.fragments[i].text, TRUE);
      g_array_unref (reader.fragments[i].spans);
    }
  g_array_unref (reader.open);
  return self;
}

/* --- the value --- */

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
  g_autoptr (GArray) spans = span_array_new ();

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= strlen (self->text), NULL);

  for (guint i = 0; i < self->n_spans; i++)
    {
      const WmdSpan *span = &self->spans[i];
      guint from = MAX (span->start, start), to = MIN (span->end, end);

      if (from < to)
        span_array_add (spans, span->kind, from - start, to - start, span->value);
    }
  return inline_new_take (g_strndup (self->text + start, end - start), (WmdSpan *) spans->data, spans->len);
}

WmdInline *
wmd_inline_join (const WmdInline *a, const char *separator, const WmdInline *b)
{
  g_autoptr (GArray) spans = span_array_new ();
  guint offset;

  g_return_val_if_fail (a != NULL && b != NULL && separator != NULL, NULL);

  offset = strlen (a->text) + strlen (separator);
  for (guint i = 0; i < a->n_spans; i++)
    span_array_add (spans, a->spans[i].kind, a->spans[i].start, a->spans[i].end, a->spans[i].value);
  for (guint i = 0; i < b->n_spans; i++)
    span_array_add (spans, b->spans[i].kind, b->spans[i].start + offset, b->spans[i].end + offset, b->spans[i].value);
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
  g_autoptr (GArray) spans = span_array_new ();
  GString *text;

  g_return_val_if_fail (self != NULL && with != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= strlen (self->text), NULL);

  for (guint i = 0; i < self->n_spans; i++)
    {
      WmdSpan span = self->spans[i];

      if (move_span (&span, start, end, strlen (with)))
        span_array_add (spans, span.kind, span.start, span.end, span.value);
    }
  text = g_string_new (self->text);
  g_string_erase (text, start, end - start);
  g_string_insert (text, start, with);
  return inline_new_take (g_string_free (text, FALSE), (WmdSpan *) spans->data, spans->len);
}
