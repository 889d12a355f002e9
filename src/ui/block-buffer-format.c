/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the user does to the looks and the meaning of the text: emphasis and its like, links, fields, footnotes. And the
 * marks of findings, which are no part of the text.
 */

#include "config.h"

#include "ui/block-buffer-private.h"
#include "ui/note-mark.h"

/* --- emphasis and its like --- */

static gboolean
is_active (WmdBlockBuffer *self, WmdSpanKind kind)
{
  return (self->active_spans & 1u << kind) != 0;
}

void
wmd_block_buffer_update_active_spans (WmdBlockBuffer *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));
  if (!gtk_text_iter_starts_line (&iter))
    gtk_text_iter_backward_char (&iter);
  self->active_spans = 0;
  for (guint kind = 0; kind < WMD_N_TOGGLED_SPANS; kind++)
    if (gtk_text_iter_has_tag (&iter, self->span_tags[kind]))
      self->active_spans |= 1u << kind;
}

void
wmd_block_buffer_apply_active_spans (WmdBlockBuffer *self, const GtkTextIter *start, const GtkTextIter *end)
{
  for (guint kind = 0; kind < WMD_N_TOGGLED_SPANS; kind++)
    {
      if (is_active (self, kind))
        gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), self->span_tags[kind], start, end);
      else
        gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), self->span_tags[kind], start, end);
    }
}

/* TRUE when all of the stretch has the tag. */
static gboolean
is_tagged (const GtkTextIter *start, const GtkTextIter *end, GtkTextTag *tag)
{
  GtkTextIter iter = *start;

  return gtk_text_iter_has_tag (start, tag) &&
         (!gtk_text_iter_forward_to_tag_toggle (&iter, tag) || gtk_text_iter_compare (&iter, end) >= 0);
}

gboolean
wmd_block_buffer_get_span_active (WmdBlockBuffer *self, WmdSpanKind kind)
{
  GtkTextIter start, end;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), FALSE);
  g_return_val_if_fail (kind < WMD_N_TOGGLED_SPANS, FALSE);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return is_active (self, kind);
  return is_tagged (&start, &end, self->span_tags[kind]);
}

/* What cannot be at once with @kind; @kind itself when there is nothing. */
static WmdSpanKind
get_opposite (WmdSpanKind kind)
{
  if (kind == WMD_SPAN_SUPERSCRIPT)
    return WMD_SPAN_SUBSCRIPT;
  return kind == WMD_SPAN_SUBSCRIPT ? WMD_SPAN_SUPERSCRIPT : kind;
}

void
wmd_block_buffer_toggle_span (WmdBlockBuffer *self, WmdSpanKind kind)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const WmdSpanKind opposite = get_opposite (kind);
  GtkTextIter start, end;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (kind < WMD_N_TOGGLED_SPANS);

  if (!gtk_text_buffer_get_selection_bounds (buffer, &start, &end))
    {
      self->active_spans ^= 1u << kind;
      if (opposite != kind)
        self->active_spans &= ~(1u << opposite);
      return;
    }

  wmd_block_buffer_begin (self);
  if (is_tagged (&start, &end, self->span_tags[kind]))
    gtk_text_buffer_remove_tag (buffer, self->span_tags[kind], &start, &end);
  else
    {
      gtk_text_buffer_apply_tag (buffer, self->span_tags[kind], &start, &end);
      if (opposite != kind)
        gtk_text_buffer_remove_tag (buffer, self->span_tags[opposite], &start, &end);
    }
  wmd_block_buffer_touch (self, gtk_text_iter_get_line (&start), gtk_text_iter_get_line (&end));
  wmd_block_buffer_end (self);
}

/* --- links --- */

