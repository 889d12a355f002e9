/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* Finds words in the texts of the report, in the language that is shown, and puts others in their place. */
#define WMD_TYPE_FIND_BAR (wmd_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (WmdFindBar, wmd_find_bar, WMD, FIND_BAR, WmdPane)

/* Shows it with the keyboard in it. @replace: to write what goes in the place of the words. */
void wmd_find_bar_start (WmdFindBar *self, gboolean replace);

/* Goes to the next match, or the one before. */
void wmd_find_bar_step (WmdFindBar *self, gboolean forward);

G_END_DECLS
