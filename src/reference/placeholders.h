/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* @pattern with each {name} replaced by the value that follows the name in @pairs (name, value, …, NULL);
 * a name that is not there stays as it is. (transfer full)
 */
char *wmd_placeholders_fill (const char        *pattern,
                             const char *const *pairs);

/* The name in braces that starts at @text, NULL when none does; @end is set after the closing brace. (transfer full) */
char *wmd_placeholders_read (const char  *text,
                             const char **end);

G_END_DECLS
