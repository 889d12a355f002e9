/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* What the rules find, grouped by where: the selected part, other replies, the report. */
#define WMD_TYPE_FINDINGS_PANE (wmd_findings_pane_get_type ())
G_DECLARE_FINAL_TYPE (WmdFindingsPane, wmd_findings_pane, WMD, FINDINGS_PANE, WmdPane)

/* Goes to the finding after (or before) the one last gone to, in the order of the report. */
void wmd_findings_pane_step (WmdFindingsPane *self, int step);

/* Applies the fix of the finding last gone to, else of the first one of the selected part that has one. */
void wmd_findings_pane_fix (WmdFindingsPane *self);

/* The finding whose row has the keyboard, else the one last gone to, as long as the text that is worked on is still the
 * one of its place; NULL when there is none. (transfer none)
 */
const WmdFinding *wmd_findings_pane_get_current (WmdFindingsPane *self);

G_END_DECLS
