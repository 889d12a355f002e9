/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/rule-private.h"

G_BEGIN_DECLS

/* Text of a page within a pair of marks, without them. */
typedef struct
{
  guint block;
  guint start; /* bytes */
  guint end;
} WmdPassage;

/* (transfer full) (element-type WmdPassage) in the order of the text. */
GArray *wmd_page_list_passages (const WmdPage *self, gunichar open, gunichar close);

/* The title in the passage without a year before it: of “2023 年《生物…》” what begins with 生. (transfer full) */
char *wmd_page_dup_title (const WmdPage *self, const WmdPassage *passage);

/* TRUE for a heading as long as a sentence, where the others of its level, if any, are much shorter: the beginning of a
 * paragraph of which the rest is lost.
 */
gboolean wmd_page_is_broken_heading (const WmdPage *page, guint index);

/* TRUE when the paragraph does not end as a paragraph does, whatever became of the rest. */
gboolean wmd_page_breaks_off (const WmdProbe *probe, guint index);

G_END_DECLS
