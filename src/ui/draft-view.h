/* SPDX-FileCopyrightText: 2026 The WMD Report authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "ui/pane.h"

G_BEGIN_DECLS

/* What a submission says and whether it is right: form and text of the selected part, or the report's own data. */
#define WMD_TYPE_DRAFT_VIEW (wmd_draft_view_get_type ())
G_DECLARE_FINAL_TYPE (WmdDraftView, wmd_draft_view, WMD, DRAFT_VIEW, WmdPane)

G_END_DECLS
