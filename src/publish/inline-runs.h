/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "compose/publication.h"

G_BEGIN_DECLS

/* A stretch of inline text over which nothing changes: what a format writes in one go. Borrows from the inline. */
typedef struct
{
  const char *text;
  gsize length;        /* bytes */
  guint styles;        /* bits 1 << WMD_SPAN_EMPHASIS … 1 << WMD_SPAN_SUBSCRIPT */
  const WmdSpan *link; /* that covers it; runs next to each other under one link have the same; NULL for none */
  const WmdSpan *note; /* a footnote, of which text is the placeholder; NULL for text */
} WmdInlineRun;

#define WMD_RUN_HAS(run, kind) (((run)->styles & 1u << (kind)) != 0)

/* (transfer full) (element-type WmdInlineRun), in the order of the text and covering all of it. */
GArray *wmd_inline_list_runs (const WmdInline *content);

G_END_DECLS
