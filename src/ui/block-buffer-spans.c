/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Inline text and tags. Emphasis and its like have one tag each; a link has a tag named "link:ADDRESS", a field one
 * named "field:NAME" on its placeholder; a footnote is a WmdNoteMark. A line break inside a block is shown as U+2028,
 * so the text of a block and of its line have the same number of characters, though not of bytes.
 */

#include "config.h"

#include <string.h>

#include "ui/block-buffer-private.h"
#include "ui/note-mark.h"

#define LINE_SEPARATOR 0x2028
#define NOTE_CHARACTER 0xfffc

/* Pixels: how far items stand in, for their marks. */
#define ITEM_MARGIN 34

/* Pixels: between paragraphs, between items, above headings. */
#define SPACE_PARAGRAPH 12
#define SPACE_ITEM 6
#define SPACE_HEADING 12

static const struct
{
  WmdBlockKind kind;
  int above;
  int below;
  int steps; /* that it stands in */
  gboolean heading;
  double scale;
} kind_styles[WMD_N_BLOCK_KINDS] = {
  { WMD_BLOCK_PARAGRAPH, 0, SPACE_PARAGRAPH, 0, FALSE, 1.0 },
  { WMD_BLOCK_NUMBERED, 0, SPACE_PARAGRAPH, 1, FALSE, 1.0 },
  { WMD_BLOCK_HEADING_1, SPACE_HEADING, SPACE_ITEM, 0, TRUE, 1.15 },
  { WMD_BLOCK_HEADING_2, SPACE_ITEM, SPACE_ITEM, 0, TRUE, 1.0 },
  { WMD_BLOCK_BULLET, 0, SPACE_ITEM, 1, FALSE, 1.0 },
  { WMD_BLOCK_BULLET_2, 0, SPACE_ITEM, 2, FALSE, 1.0 },
  { WMD_BLOCK_LETTERED, 0, SPACE_ITEM, 1, FALSE, 1.0 },
  { WMD_BLOCK_LETTERED_2, 0, SPACE_ITEM, 2, FALSE, 1.0 },
};

static const struct
{
  WmdSeverity severity;
  GdkRGBA color;
} finding_styles[] = {
  { WMD_SEVERITY_NOTE, { 0.21f, 0.52f, 0.89f, 1.f } },
  { WMD_SEVERITY_WARNING, { 0.90f, 0.60f, 0.04f, 1.f } },
  { WMD_SEVERITY_ERROR, { 0.88f, 0.11f, 0.14f, 1.f } },
};

static const GdkRGBA query_color = { 0.21f, 0.52f, 0.89f, 0.16f };

void
wmd_block_buffer_create_tags (WmdBlockBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);

  self->base_tag = gtk_text_buffer_create_tag (buffer, NULL, "line-height", 1.35f, NULL);
  for (guint i = 0; i < WMD_N_BLOCK_KINDS; i++)
    {
      GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, NULL, "pixels-above-lines", kind_styles[i].above,
                                                    "pixels-below-lines", kind_styles[i].below, NULL);

      if (kind_styles[i].heading)
        g_object_set (tag, "weight", PANGO_WEIGHT_BOLD, "scale", kind_styles[i].scale, NULL);
      self->kind_tags[kind_styles[i].kind] = tag;
    }
  self->span_tags[WMD_SPAN_EMPHASIS] = gtk_text_buffer_create_tag (buffer, NULL, "style", PANGO_STYLE_ITALIC, NULL);
  self->span_tags[WMD_SPAN_STRONG] = gtk_text_buffer_create_tag (buffer, NULL, "weight", PANGO_WEIGHT_BOLD, NULL);
  self->span_tags[WMD_SPAN_SUPERSCRIPT] =
      gtk_text_buffer_create_tag (buffer, NULL, "rise", 5 * PANGO_SCALE, "scale", PANGO_SCALE_SMALL, NULL);
  self->span_tags[WMD_SPAN_SUBSCRIPT] =
      gtk_text_buffer_create_tag (buffer, NULL, "rise", -3 * PANGO_SCALE, "scale", PANGO_SCALE_SMALL, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (finding_styles); i++)
    self->finding_tags[finding_styles[i].severity] = gtk_text_buffer_create_tag (
        buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &finding_styles[i].color, NULL);
  self->query_tag = gtk_text_buffer_create_tag (buffer, NULL, "background-rgba", &query_color, NULL);
}

