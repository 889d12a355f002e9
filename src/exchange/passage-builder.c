/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What all readers of passages do with the text that they find: one block is open at a time; white space becomes a
 * space when text follows.
 */

#include "config.h"

#include "exchange/passage-builder.h"

#define NO_BREAK_SPACE 0x00A0
#define OBJECT 0xFFFC /* stands for a footnote in inline text */

struct _WmdPassageBuilder
{
  GPtrArray *blocks; /* (element-type WmdBlock) */
  GArray *outlines;  /* (element-type guint) of each: the level of a heading among those of the document, or 0 */
  GString *text;     /* of the block that is open */
  GArray *spans;     /* (element-type WmdSpan) of it; values are owned by @values */
  GPtrArray *values; /* (element-type utf8) */
  WmdBlockKind kind; /* of it; of the next while it is empty */
  guint outline;     /* the same */
  gboolean space;    /* white space was read that has not become a space yet */
  WmdLook space_look;
};

WmdPassageBuilder *
wmd_passage_builder_new (void)
{
  WmdPassageBuilder *self = g_new0 (WmdPassageBuilder, 1);

  self->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) wmd_block_unref);
  self->outlines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->text = g_string_new (NULL);
  self->spans = g_array_new (FALSE, FALSE, sizeof (WmdSpan));
  self->values = g_ptr_array_new_with_free_func (g_free);
  self->kind = WMD_BLOCK_PARAGRAPH;
  return self;
}

void
wmd_passage_builder_free (WmdPassageBuilder *self)
{
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_array_unref (self->outlines);
  g_string_free (self->text, TRUE);
  g_array_unref (self->spans);
  g_ptr_array_unref (self->values);
  g_free (self);
}

void
wmd_passage_builder_set_kind (WmdPassageBuilder *self, WmdBlockKind kind)
{
  self->kind = kind;
  self->outline = 0;
}

void
wmd_passage_builder_set_heading (WmdPassageBuilder *self, guint outline)
{
  self->kind = WMD_BLOCK_HEADING_1;
  self->outline = outline;
}

const GPtrArray *
wmd_passage_builder_get_blocks (WmdPassageBuilder *self)
{
  return self->blocks;
}

const char *
wmd_passage_builder_keep_link (WmdPassageBuilder *self, const char *address)
{
  g_autofree char *scheme = address != NULL ? g_uri_parse_scheme (address) : NULL;
  static const char *const schemes[] = { "http", "https", "mailto", NULL };

  if (scheme == NULL || !g_strv_contains (schemes, scheme))
    return NULL;
  g_ptr_array_add (self->values, g_strdup (address));
  return self->values->pdata[self->values->len - 1];
}

/* --- text --- */

static void
add_span (WmdPassageBuilder *self, WmdSpanKind kind, guint start, const char *value)
{
  WmdSpan span = { .kind = kind, .start = start, .end = (guint) self->text->len, .value = (char *) value };

  g_array_append_val (self->spans, span);
}

/* Marks what was appended since @start. */
static void
add_spans (WmdPassageBuilder *self, const WmdLook *look, guint start)
{
  for (guint kind = 0; kind <= WMD_SPAN_SUBSCRIPT; kind++)
    if ((look->spans & 1u << kind) != 0)
      add_span (self, kind, start, NULL);
  if (look->link != NULL)
    add_span (self, WMD_SPAN_LINK, start, look->link);
}

/* White space is one space, however much of it there is; it looks as all that it was read in does. */
static void
read_space (WmdPassageBuilder *self, const WmdLook *look)
{
  self->space_look.spans = self->space ? self->space_look.spans & look->spans : look->spans;
  self->space_look.link = self->space && self->space_look.link != look->link ? NULL : look->link;
  self->space = TRUE;
}

/* Puts the space that was read between what is there and text that looks as @look. */
static void
append_space (WmdPassageBuilder *self, const WmdLook *look)
{
  const guint start = (guint) self->text->len;

  if (self->space && start > 0)
    {
      read_space (self, look);
      g_string_append_c (self->text, ' ');
      add_spans (self, &self->space_look, start);
    }
  self->space = FALSE;
}

