/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/snapshot.h"

G_BEGIN_DECLS

/* Copies of unsaved work, kept under the user's state directory until the report has been saved: one per open report,
 * told apart by the report's id and by the file it belongs to, since a file may have been copied. A report that was
 * never saved has one too. @directory NULL: $XDG_STATE_HOME/wmd-report/recovery. All functions block.
 */
typedef struct
{
  char *path;      /* of the recovery copy */
  char *report_id;
  GFile *origin;   /* file the report belongs to; NULL when it was never saved */
  GDateTime *when; /* it was written */
} WmdRecoveryCopy;

void wmd_recovery_copy_free (WmdRecoveryCopy *self);

/* On the disk when this returns. The copy belongs to this process from then on. Errors: WMD_STORE_ERROR_WRITE. */
gboolean wmd_recovery_write (const char  *directory,
                             WmdSnapshot *snapshot,
                             GFile       *origin,
                             GError     **error);

/* After a durable save, or when the user gave the changes up. @origin: as it was written with. No error when there
 * is no copy. Errors: WMD_STORE_ERROR_WRITE.
 */
gboolean wmd_recovery_remove (const char *directory,
                              const char *report_id,
                              GFile      *origin,
                              GError    **error);

/* Copies whose program is not running any more, newest first. (transfer full) (element-type WmdRecoveryCopy) */
GPtrArray *wmd_recovery_list (const char *directory);

/* (transfer full), NULL on error, as wmd_store_parse(). */
WmdSnapshot *wmd_recovery_read (const WmdRecoveryCopy *copy,
                                WmdReference          *reference,
                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdRecoveryCopy, wmd_recovery_copy_free)

G_END_DECLS
