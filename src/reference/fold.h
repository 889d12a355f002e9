/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Letters and digits of @text alone: no spaces, punctuation, marks, letter case, nor kinds of digits. (transfer full) */
char *wmd_fold_text (const char *text);

/* The same, but with runs of white space, commas, full stops, slashes and hyphens as one space and
 * other characters kept. (transfer full)
 */
char *wmd_fold_spaced (const char *text);

G_END_DECLS
