/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"

G_BEGIN_DECLS

/* How much of a text was taken over from an earlier document and not edited since. */
typedef struct
{
  guint n_blocks;
  guint n_words;
  const char *origin; /* of the first block; the body's */
} WmdReuse;

/* FALSE when nothing of @body is reused in @language. */
gboolean wmd_reuse_count (const WmdBody *body, WmdLanguage language, WmdReuse *reuse);

/* The same in words. (transfer full) */
char *wmd_reuse_dup_sentence (const WmdReuse *reuse);

G_END_DECLS
