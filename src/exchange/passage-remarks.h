/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a document has and a passage does not, or has otherwise. */
typedef enum
{
  WMD_PASSAGE_DELETED, /* changes that were tracked */
  WMD_PASSAGE_INSERTED,
  WMD_PASSAGE_MOVED,
  WMD_PASSAGE_COMMENT,
  WMD_PASSAGE_HEADER,
  WMD_PASSAGE_FOOTER,
  WMD_PASSAGE_TEXT_BOX,
  WMD_PASSAGE_PICTURE,
  WMD_PASSAGE_OBJECT,
  WMD_PASSAGE_HIDDEN,
  WMD_PASSAGE_PROMPT, /* what an empty field of a form says */
  WMD_PASSAGE_CONTENTS,
  WMD_PASSAGE_TABLE,
  WMD_PASSAGE_FORMULA,
  WMD_PASSAGE_SYMBOL,
  WMD_PASSAGE_STRUCK,
  WMD_PASSAGE_LOOK, /* underlined or highlighted */
  WMD_PASSAGE_LINK,
  WMD_PASSAGE_NUMBER, /* an item has another mark than in the document */
  WMD_PASSAGE_LINE_BREAK,
  WMD_PASSAGE_SPACES,
  WMD_PASSAGE_SOFT_HYPHEN,
  WMD_PASSAGE_NOTE, /* a footnote that is not there */
  WMD_PASSAGE_ENCODING,
  WMD_N_PASSAGE_REMARKS,
} WmdPassageRemark;

/* What was noticed while a document was read: of each kind once, with the words that it is about. */
typedef struct _WmdPassageRemarks WmdPassageRemarks;

WmdPassageRemarks *wmd_passage_remarks_new (void);
void               wmd_passage_remarks_free (WmdPassageRemarks *self);

/* @words: what it is about; nothing is noticed where there are none. @block: number of the block that it stands in or
 * before, from 1 on; 0 when it has no place.
 */
void wmd_passage_remarks_add (WmdPassageRemarks *self,
                              WmdPassageRemark   kind,
                              const char        *words,
                              guint              block);

/* What was noticed, as findings about @n_blocks blocks with the ids of a new passage. (transfer full)
 * (element-type WmdFinding)
 */
GPtrArray *wmd_passage_remarks_list_findings (const WmdPassageRemarks *self,
                                              guint                    n_blocks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdPassageRemarks, wmd_passage_remarks_free)

G_END_DECLS
