/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* The report as a list: its data, the frame texts, the replies under the titles of their sections. Choosing a row
 * selects the part in the session.
 */
#define WMD_TYPE_OUTLINE (wmd_outline_get_type ())
G_DECLARE_FINAL_TYPE (WmdOutline, wmd_outline, WMD, OUTLINE, WmdPane)

/* Puts the keyboard into the list. */
void wmd_outline_start_list (WmdOutline *self);

/* Puts the keyboard into the search entry. */
void wmd_outline_start_search (WmdOutline *self);

G_END_DECLS
