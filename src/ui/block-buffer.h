/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/body.h"
#include "model/finding.h"

G_BEGIN_DECLS

/* A text buffer in which every line is a block of a variant. Blocks keep their ids while they are edited, split (the
 * first half keeps it) and joined (the first one keeps it). An empty line is no block: it is not handed out, but it
 * remembers whose line it was.
 *
 * Signals: "edited": the user changed something; get the blocks.
 */
#define WMD_TYPE_BLOCK_BUFFER (wmd_block_buffer_get_type ())
G_DECLARE_FINAL_TYPE (WmdBlockBuffer, wmd_block_buffer, WMD, BLOCK_BUFFER, GtkTextBuffer)

WmdBlockBuffer *wmd_block_buffer_new (void);

/* Shows the blocks of @variant (NULL: none), touching only what differs from what is shown, so that the cursor stays
 * where the words around it stay. @language: how the text is to be shaped and hyphenated.
 */
void wmd_block_buffer_set_variant (WmdBlockBuffer *self, WmdVariant *variant, WmdLanguage language);

/* The same for a single block of a known id and kind, for which there may be no text yet (@block NULL). Line breaks
 * typed into the buffer stay within the block.
 */
void wmd_block_buffer_set_block (WmdBlockBuffer *self,
                                 WmdBlock *block,
                                 const char *id,
                                 WmdBlockKind kind,
                                 WmdLanguage language);

/* TRUE when it shows one block of a known kind, not a variant. */
gboolean wmd_block_buffer_get_single (WmdBlockBuffer *self);

/* The blocks as they are now; what did not change is the very block that was shown. New blocks get ids that no variant
 * of @body has. (transfer container) (element-type WmdBlock)
 */
GPtrArray *wmd_block_buffer_dup_blocks (WmdBlockBuffer *self, const WmdBody *body);

/* TRUE when the last change went on where the one before it left off: both are one stretch of typing. */
gboolean wmd_block_buffer_get_contiguous (WmdBlockBuffer *self);

/* --- lines --- */

WmdBlockKind wmd_block_buffer_get_kind (WmdBlockBuffer *self, guint line);

/* The document that the text of the line was taken over from and is still that of; NULL for other text. */
const char *wmd_block_buffer_get_reused (WmdBlockBuffer *self, guint line);

/* NULL for a line that has never been a block. */
const char *wmd_block_buffer_get_id (WmdBlockBuffer *self, guint line);

/* 1-based place of the line in its list, or 0; as wmd_variant_get_item_number(). */
guint wmd_block_buffer_get_item_number (WmdBlockBuffer *self, guint line);

/* Places an iter at a byte of the text of a block. FALSE when no line shows the block. */
gboolean wmd_block_buffer_get_iter_at_block (WmdBlockBuffer *self, const char *id, guint byte, GtkTextIter *iter);

/* Byte of the text of the block at which @iter is. */
guint wmd_block_buffer_get_byte (WmdBlockBuffer *self, const GtkTextIter *iter);

/* --- what the user does with the selection, or where the cursor is --- */

void wmd_block_buffer_set_kind (WmdBlockBuffer *self, WmdBlockKind kind);

/* Moves the items of lists to @level, 1 or 2; to the second only below another item. FALSE when none was moved. */
gboolean wmd_block_buffer_set_item_level (WmdBlockBuffer *self, guint level);

/* Emphasis, strong, superscript, subscript: puts it on the selection or takes it off; without a selection, on what is
 * typed next.
 */
void wmd_block_buffer_toggle_span (WmdBlockBuffer *self, WmdSpanKind kind);
gboolean wmd_block_buffer_get_span_active (WmdBlockBuffer *self, WmdSpanKind kind);

/* Address of the link at the cursor; NULL when there is none. Setting one of NULL or "" takes the link off. Without a
 * selection and without a link at the cursor the address itself is inserted as the text.
 */
const char *wmd_block_buffer_get_link (WmdBlockBuffer *self);
void wmd_block_buffer_set_link (WmdBlockBuffer *self, const char *address);

/* The footnote whose mark the cursor stands behind, or the selection ends with, as text; NULL when there is none.
 * Setting it changes that note, with what is marked in it still marked; adds one where there is none; and removes it
 * when @text is empty. (transfer full)
 */
char *wmd_block_buffer_dup_note (WmdBlockBuffer *self);
void wmd_block_buffer_set_note (WmdBlockBuffer *self, const char *text);

void wmd_block_buffer_insert_field (WmdBlockBuffer *self, const char *name);

/* --- passages --- */

/* What is selected; empty when nothing is. (transfer container) (element-type WmdBlock) */
GPtrArray *wmd_block_buffer_dup_selection (WmdBlockBuffer *self);

/* Puts blocks in the place of the selection, or where the cursor is, and the cursor after them. Their ids say nothing.
 * In a buffer that is one block they become one, with line breaks. (element-type WmdBlock)
 */
void wmd_block_buffer_insert_blocks (WmdBlockBuffer *self, const GPtrArray *blocks);

/* --- findings and queries --- */

/* Underlines bytes @start to @end of a block (all of it when they are equal). */
void wmd_block_buffer_mark (WmdBlockBuffer *self, const char *id, guint start, guint end, WmdSeverity severity);

/* Tints bytes @start to @end of a block (nothing when they are equal), and remembers that its line is asked about. */
void wmd_block_buffer_mark_query (WmdBlockBuffer *self, const char *id, guint start, guint end);
gboolean wmd_block_buffer_get_queried (WmdBlockBuffer *self, guint line);

/* Takes all marks off. */
void wmd_block_buffer_clear_marks (WmdBlockBuffer *self);

G_END_DECLS
