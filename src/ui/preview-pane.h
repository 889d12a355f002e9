/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* The page on which the words under the cursor will be printed, in the language that is worked on. */
#define WMD_TYPE_PREVIEW_PANE (wmd_preview_pane_get_type ())
G_DECLARE_FINAL_TYPE (WmdPreviewPane, wmd_preview_pane, WMD, PREVIEW_PANE, WmdPane)

G_END_DECLS