/* The link that holds the cursor or ends at it, else the selection. */
static GtkTextTag *
find_link (WmdBlockBuffer *self, GtkTextIter *start, GtkTextIter *end)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextTag *tag;

  gtk_text_buffer_get_selection_bounds (buffer, start, end);
  tag = wmd_block_buffer_find_tag (start, WMD_LINK_PREFIX);
  if (tag == NULL && !gtk_text_iter_starts_line (start) && gtk_text_iter_equal (start, end))
    {
      gtk_text_iter_backward_char (start);
      tag = wmd_block_buffer_find_tag (start, WMD_LINK_PREFIX);
      if (tag == NULL)
        gtk_text_iter_forward_char (start);
    }
  if (tag == NULL)
    return NULL;

  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return tag;
}

const char *
wmd_block_buffer_get_link (WmdBlockBuffer *self)
{
  GtkTextIter start, end;
  GtkTextTag *tag;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), NULL);

  tag = find_link (self, &start, &end);
  return tag != NULL ? wmd_block_buffer_get_tag_value (tag, WMD_LINK_PREFIX) : NULL;
}

void
wmd_block_buffer_set_link (WmdBlockBuffer *self, const char *address)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start, end;
  GtkTextTag *old;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));

  old = find_link (self, &start, &end);
  wmd_block_buffer_begin (self);
  if (old != NULL)
    gtk_text_buffer_remove_tag (buffer, old, &start, &end);
  if (address != NULL && address[0] != '\0')
    {
      if (gtk_text_iter_equal (&start, &end))
        {
          int offset = gtk_text_iter_get_offset (&start);

          gtk_text_buffer_insert (buffer, &end, address, -1);
          gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
        }
      gtk_text_buffer_apply_tag (buffer, wmd_block_buffer_get_named_tag (self, WMD_LINK_PREFIX, address), &start, &end);
    }
  wmd_block_buffer_touch (self, gtk_text_iter_get_line (&start), gtk_text_iter_get_line (&end));
  wmd_block_buffer_end (self);
}

/* --- fields --- */

gboolean
wmd_block_buffer_get_field_bounds (WmdBlockBuffer *self,
                                   const GtkTextIter *iter,
                                   gboolean touching,
                                   GtkTextIter *start,
                                   GtkTextIter *end)
{
  GtkTextTag *tag;

  *start = *iter;
  tag = wmd_block_buffer_find_tag (start, WMD_FIELD_PREFIX);
  if (tag == NULL && touching && gtk_text_iter_backward_char (start))
    tag = wmd_block_buffer_find_tag (start, WMD_FIELD_PREFIX);
  if (tag == NULL)
    return FALSE;
  if (!gtk_text_iter_starts_tag (start, tag))
    gtk_text_iter_backward_to_tag_toggle (start, tag);
  *end = *start;
  gtk_text_iter_forward_to_tag_toggle (end, tag);
  return touching || !gtk_text_iter_equal (start, iter);
}

void
wmd_block_buffer_insert_field (WmdBlockBuffer *self, const char *name)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autofree char *placeholder = NULL;
  GtkTextIter start, end;
  int offset;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (name != NULL);

  placeholder = g_strdup_printf ("{%s}", name);
  wmd_block_buffer_begin (self);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &end, gtk_text_buffer_get_insert (buffer));
  offset = gtk_text_iter_get_offset (&end);
  gtk_text_buffer_insert (buffer, &end, placeholder, -1);
  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  gtk_text_buffer_apply_tag (buffer, wmd_block_buffer_get_named_tag (self, WMD_FIELD_PREFIX, name), &start, &end);
  wmd_block_buffer_touch (self, gtk_text_iter_get_line (&start), gtk_text_iter_get_line (&start));
  wmd_block_buffer_end (self);
}

/* --- notes --- */

void
wmd_block_buffer_number_notes (WmdBlockBuffer *self)
{
  GtkTextIter iter;
  guint number = 0;

  gtk_text_buffer_get_start_iter (GTK_TEXT_BUFFER (self), &iter);
  do
    {
      GdkPaintable *paintable = gtk_text_iter_get_paintable (&iter);

      if (WMD_IS_NOTE_MARK (paintable))
        wmd_note_mark_set_number (WMD_NOTE_MARK (paintable), ++number);
    }
  while (gtk_text_iter_forward_char (&iter));
}

