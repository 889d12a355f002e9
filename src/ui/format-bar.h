/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/body-view.h"

G_BEGIN_DECLS

/* Seven controls for the text under the cursor: kind of block, strong, emphasis, superscript, link, footnote, field.
 */
#define WMD_TYPE_FORMAT_BAR (wmd_format_bar_get_type ())
G_DECLARE_FINAL_TYPE (WmdFormatBar, wmd_format_bar, WMD, FORMAT_BAR, GtkWidget)

/* @view: the text that is acted on; NULL: none. */
void wmd_format_bar_set_view (WmdFormatBar *self, WmdBodyView *view);

G_END_DECLS
