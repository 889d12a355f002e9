/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/inline.h"

G_BEGIN_DECLS

/* @text for Pango markup, with a sign in the place of characters that no markup may hold. (transfer full) */
char *wmd_escape_for_pango (const char *text);

/* What became of @before in @after as Pango markup: struck out what was removed, underlined what was added. (transfer full) */
char *wmd_diff_to_pango (const char *before, const char *after);

/* Pango markup for a label: the look of the spans, without what they do. (transfer full) */
char *wmd_inline_to_pango (const WmdInline *content);

G_END_DECLS
