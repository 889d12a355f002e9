/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From blocks to lines and back: the buffer shows a variant or one block, changing only the lines that differ, so that
 * the cursor and the layout of the others stay; and hands out the blocks of what the user made of it.
 */

#include "config.h"

#include "ui/block-buffer-private.h"

#include <string.h>

static void
line_set_block (WmdBlockLine *line, WmdBlock *block)
{
  WmdBlock *old = g_steal_pointer (&line->block);

  line->block = block != NULL ? wmd_block_ref (block) : NULL;
  line->dirty = FALSE;
  g_clear_pointer (&old, wmd_block_unref);
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
      wmd_block_buffer_insert_lines (self, position, 1, WMD_BLOCK_PARAGRAPH);
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
  wmd_block_buffer_remove_lines (self, position, n);
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

/* --- passages --- */

static guint
get_line_byte (WmdInline *content, const GtkTextIter *iter)
{
  const char *text = wmd_inline_get_text (content);
  const glong n = g_utf8_strlen (text, -1);

  return (guint) (g_utf8_offset_to_pointer (text, MIN (gtk_text_iter_get_line_offset (iter), n)) - text);
}

GPtrArray *
wmd_block_buffer_dup_selection (WmdBlockBuffer *self)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  GtkTextIter start, end;
  guint first, last;

  g_return_val_if_fail (WMD_IS_BLOCK_BUFFER (self), blocks);

  if (!gtk_text_buffer_get_selection_bounds (GTK_TEXT_BUFFER (self), &start, &end))
    return blocks;
  first = gtk_text_iter_get_line (&start);
  last = gtk_text_iter_get_line (&end);
  for (guint i = first; i <= last; i++)
    {
      g_autoptr (WmdInline) content = wmd_block_buffer_read_line (self, i);
      const guint length = strlen (wmd_inline_get_text (content));
      const guint from = i == first ? get_line_byte (content, &start) : 0;
      const guint to = i == last ? get_line_byte (content, &end) : length;
      g_autoptr (WmdInline) slice = wmd_inline_slice (content, from, to);
      /* A few words are no item, wherever they are from. */
      const gboolean words = first == last && to - from < length;

      if (from < to)
        g_ptr_array_add (blocks,
                         wmd_block_new ("b", words ? WMD_BLOCK_PARAGRAPH : wmd_block_buffer_get_kind (self, i), slice));
    }
  return blocks;
}

/* The blocks as one that has breaks in it. (transfer full) */
static WmdInline *
join_blocks (const GPtrArray *blocks)
{
  WmdInline *all = wmd_inline_new_text ("");

  for (guint i = 0; i < blocks->len; i++)
    {
      WmdInline *longer = wmd_inline_join (all, i > 0 ? "\n" : "", wmd_block_get_content (blocks->pdata[i]));

      wmd_inline_unref (all);
      all = longer;
    }
  return all;
}

/* Puts @content where the cursor is, in front of what @tail is, and the cursor after it. */
static void
write_passage_line (WmdBlockBuffer *self, guint line, WmdInline *content, WmdInline *tail)
{
  g_autoptr (WmdInline) whole = wmd_inline_join (content, "", tail);
  GtkTextIter iter;

  wmd_block_buffer_write_line (self, line, whole);
  gtk_text_buffer_get_iter_at_line_offset (GTK_TEXT_BUFFER (self), &iter, (int) line,
                                           (int) g_utf8_strlen (wmd_inline_get_text (content), -1));
  gtk_text_buffer_place_cursor (GTK_TEXT_BUFFER (self), &iter);
}

/* Several blocks, or one of a kind of its own, are lines of their own beside a line that is no empty one. */
static void
insert_passage (WmdBlockBuffer *self, GtkTextIter *at, const GPtrArray *blocks)
{
  const guint line = gtk_text_iter_get_line (at);
  g_autoptr (WmdInline) content = wmd_block_buffer_read_line (self, line);
  const guint byte = get_line_byte (content, at), length = strlen (wmd_inline_get_text (content));
  g_autoptr (WmdInline) head = wmd_inline_slice (content, 0, byte);
  g_autoptr (WmdInline) tail = wmd_inline_slice (content, byte, length);
  g_autoptr (WmdInline) nothing = wmd_inline_new_text ("");
  const WmdBlockKind kind = wmd_block_buffer_get_kind (self, line);
  const gboolean lines = blocks->len > 1 || wmd_block_get_kind (blocks->pdata[0]) != WMD_BLOCK_PARAGRAPH;
  const gboolean below = lines && byte > 0 && wmd_block_get_kind (blocks->pdata[0]) != kind;
  const gboolean above = blocks->len > 1 && byte == 0 && length > 0;
  const guint n_new = blocks->len - 1 + (below ? 1 : 0) + (above ? 1 : 0);

  add_empty_lines (self, line + 1, n_new);
  if (below)
    wmd_block_buffer_write_line (self, line, head);
  for (guint i = 0; i < blocks->len; i++)
    {
      const guint place = line + i + (below ? 1 : 0);
      WmdInline *passage = wmd_block_get_content (blocks->pdata[i]);
      g_autoptr (WmdInline) whole = wmd_inline_join (place == line ? head : nothing, "", passage);

      if (lines && (place > line || length == 0 || above))
        wmd_block_buffer_get_line (self, place)->kind = wmd_block_get_kind (blocks->pdata[i]);
      write_passage_line (self, place, whole, i + 1 == blocks->len && !above ? tail : nothing);
    }
  if (above)
    {
      wmd_block_buffer_get_line (self, line + n_new)->kind = kind;
      wmd_block_buffer_write_line (self, line + n_new, tail);
    }
  wmd_block_buffer_touch (self, line, line + n_new);
}

void
wmd_block_buffer_insert_blocks (WmdBlockBuffer *self, const GPtrArray *blocks)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self);
  g_autoptr (GPtrArray) single = NULL;
  GtkTextIter at, start, end;

  g_return_if_fail (WMD_IS_BLOCK_BUFFER (self));
  g_return_if_fail (blocks != NULL);

  if (blocks->len == 0)
    return;
  if (self->single)
    {
      g_autoptr (WmdInline) all = join_blocks (blocks);

      single = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
      g_ptr_array_add (single, wmd_block_new ("b", WMD_BLOCK_PARAGRAPH, all));
    }
  wmd_block_buffer_begin (self);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_get_iter_at_mark (buffer, &at, gtk_text_buffer_get_insert (buffer));
  if (wmd_block_buffer_get_field_bounds (self, &at, FALSE, &start, &end))
    at = end;
  begin_loading (self);
  insert_passage (self, &at, single != NULL ? single : blocks);
  end_loading (self);
  self->contiguous = FALSE;
  wmd_block_buffer_end (self);
}
