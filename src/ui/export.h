/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "publish/publish.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* What to export. */
typedef struct
{
  const WmdFormat *format;
  WmdPageOptions page;
  guint languages;    /* bits of WmdLanguage */
  gboolean to_folder; /* the target is a folder in which each edition gets the name that the UN gives it */
  GFile *since;       /* an older state of the report, from which changes are tracked; NULL for none */
} WmdExportOptions;

/* What came of it. */
typedef struct
{
  GPtrArray *files; /* (element-type GFile) that were written */
  guint n_missing;  /* paragraphs that are not held in the language of their edition */
  GString *unknown; /* characters that no font has: pages show a replacement */
} WmdExportResult;

void wmd_export_result_free (WmdExportResult *self);

/* Writes editions of the report as it is now, in a thread. Pages that are set on the way the session keeps for the next
 * export. @progress (nullable) is called in the main thread with the share that is done, 0-1.
 */
void wmd_export_async (WmdSession *session,
                       const WmdExportOptions *options,
                       GFile *target,
                       GCancellable *cancellable,
                       void (*progress) (double share, gpointer data),
                       GAsyncReadyCallback callback,
                       gpointer data);

/* (transfer full), NULL on error. */
WmdExportResult *wmd_export_finish (GAsyncResult *result, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (WmdExportResult, wmd_export_result_free)

G_END_DECLS
