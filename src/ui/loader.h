/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "store/recovery.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* Makes sessions of files, in a thread: a report that is opened, the text of an issued one that is imported, a
 * recovery copy.
 */

/* TRUE for the name of a file that is imported rather than opened. */
gboolean wmd_loader_is_import (GFile *file);

void wmd_loader_load_async (WmdReference *reference,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* The report of @copy, changed and not saved, belonging to the file it belonged to. The copy is the new session's. */
void wmd_loader_recover_async (WmdReference *reference,
                               const WmdRecoveryCopy *copy,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data);

/* (transfer full), NULL on error. */
WmdSession *wmd_loader_finish (GAsyncResult *result, GError **error);

G_END_DECLS
