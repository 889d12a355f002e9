/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The right to write one file, among the programs that ask for it. It goes with the process that holds it. */
typedef struct _WmdFileLock WmdFileLock;

/* Waits at most @patience (milliseconds) for whoever has it. @path has no symbolic links in it.
 * Errors: WMD_STORE_ERROR_LOCKED, whose message says who has it; G_IO_ERROR_CANCELLED. (transfer full)
 */
WmdFileLock *wmd_file_lock_take (const char   *path,
                                 guint         patience,
                                 GCancellable *cancellable,
                                 GError      **error);
void wmd_file_lock_release (WmdFileLock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdFileLock, wmd_file_lock_release)

G_END_DECLS
