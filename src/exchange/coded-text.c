/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Takes canonical markup apart. That markup nests already, so codes do; a span that others cross is two codes, which
 * become one span again when the text is read.
 */

#include "config.h"

#include "exchange/coded-text.h"

#include <string.h>

const WmdCodeNames wmd_code_names[] = {
  [WMD_SPAN_EMPHASIS] = { "em", NULL, "italic", "italic" },
  [WMD_SPAN_STRONG] = { "strong", NULL, "bold", "bold" },
  [WMD_SPAN_SUPERSCRIPT] = { "sup", NULL, "x-superscript", "x-superscript" },
  [WMD_SPAN_SUBSCRIPT] = { "sub", NULL, "x-subscript", "x-subscript" },
  [WMD_SPAN_LINK] = { "a", "href", "link", "link" },
  [WMD_SPAN_NOTE] = { "note", NULL, "x-footnote", "fnote" },
  [WMD_SPAN_FIELD] = { "field", "name", "x-field", "x-field" },
};

typedef struct
{
  GArray *pieces;       /* (element-type WmdPiece) */
  const GArray *source; /* nullable */
  GHashTable *taken;    /* codes of the source that have a counterpart */
  guint last;           /* the highest number that was given */
  GArray *open;         /* (element-type guint) indices of pieces whose code is not closed yet */
  WmdInline *content;   /* for the markup of footnotes */
  guint n_notes;        /* footnotes so far */
  gboolean in_note;     /* whose content is its value, not pieces of this text */
  gboolean in_text;     /* the element that wraps the markup was opened */
} Builder;

static void
clear_piece (gpointer data)
{
  g_free (((WmdPiece *) data)->value);
}

/* --- numbers --- */

/* Footnotes differ in their text, so one is taken for the next of the source. */
static gboolean
is_counterpart (const WmdPiece *source, WmdSpanKind kind, const char *value)
{
  return (source->type == WMD_PIECE_START || source->type == WMD_PIECE_OBJECT) && source->kind == kind &&
         (kind == WMD_SPAN_NOTE || g_strcmp0 (source->value, value) == 0);
}

static guint
choose_number (Builder *self, WmdSpanKind kind, const char *value)
{
  for (guint i = 0; self->source != NULL && i < self->source->len; i++)
    {
      const WmdPiece *piece = &g_array_index (self->source, WmdPiece, i);

      if (is_counterpart (piece, kind, value) && g_hash_table_add (self->taken, GUINT_TO_POINTER (piece->code)))
        return piece->code;
    }
  return ++self->last;
}

static guint
find_last (const GArray *pieces)
{
  guint last = 0;

  for (guint i = 0; i < pieces->len; i++)
    last = MAX (last, g_array_index (pieces, WmdPiece, i).code);
  return last;
}

/* --- pieces --- */

/* @value is taken. */
static void
add_piece (Builder *self, WmdPieceType type, WmdSpanKind kind, guint code, char *value)
{
  const WmdPiece piece = { type, kind, code, value };

  g_array_append_val (self->pieces, piece);
}

static char *
dup_note (const WmdInline *content, guint index)
{
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == WMD_SPAN_NOTE && index-- == 0)
      return g_strdup (spans[i].value);
  g_return_val_if_reached (NULL);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **attribute_names,
                  const char **attribute_values,
                  gpointer user_data,
                  GError **error)
{
  Builder *self = user_data;
  WmdSpanKind kind = 0;
  WmdPieceType type;
  char *value;

  if (!self->in_text || self->in_note)
    {
      self->in_text = TRUE;
      return;
    }
  while (strcmp (wmd_code_names[kind].element, name) != 0)
    kind++;
  type = kind == WMD_SPAN_NOTE || kind == WMD_SPAN_FIELD ? WMD_PIECE_OBJECT : WMD_PIECE_START;
  value = kind == WMD_SPAN_NOTE ? dup_note (self->content, self->n_notes++) : g_strdup (attribute_values[0]);
  if (type == WMD_PIECE_START)
    g_array_append_val (self->open, self->pieces->len);
  add_piece (self, type, kind, choose_number (self, kind, value), value);
  self->in_note = kind == WMD_SPAN_NOTE;
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer user_data, GError **error)
{
  Builder *self = user_data;

  if (self->in_note)
    {
      self->in_note = strcmp (name, wmd_code_names[WMD_SPAN_NOTE].element) != 0;
      return;
    }
  if (self->open->len == 0 || strcmp (name, wmd_code_names[WMD_SPAN_FIELD].element) == 0)
    return; /* the wrapper, or what has no end of its own */
  {
    const WmdPiece *start =
        &g_array_index (self->pieces, WmdPiece, g_array_index (self->open, guint, self->open->len - 1));

    add_piece (self, WMD_PIECE_END, start->kind, start->code, NULL);
    g_array_set_size (self->open, self->open->len - 1);
  }
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer user_data, GError **error)
{
  Builder *self = user_data;

  if (!self->in_note && length > 0)
    add_piece (self, WMD_PIECE_TEXT, 0, 0, g_strndup (text, length));
}

static const GMarkupParser parser = { start_element_cb, end_element_cb, text_cb, NULL, NULL };

GArray *
wmd_coded_text_new (const char *markup, const GArray *source)
{
  g_autoptr (WmdInline) content = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  Builder self = { .source = source, .taken = taken, .open = open };

  g_return_val_if_fail (markup != NULL, NULL);

  content = wmd_inline_parse (markup, NULL);
  if (content == NULL) /* a source that was recorded by another program: its characters */
    content = wmd_inline_new_text (markup);
  self.content = content;
  self.last = source != NULL ? find_last (source) : 0;
  self.pieces = g_array_new (FALSE, FALSE, sizeof (WmdPiece));
  g_array_set_clear_func (self.pieces, clear_piece);

  context = g_markup_parse_context_new (&parser, 0, &self, NULL);
  g_markup_parse_context_parse (context, "<text>", -1, NULL);
  g_markup_parse_context_parse (context, wmd_inline_get_markup (content), -1, NULL);
  g_markup_parse_context_parse (context, "</text>", -1, NULL);
  return self.pieces;
}

const WmdPiece *
wmd_coded_text_lookup (const GArray *pieces, guint number)
{
  for (guint i = 0; i < pieces->len; i++)
    {
      const WmdPiece *piece = &g_array_index (pieces, WmdPiece, i);

      if (piece->code == number && piece->type != WMD_PIECE_TEXT)
        return piece;
    }
  return NULL;
}

/* --- characters --- */

static gboolean
is_xml_character (gunichar character)
{
  return character == '\t' || character == '\n' || character == '\r' || (character >= 0x20 && character < 0xd800) ||
         (character >= 0xe000 && character < 0xfffe) || character >= 0x10000;
}

char *
wmd_coded_text_clean (const char *text)
{
  GString *clean = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    g_string_append_unichar (clean, is_xml_character (g_utf8_get_char (p)) ? g_utf8_get_char (p) : 0xfffd);
  return g_string_free (clean, FALSE);
}
