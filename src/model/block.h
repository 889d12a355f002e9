/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/inline.h"
#include "reference/language.h"

G_BEGIN_DECLS

typedef enum
{
  WMD_BLOCK_PARAGRAPH, /* not numbered, as in replies */
  WMD_BLOCK_NUMBERED,  /* 1. 2. … through the frame text */
  WMD_BLOCK_HEADING_1, /* unnumbered subheading */
  WMD_BLOCK_HEADING_2, /* below a HEADING_1 */
  WMD_BLOCK_BULLET,
  WMD_BLOCK_BULLET_2,   /* below the item before it */
  WMD_BLOCK_LETTERED,   /* (a) (b) …; a run of them, and what stands below them, is one list */
  WMD_BLOCK_LETTERED_2, /* (i) (ii) …, below the item before it */
} WmdBlockKind;

#define WMD_N_BLOCK_KINDS 8

/* How far the translation of one unit is. Typing never advances it. */
typedef enum
{
  WMD_PROGRESS_UNTRANSLATED,
  WMD_PROGRESS_DRAFT,
  WMD_PROGRESS_TRANSLATED,
  WMD_PROGRESS_REVISED,
  WMD_PROGRESS_APPROVED,
} WmdProgress;

#define WMD_N_PROGRESS 5

/* Ids in files and in the tool's output: "paragraph", "heading-1", … and "untranslated", "draft", … */
const char *wmd_block_kind_get_id (WmdBlockKind kind);
gboolean    wmd_block_kind_from_id (const char   *id,
                                    WmdBlockKind *kind);
const char *wmd_progress_get_id (WmdProgress progress);
gboolean    wmd_progress_from_id (const char  *id,
                                  WmdProgress *progress);

/* Level of an item of a list, 1 or 2; 0 for what is no item. */
guint        wmd_block_kind_get_item_level (WmdBlockKind kind);

/* Items of the same list at @level, 1 or 2; what is no item stays what it is. */
WmdBlockKind wmd_block_kind_at_item_level (WmdBlockKind kind,
                                           guint        level);

/* Heading of either level. */
gboolean     wmd_block_kind_is_heading (WmdBlockKind kind);

/* Counts the place of an item or numbered paragraph of @kind, from 1 on: is asked with the kind @before of each block
 * before it, nearest first, until there is none or the answer is FALSE. What stands below an item does not end its list.
 */
gboolean     wmd_block_kind_count_back (WmdBlockKind kind,
                                        WmdBlockKind before,
                                        guint       *number);

/* One paragraph, heading or list item in one language: an immutable, reference counted value.
 * In a variant that is a translation a block is also a translation unit: its id is the id of the
 * source block, and it remembers its progress and the exact source it was made from.
 */
typedef struct _WmdBlock WmdBlock;

/* A block of the source, or a unit that remembers nothing yet (progress draft). (transfer full) */
WmdBlock *wmd_block_new (const char   *id,
                         WmdBlockKind  kind,
                         WmdInline    *content);
WmdBlock *wmd_block_ref (WmdBlock *self);
void      wmd_block_unref (WmdBlock *self);

const char   *wmd_block_get_id (const WmdBlock *self);
WmdBlockKind  wmd_block_get_kind (const WmdBlock *self);
WmdInline    *wmd_block_get_content (const WmdBlock *self);
const char   *wmd_block_get_text (const WmdBlock *self); /* without markup */
guint         wmd_block_get_n_words (const WmdBlock *self);
WmdProgress   wmd_block_get_progress (const WmdBlock *self);
gboolean      wmd_block_get_tentative (const WmdBlock *self);

/* Symbol of the earlier document that the text was taken over from and still has the wording of; NULL for new text.
 * Text that is reused has to be declared when a report is submitted.
 */
const char *wmd_block_get_reused (const WmdBlock *self);

/* Markup of the source this unit was made from, and its language; NULL and NONE when not recorded. */
const char *wmd_block_get_source (const WmdBlock *self);
WmdLanguage wmd_block_get_source_language (const WmdBlock *self);

/* JSON object of members that this version does not know, kept as read; NULL when there are none. */
const char *wmd_block_get_unknown (const WmdBlock *self);

/* Copies with one thing changed. (transfer full) */
WmdBlock *wmd_block_with_id (const WmdBlock *self,
                             const char     *id);
WmdBlock *wmd_block_with_kind (const WmdBlock *self,
                               WmdBlockKind    kind);

/* Another text is new text: it is no longer reused. */
WmdBlock *wmd_block_with_content (const WmdBlock *self,
                                  WmdInline      *content);
WmdBlock *wmd_block_with_reused (const WmdBlock *self,
                                 const char     *symbol);
WmdBlock *wmd_block_with_progress (const WmdBlock *self,
                                   WmdProgress     progress);
WmdBlock *wmd_block_with_tentative (const WmdBlock *self,
                                    gboolean        tentative);
WmdBlock *wmd_block_with_source (const WmdBlock *self,
                                 WmdLanguage     language,
                                 const char     *source);
WmdBlock *wmd_block_with_unknown (const WmdBlock *self,
                                  const char     *unknown);

gboolean wmd_block_equal (const WmdBlock *a,
                          const WmdBlock *b);

/* TRUE when the source text @now differs from the one the unit was made from in more than
 * spacing and the kind of quotation marks. FALSE when the unit recorded no source.
 */
gboolean wmd_block_is_stale (const WmdBlock *self,
                             const WmdBlock *now);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdBlock, wmd_block_unref)

G_END_DECLS
