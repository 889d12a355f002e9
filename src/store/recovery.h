/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/snapshot.h"

G_BEGIN_DECLS

/* Copies of unsaved work, kept under the user's state directory until the report has been saved: one per
 * open report, keyed by the report's id. A report that was never saved has one too.
 */
typedef struct
{
  char *path;      /* of the recovery copy */
  char *report_id;
  GFile *origin;   /* file the report belongs to; NULL when it was never saved */
  GDateTime *when; /* it was written */
} WmdRecoveryCopy;

void wmd_recovery_copy_free (WmdRecoveryCopy *self);

/* @directory NULL: $XDG_STATE_HOME/wmd-report/recovery. Blocks. */
gboolean wmd_recovery_write (const char  *directory,
                             WmdSnapshot *snapshot,
                             GFile       *origin,
                             GError     **error);

/* After a durable save, or when the user gave the changes up. */
gboolean wmd_recovery_remove (const char *directory,
                              const char *report_id,
                              GError    **error);

/* Copies that no running program owns, newest first. (transfer container) (element-type WmdRecoveryCopy) */
GPtrArray *wmd_recovery_list (const char *directory);

WmdSnapshot *wmd_recovery_read (const WmdRecoveryCopy *copy,
                                WmdReference          *reference,
                                GError               **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdRecoveryCopy, wmd_recovery_copy_free)

G_END_DECLS
