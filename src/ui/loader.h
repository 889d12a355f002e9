/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/text-import.h"
#include "store/recovery.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* Reads files in a thread. A session is made of a report that is opened, of the text of an issued one that is imported,
 * of a recovery copy.
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

/* What a report or the text of an issued one says, without opening it: its file is not claimed. */
void wmd_loader_read_async (WmdReference *reference,
                            GFile *file,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer data);

/* (transfer full), NULL on error. */
WmdSnapshot *wmd_loader_read_finish (GAsyncResult *result, GError **error);

/* Reads the text of another edition of @report into it, or a file that comes back from a translator (@overwrite: also what
 * was changed in @report since); @report does not change.
 */
void wmd_loader_import_into_async (WmdSnapshot *report,
                                   GFile *file,
                                   gboolean overwrite,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);

/* (transfer full), NULL on error. */
WmdImport *wmd_loader_import_into_finish (GAsyncResult *result, GError **error);

G_END_DECLS
