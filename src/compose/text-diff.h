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
  const char *text; /* in the text before when it was removed, else in the text after; not terminated */
  gsize length;     /* bytes */
} WmdDiffPiece;

/* What became of @before in @after, by words. Pieces in reading order, what was removed before what was added; texts
 * that have little in common are one change. (transfer full) (element-type WmdDiffPiece), borrowing from both.
 */
GArray *wmd_text_diff (const char *before,
                       const char *after);

/* How much of two texts is the same, from 0 to 1, in letters and digits; 1 for equal ones. */
double wmd_text_get_likeness (const char *before,
                              const char *after);

G_END_DECLS
