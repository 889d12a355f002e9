/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "store/recovery.h"
#include "ui/session.h"

G_BEGIN_DECLS

/* A window: the start page, or one report in four views. Its actions are in window-actions.c, what it does with files
 * in window-files.c. Property "session" (NULL while the start page is shown).
 */
#define WMD_TYPE_WINDOW (wmd_window_get_type ())
G_DECLARE_FINAL_TYPE (WmdWindow, wmd_window, WMD, WINDOW, AdwApplicationWindow)

WmdWindow *wmd_window_new (GtkApplication *application, WmdReference *reference);

/* (nullable) */
WmdSession *wmd_window_get_session (WmdWindow *self);
void wmd_window_set_session (WmdWindow *self, WmdSession *session);

/* TRUE when a report can be opened in it: it shows the start page and is not loading one. */
gboolean wmd_window_is_free (WmdWindow *self);

/* Opens or imports @file, whichever its name asks for, in a thread. The window should be free. */
void wmd_window_load (WmdWindow *self, GFile *file);
void wmd_window_recover (WmdWindow *self, const WmdRecoveryCopy *copy);

/* TRUE when it shows @file. */
gboolean wmd_window_shows_file (WmdWindow *self, GFile *file);

/* Says something in passing. */
void wmd_window_show_toast (WmdWindow *self, const char *sentence);

G_END_DECLS
