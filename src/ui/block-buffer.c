/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines and blocks. Invariant: between two changes the array of lines has exactly as many elements as the buffer has
 * lines. The buffer's own undo is off: undo belongs to the report, and comes back as another variant to show.
 * What a line's text says is the business of block-buffer-spans.c, which blocks are shown and handed out that of
 * block-buffer-blocks.c.
 */

#include "config.h"

#include "ui/block-buffer-private.h"

#include <string.h>

/* Shown in the place of a line break inside a block, since a real one would begin another line. */
#define LINE_SEPARATOR "\342\200\250"

enum
{
  EDITED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WmdBlockBuffer, wmd_block_buffer, GTK_TYPE_TEXT_BUFFER)

static void
line_clear (WmdBlockLine *line)
{
  g_clear_pointer (&line->id, g_free);
  g_clear_pointer (&line->block, wmd_block_unref);
}

WmdBlockLine *
wmd_block_buffer_get_line (WmdBlockBuffer *self, guint line)
{
  g_assert (line < self->lines->len);

  return &g_array_index (self->lines, WmdBlockLine, line);
}

void
wmd_block_buffer_insert_lines (WmdBlockBuffer *self, guint position, guint n, WmdBlockKind kind)
{
  for (guint i = 0; i < n; i++)
    {
      WmdBlockLine line = { .kind = kind, .dirty = TRUE };

      g_array_insert_val (self->lines, position, line);
    }
}

void
wmd_block_buffer_remove_lines (WmdBlockBuffer *self, guint position, guint n)
{
  if (n > 0)
    g_array_remove_range (self->lines, position, n);
}

void
wmd_block_buffer_get_line_bounds (WmdBlockBuffer *self, guint line, GtkTextIter *start, GtkTextIter *end)
{
  gtk_text_buffer_get_iter_at_line (GTK_TEXT_BUFFER (self), start, (int) line);
  *end = *start;
  if (!gtk_text_iter_ends_line (end))
    gtk_text_iter_forward_to_line_end (end);
}

void
wmd_block_buffer_begin (WmdBlockBuffer *self)
{
  self->depth++;
  /* Who hears of the cursor asks for the line it is in. */
  g_object_freeze_notify (G_OBJECT (self));
}

void
wmd_block_buffer_end (WmdBlockBuffer *self)
{
  g_assert (self->depth > 0);

  self->depth--;
  if (self->depth == 0)
    g_assert ((int) self->lines->len == gtk_text_buffer_get_line_count (GTK_TEXT_BUFFER (self)));
  g_object_thaw_notify (G_OBJECT (self));
  if (self->depth > 0 || !self->edited)
    return;
  self->edited = FALSE;
  g_signal_emit (self, signals[EDITED], 0);
}

void
wmd_block_buffer_touch (WmdBlockBuffer *self, guint first, guint last)
{
  self->edited = TRUE;
  for (guint line = first; line <= last; line++)
    {
      wmd_block_buffer_get_line (self, line)->dirty = TRUE;
      wmd_block_buffer_tag_line (self, line);
    }
}

/* --- what the user does to the text --- */

/* A change from @start to @end (after an insertion) that leaves off at @left_off. */
static void
record_place (WmdBlockBuffer *self, int start, int end, int left_off)
{
  self->contiguous = self->last_offset == start || self->last_offset == end;
  self->last_offset = left_off;
}

/* What follows a heading is text; items are followed by items. */
static WmdBlockKind
kind_after (WmdBlockKind kind)
{
  return wmd_block_kind_is_heading (kind) ? WMD_BLOCK_PARAGRAPH : kind;
}

static char *
dup_without_breaks (const char *text, int length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\n", -1);

  return g_strjoinv (LINE_SEPARATOR, lines);
}

