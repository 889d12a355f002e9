/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/edit.h"
#include "model/snapshot.h"

G_BEGIN_DECLS

/* A part of a report that is open: a stable object whose body changes. Properties that notify:
 * "body", and for replies "respondent", "original", "date".
 */
#define WMD_TYPE_PART (wmd_part_get_type ())
G_DECLARE_FINAL_TYPE (WmdPart, wmd_part, WMD, PART, GObject)

const char *wmd_part_get_id (WmdPart *self);
WmdBody    *wmd_part_get_body (WmdPart *self);

/* A report that is open. It changes only through edits, applied by its WmdHistory. */
#define WMD_TYPE_REPORT (wmd_report_get_type ())
G_DECLARE_FINAL_TYPE (WmdReport, wmd_report, WMD, REPORT, GObject)

/* An empty report with an id of its own and empty frame texts. */
WmdReport *wmd_report_new (WmdReference *reference);
WmdReport *wmd_report_new_from_snapshot (WmdSnapshot *snapshot);

WmdReference *wmd_report_get_reference (WmdReport *self);
const char   *wmd_report_get_id (WmdReport *self);

/* Property "facts". */
WmdFacts *wmd_report_get_facts (WmdReport *self);
WmdPart  *wmd_report_get_summary (WmdReport *self);
WmdPart  *wmd_report_get_introduction (WmdReport *self);

/* (element-type WmdPart) in the order of the English edition, which follows edits. (transfer none) */
GListModel *wmd_report_list_replies (WmdReport *self);

WmdPart *wmd_report_lookup_part (WmdReport  *self,
                                 const char *id);

/* An id that no part has: "r1", "r2", … (transfer full) */
char *wmd_report_dup_new_part_id (WmdReport *self);

/* The report as it is now; the same value until the next edit. (transfer none) */
WmdSnapshot *wmd_report_get_snapshot (WmdReport *self);

#define WMD_EDIT_ERROR (wmd_edit_error_quark ())

typedef enum
{
  WMD_EDIT_ERROR_OUTDATED, /* a value that the edit replaces is no longer there */
} WmdEditError;

GQuark wmd_edit_error_quark (void);

/* Applies all of @edit or nothing. Emits "changed" (WmdReport *, WmdEdit *) once, after all notifications.
 * For WmdHistory; others go through it so that the change can be undone.
 */
gboolean wmd_report_apply (WmdReport *self,
                           WmdEdit   *edit,
                           GError   **error);

G_END_DECLS
