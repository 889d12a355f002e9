/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "model/body.h"

G_BEGIN_DECLS

/* What a translator does to one unit, as bodies with the change made. @target: the language translated into;
 * @source: the language translated from, which @body holds; @id: of the block. (transfer full)
 */

/* The language to translate from: the original where it is held, else another that is. NONE when there is none. */
WmdLanguage wmd_unit_choose_source (const WmdBody *body, WmdLanguage target);

/* Puts @content in the place of the unit's text. A unit that begins this way is a draft and remembers the source as it
 * is; one that was there keeps what it remembers. No text: the unit goes.
 */
WmdBody *
wmd_unit_write (const WmdBody *body, WmdLanguage target, WmdLanguage source, const char *id, WmdInline *content);

/* The unit says what the source says now: progress is at least "translated", and staleness ends. */
WmdBody *wmd_unit_confirm (const WmdBody *body, WmdLanguage target, WmdLanguage source, const char *id);

/* The source changed, but the unit is still right: staleness ends, progress stays. */
WmdBody *wmd_unit_accept_source (const WmdBody *body, WmdLanguage target, WmdLanguage source, const char *id);

WmdBody *wmd_unit_set_progress (const WmdBody *body, WmdLanguage target, const char *id, WmdProgress progress);
WmdBody *wmd_unit_set_tentative (const WmdBody *body, WmdLanguage target, const char *id, gboolean tentative);

/* The unit goes, as one that has no source any more. */
WmdBody *wmd_unit_remove (const WmdBody *body, WmdLanguage target, const char *id);

G_END_DECLS