static void
insert_recorded (WmdBlockBuffer *self, GtkTextIter *at, const char *text, int length)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  const int offset = gtk_text_iter_get_offset (at);
  const guint line = gtk_text_iter_get_line (at);
  const gboolean pushes_down =
      gtk_text_iter_starts_line (at) && !gtk_text_iter_ends_line (at) && text[length - 1] == '\n';
  WmdBlockKind kind = wmd_block_buffer_get_line (self, line)->kind;
  guint n_lines = gtk_text_buffer_get_line_count (buffer);
  GtkTextIter start;

  wmd_block_buffer_begin (self);
  GTK_TEXT_BUFFER_CLASS (wmd_block_buffer_parent_class)->insert_text (buffer, at, text, length);
  n_lines = gtk_text_buffer_get_line_count (buffer) - n_lines;
  /* A line break before the first character makes room above the block: the block goes down with its words. */
  wmd_block_buffer_insert_lines (self, pushes_down ? line : line + 1, n_lines, pushes_down ? kind : kind_after (kind));

  gtk_text_buffer_get_iter_at_offset (buffer, &start, offset);
  wmd_block_buffer_apply_active_spans (self, &start, at);
  record_place (self, offset, offset, gtk_text_iter_get_offset (at));
  wmd_block_buffer_touch (self, line, line + n_lines);
  wmd_block_buffer_end (self);
}

static void
wmd_block_buffer_insert_text (GtkTextBuffer *buffer, GtkTextIter *at, const char *text, int length)
{
  WmdBlockBuffer *self = WMD_BLOCK_BUFFER (buffer);
  GtkTextIter start, end;
  g_autofree char *joined = NULL;

  if (length < 0)
    length = (int) strlen (text);
  if (self->loading || length == 0)
    {
      GTK_TEXT_BUFFER_CLASS (wmd_block_buffer_parent_class)->insert_text (buffer, at, text, length);
      return;
    }
  if (wmd_block_buffer_get_field_bounds (self, at, FALSE, &start, &end))
    *at = end;
  if (self->single)
    text = joined = dup_without_breaks (text, length);
  insert_recorded (self, at, text, joined != NULL ? (int) strlen (joined) : length);
}

static void
wmd_block_buffer_delete_range (GtkTextBuffer *buffer, GtkTextIter *start, GtkTextIter *end)
{
  WmdBlockBuffer *self = WMD_BLOCK_BUFFER (buffer);
  GtkTextIter field_start, field_end;
  gboolean keeps_last;
  guint first, last;

  if (self->loading)
    {
      GTK_TEXT_BUFFER_CLASS (wmd_block_buffer_parent_class)->delete_range (buffer, start, end);
      return;
    }
  gtk_text_iter_order (start, end);
  /* A field goes as a whole. */
  if (wmd_block_buffer_get_field_bounds (self, start, FALSE, &field_start, &field_end))
    *start = field_start;
  if (wmd_block_buffer_get_field_bounds (self, end, FALSE, &field_start, &field_end))
    *end = field_end;

  first = gtk_text_iter_get_line (start);
  last = gtk_text_iter_get_line (end);
  /* Nothing of the first line is left: the words that are left are the last line's. */
  keeps_last = first < last && gtk_text_iter_starts_line (start);
  record_place (self, gtk_text_iter_get_offset (start), gtk_text_iter_get_offset (end),
                gtk_text_iter_get_offset (start));
  wmd_block_buffer_begin (self);
  GTK_TEXT_BUFFER_CLASS (wmd_block_buffer_parent_class)->delete_range (buffer, start, end);
  wmd_block_buffer_remove_lines (self, keeps_last ? first : first + 1, last - first);
  wmd_block_buffer_touch (self, first, first);
  wmd_block_buffer_end (self);
}

static void
wmd_block_buffer_begin_user_action (GtkTextBuffer *buffer)
{
  wmd_block_buffer_begin (WMD_BLOCK_BUFFER (buffer));
}

static void
wmd_block_buffer_end_user_action (GtkTextBuffer *buffer)
{
  wmd_block_buffer_end (WMD_BLOCK_BUFFER (buffer));
}

