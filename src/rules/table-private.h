/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/rule-private.h"

G_BEGIN_DECLS

/* The rules of one family, in the order of the catalogue: table-FAMILY.c. */
typedef struct
{
  const WmdRule *rules;
  guint n_rules;
} WmdRuleTable;

extern const WmdRuleTable wmd_report_rules;
extern const WmdRuleTable wmd_replies_rules;
extern const WmdRuleTable wmd_text_rules;
extern const WmdRuleTable wmd_across_rules;
extern const WmdRuleTable wmd_editions_rules;

G_END_DECLS
