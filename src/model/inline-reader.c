/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads inline text from markup: a strict fragment of the known elements. Pieces of one span that crossing
 * elements had parted are joined again when the value is made.
 */

#include "config.h"

#include "model/inline-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  for (guint i = 0; i < G_N_ELEMENTS (wmd_span_markup); i++)
    if (strcmp (wmd_span_markup[i].element, name) == 0)
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
  attribute = wmd_span_markup[kind].attribute;
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
  wmd_span_array_add (reader->open, kind, fragment->text->len, 0, attribute != NULL ? attribute_values[0] : NULL);
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
  wmd_span_array_add (reader_fragment (reader)->spans, span->kind, span->start, reader_fragment (reader)->text->len,
                      span->value);
  g_array_set_size (reader->open, reader->open->len - 1);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Reader *reader = user_data;

  if (reader_in_field (reader) && length > 0)
    set_content_error (error, _ ("A field has no content."));
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
    reader.fragments[i] = (Fragment){ g_string_new (NULL), wmd_span_array_new () };
  reader.open = wmd_span_array_new ();

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
