/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/block.h"

G_BEGIN_DECLS

/* Makes the blocks of a passage of what a reader of some format finds, in the order of the document. */
typedef struct _WmdPassageBuilder WmdPassageBuilder;

/* What running text looks like, of all looks those that a report has. */
typedef struct
{
  guint spans;      /* bits of WmdSpanKind */
  const char *link; /* NULL outside of links; of wmd_passage_builder_keep_link() */
} WmdLook;

WmdPassageBuilder *wmd_passage_builder_new (void);
void               wmd_passage_builder_free (WmdPassageBuilder *self);

/* The kind of the block that is open, or of the next one when none is; the one after that is a paragraph again. */
void wmd_passage_builder_set_kind (WmdPassageBuilder *self,
                                   WmdBlockKind       kind);

/* The same of a heading at @outline, from 1 on, as word processors count; which of the two levels of a report that is
 * follows from all headings of the document.
 */
void wmd_passage_builder_set_heading (WmdPassageBuilder *self,
                                      guint              outline);

/* The blocks that were ended; until wmd_passage_builder_finish() the levels of headings are not final. (transfer none)
 * (element-type WmdBlock)
 */
const GPtrArray *wmd_passage_builder_get_blocks (WmdPassageBuilder *self);

/* The address where it is one that a reader of the report can follow, kept as long as the builder; else NULL. */
const char *wmd_passage_builder_keep_link (WmdPassageBuilder *self,
                                           const char        *address);

/* Appends text in which white space is one space, however much of it there is. */
void wmd_passage_builder_add_text (WmdPassageBuilder *self,
                                   const char        *text,
                                   const WmdLook     *look);

/* Calls a footnote; @markup: its text. */
void wmd_passage_builder_add_note (WmdPassageBuilder *self,
                                   const char        *markup);

/* A line ends inside a paragraph: the paragraph ends, and what else a line can end in goes on. */
void wmd_passage_builder_break_line (WmdPassageBuilder *self,
                                     const WmdLook     *look);

/* Ends the block that is open; nothing comes of one without text. */
void wmd_passage_builder_end_block (WmdPassageBuilder *self);

/* All blocks. (transfer full) (element-type WmdBlock) */
GPtrArray *wmd_passage_builder_finish (WmdPassageBuilder *self);

/* The markup of all blocks as one text, which a footnote is. (transfer full) */
char *wmd_passage_builder_finish_note (WmdPassageBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPassageBuilder, wmd_passage_builder_free)

G_END_DECLS
