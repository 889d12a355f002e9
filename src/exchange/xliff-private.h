/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "exchange/exchange-unit.h"

G_BEGIN_DECLS

#define WMD_XLIFF_NAMESPACE "urn:oasis:names:tc:xliff:document:1.2"

/* What the target of a unit says of its translation. */
#define WMD_XLIFF_TENTATIVE "x-tentative" /* state qualifier */

/* The state that says how far a translation is; a stale one is said to be no further than a draft. */
const char *wmd_xliff_get_state (const WmdExchangeUnit *unit);

/* FALSE for a state that says nothing of it. */
gboolean wmd_xliff_parse_state (const char *state, WmdProgress *progress);

/* Tells whether a translation is the one that was written: what the file remembers of it. @markup: NULL for none.
 * (transfer full)
 */
char *wmd_xliff_dup_digest (const char *markup);

/* The id of the unit of a footnote, whose code has that number, in the unit of the block @id. (transfer full) */
char *wmd_xliff_dup_note_id (const char *id, guint code);

G_END_DECLS
