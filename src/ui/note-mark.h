/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The mark of a footnote inside a text buffer: one U+FFFC that draws a raised number and holds the note. */
#define WMD_TYPE_NOTE_MARK (wmd_note_mark_get_type ())
G_DECLARE_FINAL_TYPE (WmdNoteMark, wmd_note_mark, WMD, NOTE_MARK, GObject)

/* @markup: inline markup of the note. */
WmdNoteMark *wmd_note_mark_new (const char *markup);

const char *wmd_note_mark_get_markup (WmdNoteMark *self);

/* The number it draws, counted from 1. */
void wmd_note_mark_set_number (WmdNoteMark *self, guint number);

G_END_DECLS