/* The mark before the cursor. */
static WmdNoteMark *
find_note (WmdBlockBuffer *self, GtkTextIter *at)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GdkPaintable *paintable;

  gtk_text_buffer_get_selection_bounds (buffer, NULL, at);
  if (!gtk_text_iter_backward_char (at))
    return NULL;
  paintable = gtk_text_iter_get_paintable (at);
  if (WMD_IS_NOTE_MARK (paintable))
    return WMD_NOTE_MARK (paintable);
  gtk_text_iter_forward_char (at);
  return NULL;
}

char *
wmd_block_buffer_dup_note (WmdBlockBuffer *self)
{
  g_autoptr (WmdInline) note = NULL;
  GtkTextIter at;
  WmdNoteMark *mark;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), NULL);

  mark = find_note (self, &at);
  if (mark == NULL)
    return NULL;
  note = wmd_inline_parse (wmd_note_mark_get_markup (mark), NULL);
  return g_strdup (note != NULL ? wmd_inline_get_text (note) : "");
}

void
wmd_block_buffer_set_note (WmdBlockBuffer *self, const char *text)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (WmdInline) old = NULL;
  g_autoptr (WmdInline) note = NULL;
  GtkTextIter at;
  WmdNoteMark *old_mark;
  guint line;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (text != NULL);

  old_mark = find_note (self, &at);
  old = old_mark != NULL ? wmd_inline_parse (wmd_note_mark_get_markup (old_mark), NULL) : NULL;
  if (g_str_equal (text, old != NULL ? wmd_inline_get_text (old) : ""))
    return;
  note = old != NULL ? wmd_inline_rewrite (old, text) : wmd_inline_new_text (text);
  wmd_block_buffer_begin (self);
  if (old_mark != NULL)
    {
      GtkTextIter end = at;

      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_delete (buffer, &at, &end);
    }
  line = gtk_text_iter_get_line (&at);
  if (text[0] != '\0')
    {
      g_autoptr (WmdNoteMark) mark = wmd_note_mark_new (wmd_inline_get_markup (note));

      gtk_text_buffer_insert_paintable (buffer, &at, GDK_PAINTABLE (mark));
    }
  wmd_block_buffer_touch (self, line, line);
  wmd_block_buffer_number_notes (self);
  wmd_block_buffer_end (self);
}

/* --- findings and queries --- */

void
wmd_block_buffer_mark (WmdBlockBuffer *self, const char *id, guint start, guint end, WmdSeverity severity)
{
  GtkTextIter from, to;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (id != NULL && start <= end);

  if (!wmd_block_buffer_get_iter_at_block (self, id, start, &from) ||
      !wmd_block_buffer_get_iter_at_block (self, id, start == end ? G_MAXUINT : end, &to))
    return;
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), self->finding_tags[severity], &from, &to);
}

void
wmd_block_buffer_mark_query (WmdBlockBuffer *self, const char *id, guint start, guint end)
{
  GtkTextIter from, to;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (id != NULL && start <= end);

  if (!wmd_block_buffer_get_iter_at_block (self, id, start, &from) ||
      !wmd_block_buffer_get_iter_at_block (self, id, end, &to))
    return;
  wmd_block_buffer_get_line (self, gtk_text_iter_get_line (&from))->queried = TRUE;
  gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self), self->query_tag, &from, &to);
}

gboolean
wmd_block_buffer_get_queried (WmdBlockBuffer *self, guint line)
{
  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self) && line < self->lines->len, FALSE);

  return wmd_block_buffer_get_line (self, line)->queried;
}

void
wmd_block_buffer_clear_marks (WmdBlockBuffer *self)
{
  GtkTextIter start, end;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  for (guint i = 0; i < G_N_ELEMENTS (self->finding_tags); i++)
    gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), self->finding_tags[i], &start, &end);
  gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self), self->query_tag, &start, &end);
  for (guint line = 0; line < self->lines->len; line++)
    wmd_block_buffer_get_line (self, line)->queried = FALSE;
}
