/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/block-buffer.h"

G_BEGIN_DECLS

/* What is known of one line of the buffer. */
typedef struct
{
  char *id;        /* NULL while the line has never been a block */
  WmdBlock *block; /* what the line showed when it was last loaded or handed out; NULL when it is no block */
  WmdBlockKind kind;
  gboolean dirty;   /* the user changed it since */
  gboolean queried; /* the respondent is being asked about it */
} WmdBlockLine;

/* Names of the tags of links and fields begin so; the value follows. */
#define WMD_LINK_PREFIX "link:"
#define WMD_FIELD_PREFIX "field:"

/* The kinds of span that a toggle puts on text; they have one tag each. */
#define WMD_N_TOGGLED_SPANS (WMD_SPAN_SUBSCRIPT + 1)

struct _WmdBlockBuffer
{
  GtkTextBuffer parent_instance;

  GArray *lines; /* (element-type WmdBlockLine), as many as the buffer has lines */
  WmdLanguage language;
  gboolean single;     /* the buffer is one block: line breaks stay in it */
  gboolean loading;    /* the program changes the text: no record is kept and nobody is told */
  guint depth;         /* of user actions and of changes that are not complete yet */
  gboolean edited;     /* something changed since "edited" was emitted */
  int last_offset;     /* character at which the last change by the user left off; -1 when there was none */
  gboolean contiguous; /* the last change went on where the one before left off */
  guint active_spans;  /* bits of WmdSpanKind: what typed text gets */

  GtkTextTag *base_tag;
  GtkTextTag *kind_tags[WMD_N_BLOCK_KINDS];
  GtkTextTag *span_tags[WMD_N_TOGGLED_SPANS];
  GtkTextTag *finding_tags[WMD_SEVERITY_ERROR + 1];
  GtkTextTag *query_tag;
};

WmdBlockLine *wmd_block_buffer_get_line (WmdBlockBuffer *self, guint line);

/* Bounds of the text of a line, without what ends it. */
void wmd_block_buffer_get_line_bounds (WmdBlockBuffer *self, guint line, GtkTextIter *start, GtkTextIter *end);

/* Lines that were never blocks, which the buffer has at @position; lines that it no longer has. */
void wmd_block_buffer_insert_lines (WmdBlockBuffer *self, guint position, guint n, WmdBlockKind kind);
void wmd_block_buffer_remove_lines (WmdBlockBuffer *self, guint position, guint n);

void wmd_block_buffer_begin (WmdBlockBuffer *self);
void wmd_block_buffer_end (WmdBlockBuffer *self);

/* Marks the lines from @first to @last as changed by the user. */
void wmd_block_buffer_touch (WmdBlockBuffer *self, guint first, guint last);

/* --- block-buffer-spans.c --- */

void wmd_block_buffer_create_tags (WmdBlockBuffer *self);

/* The tag of a link or a field of that value, made when there is none. */
GtkTextTag *wmd_block_buffer_get_named_tag (WmdBlockBuffer *self, const char *prefix, const char *value);

/* The value in the name of a tag of that prefix; NULL for other tags. */
const char *wmd_block_buffer_get_tag_value (GtkTextTag *tag, const char *prefix);

/* The tag of that prefix at @iter; NULL when there is none. */
GtkTextTag *wmd_block_buffer_find_tag (const GtkTextIter *iter, const char *prefix);

/* Margins on the side on which lines of this language begin. */
void wmd_block_buffer_orient_tags (WmdBlockBuffer *self);

/* The content of a line as it is now. (transfer full) */
WmdInline *wmd_block_buffer_read_line (WmdBlockBuffer *self, guint line);

/* Makes a line show @content (NULL: nothing), leaving alone what is shown already. */
void wmd_block_buffer_write_line (WmdBlockBuffer *self, guint line, WmdInline *content);

/* Puts the tags that every line has on it: the base and the kind. */
void wmd_block_buffer_tag_line (WmdBlockBuffer *self, guint line);

/* --- block-buffer-format.c --- */

/* The stretch of a field around @iter (or ending there, when @touching); FALSE when there is none. */
gboolean wmd_block_buffer_get_field_bounds (WmdBlockBuffer *self,
                                            const GtkTextIter *iter,
                                            gboolean touching,
                                            GtkTextIter *start,
                                            GtkTextIter *end);

/* What text typed at the cursor gets, from the character before it. */
void wmd_block_buffer_update_active_spans (WmdBlockBuffer *self);
void wmd_block_buffer_apply_active_spans (WmdBlockBuffer *self, const GtkTextIter *start, const GtkTextIter *end);
void wmd_block_buffer_number_notes (WmdBlockBuffer *self);

G_END_DECLS
