/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines and blocks. Invariant: between two changes the array of lines has exactly as many elements as the buffer has
 * lines. The buffer's own undo is off: undo belongs to the report, and comes back as another variant to show.
 * What a line's text says is the business of block-buffer-spans.c.
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

static void
line_set_block (WmdBlockLine *line, WmdBlock *block)
{
  WmdBlock *old = g_steal_pointer (&line->block);

  line->block = block != NULL ? wmd_block_ref (block) : NULL;
  line->dirty = FALSE;
  g_clear_pointer (&old, wmd_block_unref);
}

WmdBlockLine *
wmd_block_buffer_get_line (WmdBlockBuffer *self, guint line)
{
  g_assert (line < self->lines->len);

  return &g_array_index (self->lines, WmdBlockLine, line);
}

static void
insert_lines (WmdBlockBuffer *self, guint position, guint n, WmdBlockKind kind)
{
  for (guint i = 0; i < n; i++)
    {
      WmdBlockLine line = { .kind = kind, .dirty = TRUE };

      g_array_insert_val (self->lines, position, line);
    }
}

static void
remove_lines (WmdBlockBuffer *self, guint position, guint n)
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
  insert_lines (self, pushes_down ? line : line + 1, n_lines, pushes_down ? kind : kind_after (kind));

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
  remove_lines (self, keeps_last ? first : first + 1, last - first);
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
  insert_lines (self, 0, 1, WMD_BLOCK_PARAGRAPH);
}

WmdBlockBuffer *
wmd_block_buffer_new (void)
{
  return g_object_new (WMD_TYPE_BLOCK_BUFFER, NULL);
}

/* --- showing blocks --- */

static void
show_block (WmdBlockBuffer *self, guint position, WmdBlock *block)
{
  WmdBlockLine *line = wmd_block_buffer_get_line (self, position);

  g_free (line->id);
  line->id = block != NULL ? g_strdup (wmd_block_get_id (block)) : NULL;
  line->kind = block != NULL ? wmd_block_get_kind (block) : WMD_BLOCK_PARAGRAPH;
  wmd_block_buffer_write_line (self, position, block != NULL ? wmd_block_get_content (block) : NULL);
  line_set_block (line, block);
}

/* Empty lines at @position, for show_block() to fill. */
static void
add_empty_lines (WmdBlockBuffer *self, guint position, guint n)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter iter;

  for (guint i = 0; i < n; i++)
    {
      if (position < self->lines->len)
        gtk_text_buffer_get_iter_at_line (buffer, &iter, (int) position);
      else
        gtk_text_buffer_get_end_iter (buffer, &iter);
      gtk_text_buffer_insert (buffer, &iter, "\n", 1);
      insert_lines (self, position, 1, WMD_BLOCK_PARAGRAPH);
    }
}

static void
drop_lines (WmdBlockBuffer *self, guint position, guint n)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  GtkTextIter start, end;

  if (n == 0)
    return;
  gtk_text_buffer_get_iter_at_line (buffer, &start, (int) position);
  if (position + n < self->lines->len)
    gtk_text_buffer_get_iter_at_line (buffer, &end, (int) (position + n));
  else
    {
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_iter_backward_char (&start);
    }
  gtk_text_buffer_delete (buffer, &start, &end);
  remove_lines (self, position, n);
}

static gboolean
line_shows (WmdBlockBuffer *self, guint position, WmdBlock *block)
{
  WmdBlockLine *line = wmd_block_buffer_get_line (self, position);

  return !line->dirty && line->block != NULL && (line->block == block || wmd_block_equal (line->block, block));
}

/* TRUE when the lines that are blocks are those of @variant: what the user typed last comes back this way. */
static gboolean
shows_already (WmdBlockBuffer *self, WmdVariant *variant)
{
  guint n = variant != NULL ? wmd_variant_get_n_blocks (variant) : 0;
  guint shown = 0;

  for (guint line = 0; line < self->lines->len; line++)
    {
      if (!wmd_block_buffer_get_line (self, line)->dirty && wmd_block_buffer_get_line (self, line)->block == NULL)
        continue;
      if (shown >= n || !line_shows (self, line, wmd_variant_get_block (variant, shown)))
        return FALSE;
      shown++;
    }
  return shown == n;
}

static void
show_variant (WmdBlockBuffer *self, WmdVariant *variant)
{
  guint n_new = variant != NULL ? wmd_variant_get_n_blocks (variant) : 0;
  guint n_old = self->lines->len;
  guint head = 0, tail = 0, common;

  while (head < MIN (n_old, n_new) && line_shows (self, head, wmd_variant_get_block (variant, head)))
    head++;
  while (tail < MIN (n_old, n_new) - head &&
         line_shows (self, n_old - 1 - tail, wmd_variant_get_block (variant, n_new - 1 - tail)))
    tail++;

  /* A buffer is never without a line. */
  common = MIN (n_old, MAX (n_new, 1)) - head - tail;
  drop_lines (self, head + common, n_old - head - tail - common);
  if (n_new > head + tail + common)
    add_empty_lines (self, head + common, n_new - head - tail - common);
  if (n_new == 0)
    show_block (self, 0, NULL);
  for (guint i = head; i < n_new - MIN (n_new, tail); i++)
    show_block (self, i, wmd_variant_get_block (variant, i));
}