static void
wmd_block_buffer_insert_paintable (GtkTextBuffer *buffer, GtkTextIter *location, GdkPaintable *paintable)
{
  WmdBlockBuffer *self = WMD_BLOCK_BUFFER (buffer);
  const guint line = gtk_text_iter_get_line (location);

  GTK_TEXT_BUFFER_CLASS (wmd_block_buffer_parent_class)->insert_paintable (buffer, location, paintable);
  if (self->loading)
    return;
  wmd_block_buffer_begin (self);
  wmd_block_buffer_touch (self, line, line);
  wmd_block_buffer_number_notes (self);
  wmd_block_buffer_end (self);
}

static void
wmd_block_buffer_mark_set (GtkTextBuffer *buffer, const GtkTextIter *location, GtkTextMark *mark)
{
  WmdBlockBuffer *self = WMD_BLOCK_BUFFER (buffer);

  GTK_TEXT_BUFFER_CLASS (wmd_block_buffer_parent_class)->mark_set (buffer, location, mark);
  if (!self->loading && mark == gtk_text_buffer_get_insert (buffer))
    wmd_block_buffer_update_active_spans (self);
}

static void
wmd_block_buffer_constructed (GObject *object)
{
  G_OBJECT_CLASS (wmd_block_buffer_parent_class)->constructed (object);
  gtk_text_buffer_set_enable_undo (GTK_TEXT_BUFFER (object), FALSE);
  wmd_block_buffer_create_tags (WMD_BLOCK_BUFFER (object));
}

static void
wmd_block_buffer_finalize (GObject *object)
{
  g_array_unref (WMD_BLOCK_BUFFER (object)->lines);
  G_OBJECT_CLASS (wmd_block_buffer_parent_class)->finalize (object);
}

static void
wmd_block_buffer_class_init (WmdBlockBufferClass *klass)
{
  GtkTextBufferClass *buffer_class = GTK_TEXT_BUFFER_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = wmd_block_buffer_constructed;
  G_OBJECT_CLASS (klass)->finalize = wmd_block_buffer_finalize;
  buffer_class->insert_text = wmd_block_buffer_insert_text;
  buffer_class->insert_paintable = wmd_block_buffer_insert_paintable;
  buffer_class->delete_range = wmd_block_buffer_delete_range;
  buffer_class->begin_user_action = wmd_block_buffer_begin_user_action;
  buffer_class->end_user_action = wmd_block_buffer_end_user_action;
  buffer_class->mark_set = wmd_block_buffer_mark_set;

  signals[EDITED] =
      g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
wmd_block_buffer_init (WmdBlockBuffer *self)
{
  self->language = WMD_LANGUAGE_NONE;
  self->last_offset = -1;
  self->lines = g_array_new (FALSE, TRUE, sizeof (WmdBlockLine));
  g_array_set_clear_func (self->lines, (GDestroyNotify) line_clear);
  wmd_block_buffer_insert_lines (self, 0, 1, WMD_BLOCK_PARAGRAPH);
}

WmdBlockBuffer *
wmd_block_buffer_new (void)
{
  return g_object_new (WMD_TYPE_BLOCK_BUFFER, NULL);
}

gboolean
wmd_block_buffer_get_single (WmdBlockBuffer *self)
{
  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), FALSE);

  return self->single;
}

gboolean
wmd_block_buffer_get_contiguous (WmdBlockBuffer *self)
{
  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), FALSE);

  return self->contiguous;
}

/* --- lines --- */

WmdBlockKind
wmd_block_buffer_get_kind (WmdBlockBuffer *self, guint line)
{
  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self) && line < self->lines->len, WMD_BLOCK_PARAGRAPH);

  return wmd_block_buffer_get_line (self, line)->kind;
}

const char *
wmd_block_buffer_get_reused (WmdBlockBuffer *self, guint line)
{
  const WmdBlockLine *shown;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self) && line < self->lines->len, NULL);

  shown = wmd_block_buffer_get_line (self, line);
  return shown->block != NULL && !shown->dirty ? wmd_block_get_reused (shown->block) : NULL;
}

