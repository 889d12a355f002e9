/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"

G_BEGIN_DECLS

/* One block of a part as an edition prints it. */
typedef struct
{
  WmdBlock *block;      /* borrowed from the body */
  WmdLanguage language; /* in which it is held: another than that of the edition where the text is missing */
} WmdPartLine;

/* The blocks of @body that the edition in @language prints, in order: those held in the language, and where one
 * is not, the block of the original, or of another language where the original is not held either. Empty
 * blocks are not printed. (transfer full) (element-type WmdPartLine)
 */
GArray *wmd_part_text_list_lines (const WmdBody *body,
                                  WmdLanguage    language);

G_END_DECLS