static void
begin_loading (WmdBlockBuffer *self)
{
  self->loading = TRUE;
  self->last_offset = -1;
  g_object_freeze_notify (G_OBJECT (self));
}

static void
end_loading (WmdBlockBuffer *self)
{
  wmd_block_buffer_number_notes (self);
  self->loading = FALSE;
  wmd_block_buffer_update_active_spans (self);
  g_object_thaw_notify (G_OBJECT (self));
}

static void
set_language (WmdBlockBuffer *self, WmdLanguage language)
{
  if (self->language == language)
    return;
  self->language = language;
  wmd_block_buffer_orient_tags (self);
}

void
wmd_block_buffer_set_variant (WmdBlockBuffer *self, WmdVariant *variant, WmdLanguage language)
{
  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (self->depth == 0 || shows_already (self, variant));

  set_language (self, language);
  self->single = FALSE;
  if (shows_already (self, variant))
    return;

  begin_loading (self);
  show_variant (self, variant);
  end_loading (self);
}

void
wmd_block_buffer_set_block (WmdBlockBuffer *self,
                            WmdBlock *block,
                            const char *id,
                            WmdBlockKind kind,
                            WmdLanguage language)
{
  WmdBlockLine *line;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (id != NULL);

  set_language (self, language);
  self->single = TRUE;
  line = wmd_block_buffer_get_line (self, 0);
  if (self->lines->len == 1 && g_strcmp0 (line->id, id) == 0 && line->kind == kind &&
      (block != NULL ? line_shows (self, 0, block) : line->block == NULL && !line->dirty))
    return;

  begin_loading (self);
  drop_lines (self, 1, self->lines->len - 1);
  show_block (self, 0, block);
  line = wmd_block_buffer_get_line (self, 0);
  if (line->id == NULL)
    line->id = g_strdup (id);
  line->kind = kind;
  wmd_block_buffer_tag_line (self, 0);
  end_loading (self);
}

gboolean
wmd_block_buffer_get_single (WmdBlockBuffer *self)
{
  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), FALSE);

  return self->single;
}

/* --- handing blocks out --- */

/* An id that neither @body nor a line has. */
static char *
dup_new_id (WmdBlockBuffer *self, const WmdBody *body)
{
  g_autofree char *id = wmd_body_dup_new_block_id (body);
  guint64 number = g_ascii_strtoull (id + 1, NULL, 10);

  for (guint i = 0; i < self->lines->len; i++)
    {
      const WmdBlockLine *line = wmd_block_buffer_get_line (self, i);
      guint64 used;

      if (line->id != NULL && line->id[0] == 'b' &&
          g_ascii_string_to_unsigned (line->id + 1, 10, 1, G_MAXUINT32, &used, NULL))
        number = MAX (number, used + 1);
    }
  return g_strdup_printf ("b%" G_GUINT64_FORMAT, number);
}

static void
refresh_line (WmdBlockBuffer *self, guint position, const WmdBody *body)
{
  WmdBlockLine *line = wmd_block_buffer_get_line (self, position);
  g_autoptr (WmdInline) content = NULL;
  g_autoptr (WmdBlock) block = NULL;

  if (!line->dirty)
    return;

  content = wmd_block_buffer_read_line (self, position);
  if (wmd_inline_get_text (content)[0] == '\0')
    {
      line_set_block (line, NULL);
      return;
    }
  if (line->id == NULL)
    line->id = dup_new_id (self, body);
  if (line->block != NULL)
    {
      g_autoptr (WmdBlock) same_kind = wmd_block_with_kind (line->block, line->kind);

      block = wmd_inline_equal (wmd_block_get_content (line->block), content)
                  ? wmd_block_ref (same_kind)
                  : wmd_block_with_content (same_kind, content);
    }
  else
    block = wmd_block_new (line->id, line->kind, content);
  line_set_block (line, block);
}

GPtrArray *
wmd_block_buffer_dup_blocks (WmdBlockBuffer *self, const WmdBody *body)
{
  GPtrArray *blocks;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  for (guint i = 0; i < self->lines->len; i++)
    {
      WmdBlockLine *line;

      refresh_line (self, i, body);
      line = wmd_block_buffer_get_line (self, i);
      if (line->block != NULL)
        g_ptr_array_add (blocks, wmd_block_ref (line->block));
    }
  return blocks;
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
