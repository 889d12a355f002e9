/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Is @code one that only its font gives a meaning? */
gboolean wmd_docx_is_private (gunichar code);

/* The character that @font (NULL: not known) shows for @code; 0 when that is not known. */
gunichar wmd_docx_map_symbol (const char *font,
                              gunichar    code);

G_END_DECLS
