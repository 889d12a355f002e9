/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/block-buffer.h"

G_BEGIN_DECLS

/* A text view of a WmdBlockBuffer that draws numbers, letters and bullets before the blocks that have them. Return in
 * an empty item and Backspace at the beginning of one make it a paragraph.
 */
#define WMD_TYPE_BODY_VIEW (wmd_body_view_get_type ())
G_DECLARE_FINAL_TYPE (WmdBodyView, wmd_body_view, WMD, BODY_VIEW, GtkTextView)

GtkWidget *wmd_body_view_new (void);

WmdBlockBuffer *wmd_body_view_get_buffer (WmdBodyView *self);

/* Direction, font and list letters. @reference gives the letters. */
void wmd_body_view_set_language (WmdBodyView *self, WmdReference *reference, WmdLanguage language);

/* Both NULL and NONE until they are set. */
WmdReference *wmd_body_view_get_reference (WmdBodyView *self);
WmdLanguage wmd_body_view_get_language (WmdBodyView *self);

/* Words shown, dim, while there is no text. */
void wmd_body_view_set_placeholder (WmdBodyView *self, const char *words);

G_END_DECLS
