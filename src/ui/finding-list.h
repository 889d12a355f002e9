/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

#include "model/report.h"
#include "rules/checker.h"

G_BEGIN_DECLS

/* What the rules find in an open report, kept up to date: a GListModel of WmdFindingItem in the order of the
 * report. Checks run in a thread soon after a change. Emits "changed" after each check that changed something.
 * Properties that notify: "edition" (int, a WmdLanguage: the edition that is asked about), "n-open" (uint, findings
 * that are not waived), "n-errors" (uint, those of them that are errors).
 */
#define WMD_TYPE_FINDING_LIST (wmd_finding_list_get_type ())
G_DECLARE_FINAL_TYPE (WmdFindingList, wmd_finding_list, WMD, FINDING_LIST, GObject)

WmdFindingList *wmd_finding_list_new (WmdReport *report);

WmdLanguage wmd_finding_list_get_edition (WmdFindingList *self);
void wmd_finding_list_set_edition (WmdFindingList *self, WmdLanguage edition);
guint wmd_finding_list_get_n_open (WmdFindingList *self);

/* TRUE until the findings of the report as it is now are known. */
gboolean wmd_finding_list_get_busy (WmdFindingList *self);

/* Number of findings of a part (NULL: of the report itself) that are not waived, and the gravest of them. */
guint wmd_finding_list_count (WmdFindingList *self, const char *part, WmdSeverity *gravest);

/* The requests of the resolution and how they stood at the last check. (element-type WmdChecklistEntry) (transfer none)
 */
GPtrArray *wmd_finding_list_get_checklist (WmdFindingList *self);

G_END_DECLS
