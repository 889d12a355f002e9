/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"

G_BEGIN_DECLS

/* TRUE when the letters of @acronym are the beginnings of two or more of the words, in their order, small words left
 * out: “ECOWAS” of “Economic Community of West African States”. Up to @max_skipped words may stand before the first;
 * @to_end: the last word has to be among them.
 */
gboolean wmd_acronym_fits (const char *acronym, const char *words, guint max_skipped, gboolean to_end);

/* Every name and acronym of who replies, in all languages: those of the registry and its own. (transfer full) */
char **wmd_own_names_list (WmdReference *reference, const WmdBody *body);

/* Who the reply is from, to compare: the id of the registry, else the names of its own; NULL when nobody says.
 * (transfer full) */
char *wmd_own_names_dup_identity (WmdReference *reference, const WmdBody *body);

/* TRUE when @text is one of the names, stands in one as a word, or is the acronym of one. @names may be NULL. */
gboolean wmd_own_names_have (const char *const *names, const char *text);

G_END_DECLS
