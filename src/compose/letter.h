/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/snapshot.h"

G_BEGIN_DECLS

/* The language in which a respondent is written to: the original language of the reply, English where that is not
 * an official one.
 */
WmdLanguage wmd_letter_get_language (const WmdBody *reply);

/* TRUE when there is a query to put: one that is not closed. */
gboolean wmd_letter_is_needed (const WmdBody *reply);

/* The open queries of one respondent as a short letter in plain text. The questions are as they were typed; the rest
 * is fixed wording. NULL when no query is open. (transfer full)
 */
char *wmd_letter_compose (WmdSnapshot *snapshot,
                          WmdBody     *reply);

G_END_DECLS