void
wmd_passage_builder_add_text (WmdPassageBuilder *self, const char *text, const WmdLook *look)
{
  guint start = (guint) self->text->len; /* of what has no mark yet */

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      const gunichar c = g_utf8_get_char (p);
      const gboolean is_space = g_ascii_isspace (*p); /* of the byte: the macro would cut a character down to one */

      if (is_space)
        read_space (self, look);
      if (is_space || c == OBJECT || g_unichar_iscntrl (c) || (c == NO_BREAK_SPACE && self->text->len == 0))
        continue;
      if (start == self->text->len)
        {
          append_space (self, look);
          start = (guint) self->text->len;
        }
      else if (self->space)
        g_string_append_c (self->text, ' ');
      self->space = FALSE;
      g_string_append_unichar (self->text, c);
    }
  if (start < self->text->len)
    add_spans (self, look, start);
}

void
wmd_passage_builder_add_note (WmdPassageBuilder *self, const char *markup)
{
  const guint start = (guint) self->text->len;

  g_ptr_array_add (self->values, g_strdup (markup));
  g_string_append (self->text, WMD_INLINE_NOTE_MARK);
  add_span (self, WMD_SPAN_NOTE, start, self->values->pdata[self->values->len - 1]);
}

void
wmd_passage_builder_break_line (WmdPassageBuilder *self, const WmdLook *look)
{
  if (self->kind == WMD_BLOCK_PARAGRAPH)
    wmd_passage_builder_end_block (self);
  else
    read_space (self, look);
}

/* --- blocks --- */

/* Takes spaces of any kind off the end, and marks off what is no longer there. A heading is bold anyway. */
static void
trim (WmdPassageBuilder *self)
{
  while (self->text->len > 0)
    {
      const char *last = g_utf8_prev_char (self->text->str + self->text->len);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      g_string_truncate (self->text, (gsize) (last - self->text->str));
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      WmdSpan *span = &g_array_index (self->spans, WmdSpan, i);

      span->end = MIN (span->end, (guint) self->text->len);
      span->start = MIN (span->start, span->end);
      if (wmd_block_kind_is_heading (self->kind) && span->kind == WMD_SPAN_STRONG)
        span->end = span->start;
    }
}

void
wmd_passage_builder_end_block (WmdPassageBuilder *self)
{
  self->space = FALSE;
  trim (self);
  if (self->text->len > 0)
    {
      g_autofree char *id = g_strdup_printf ("b%u", self->blocks->len + 1);
      g_autoptr (WmdInline) content =
          wmd_inline_new (self->text->str, (const WmdSpan *) (gpointer) self->spans->data, self->spans->len);

      g_ptr_array_add (self->blocks, wmd_block_new (id, self->kind, content));
      g_array_append_val (self->outlines, self->outline);
      wmd_passage_builder_set_kind (self, WMD_BLOCK_PARAGRAPH);
    }
  g_string_truncate (self->text, 0);
  g_array_set_size (self->spans, 0);
}

/* The highest level of headings that is lower than @level; G_MAXUINT when there is none. */
static guint
find_outline (WmdPassageBuilder *self, guint level, guint *n)
{
  guint found = G_MAXUINT;

  *n = 0;
  for (guint i = 0; i < self->outlines->len; i++)
    {
      const guint outline = g_array_index (self->outlines, guint, i);

      if (outline <= level || outline > found)
        continue;
      *n = outline < found ? 1 : *n + 1;
      found = outline;
    }
  return found;
}

/* Headings are of the first level, or below it. One heading above two levels of others is the title of the document. */
static void
rank_headings (WmdPassageBuilder *self)
{
  guint n_first, n_second, n_third;
  guint first = find_outline (self, 0, &n_first);
  const guint second = find_outline (self, first, &n_second);
  const guint third = find_outline (self, second, &n_third);

  if (n_first == 1 && third != G_MAXUINT)
    first = second;
  for (guint i = 0; i < self->outlines->len; i++)
    if (g_array_index (self->outlines, guint, i) > first)
      {
        WmdBlock *block = self->blocks->pdata[i];

        self->blocks->pdata[i] = wmd_block_with_kind (block, WMD_BLOCK_HEADING_2);
        wmd_block_unref (block);
      }
}

GPtrArray *
wmd_passage_builder_finish (WmdPassageBuilder *self)
{
  wmd_passage_builder_end_block (self);
  rank_headings (self);
  return g_ptr_array_ref (self->blocks);
}

char *
wmd_passage_builder_finish_note (WmdPassageBuilder *self)
{
  g_autoptr (WmdInline) all = wmd_inline_new_text ("");

  wmd_passage_builder_end_block (self);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      WmdInline *longer = wmd_inline_join (all, i > 0 ? " " : "", wmd_block_get_content (self->blocks->pdata[i]));

      wmd_inline_unref (all);
      all = longer;
    }
  return g_strdup (wmd_inline_get_markup (all));
}
