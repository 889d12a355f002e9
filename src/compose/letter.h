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

/* Number of queries to put: those that are not closed. */
guint wmd_letter_count_queries (const WmdBody *reply);

/* The query that @finding suggests, about the reply it was made of: its place, the words it is about, and a question
 * in the language of the letter, for the user to reword. It is not in the reply yet. (transfer full)
 */
WmdQuery *wmd_letter_propose_query (WmdReference     *reference,
                                    const WmdBody    *reply,
                                    const WmdFinding *finding);

/* The open queries of one respondent as a short letter in plain text. The questions are as they were typed; the rest
 * is fixed wording. NULL when no query is open. (transfer full)
 */
char *wmd_letter_compose (WmdSnapshot *snapshot,
                          WmdBody     *reply);

/* The name under which the letter is saved, without a folder; no other reply of the report gets the same.
 * (transfer full)
 */
char *wmd_letter_dup_file_name (WmdSnapshot   *snapshot,
                                const WmdBody *reply);

G_END_DECLS
