/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How wide a text is in the types that reports are set in, in hundredths of their size: about that, since spaces are
 * stretched where lines are justified, and other types have other widths.
 */
guint wmd_text_extent (const char *text);

/* How wide that is of @text which goes to the next line as a whole when a line is full: a word, or a Chinese character
 * with the punctuation that may not stand apart from it.
 */
guint wmd_text_first_extent (const char *text);

G_END_DECLS
