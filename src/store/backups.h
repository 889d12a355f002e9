/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Earlier states of reports, kept under the user's state directory by the id of the report: the last ten that were
 * saved or replaced, and the last of each of the last fourteen days on which there was one.
 */
typedef struct
{
  char *path;
  GDateTime *when; /* it was kept */
} WmdBackup;

void wmd_backup_free (WmdBackup *self);

/* Where they are kept, in a folder for each report. (transfer full) */
char *wmd_backup_dup_directory (void);

/* Keeps @bytes, on the disk when this returns, unless the newest backup is the same. @directory NULL:
 * $XDG_STATE_HOME/wmd-report/backups. @now NULL: the present. Blocks. Errors: GFileError.
 */
gboolean wmd_backup_keep (const char *directory,
                          const char *report_id,
                          GBytes     *bytes,
                          GDateTime  *now,
                          GError    **error);

/* Those of one report, newest first. (transfer full) (element-type WmdBackup) */
GPtrArray *wmd_backup_list (const char *directory,
                            const char *report_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdBackup, wmd_backup_free)

G_END_DECLS