const char *
wmd_block_buffer_get_id (WmdBlockBuffer *self, guint line)
{
  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self) && line < self->lines->len, NULL);

  return wmd_block_buffer_get_line (self, line)->id;
}

guint
wmd_block_buffer_get_item_number (WmdBlockBuffer *self, guint line)
{
  WmdBlockKind kind;
  guint number = 1;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self) && line < self->lines->len, 0);

  kind = wmd_block_buffer_get_line (self, line)->kind;
  if (wmd_block_kind_get_item_level (kind) == 0 && kind != WMD_BLOCK_NUMBERED)
    return 0;
  while (line > 0 && wmd_block_kind_count_back (kind, wmd_block_buffer_get_line (self, line - 1)->kind, &number))
    line--;
  return number;
}

guint
wmd_block_buffer_get_byte (WmdBlockBuffer *self, const GtkTextIter *iter)
{
  const WmdBlockLine *line;
  const char *text;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), 0);

  line = wmd_block_buffer_get_line (self, gtk_text_iter_get_line (iter));
  text = line->block != NULL ? wmd_block_get_text (line->block) : "";
  return g_utf8_offset_to_pointer (text, MIN (gtk_text_iter_get_line_offset (iter), g_utf8_strlen (text, -1))) - text;
}

gboolean
wmd_block_buffer_get_iter_at_block (WmdBlockBuffer *self, const char *id, guint byte, GtkTextIter *iter)
{
  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), FALSE);
  g_return_val_if_fail (id != NULL && iter != NULL, FALSE);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const WmdBlockLine *line = wmd_block_buffer_get_line (self, i);
      const char *text = line->block != NULL ? wmd_block_get_text (line->block) : "";
      GtkTextIter end;

      if (g_strcmp0 (line->id, id) != 0)
        continue;
      wmd_block_buffer_get_line_bounds (self, i, iter, &end);
      byte = MIN (byte, strlen (text));
      gtk_text_iter_forward_chars (iter, (int) g_utf8_pointer_to_offset (text, text + byte));
      if (gtk_text_iter_compare (iter, &end) > 0)
        *iter = end;
      return TRUE;
    }
  return FALSE;
}

/* A step of undo of its own. */
static void
change_kind (WmdBlockBuffer *self, guint line, WmdBlockKind kind)
{
  wmd_block_buffer_get_line (self, line)->kind = kind;
  self->contiguous = FALSE;
  self->last_offset = -1;
  wmd_block_buffer_touch (self, line, line);
}

/* @line may be before the first. */
static gboolean
is_item (WmdBlockBuffer *self, int line)
{
  return line >= 0 && wmd_block_kind_get_item_level (wmd_block_buffer_get_line (self, line)->kind) > 0;
}

void
wmd_block_buffer_set_kind (WmdBlockBuffer *self, WmdBlockKind kind)
{
  GtkTextIter start, end;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (kind < WMD_N_BLOCK_KINDS);

  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  wmd_block_buffer_begin (self);
  for (int line = gtk_text_iter_get_line (&start); line <= gtk_text_iter_get_line (&end); line++)
    change_kind (self, line, kind);
  wmd_block_buffer_end (self);
}

gboolean
wmd_block_buffer_set_item_level (WmdBlockBuffer *self, guint level)
{
  GtkTextIter start, end;
  gboolean changes = FALSE;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), FALSE);
  g_return_val_if_fail (level == 1 || level == 2, FALSE);

  if (self->single)
    return FALSE;
  gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end);
  wmd_block_buffer_begin (self);
  for (int line = gtk_text_iter_get_line (&start); line <= gtk_text_iter_get_line (&end); line++)
    {
      WmdBlockKind kind = wmd_block_buffer_get_line (self, line)->kind;
      WmdBlockKind moved = wmd_block_kind_at_item_level (kind, level);

      if (moved == kind || (level == 2 && !is_item (self, line - 1)))
        continue;
      change_kind (self, line, moved);
      changes = TRUE;
    }
  wmd_block_buffer_end (self);
  return changes;
}
