/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "rules/checker.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* One rule: folded, its name and how grave it is; unfolded, all that its entry in the table says, and for an open
 * report a choice of the severity.
 */
#define WMD_TYPE_RULE_ROW (wmd_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (WmdRuleRow, wmd_rule_row, WMD, RULE_ROW, AdwExpanderRow)

/* @session: the open report; NULL for the rule alone. */
GtkWidget *wmd_rule_row_new (const WmdRuleInfo *rule, WmdSession *session);

const WmdRuleInfo *wmd_rule_row_get_rule (WmdRuleRow *self);

/* TRUE when the id or one of the texts of the rule has @needle, folded, in it. */
gboolean wmd_rule_row_matches (WmdRuleRow *self, const char *needle);

G_END_DECLS
