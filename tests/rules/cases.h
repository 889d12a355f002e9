/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* One sample of a case file; tests/rules/cases/README.md describes the form. */
typedef struct
{
  char *name; /* "late-reply: one day late" */
  WmdSnapshot *snapshot;
  WmdLanguage edition; /* that is asked for; NONE */
  GPtrArray *expected; /* (element-type utf8) one line per finding, in any order */
  guint languages;     /* bit set: the languages of its text */
} RuleCase;

void rule_case_free (RuleCase *self);

/* All samples of tests/rules/cases/@rule.txt; aborts on one that is not of the form. (transfer full) (element-type
 * RuleCase) */
GPtrArray *rule_cases_read (WmdReference *reference, const char *rule);

/* The finding as a line of a case file has it. (transfer full) */
char *rule_case_describe (const WmdFinding *finding, WmdSnapshot *snapshot);

/* The snapshot with the edit made. (transfer full) */
WmdSnapshot *rule_case_apply (WmdSnapshot *snapshot, WmdEdit *edit);

G_END_DECLS
