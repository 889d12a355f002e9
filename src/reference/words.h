/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counts words as the word processors do on which the Secretariat's limits are checked:
 * each Han character, and each other run between white space that holds a letter or a digit.
 */
guint wmd_words_count (const char *text,
                       gssize      length);

G_END_DECLS
