/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  WMD_DIFF_SAME,
  WMD_DIFF_REMOVED,
  WMD_DIFF_ADDED,
} WmdDiffKind;

typedef struct
{
  WmdDiffKind kind;
  char *text;
} WmdDiffPiece;

/* What became of @before in @after, by words (by characters where words are not parted by spaces). Pieces in reading
 * order, what was removed before what was added. (transfer full) (element-type WmdDiffPiece)
 */
GArray *wmd_text_diff (const char *before, const char *after);

/* The same as Pango markup: struck out what was removed, underlined what was added. (transfer full) */
char *wmd_text_diff_markup (const char *before, const char *after);

G_END_DECLS
