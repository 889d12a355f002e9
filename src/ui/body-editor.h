/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/body-view.h"
#include "ui/pane.h"

G_BEGIN_DECLS

/* The text of the selected part in the selected language, set like a page. */
#define WMD_TYPE_BODY_EDITOR (wmd_body_editor_get_type ())
G_DECLARE_FINAL_TYPE (WmdBodyEditor, wmd_body_editor, WMD, BODY_EDITOR, WmdPane)

WmdBodyView *wmd_body_editor_get_view (WmdBodyEditor *self);

G_END_DECLS
