/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/body-view.h"

G_BEGIN_DECLS

/* Puts the selection on the clipboard: as blocks for this program, as plain text for others. FALSE when there is none. */
gboolean wmd_body_clipboard_copy (WmdBodyView *view);

/* Inserts what the clipboard holds, in the richest form that can be read: blocks of this program, HTML, text with lists
 * and broken lines.
 */
void wmd_body_clipboard_paste (WmdBodyView *view);

/* Inserts the text of the clipboard as it is, each line a block. */
void wmd_body_clipboard_paste_plain (WmdBodyView *view);

G_END_DECLS