void
wmd_block_buffer_orient_tags (WmdBlockBuffer *self)
{
  const gboolean known = self->language != WMD_LANGUAGE_NONE;
  const gboolean rtl = known && wmd_language_is_rtl (self->language);

  g_object_set (self->base_tag, "language", known ? wmd_language_get_tag (self->language) : NULL, NULL);
  for (guint i = 0; i < WMD_N_BLOCK_KINDS; i++)
    {
      const int margin = kind_styles[i].steps * ITEM_MARGIN;

      g_object_set (self->kind_tags[kind_styles[i].kind], "accumulative-margin", TRUE, "left-margin", rtl ? 0 : margin,
                    "right-margin", rtl ? margin : 0, NULL);
    }
}

GtkTextTag *
wmd_block_buffer_get_named_tag (WmdBlockBuffer *self, const char *prefix, const char *value)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *name = g_strconcat (prefix, value, NULL);
  GtkTextTag *tag = gtk_text_tag_table_lookup (gtk_text_buffer_get_tag_table (buffer), name);
  const GdkRGBA link = { 0.11f, 0.44f, 0.85f, 1.f };
  const GdkRGBA chip = { 0.5f, 0.5f, 0.5f, 0.18f };

  if (tag != NULL)
    return tag;
  if (g_str_equal (prefix, WMD_LINK_PREFIX))
    return gtk_text_buffer_create_tag (buffer, name, "foreground-rgba", &link, NULL);
  return gtk_text_buffer_create_tag (buffer, name, "background-rgba", &chip, "family", "monospace", "scale", 0.88,
                                     NULL);
}

/* The value in the name of a tag of that prefix; NULL for other tags. */
const char *
wmd_block_buffer_get_tag_value (GtkTextTag *tag, const char *prefix)
{
  g_autofree char *name = NULL;

  g_object_get (tag, "name", &name, NULL);
  if (name == NULL || !g_str_has_prefix (name, prefix))
    return NULL;
  return g_intern_string (name + strlen (prefix));
}

GtkTextTag *
wmd_block_buffer_find_tag (const GtkTextIter *iter, const char *prefix)
{
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (iter);

  for (GSList *l = tags; l != NULL; l = l->next)
    if (wmd_block_buffer_get_tag_value (l->data, prefix) != NULL)
      return l->data;
  return NULL;
}

/* --- reading --- */

static void
add_span (GArray *spans, WmdSpanKind kind, guint start, guint end, const char *value)
{
  WmdSpan span = { .kind = kind, .start = start, .end = end, .value = (char *) value };

  g_array_append_val (spans, span);
}

/* A field's tag may cover several placeholders of it, and what is left of one that was damaged. */
static void
add_field_spans (GArray *spans, const GString *text, guint start, const char *name)
{
  g_autofree char *placeholder = g_strdup_printf ("{%s}", name);
  const char *found = text->str + start;

  while ((found = strstr (found, placeholder)) != NULL)
    {
      const guint at = found - text->str;

      add_span (spans, WMD_SPAN_FIELD, at, at + strlen (placeholder), name);
      found += strlen (placeholder);
    }
}

static void
append_display (GString *text, const char *display)
{
  for (const char *p = display; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (text, c == LINE_SEPARATOR ? '\n' : c);
    }
}

/* Appends the stretch from @start to @end, in which no tag begins or ends. */
static void
read_stretch (WmdBlockBuffer *self, const GtkTextIter *start, const GtkTextIter *end, GString *text, GArray *spans)
{
  g_autofree char *display = gtk_text_iter_get_slice (start, end);
  g_autoptr (GSList) tags = gtk_text_iter_get_tags (start);
  const guint from = text->len;

  append_display (text, display);
  for (guint kind = 0; kind < WMD_N_TOGGLED_SPANS; kind++)
    if (g_slist_find (tags, self->span_tags[kind]) != NULL)
      add_span (spans, kind, from, text->len, NULL);
  for (GSList *l = tags; l != NULL; l = l->next)
    {
      const char *address = wmd_block_buffer_get_tag_value (l->data, WMD_LINK_PREFIX);
      const char *field = wmd_block_buffer_get_tag_value (l->data, WMD_FIELD_PREFIX);

      if (address != NULL)
        add_span (spans, WMD_SPAN_LINK, from, text->len, address);
      if (field != NULL)
        add_field_spans (spans, text, from, field);
    }
}

