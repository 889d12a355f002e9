/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @text without case and accents, for searching as one types. (transfer full) */
char *wmd_fold_for_search (const char *text);

/* TRUE when @text (nullable) holds @needle, which is folded already. */
gboolean wmd_text_matches (const char *text, const char *needle);

G_END_DECLS
