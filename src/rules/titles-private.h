/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "rules/rule-private.h"

G_BEGIN_DECLS

/* The titles that Chinese replies have in title marks, to be looked for where the marks are missing. Immutable. */
typedef struct _WmdTitles WmdTitles;

/* The titles of @pages (NULL among them is passed over). */
WmdTitles *wmd_titles_new (const WmdPage *const *pages, guint n_pages);
void wmd_titles_free (WmdTitles *self);

/* TRUE as long as the pages have the titles that @self was made of. */
gboolean wmd_titles_is_current (const WmdTitles *self, const WmdPage *const *pages, guint n_pages);

/* Looks for them in the page, unless that was done, and puts what it finds in the digest of the page. TRUE when it
 * is not what was there before.
 */
gboolean wmd_titles_find (const WmdTitles *self, const WmdForms *forms, const WmdPage *page);

G_END_DECLS