static void
read_notes (GtkTextIter iter, const GtkTextIter *end, const char *text, GArray *spans)
{
  for (const char *p = text; *p != '\0' && gtk_text_iter_compare (&iter, end) < 0;
       p = g_utf8_next_char (p), gtk_text_iter_forward_char (&iter))
    {
      GdkPaintable *paintable = g_utf8_get_char (p) == NOTE_CHARACTER ? gtk_text_iter_get_paintable (&iter) : NULL;

      if (WMD_IS_NOTE_MARK (paintable))
        add_span (spans, WMD_SPAN_NOTE, p - text, g_utf8_next_char (p) - text,
                  wmd_note_mark_get_markup (WMD_NOTE_MARK (paintable)));
    }
}

WmdInline *
wmd_block_buffer_read_line (WmdBlockBuffer *self, guint line)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));
  GtkTextIter start, end, from, to;

  wmd_block_buffer_get_line_bounds (self, line, &start, &end);
  for (from = start; gtk_text_iter_compare (&from, &end) < 0; from = to)
    {
      to = from;
      if (!gtk_text_iter_forward_to_tag_toggle (&to, NULL) || gtk_text_iter_compare (&to, &end) > 0)
        to = end;
      read_stretch (self, &from, &to, text, spans);
    }
  if (strstr (text->str, WMD_INLINE_NOTE_MARK) != NULL)
    read_notes (start, &end, text->str, spans);
  return wmd_inline_new (text->str, (const WmdSpan *) (gpointer) spans->data, spans->len);
}

/* --- writing --- */

static char *
dup_display (const char *text)
{
  g_autoptr (GString) display = g_string_sized_new (strlen (text));

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean breaks = c == '\n' || c == '\r' || c == 0x2029;

      g_string_append_unichar (display, breaks ? LINE_SEPARATOR : c);
    }
  return g_string_free (g_steal_pointer (&display), FALSE);
}

/* Exchanges the text between the longest common beginning and end of what is shown and @display. */
static void
exchange_text (WmdBlockBuffer *self, guint line, const char *display)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *shown = NULL;
  const char *old_end, *new_end, *old_start, *new_start;
  GtkTextIter start, end;

  wmd_block_buffer_get_line_bounds (self, line, &start, &end);
  shown = gtk_text_iter_get_slice (&start, &end);
  for (old_start = shown, new_start = display;
       *old_start != '\0' && g_utf8_get_char (old_start) == g_utf8_get_char (new_start);
       old_start = g_utf8_next_char (old_start), new_start = g_utf8_next_char (new_start))
    gtk_text_iter_forward_char (&start);
  for (old_end = shown + strlen (shown), new_end = display + strlen (display);
       old_end > old_start && new_end > new_start &&
       g_utf8_get_char (g_utf8_prev_char (old_end)) == g_utf8_get_char (g_utf8_prev_char (new_end));
       old_end = g_utf8_prev_char (old_end), new_end = g_utf8_prev_char (new_end))
    gtk_text_iter_backward_char (&end);

  if (old_end > old_start)
    gtk_text_buffer_delete (buffer, &start, &end);
  if (new_end > new_start)
    gtk_text_buffer_insert (buffer, &start, new_start, (int) (new_end - new_start));
}

static gboolean
is_note_at (const WmdSpan *spans, guint n_spans, guint byte, const char **markup)
{
  for (guint i = 0; i < n_spans; i++)
    if (spans[i].kind == WMD_SPAN_NOTE && spans[i].start <= byte && byte < spans[i].end)
      {
        *markup = spans[i].value;
        return TRUE;
      }
  return FALSE;
}

