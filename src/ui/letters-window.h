/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "ui/session.h"

G_BEGIN_DECLS

/* The letters that put the open queries: whom there is something to ask, how much, and each letter as it goes out, to
 * be copied or saved as text.
 */
#define WMD_TYPE_LETTERS_WINDOW (wmd_letters_window_get_type ())
G_DECLARE_FINAL_TYPE (WmdLettersWindow, wmd_letters_window, WMD, LETTERS_WINDOW, AdwWindow)

/* @part: (nullable) id of the reply whose letter is shown first. */
GtkWidget *wmd_letters_window_new (GtkWindow *parent, WmdSession *session, const char *part);

/* The letter that is shown; NULL when there is none. (transfer full) */
char *wmd_letters_window_dup_letter (WmdLettersWindow *self);

G_END_DECLS
