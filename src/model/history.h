/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/report.h"

G_BEGIN_DECLS

/* Applies edits to a report and takes them back, across the whole report. Properties that notify:
 * "can-undo", "can-redo", "undo-label", "redo-label", "modified".
 */
#define WMD_TYPE_HISTORY (wmd_history_get_type ())
G_DECLARE_FINAL_TYPE (WmdHistory, wmd_history, WMD, HISTORY, GObject)

WmdHistory *wmd_history_new (WmdReport *report);

WmdReport *wmd_history_get_report (WmdHistory *self);

/* Applies @edit and remembers it, joined with the one before where both have the same merge key and
 * nothing came between. An empty edit does nothing and is no step.
 */
gboolean wmd_history_apply (WmdHistory *self,
                            WmdEdit    *edit,
                            GError    **error);

/* Nothing happens when there is nothing to undo or redo. */
void wmd_history_undo (WmdHistory *self);
void wmd_history_redo (WmdHistory *self);

gboolean    wmd_history_get_can_undo (WmdHistory *self);
gboolean    wmd_history_get_can_redo (WmdHistory *self);
const char *wmd_history_get_undo_label (WmdHistory *self); /* NULL when there is nothing to undo */
const char *wmd_history_get_redo_label (WmdHistory *self);

/* The next edit starts a new step, whatever its merge key: the cursor went elsewhere, time passed. */
void wmd_history_break (WmdHistory *self);

/* TRUE while the report differs from what was saved last. Saving does not clear the history. */
gboolean wmd_history_get_modified (WmdHistory *self);
void     wmd_history_mark_saved (WmdHistory *self);

/* The report was recovered, not read from its file: it stays modified until it is saved. */
void wmd_history_mark_unsaved (WmdHistory *self);

G_END_DECLS
