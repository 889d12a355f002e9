/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A line of Arabic taken off a page, in the order in which it is read. (transfer full) */
char *wmd_text_restore_order (const char *line,
                              gsize       length);

G_END_DECLS
