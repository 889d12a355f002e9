/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Calls @free with @data (transfer full) (nullable) in another thread: for what is large, and of which no thread but
 * the caller knows or whose references are counted atomically.
 */
void wmd_free_in_thread (gpointer data, GDestroyNotify free);

G_END_DECLS
