/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "model/snapshot.h"

/* A report made up for tests: frame texts from the templates, seven replies in all sections, of which some are held
 * in all six languages and some are not, with every kind of block and span. (transfer full)
 */
WmdSnapshot *test_report_new (WmdReference *reference);

/* The same with one fact changed; NULL clears. (transfer full) */
WmdSnapshot *test_report_with_fact (WmdSnapshot *report,
                                    WmdFact      fact,
                                    const char  *value);

/* The same with @body in the place of the part of its id, or beside the others. (transfer full) */
WmdSnapshot *test_report_with_body (WmdSnapshot *report,
                                    WmdBody     *body);

/* The same without a part. (transfer full) */
WmdSnapshot *test_report_without (WmdSnapshot *report,
                                  const char  *part);

/* Adds a block at the end of one language of @body, which is made where it is not held. (transfer full) */
WmdBody *test_body_with_block (WmdBody     *body,
                               WmdLanguage  language,
                               const char  *id,
                               WmdBlockKind kind,
                               const char  *markup);