/* Notes are few: a line that has or had one is written anew. */
static void
write_text_with_notes (WmdBlockBuffer *self, guint line, WmdInline *content)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *text = wmd_inline_get_text (content);
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);
  GtkTextIter start, end;

  wmd_block_buffer_get_line_bounds (self, line, &start, &end);
  gtk_text_buffer_delete (buffer, &start, &end);
  for (const char *p = text; *p != '\0';)
    {
      const char *next = strstr (p, WMD_INLINE_NOTE_MARK);
      const char *markup;
      g_autofree char *piece = g_strndup (p, next != NULL ? (gsize) (next - p) : strlen (p));
      g_autofree char *display = dup_display (piece);

      gtk_text_buffer_insert (buffer, &start, display, -1);
      if (next == NULL)
        break;
      if (is_note_at (spans, n_spans, next - text, &markup))
        {
          g_autoptr (WmdNoteMark) mark = wmd_note_mark_new (markup != NULL ? markup : "");

          gtk_text_buffer_insert_paintable (buffer, &start, GDK_PAINTABLE (mark));
        }
      else
        gtk_text_buffer_insert (buffer, &start, WMD_INLINE_NOTE_MARK, -1);
      p = next + strlen (WMD_INLINE_NOTE_MARK);
    }
}

static void
tag_spans (WmdBlockBuffer *self, guint line, WmdInline *content)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const char *text = wmd_inline_get_text (content);
  guint n_spans;
  const WmdSpan *spans = wmd_inline_get_spans (content, &n_spans);
  GtkTextIter line_start, line_end;

  wmd_block_buffer_get_line_bounds (self, line, &line_start, &line_end);
  for (guint i = 0; i < n_spans; i++)
    {
      GtkTextIter start = line_start, end = line_start;
      GtkTextTag *tag;

      if (spans[i].kind == WMD_SPAN_NOTE)
        continue;
      gtk_text_iter_forward_chars (&start, (int) g_utf8_pointer_to_offset (text, text + spans[i].start));
      gtk_text_iter_forward_chars (&end, (int) g_utf8_pointer_to_offset (text, text + spans[i].end));
      if (spans[i].kind == WMD_SPAN_LINK)
        tag = wmd_block_buffer_get_named_tag (self, WMD_LINK_PREFIX, spans[i].value != NULL ? spans[i].value : "");
      else if (spans[i].kind == WMD_SPAN_FIELD)
        tag = wmd_block_buffer_get_named_tag (self, WMD_FIELD_PREFIX, spans[i].value);
      else
        tag = self->span_tags[spans[i].kind];
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

void
wmd_block_buffer_write_line (WmdBlockBuffer *self, guint line, WmdInline *content)
{
  const char *text = content != NULL ? wmd_inline_get_text (content) : "";
  g_autofree char *shown = NULL;
  GtkTextIter start, end;

  wmd_block_buffer_get_line_bounds (self, line, &start, &end);
  shown = gtk_text_iter_get_slice (&start, &end);
  if (content != NULL && (strstr (shown, WMD_INLINE_NOTE_MARK) != NULL || strstr (text, WMD_INLINE_NOTE_MARK) != NULL))
    write_text_with_notes (self, line, content);
  else
    {
      g_autofree char *display = dup_display (text);

      exchange_text (self, line, display);
    }

  wmd_block_buffer_get_line_bounds (self, line, &start, &end);
  gtk_text_buffer_remove_all_tags (GTK_TEXT_BUFFER (self), &start, &end);
  wmd_block_buffer_tag_line (self, line);
  if (content != NULL)
    tag_spans (self, line, content);
}

void
wmd_block_buffer_tag_line (WmdBlockBuffer *self, guint line)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  WmdBlockKind kind = wmd_block_buffer_get_line (self, line)->kind;
  GtkTextIter start, end;

  wmd_block_buffer_get_line_bounds (self, line, &start, &end);
  gtk_text_iter_forward_line (&end);
  for (guint i = 0; i < WMD_N_BLOCK_KINDS; i++)
    if (i != kind)
      gtk_text_buffer_remove_tag (buffer, self->kind_tags[i], &start, &end);
  gtk_text_buffer_apply_tag (buffer, self->base_tag, &start, &end);
  gtk_text_buffer_apply_tag (buffer, self->kind_tags[kind], &start, &end);
}
