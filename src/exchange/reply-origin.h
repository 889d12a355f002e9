/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/import-patterns.h"
#include "reference/reference.h"

G_BEGIN_DECLS

/* Guesses about a reply, for someone to confirm. All say that they do not know rather than guess badly. */

/* The language that most of @texts (element-type utf8) are in; NONE also for one that is not official. */
WmdLanguage wmd_guess_language (WmdImportPatterns *patterns,
                                const GPtrArray   *texts);

/* Whose reply it is, by the names in what stands first: @texts (element-type utf8), the most telling one first; NULL when
 * there is none, or several are as likely.
 */
const WmdRespondent *wmd_guess_respondent (WmdReference      *reference,
                                           WmdImportPatterns *patterns,
                                           const GPtrArray   *texts);

/* The date of a line of @texts (element-type utf8) that is little else than a date, near the beginning or at the end.
 * FALSE when there is none.
 */
gboolean wmd_guess_date (WmdReference    *reference,
                         WmdLanguage      language,
                         const GPtrArray *texts,
                         WmdDate         *date);

G_END_DECLS
