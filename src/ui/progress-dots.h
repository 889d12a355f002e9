/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

#include "model/body.h"

G_BEGIN_DECLS

/* Six small marks, one for each language of a part: a ring where nothing is held, a part of a disc for what is done,
 * a square for the original. Its accessible name and tooltip say the same in words.
 */
#define WMD_TYPE_PROGRESS_DOTS (wmd_progress_dots_get_type ())
G_DECLARE_FINAL_TYPE (WmdProgressDots, wmd_progress_dots, WMD, PROGRESS_DOTS, GtkWidget)

GtkWidget *wmd_progress_dots_new (void);

void wmd_progress_dots_set_body (WmdProgressDots *self, const WmdBody *body);

G_END_DECLS
