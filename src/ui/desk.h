/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/body-view.h"
#include "ui/pane.h"
#include "ui/unit-row.h"

G_BEGIN_DECLS

/* The selected part as pairs of paragraphs: the source, and the text in the session's language. It has rows only while
 * that language is a translation with something to translate from; see wmd_desk_is_needed().
 * Signal "current-changed": another row is the current one, or its units were changed.
 */
#define WMD_TYPE_DESK (wmd_desk_get_type ())
G_DECLARE_FINAL_TYPE (WmdDesk, wmd_desk, WMD, DESK, WmdPane)

/* TRUE when @body in @language is to be shown as a translation: another language is held to translate from, and the
 * text is not one that came without its source.
 */
gboolean wmd_desk_is_needed (const WmdBody *body, WmdLanguage language);

/* The editor of the current row; NULL when there is none. */
WmdBodyView *wmd_desk_get_view (WmdDesk *self);

/* Goes to the next row of that kind, wrapping round. FALSE when there is none. */
gboolean wmd_desk_go_to_next (WmdDesk *self, WmdUnitKind kind);

/* Confirms the current row and goes to the next one to translate. */
void wmd_desk_confirm (WmdDesk *self);

/* Units and words of the source that are not translated yet, and the number of all units. */
void wmd_desk_count (WmdDesk *self, guint *n_open, guint *n_words, guint *n_units);

/* The language translated from; NONE when there is none. */
WmdLanguage wmd_desk_get_source (WmdDesk *self);

G_END_DECLS
